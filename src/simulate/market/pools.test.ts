import { createRequire } from 'node:module';
import { type Address, keccak256 } from 'viem';
import { describe, expect, it } from 'vitest';
import { RpcError } from '../../errors.ts';
import { V2_FACTORIES } from '../../registry/tables/markets.ts';
import { poolAddress } from '../prices/pool.ts';
import type { RpcCall } from '../rpc.ts';
import type { MarketSource } from '../Simulator.ts';
import type { Ask } from '../trip.ts';
import { findPools, pairAddress, weigh } from './pools.ts';

const require = createRequire(import.meta.url);
const WETH = '0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2';
const USDC = '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48';
const TOKEN: Address = '0xd000000000000000000000000000000000000001';
const FEED: Address = '0x00000000000000000000000000000000000000fe';
const V3: Address = '0x1f98431c8ad98523631ae4a59f267346ea31f984';
const [UNISWAP, SUSHI] = (V2_FACTORIES[1] ?? []).map(([factory, codeHash]): MarketSource['v2'][number] => ({
  factory: `0x${factory.slice(2)}`,
  codeHash: `0x${codeHash.slice(2)}`,
}));
if (UNISWAP === undefined || SUSHI === undefined) throw new Error('Ethereum has two factories of that kind.');
const SOURCE: MarketSource = {
  v2: [UNISWAP],
  v3: V3,
  quotes: [{ token: WETH, feed: FEED, decimals: 18 }],
  complete: true,
};

const word = (value: bigint) => value.toString(16).padStart(64, '0');
const targetOf = ({ params: [call] }: RpcCall) => String(Reflect.get(Object(call), 'to'));
/** Answers by the contract asked; `0x` where nothing stands. */
const chainOf =
  (answers: Readonly<Record<string, string>>): Ask =>
  async (call) => ({
    ok: true,
    result:
      answers[`${targetOf(call)} ${String(Reflect.get(Object(call.params[0]), 'data'))}`] ??
      answers[targetOf(call)] ??
      '0x',
  });
const refusing: Ask = async () => ({ ok: false, error: new RpcError('busy', { code: -32005 }) });
const UNIT = 10n ** 18n;

describe('pairAddress', () => {
  it('follows from the published pair code', () => {
    const { bytecode } = require('@uniswap/v2-core/build/UniswapV2Pair.json');
    expect(keccak256(`0x${String(bytecode).replace(/^0x/u, '')}`)).toBe(UNISWAP.codeHash);
  });
  it('is where the pairs of Ethereum stand, in either order', () => {
    // etherscan.io public name tags: Uniswap V2: USDC, SushiSwap: USDC.
    expect(pairAddress(UNISWAP.factory, UNISWAP.codeHash, USDC, WETH)).toBe(
      '0xb4e16d0168e52d35cacd2c6185b44281ec28c9dc',
    );
    expect(pairAddress(SUSHI.factory, SUSHI.codeHash, WETH, USDC)).toBe('0x397ff1542f962076d0bfe58ea045ffa2d347aca0');
  });
});

describe('findPools', () => {
  it('finds none where nothing stands, and tells that from an endpoint that does not answer', async () => {
    expect(await findPools(chainOf({}), TOKEN, SOURCE)).toEqual([]);
    expect(await findPools(refusing, TOKEN, SOURCE)).toBeNull();
  });
  it('finds pairs by their reserves and pools by what they hold', async () => {
    const pair = pairAddress(UNISWAP.factory, UNISWAP.codeHash, TOKEN, WETH);
    const reserves = `0x${word(3n * UNIT)}${word(500n * UNIT)}${word(1n)}`;
    const pools = await findPools(chainOf({ [pair]: reserves }), TOKEN, SOURCE);
    // WETH's address comes first.
    expect(pools).toMatchObject([{ kind: 'v2', held: 3n * UNIT, holdsToken: 500n * UNIT }]);
    const deep = await findPools(chainOf({ [WETH]: `0x${word(7n)}` }), TOKEN, SOURCE);
    expect(deep?.map(({ kind }) => kind)).toEqual(['v3', 'v3', 'v3', 'v3']);
    expect(await findPools(chainOf({ [pair]: `0x${word(3n)}${word(0n)}${word(1n)}` }), TOKEN, SOURCE)).toEqual([]);
  });
});

describe('weigh', () => {
  const quote = SOURCE.quotes[0];
  if (quote === undefined) throw new Error('There is one.');
  const feed = { [FEED]: `0x${word(1n)}${word(3000n * 10n ** 8n)}${word(1n)}${word(1n)}${word(1n)}` };
  it('says what a pair would pay, and never more than it holds', async () => {
    const pool = { kind: 'v2', quote, held: 10n * UNIT, holdsToken: 1000n * UNIT } as const;
    const small = await weigh(chainOf(feed), TOKEN, UNIT, [pool]);
    expect(small.paysUsd).toBeCloseTo(29.97, 1);
    expect(small.depthUsd).toBeCloseTo(30_000, 5);
    expect((await weigh(chainOf(feed), TOKEN, 10n ** 40n, [pool])).paysUsd).toBeLessThanOrEqual(30_000);
  });
  it('reads a pool’s price where it stands', async () => {
    const at = poolAddress(V3, TOKEN, WETH, 3000);
    // One base unit of either for one of the other.
    const chain = chainOf({
      ...feed,
      [at]: `0x${word(2n ** 96n)}${word(0n).repeat(6)}`,
      [WETH]: `0x${word(5n * UNIT)}`,
    });
    const pool = { kind: 'v3', quote, held: 5n * UNIT, at } as const;
    expect((await weigh(chain, TOKEN, UNIT, [pool])).paysUsd).toBeCloseTo(3000, 5);
    expect((await weigh(chain, TOKEN, 100n * UNIT, [pool])).paysUsd).toBeCloseTo(15_000, 5);
  });
  it('has no dollars without a feed', async () => {
    const pool = { kind: 'v2', quote, held: UNIT, holdsToken: UNIT } as const;
    expect(await weigh(chainOf({}), TOKEN, UNIT, [pool])).toEqual({ paysUsd: null, depthUsd: null });
    expect(await weigh(refusing, TOKEN, UNIT, [pool])).toEqual({ paysUsd: null, depthUsd: null });
  });
});
