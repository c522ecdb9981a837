import type { Table } from './table.ts';
import { tokenKey } from './tokenKey.ts';

/** A coin, token or brand whose name is borrowed; see `tables/coins.ts` for the kinds. */
export interface Coin {
  readonly kind: string;
  readonly symbol: string;
  readonly name: string;
}

export interface Coins {
  /** The coin whose symbol or name has this key. For a brand the name alone counts: `MASK` is nobody's in particular. */
  called(key: string): Coin | null;
  /** The coin with this symbol key, among the kinds `money` and `token`. */
  ticker(key: string): Coin | null;
  /** Does this coin also go by the name with this key? */
  answersTo(coin: Coin, nameKey: string): boolean;
}

export function createCoins(table: Table): Coins {
  const index = lazy(() => {
    const called = new Map<string, Coin>();
    const tickers = new Map<string, Coin>();
    const names = new Map<Coin, Set<string>>();
    for (const [kind = '', symbol = '', name = '', also = ''] of table.rows()) {
      const coin = { kind, symbol, name };
      const nameKeys = [name, ...also.split('|')].map(tokenKey).filter((key) => key !== '');
      names.set(coin, new Set(nameKeys));
      if (kind === 'money' || kind === 'token') tickers.set(tokenKey(symbol), coin);
      else for (const key of kind === 'brand' ? nameKeys : [tokenKey(symbol), ...nameKeys]) called.set(key, coin);
    }
    return { called, tickers, names };
  });
  return {
    called: (key) => index().called.get(key) ?? null,
    ticker: (key) => index().tickers.get(key) ?? null,
    answersTo: (coin, nameKey) => index().names.get(coin)?.has(nameKey) === true,
  };
}

export function lazy<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
