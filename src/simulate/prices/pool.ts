import { type Address, encodeAbiParameters, encodeFunctionData, getCreate2Address, keccak256, parseAbi } from 'viem';
import { lowerAddress } from '../rpcValue.ts';
import type { Ask } from '../trip.ts';
import { wordsIn } from './feed.ts';

/** One Uniswap V3 pool's word: how many of the quote token one whole token is, and how much of it the pool holds. */
export interface PoolReading {
  /** Whole quote tokens for one whole token. */
  readonly rate: number;
  /** Whole quote tokens in the pool. */
  readonly depth: number;
}

export interface PoolSide {
  readonly token: Address;
  readonly decimals: number;
}

/** Hundredths of a basis point. The pools of 0.01 % are for pairs of one value, where a feed says it better. */
export const POOL_FEES = [500, 3000, 10_000] as const;

/** The price where the pool stands now. Never rejects: no pool and no price are `null`. */
export async function readPool(ask: Ask, pool: Address, token: PoolSide, quote: PoolSide): Promise<PoolReading | null> {
  const [slot, held] = await Promise.all([
    ask({ method: 'eth_call', params: [{ to: pool, data: SLOT0 }, 'latest'] }),
    ask({ method: 'eth_call', params: [{ to: quote.token, data: balanceOf(pool) }, 'latest'] }),
  ]);
  const [sqrtPrice, ...others] = wordsIn(slot);
  const [amount] = wordsIn(held);
  if (sqrtPrice === undefined || others.length !== SLOT0_REST || amount === undefined) return null;
  if (sqrtPrice < MIN_SQRT_PRICE || sqrtPrice > MAX_SQRT_PRICE) return null;
  // Token 0 is the one with the lower address; the pool's price is token 1 for one of token 0, in base units.
  const root = Number(sqrtPrice) / 2 ** 96;
  const isFirst = lowerAddress(token.token) < lowerAddress(quote.token);
  const base = isFirst ? root * root : 1 / (root * root);
  const rate = base * 10 ** (token.decimals - quote.decimals);
  return Number.isFinite(rate) && rate > 0 ? { rate, depth: Number(amount) / 10 ** quote.decimals } : null;
}

/** Where the factory puts the pool of two tokens, whether or not it was ever made. */
export function poolAddress(factory: Address, a: Address, b: Address, fee: number): Address {
  const sorted = lowerAddress(a) < lowerAddress(b) ? ([a, b] as const) : ([b, a] as const);
  const salt = keccak256(
    encodeAbiParameters([{ type: 'address' }, { type: 'address' }, { type: 'uint24' }], [...sorted, fee]),
  );
  return lowerAddress(getCreate2Address({ from: factory, salt, bytecodeHash: POOL_CODE_HASH }));
}

/** keccak256 of the pool's creation code, npm @uniswap/v3-core 1.0.1; the same on every chain but zkSync's. */
export const POOL_CODE_HASH = '0xe34f199b19b2b4f47f68442619d555527d244f78a3297ea89325f843f87b8b54';

/** TickMath's bounds. */
const MIN_SQRT_PRICE = 4_295_128_739n;
const MAX_SQRT_PRICE = 1_461_446_703_485_210_103_287_273_052_203_988_822_378_723_970_342n;

const ABI = parseAbi(['function slot0() view', 'function balanceOf(address) view']);
const SLOT0 = encodeFunctionData({ abi: ABI, functionName: 'slot0' });
/** Words of `slot0` after the price: tick, three of the oracle, fee protocol, lock. */
const SLOT0_REST = 6;

function balanceOf(owner: Address): `0x${string}` {
  return encodeFunctionData({ abi: ABI, functionName: 'balanceOf', args: [owner] });
}
