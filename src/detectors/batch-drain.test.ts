import { describe, expect, it } from 'vitest';
import { batchDrain } from './batch-drain.ts';
import {
  answer,
  arrives,
  erc20,
  leaves,
  makeRegistry,
  makeScene,
  nft,
  OTHER_OWN,
  STRANGER,
  USDC,
  WETH,
} from './testing/scene.ts';

const on = (...consequences: readonly ReturnType<typeof leaves | typeof arrives>[]) =>
  answer(batchDrain, makeScene({ consequences }));
const usdc = leaves({ asset: erc20(USDC), share: 1 });
const item = (id: bigint) => leaves({ asset: nft(id), amount: 1n, share: null });

describe('batch-drain', () => {
  it('fires when two holdings are emptied and nothing comes back', () => {
    expect(on(usdc, leaves({ share: 0.97 }))).toBe('fired: danger');
    expect(on(usdc, leaves({ asset: erc20(WETH), share: 1 }), leaves({ share: 0.1 }))).toBe('fired: danger');
  });

  it('is caution for many items at once', () => {
    expect(on(item(1n), item(2n), item(3n))).toBe('fired: caution');
  });

  it('is caution for two editions that leave to the last', () => {
    const edition = (id: bigint, share: number) =>
      leaves({ asset: { type: 'erc1155', address: USDC, id }, amount: 5n, share });
    expect(on(edition(7n, 1), edition(8n, 1))).toBe('fired: caution');
    expect(on(edition(7n, 1), edition(8n, 0.2))).toBe('clear');
  });

  it('stays quiet on parts, on trades, on acquaintances and on own accounts', () => {
    expect(on(usdc, leaves({ share: 0.5 }))).toBe('clear');
    expect(on(usdc, leaves({ asset: erc20(WETH), share: 1 }), arrives())).toBe('clear');
    expect(on(item(1n), item(2n))).toBe('clear');
    const friends = { counterparties: [STRANGER], ownAccounts: [] };
    expect(answer(batchDrain, makeScene({ consequences: [usdc, leaves({ share: 1 })], history: friends }))).toBe(
      'clear',
    );
    expect(on(usdc, leaves({ to: OTHER_OWN, share: 1 }))).toBe('quiet');
    const registry = makeRegistry({ contracts: [{ address: STRANGER }] });
    expect(answer(batchDrain, makeScene({ consequences: [usdc, leaves({ share: 1 })], registry }))).toBe('clear');
  });

  it('cannot tell when no holding is known', () => {
    expect(on(leaves({ share: null }), leaves({ asset: erc20(USDC), share: null }))).toBe('inconclusive');
  });
});
