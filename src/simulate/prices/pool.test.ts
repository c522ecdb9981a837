import { createRequire } from 'node:module';
import { keccak256 } from 'viem';
import { describe, expect, it } from 'vitest';
import type { Ask } from '../trip.ts';
import { POOL_CODE_HASH, poolAddress, readPool } from './pool.ts';

const require = createRequire(import.meta.url);
const FACTORY = '0x1f98431c8ad98523631ae4a59f267346ea31f984';
const WETH = '0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2';
const USDC = '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48';
const USDT = '0xdac17f958d2ee523a2206206994597c13d831ec7';

describe('poolAddress', () => {
  it('follows from the published pool code', () => {
    const { bytecode } = require('@uniswap/v3-core/artifacts/contracts/UniswapV3Pool.sol/UniswapV3Pool.json');
    expect(keccak256(bytecode)).toBe(POOL_CODE_HASH);
  });
  it('is where the pools of Ethereum stand, in either order', () => {
    // etherscan.io public name tags: Uniswap V3: USDC 3, Uniswap V3: USDC, Uniswap V3: USDT.
    expect(poolAddress(FACTORY, USDC, WETH, 500)).toBe('0x88e6a0c2ddd26feeb64f039a2c41296fcb3f5640');
    expect(poolAddress(FACTORY, WETH, USDC, 3000)).toBe('0x8ad599c3a0ff1de082011efddc58f1908eb6e6d8');
    expect(poolAddress(FACTORY, WETH, USDT, 3000)).toBe('0x4e68ccd3e89f51c3074ca5072bbac773960dfa36');
  });
});

describe('readPool', () => {
  const word = (value: bigint) => value.toString(16).padStart(64, '0');
  const slot0 = (sqrtPrice: bigint) => `0x${word(sqrtPrice)}${word(0n).repeat(6)}`;
  const answering =
    (slot: unknown, held: unknown): Ask =>
    async ({ params: [call] }) => ({ ok: true, result: JSON.stringify(call).includes('0x3850c7bd') ? slot : held });
  const read = (slot: unknown, held: unknown, token: `0x${string}` = WETH, quote: `0x${string}` = USDC) =>
    readPool(answering(slot, held), FACTORY, { token, decimals: 18 }, { token: quote, decimals: 6 });

  it('turns the price round when the token comes second', async () => {
    // Pool of USDC (first) and WETH: sqrt(1e18 / (3600 * 1e6)) * 2^96.
    const root = BigInt(Math.round(Math.sqrt(1e18 / 3600e6) * 2 ** 40)) * 2n ** 56n;
    const reading = await read(slot0(root), `0x${word(5_000_000n * 10n ** 6n)}`);
    expect(reading?.rate).toBeCloseTo(3600, 3);
    expect(reading?.depth).toBe(5_000_000);
  });

  it.each<[string, unknown, unknown]>([
    ['no pool', '0x', '0x'],
    ['a price of nothing', slot0(0n), `0x${word(1n)}`],
    ['a price beyond the bounds', `0x${'f'.repeat(64)}${word(0n).repeat(6)}`, `0x${word(1n)}`],
    ['another shape', `0x${word(2n ** 96n)}`, `0x${word(1n)}`],
    ['no balance', slot0(2n ** 96n), '0x'],
    ['nonsense', { a: 1 }, [1]],
  ])('%s is no reading', async (_, slot, held) => {
    expect(await read(slot, held)).toBeNull();
  });
});
