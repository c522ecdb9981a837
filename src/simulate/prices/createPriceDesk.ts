import type { Address } from 'viem';
import { lowerAddress } from '../rpcValue.ts';
import type { ChainQuery, Price, PriceSource } from '../Simulator.ts';
import type { Ask } from '../trip.ts';
import { type FeedReading, readFeed } from './feed.ts';
import { POOL_FEES, type PoolReading, poolAddress, readPool } from './pool.ts';

/** Assets one look prices, and how many of them by their pools, which take a dozen questions each. */
export const MAX_PRICED = 8;
export const MAX_POOLED = 2;

/** A pool that holds less of what the token is sold for can be moved by anybody: its price says nothing. */
export const LEAST_DEPTH_USD = 50_000;

/** Collects which assets to price in a look, and makes the prices once everything is back. */
export interface PriceDesk {
  want(token: Address | 'native'): void;
  /** Packs what is wanted and was not asked yet. Never rejects. */
  ask(ask: Ask): Promise<void>;
  /** @param nowSeconds the newest block's time. An asset without a price anybody here knows is left out. */
  prices(nowSeconds: bigint): ReadonlyMap<Address | 'native', Price>;
}

export function createPriceDesk(priceSource: ChainQuery['priceSource']): PriceDesk {
  /** `true` once asked. */
  const wanted = new Map<Address | 'native', { readonly source: PriceSource; asked: boolean }>();
  const feeds = new Map<Address, FeedReading | null>();
  const asked = new Set<Address>();
  const pools = new Map<Address | 'native', { readonly quoteFeed: Address; readonly reading: PoolReading }[]>();
  let pooled = 0;

  const askFeed = async (ask: Ask, feed: Address): Promise<void> => {
    if (asked.has(feed)) return;
    asked.add(feed);
    feeds.set(feed, await readFeed(ask, feed));
  };
  const askPools = async (ask: Ask, token: Address, market: NonNullable<PriceSource['market']>): Promise<void> => {
    const found: { readonly quoteFeed: Address; readonly reading: PoolReading }[] = [];
    pools.set(token, found);
    const quotes = market.quotes.filter((quote) => quote.token !== token);
    await Promise.all(
      quotes.flatMap((quote) => [
        askFeed(ask, quote.feed),
        ...POOL_FEES.map(async (fee) => {
          const pool = poolAddress(market.factory, token, quote.token, fee);
          const reading = await readPool(ask, pool, { token, decimals: market.decimals }, quote);
          if (reading !== null) found.push({ quoteFeed: quote.feed, reading });
        }),
      ]),
    );
  };

  return {
    want(token) {
      const key = token === 'native' ? token : lowerAddress(token);
      if (wanted.has(key) || wanted.size >= MAX_PRICED) return;
      const source = priceSource?.(key) ?? null;
      if (source !== null) wanted.set(key, { source, asked: false });
    },
    async ask(ask) {
      const open = [...wanted].filter(([, one]) => !one.asked);
      for (const [, one] of open) one.asked = true;
      await Promise.all(
        open.map(([token, { source }]) => {
          if (source.feed !== null) return askFeed(ask, source.feed);
          if (token === 'native' || source.market === null || pooled >= MAX_POOLED) return undefined;
          pooled += 1;
          return askPools(ask, token, source.market);
        }),
      );
    },
    prices(nowSeconds) {
      const prices = new Map<Address | 'native', Price>();
      for (const [token, { source }] of wanted) {
        const price =
          source.feed === null
            ? fromPools(pools.get(token) ?? [], feeds)
            : fromFeed(feeds.get(source.feed), nowSeconds);
        if (price !== null) prices.set(token, price);
      }
      return prices;
    },
  };
}

function fromFeed(reading: FeedReading | null | undefined, nowSeconds: bigint): Price | null {
  if (reading == null) return null;
  const { usd, setAtSeconds } = reading;
  // A feed of a chain whose clock runs behind is fresh, not from the future.
  const ageSeconds = setAtSeconds === null ? null : Math.max(0, Number(nowSeconds - setAtSeconds));
  return { usd, source: 'chainlink', ageSeconds };
}

/** The deepest pool's word, where what stands in it is worth enough. */
function fromPools(
  found: readonly { readonly quoteFeed: Address; readonly reading: PoolReading }[],
  feeds: ReadonlyMap<Address, FeedReading | null>,
): Price | null {
  let best: { readonly usd: number; readonly depthUsd: number } | null = null;
  for (const { quoteFeed, reading } of found) {
    const quoteUsd = feeds.get(quoteFeed)?.usd;
    if (quoteUsd === undefined) continue;
    const depthUsd = reading.depth * quoteUsd;
    if (depthUsd >= LEAST_DEPTH_USD && (best === null || depthUsd > best.depthUsd)) {
      best = { usd: reading.rate * quoteUsd, depthUsd };
    }
  }
  // A pool's price stands since the last trade; when that was, it does not say.
  return best === null ? null : { usd: best.usd, source: 'uniswap-v3', ageSeconds: null };
}
