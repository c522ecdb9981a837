import type { Address } from 'viem';
import type { MarketSource, PriceSource } from '../simulate/Simulator.ts';
import type { RegistryToken } from './Registry.ts';
import { lazy, type Table } from './table.ts';
import { V2_FACTORIES, WELL_COVERED } from './tables/markets.ts';

interface PriceSources {
  priceSource(chainId: number, token: Address | 'native'): PriceSource | null;
  marketSource(chainId: number): MarketSource | null;
}

/**
 * Where to read what a token is worth: its feed, or for another listed token the pools against tokens with a feed; and
 * where to ask whether anybody buys a token that no list knows.
 *
 * Rows of the table: `factory`, chain id, nothing, address; then `feed`, chain id, token or `native`, feed, and the decimals
 * of a token that others are quoted in.
 */
export function createPriceSources(
  feeds: Table,
  tokenAt: (chainId: number, address: Address) => RegistryToken | null,
): PriceSources {
  const index = lazy(() => {
    const byToken = new Map<string, Address>();
    const markets = new Map<number, Market>();
    for (const [kind, chain, token = '', value = '', decimals = ''] of feeds.rows()) {
      const chainId = Number(chain);
      const address: Address = `0x${value.slice(2)}`;
      if (kind === 'factory') markets.set(chainId, { factory: address, quotes: [] });
      if (kind !== 'feed') continue;
      byToken.set(`${chainId}:${token}`, address);
      // Factories stand before feeds in the file.
      if (decimals !== '') {
        markets.get(chainId)?.quotes.push({ token: `0x${token.slice(2)}`, feed: address, decimals: Number(decimals) });
      }
    }
    return { byToken, markets };
  });
  const priceSource: PriceSources['priceSource'] = (chainId, token) => {
    const key = token.toLowerCase();
    const feed = index().byToken.get(`${chainId}:${key}`) ?? null;
    if (feed !== null) return { feed, market: null };
    const market = index().markets.get(chainId);
    const listed = token === 'native' ? null : tokenAt(chainId, token);
    if (market === undefined || listed === null || listed.type !== 'erc20' || listed.decimals === null) return null;
    return { feed: null, market: { ...market, decimals: listed.decimals } };
  };
  const marketSource: PriceSources['marketSource'] = (chainId) => {
    const market = index().markets.get(chainId);
    if (market === undefined) return null;
    const dollars = [...index().byToken].flatMap(([key, feed]) => {
      const [chain, token = ''] = key.split(':');
      if (chain !== String(chainId) || !token.startsWith('0x')) return [];
      const listed = tokenAt(chainId, `0x${token.slice(2)}`);
      const decimals = listed === null || !DOLLARS.has(listed.symbol.toUpperCase()) ? null : listed.decimals;
      return decimals === null ? [] : [{ token: listed?.address ?? feed, feed, decimals }];
    });
    const known = new Set(market.quotes.map(({ token }) => token));
    return {
      v2: (V2_FACTORIES[chainId] ?? []).map(([factory, codeHash]) => ({
        factory: hex(factory),
        codeHash: hex(codeHash),
      })),
      v3: market.factory,
      quotes: [...market.quotes, ...dollars.filter(({ token }) => !known.has(token))],
      complete: WELL_COVERED.has(chainId),
    };
  };
  return { priceSource, marketSource };
}

/** What coins are sold for besides the chain's own and its first dollar. */
const DOLLARS: ReadonlySet<string> = new Set(['USDT', 'DAI']);

function hex(text: string): `0x${string}` {
  return `0x${text.slice(2)}`;
}

interface Market {
  readonly factory: Address;
  readonly quotes: { readonly token: Address; readonly feed: Address; readonly decimals: number }[];
}
