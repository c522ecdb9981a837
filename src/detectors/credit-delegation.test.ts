import { describe, expect, it } from 'vitest';
import { creditDelegation } from './credit-delegation.ts';
import { answer, CONTRACT, grant, makeRegistry, makeScene, OTHER_OWN, STRANGER } from './testing/scene.ts';

const on = (to: `0x${string}`, more: Parameters<typeof makeScene>[0] = {}, parts: Parameters<typeof grant>[0] = {}) =>
  answer(creditDelegation, makeScene({ consequences: [grant({ to, power: 'borrow', ...parts })], ...more }));

describe('credit-delegation', () => {
  it('fires when a person without a contract could borrow', () => {
    expect(on(STRANGER)).toBe('fired: danger');
    expect(on(STRANGER, { registry: null }, { limit: 5n })).toBe('fired: danger');
  });

  it('fires as caution for an unlisted contract and for a friend', () => {
    expect(on(CONTRACT)).toBe('fired: caution');
    expect(on(STRANGER, { history: { counterparties: [STRANGER], ownAccounts: [] } })).toBe('fired: caution');
  });

  it('stays quiet for known contracts, own accounts, revokes and other powers', () => {
    expect(on(CONTRACT, { registry: makeRegistry({ contracts: [{}] }) })).toBe('clear');
    expect(on(OTHER_OWN)).toBe('quiet');
    expect(on(STRANGER, {}, { revokes: true })).toBe('quiet');
    expect(on(STRANGER, {}, { power: 'spend' })).toBe('quiet');
  });

  it('cannot tell who it is without the chain', () => {
    expect(on(STRANGER, { chain: null })).toBe('inconclusive');
    expect(on(CONTRACT, { registry: null })).toBe('inconclusive');
  });
});
