import { describe, expect, it } from 'vitest';
import { nearlyAllLeaves } from './nearly-all-leaves.ts';
import { answer, arrives, call, grant, leaves, makeRegistry, makeScene, STRANGER, USER } from './testing/scene.ts';

const on = (parts: Parameters<typeof leaves>[0], more: Parameters<typeof makeScene>[0] = {}) =>
  answer(nearlyAllLeaves, makeScene({ consequences: [leaves(parts)], ...more }));

describe('nearly-all-leaves', () => {
  it('fires a note when nearly all goes to a stranger or to nobody named', () => {
    expect(on({ share: 0.95 })).toBe('fired: note');
    expect(on({ share: 1, to: null })).toBe('fired: note');
  });

  it('stays quiet on parts, acquaintances, listed contracts, own accounts and trades', () => {
    expect(on({ share: 0.89 })).toBe('clear');
    expect(on({ share: 1 }, { history: { counterparties: [STRANGER], ownAccounts: [] } })).toBe('clear');
    expect(on({ share: 1 }, { registry: makeRegistry({ contracts: [{ address: STRANGER }] }) })).toBe('clear');
    expect(on({ share: 1, to: USER })).toBe('quiet');
    expect(answer(nearlyAllLeaves, makeScene({ consequences: [leaves({ share: 1 }), arrives()] }))).toBe('clear');
    expect(answer(nearlyAllLeaves, makeScene({ consequences: [grant()] }))).toBe('quiet');
    expect(on({ share: 1 }, { action: call() })).toBe('quiet');
  });

  it('cannot tell when the holding is not known', () => {
    expect(on({ share: null })).toBe('inconclusive');
  });
});
