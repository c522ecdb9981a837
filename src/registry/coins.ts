import { lazy, type Table } from './table.ts';
import { resembles, tokenKey } from './tokenKey.ts';

/** A coin, token or brand whose name is borrowed; `tables/coins.ts` says what the kinds mean. */
export interface Coin {
  readonly kind: string;
  readonly symbol: string;
  readonly name: string;
  readonly alsoCalled: readonly string[];
}

export interface Coins {
  /** The coin or brand of this kind that a symbol or name resembles. A brand's symbol does not count: `MASK` is nobody's in particular. */
  called(kind: 'native' | 'brand', text: string): Coin | null;
  /** The coin of the kinds `money` and `token` whose symbol this one resembles. */
  ticker(symbol: string): Coin | null;
}

export function createCoins(table: Table): Coins {
  const index = lazy(() => {
    const called = new Map<string, [Coin, string][]>();
    const tickers = new Map<string, [Coin, string][]>();
    for (const [kind = '', symbol = '', name = '', also = ''] of table.rows()) {
      const coin: Coin = { kind, symbol, name, alsoCalled: also === '' ? [] : also.split('|') };
      if (kind === 'money' || kind === 'token') file(tickers, coin, symbol);
      else for (const text of namesOf(coin)) file(called, coin, text);
    }
    return { called, tickers };
  });
  return {
    called: (kind, text) => find(index().called, text, (coin) => coin.kind === kind),
    ticker: (symbol) => find(index().tickers, symbol, () => true),
  };
}

/** Does the coin go by this name too? */
export function answersTo(coin: Coin, name: string): boolean {
  return [coin.name, ...coin.alsoCalled].some((known) => resembles(name, known));
}

type Filed = Map<string, [Coin, string][]>;

function namesOf(coin: Coin): string[] {
  const names = [coin.name, ...coin.alsoCalled];
  return coin.kind === 'brand' ? names : [coin.symbol, ...names];
}

function file(filed: Filed, coin: Coin, text: string): void {
  const key = tokenKey(text);
  filed.set(key, [...(filed.get(key) ?? []), [coin, text]]);
}

function find(filed: Filed, text: string, fits: (coin: Coin) => boolean): Coin | null {
  const key = tokenKey(text);
  if (key === '') return null;
  return filed.get(key)?.find(([coin, genuine]) => fits(coin) && resembles(text, genuine))?.[0] ?? null;
}
