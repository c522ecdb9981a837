import { type Address, concatHex, encodeFunctionData, getCreate2Address, keccak256, parseAbi } from 'viem';
import { readFeed, wordsIn } from '../prices/feed.ts';
import { poolAddress, readPool } from '../prices/pool.ts';
import { lowerAddress } from '../rpcValue.ts';
import type { Market, MarketSource } from '../Simulator.ts';
import type { Ask } from '../trip.ts';

type Quote = MarketSource['quotes'][number];

/** A pool that holds something of what coins are sold for. */
export type Pool =
  | { readonly kind: 'v2'; readonly quote: Quote; readonly held: bigint; readonly holdsToken: bigint }
  | { readonly kind: 'v3'; readonly quote: Quote; readonly held: bigint; readonly at: Address };

/** Every fee a V3 pool can have from the start. */
const FEES = [100, 500, 3000, 10_000] as const;

/** Pools asked what they pay: the deepest of each quote decide. */
const MOST_WEIGHED = 6;

/** Pools of the token that hold something; `null` where one of them did not answer, for then none can be told. */
export async function findPools(ask: Ask, token: Address, source: MarketSource): Promise<readonly Pool[] | null> {
  const call = (to: Address, data: `0x${string}`) => ask({ method: 'eth_call', params: [{ to, data }, 'latest'] });
  const asked = source.quotes
    .filter((quote) => quote.token !== token)
    .flatMap((quote) => [
      ...source.v2.map(async ({ factory, codeHash }): Promise<Pool | 'none' | 'silent'> => {
        const answer = await call(pairAddress(factory, codeHash, token, quote.token), RESERVES);
        if (!answer.ok) return 'silent';
        const [first = 0n, second = 0n] = wordsIn(answer);
        const [holdsToken, held] = token < quote.token ? [first, second] : [second, first];
        return held > 0n && holdsToken > 0n ? { kind: 'v2', quote, held, holdsToken } : 'none';
      }),
      ...FEES.map(async (fee): Promise<Pool | 'none' | 'silent'> => {
        const at = poolAddress(source.v3, token, quote.token, fee);
        const answer = await call(quote.token, encodeFunctionData({ abi: ABI, functionName: 'balanceOf', args: [at] }));
        if (!answer.ok) return 'silent';
        const [held = 0n] = wordsIn(answer);
        return held > 0n ? { kind: 'v3', quote, held, at } : 'none';
      }),
    ]);
  const answers = await Promise.all(asked);
  const found = answers.filter((one) => typeof one !== 'string');
  return found.length === 0 && answers.includes('silent') ? null : found;
}

/** What the best of the pools pays for `amount` base units of the token, and how much stands behind that. */
export async function weigh(ask: Ask, token: Address, amount: bigint, pools: readonly Pool[]): Promise<Market> {
  const deepest = [...pools].sort((a, b) => whole(b) - whole(a)).slice(0, MOST_WEIGHED);
  const feeds = new Map(deepest.map(({ quote }) => [quote.feed, readFeed(ask, quote.feed)]));
  const each = await Promise.all(
    deepest.map(async (pool) => {
      const [feed, pays] = await Promise.all([feeds.get(pool.quote.feed), paysOf(ask, token, amount, pool)]);
      return feed == null ? null : { paysUsd: pays * feed.usd, depthUsd: whole(pool) * feed.usd };
    }),
  );
  const known = each.filter((one) => one !== null);
  const best = known.sort((a, b) => b.paysUsd - a.paysUsd)[0];
  return best ?? { paysUsd: null, depthUsd: null };
}

/** Whole quote tokens. */
async function paysOf(ask: Ask, token: Address, amount: bigint, pool: Pool): Promise<number> {
  const { quote, held } = pool;
  // Constant product, its fee of 0.3 % left out.
  if (pool.kind === 'v2') return Number((held * amount) / (pool.holdsToken + amount)) / 10 ** quote.decimals;
  const reading = await readPool(ask, pool.at, { token, decimals: 0 }, quote);
  // Where the price would go along the way is not read: at most all that is there.
  return reading === null ? 0 : Math.min(Number(amount) * reading.rate, whole(pool));
}

function whole({ held, quote }: Pool): number {
  return Number(held) / 10 ** quote.decimals;
}

/** Where a factory of Uniswap V2's kind puts the pair of two tokens, whether or not it was ever made. */
export function pairAddress(factory: Address, codeHash: `0x${string}`, a: Address, b: Address): Address {
  const [first, second] = lowerAddress(a) < lowerAddress(b) ? [a, b] : [b, a];
  return lowerAddress(
    getCreate2Address({ from: factory, salt: keccak256(concatHex([first, second])), bytecodeHash: codeHash }),
  );
}

const ABI = parseAbi(['function balanceOf(address) view', 'function getReserves() view']);
const RESERVES = encodeFunctionData({ abi: ABI, functionName: 'getReserves' });
