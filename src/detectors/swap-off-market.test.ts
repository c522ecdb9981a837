import type { Address } from 'viem';
import { describe, expect, it } from 'vitest';
import type { SwapAction } from '../decode/Action.ts';
import type { Price } from '../simulate/Simulator.ts';
import { swapOffMarket } from './swap-off-market.ts';
import {
  answer,
  arrives,
  CONTRACT,
  call,
  erc20,
  leaves,
  makeChain,
  makeRun,
  makeScene,
  NATIVE,
  nft,
  UNLISTED_TOKEN,
  USDC,
  USER,
} from './testing/scene.ts';

const ETHER = 10n ** 18n;
const price = (usd: number, ageSeconds: number | null = 60): Price => ({ usd, source: 'chainlink', ageSeconds });
const PRICES = new Map<Address | 'native', Price>([
  ['native', price(3600)],
  [USDC, price(1, null)],
]);
const swap: SwapAction = {
  kind: 'swap',
  router: CONTRACT,
  sell: { asset: NATIVE, amount: ETHER },
  buy: { asset: erc20(USDC), minimum: 1n },
  recipient: USER,
  deadlineSeconds: null,
  valueWei: ETHER,
};
/** One ETH for so many dollars. */
const on = (dollars: bigint, more: Parameters<typeof makeScene>[0] = {}, prices = PRICES) =>
  makeScene({
    action: swap,
    consequences: [
      leaves({ asset: NATIVE, amount: ETHER }),
      arrives({ asset: erc20(USDC), amount: dollars * 1_000_000n }),
    ],
    chain: makeChain({ prices }),
    ...more,
  });

describe('swap-off-market', () => {
  it('fires as a caution over an unknown router, as a note over a call', () => {
    expect(answer(swapOffMarket, on(3000n))).toBe('fired: caution');
    expect(answer(swapOffMarket, on(1n, { action: call() }))).toBe('fired: note');
    expect(swapOffMarket.detect(on(3000n)).facts).toEqual({
      given: { type: 'number', value: 3600 },
      got: { type: 'number', value: 3000 },
    });
  });

  it('never colours a trade by a live price alone: a known router or a local chain makes it a note', () => {
    const chain = makeChain({ prices: PRICES, local: true });
    expect(answer(swapOffMarket, on(3000n, { chain }))).toBe('fired: note');
    const history = { counterparties: [CONTRACT], ownAccounts: [] };
    expect(answer(swapOffMarket, on(3000n, { history }))).toBe('fired: note');
  });

  it('stays quiet near the market, on pennies, on reverts and where nothing arrives', () => {
    expect(answer(swapOffMarket, on(3241n))).toBe('clear');
    expect(answer(swapOffMarket, on(4000n))).toBe('clear');
    const pennies = [leaves({ amount: ETHER / 10_000n }), arrives({ asset: erc20(USDC), amount: 1n })];
    expect(answer(swapOffMarket, on(0n, { consequences: pennies }))).toBe('clear');
    const reverted = makeChain({ prices: PRICES, run: makeRun({ status: 'reverted' }) });
    expect(answer(swapOffMarket, on(1n, { chain: reverted }))).toBe('clear');
    expect(answer(swapOffMarket, on(1n, { consequences: [leaves()] }))).toBe('quiet');
    expect(answer(swapOffMarket, makeScene())).toBe('quiet');
  });

  it('is inconclusive without a run, a price or a fresh one', () => {
    expect(answer(swapOffMarket, on(1n, { chain: null }))).toBe('inconclusive');
    expect(answer(swapOffMarket, on(1n, {}, new Map()))).toBe('inconclusive');
    expect(answer(swapOffMarket, on(1n, {}, new Map([...PRICES, ['native', price(3600, 100_000)]])))).toBe(
      'inconclusive',
    );
    const strange = [leaves(), arrives({ asset: erc20(UNLISTED_TOKEN) })];
    expect(answer(swapOffMarket, on(1n, { consequences: strange }))).toBe('inconclusive');
    const item = [leaves(), arrives({ asset: nft(1n), amount: 1n })];
    expect(answer(swapOffMarket, on(1n, { consequences: item }))).toBe('inconclusive');
  });
});
