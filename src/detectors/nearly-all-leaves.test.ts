import { describe, expect, it } from 'vitest';
import type { Action, Asset } from '../decode/Action.ts';
import { nearlyAllLeaves } from './nearly-all-leaves.ts';
import {
  answer,
  arrives,
  CONTRACT,
  call,
  erc20,
  grant,
  leaves,
  makeRegistry,
  makeScene,
  NATIVE,
  nft,
  STRANGER,
  USDC,
  USER,
} from './testing/scene.ts';

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

  it('is a caution when a signature pays nearly all, for whoever holds it hands it in', () => {
    const action: Action = {
      kind: 'permit',
      standard: 'erc3009',
      asset: erc20(USDC),
      owner: USER,
      spender: STRANGER,
      amount: 1_000n,
      until: 'revoked',
      deadlineSeconds: null,
      nonce: null,
      domain: { name: null, version: null, chainId: 1n, verifyingContract: USDC, missing: false },
    };
    expect(on({ share: 0.95 }, { action })).toBe('fired: caution');
    expect(on({ share: 0.5 }, { action })).toBe('clear');
  });

  it('is a caution when an order gives nearly all of a coin for what has no price', () => {
    const action: Action = {
      kind: 'order',
      protocol: 'Seaport',
      offerer: USER,
      offers: [],
      receives: [],
      until: 0n,
      domain: { name: 'Seaport', version: '1.6', chainId: 1n, verifyingContract: CONTRACT, missing: false },
    };
    const sold = leaves({ asset: erc20(USDC), share: 0.95, to: null });
    const scene = (got: Asset) => makeScene({ action, consequences: [sold, arrives({ asset: got, amount: 1n })] });
    expect(answer(nearlyAllLeaves, scene(nft(7n)))).toBe('fired: caution');
    expect(answer(nearlyAllLeaves, scene(NATIVE))).toBe('clear');
  });

  it('cannot tell when the holding is not known', () => {
    expect(on({ share: null })).toBe('inconclusive');
  });
});
