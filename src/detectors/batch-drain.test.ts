import { describe, expect, it } from 'vitest';
import { batchDrain } from './batch-drain.ts';
import {
  account,
  answer,
  arrives,
  CONTRACT,
  erc20,
  leaves,
  makeChain,
  makeRegistry,
  makeScene,
  NFT,
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

  it('fires for a Safe’s holdings as for one’s own, and is not bought off by what it is said to get', () => {
    const safe = { of: CONTRACT };
    expect(on(leaves({ asset: erc20(USDC), share: 1, ...safe }), leaves({ share: 1, ...safe }))).toBe('fired: danger');
    expect(on(usdc, leaves({ share: 1 }), arrives(safe))).toBe('fired: danger');
  });

  it('is caution for many items at once', () => {
    expect(on(item(1n), item(2n), item(3n))).toBe('fired: caution');
  });

  const toPlain = (held: bigint, ...consequences: readonly ReturnType<typeof leaves | typeof arrives>[]) =>
    makeScene({
      consequences,
      chain: makeChain({
        accounts: new Map([
          [STRANGER, account('none')],
          [CONTRACT, account('contract')],
        ]),
        tokens: new Map([[NFT, { symbol: null, name: null, decimals: null, holding: held }]]),
      }),
    });

  it('fires as danger when a whole collection goes to one plain account nobody knows', () => {
    const all = [item(1n), item(2n), item(3n)];
    expect(batchDrain.detect(toPlain(3n, ...all))).toMatchObject({ severity: 'danger', family: 'C2' });
    expect(answer(batchDrain, toPlain(4n, ...all))).toBe('fired: caution');
    expect(answer(batchDrain, toPlain(3n, ...all, arrives()))).toBe('clear');
    const away = all.map((one) => ({ ...one, to: CONTRACT }));
    expect(answer(batchDrain, toPlain(3n, ...away))).toBe('fired: caution');
    const history = { counterparties: [STRANGER], ownAccounts: [] };
    expect(answer(batchDrain, { ...toPlain(3n, ...all), history })).toBe('clear');
  });

  it('fires as danger when coins and items of more than one piece are emptied together', () => {
    const edition = (id: bigint, amount: bigint, share = 1) =>
      leaves({ asset: { type: 'erc1155', address: WETH, id }, amount, share });
    expect(answer(batchDrain, toPlain(2n, usdc, item(1n), item(2n)))).toBe('fired: danger');
    expect(answer(batchDrain, toPlain(0n, edition(7n, 5n), edition(8n, 20n)))).toBe('fired: danger');
    expect(answer(batchDrain, toPlain(0n, edition(7n, 1n), edition(8n, 1n)))).toBe('fired: caution');
    expect(answer(batchDrain, toPlain(1n, usdc, item(1n)))).toBe('clear');
    expect(answer(batchDrain, toPlain(2n, { ...usdc, to: CONTRACT }, item(1n), item(2n)))).toBe('clear');
  });

  it('is caution for two editions that leave to the last', () => {
    const edition = (id: bigint, share: number) =>
      leaves({ asset: { type: 'erc1155', address: USDC, id }, amount: 1n, share });
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
