import { describe, expect, it } from 'vitest';
import { firstTimeRecipient } from './first-time-recipient.ts';
import { answer, call, makeRegistry, makeScene, OTHER_OWN, STRANGER, transfer } from './testing/scene.ts';

const on = (more: Parameters<typeof makeScene>[0]) => makeScene({ action: transfer(), ...more });
const history = { counterparties: [STRANGER], ownAccounts: [] };

describe('first-time-recipient', () => {
  it('notes a stranger, and says when the payment is large', () => {
    expect(answer(firstTimeRecipient, on({}))).toBe('fired: note');
    const large = on({ action: transfer({ amount: 9n * 10n ** 18n }) });
    expect(answer(firstTimeRecipient, large)).toBe('fired: note');
    expect(firstTimeRecipient.detect(large).message).toBe('reason.first-time-recipient.large');
  });

  it('stays quiet on acquaintances, listed contracts, own accounts and calls', () => {
    expect(answer(firstTimeRecipient, on({ history }))).toBe('clear');
    expect(answer(firstTimeRecipient, on({ registry: makeRegistry({ contracts: [{ address: STRANGER }] }) }))).toBe(
      'clear',
    );
    expect(answer(firstTimeRecipient, on({ action: transfer({ to: OTHER_OWN }) }))).toBe('quiet');
    expect(answer(firstTimeRecipient, on({ action: call() }))).toBe('quiet');
  });

  it('cannot tell without a history', () => {
    expect(answer(firstTimeRecipient, on({ history: null }))).toBe('inconclusive');
  });
});
