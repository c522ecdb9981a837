import * as v from 'valibot';
import { CONTRACTS } from '../../../src/registry/tables/contracts.ts';
import { V3_FACTORIES } from '../../../src/registry/tables/markets.ts';
import { readChains } from './readPackages.ts';
import type { Rows } from './registryTables.ts';

const Market = v.object({
  CHAIN_ID: v.number(),
  ASSETS: v.record(v.string(), v.object({ decimals: v.number(), UNDERLYING: v.string(), ORACLE: v.string() })),
});

/** Not what a market pays: a price that was fixed by vote, and discounts that a formula counts down. */
const NO_MARKET_PRICE = /^(?:GHO|PT_.*)$/u;

/** Dollar feeds of every Aave V3 market on a main network, and Uniswap's factories there; read back in `src/registry/prices.ts`. */
export async function feedRows(): Promise<Rows> {
  const book: Record<string, unknown> = await import('@aave-dao/aave-address-book');
  const testnets = new Set(readChains().flatMap(({ id, testnet }) => (testnet === true ? [id] : [])));
  const feeds = new Map<string, string[]>();
  for (const key of Object.keys(book).sort()) {
    const market = v.safeParse(Market, book[key]);
    if (!/^AaveV3/u.test(key) || !market.success || testnets.has(market.output.CHAIN_ID)) continue;
    const { CHAIN_ID: chainId, ASSETS: assets } = market.output;
    // Where both stand, the coin issued on the chain itself is the one that is traded.
    const dollar = 'USDCn' in assets ? 'USDCn' : 'USDC';
    for (const [symbol, { decimals, UNDERLYING, ORACLE }] of Object.entries(assets)) {
      const token = UNDERLYING.toLowerCase();
      if (NO_MARKET_PRICE.test(symbol) || feeds.has(`${chainId}:${token}`)) continue;
      const isCoin = coinFaces(chainId).includes(token);
      const quoted = isCoin || symbol === dollar ? String(decimals) : '';
      feeds.set(`${chainId}:${token}`, ['feed', String(chainId), token, ORACLE.toLowerCase(), quoted]);
      if (isCoin) feeds.set(`${chainId}:native`, ['feed', String(chainId), 'native', ORACLE.toLowerCase(), '']);
    }
  }
  const factories = Object.entries(V3_FACTORIES).map(([chainId, factory]) => [
    ...['factory', chainId, '', factory.toLowerCase(), ''],
  ]);
  const sorted = [...feeds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  return [...factories, ...sorted];
}

/** The chain's coin as a token: wrapped one to one, or its own face. */
function coinFaces(chainId: number): string[] {
  return CONTRACTS.filter(
    ({ role, name, chains }) =>
      (role === 'wrapped' || name.endsWith('(native)')) && (chains === '*' || chains.includes(chainId)),
  ).map(({ address }) => address.toLowerCase());
}
