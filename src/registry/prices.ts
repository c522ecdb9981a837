import type { Address } from 'viem';
import type { PriceSource } from '../simulate/Simulator.ts';
import type { RegistryToken } from './Registry.ts';
import { lazy, type Table } from './table.ts';

type PriceSources = (chainId: number, token: Address | 'native') => PriceSource | null;

/**
 * Where to read what a token is worth: its feed, or for another listed token the pools against tokens with a feed.
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
  return (chainId, token) => {
    const key = token.toLowerCase();
    const feed = index().byToken.get(`${chainId}:${key}`) ?? null;
    if (feed !== null) return { feed, market: null };
    const market = index().markets.get(chainId);
    const listed = token === 'native' ? null : tokenAt(chainId, token);
    if (market === undefined || listed === null || listed.type !== 'erc20' || listed.decimals === null) return null;
    return { feed: null, market: { ...market, decimals: listed.decimals } };
  };
}

interface Market {
  readonly factory: Address;
  readonly quotes: { readonly token: Address; readonly feed: Address; readonly decimals: number }[];
}
