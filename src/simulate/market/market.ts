import type { Address } from 'viem';
import type { Action } from '../../decode/Action.ts';
import type { Extra } from '../Extra.ts';
import { lowerAddress } from '../rpcValue.ts';
import type { ChainView, Market } from '../Simulator.ts';
import { hasNobody } from './hasNobody.ts';
import { findPools, weigh } from './pools.ts';

/**
 * What an order is paid in, where no list knows it: whether an exchange of this chain buys the coin, and whether the
 * item is there at all. The pools' own places follow from their factories, so a coin cannot make itself a market.
 */
export const market: Extra = {
  id: 'market',
  prepare({ query: { action, isListed, marketSource } }) {
    const { coins, items } = receiptsOf(action, (token) => isListed?.(token) !== true);
    const asked = marketSource == null ? [] : coins;
    if (asked.length === 0 && items.length === 0) return null;
    return async ({ askIfAble: ask }) => {
      const [pools, nobodys] = await Promise.all([
        Promise.all(asked.map(({ token }) => (marketSource == null ? null : findPools(ask, token, marketSource)))),
        Promise.all(items.map((item) => hasNobody(ask, item))),
      ]);
      const unmade = items.filter((_, at) => nobodys[at] === true);
      const found: Partial<ChainView> = unmade.length === 0 ? {} : { unmade };
      const told = asked.flatMap((coin, at) => {
        const each = pools[at];
        return each == null ? [] : [{ ...coin, pools: each }];
      });
      if (told.length === 0) return { found, next: null };
      const none = told.flatMap(({ token, pools }): [Address, Market][] =>
        pools.length === 0 ? [[token, NO_MARKET]] : [],
      );
      if (none.length === told.length) return { found: { ...found, markets: new Map(none) }, next: null };
      return {
        found,
        next: async ({ askIfAble }) => {
          const markets = await Promise.all(
            told.map(async ({ token, amount, pools }): Promise<[Address, Market]> => {
              return [token, pools.length === 0 ? NO_MARKET : await weigh(askIfAble, token, amount, pools)];
            }),
          );
          return { found: { markets: new Map(markets) }, next: null };
        },
      };
    };
  },
};

const NO_MARKET: Market = { paysUsd: 0, depthUsd: 0 };

/** Coins and items of each kind that are asked about. */
const MOST = 2;

interface Receipts {
  readonly coins: readonly { readonly token: Address; readonly amount: bigint }[];
  readonly items: readonly { readonly collection: Address; readonly id: bigint }[];
}

function receiptsOf(action: Action, isUnlisted: (token: Address) => boolean): Receipts {
  const coins = new Map<Address, bigint>();
  const items: Receipts['items'][number][] = [];
  for (const { asset, amount } of ordersIn(action).flatMap(({ receives }) => receives)) {
    if (asset.type === 'native' || !isUnlisted(lowerAddress(asset.address))) continue;
    const token = lowerAddress(asset.address);
    if (asset.type === 'erc20' && amount !== 'unlimited') coins.set(token, (coins.get(token) ?? 0n) + amount);
    if (asset.type === 'erc721' && asset.id !== null) items.push({ collection: token, id: asset.id });
  }
  const wanted = [...coins].filter(([, amount]) => amount > 0n).map(([token, amount]) => ({ token, amount }));
  return { coins: wanted.slice(0, MOST), items: items.slice(0, MOST) };
}

function ordersIn(action: Action): readonly (Action & { kind: 'order' })[] {
  if (action.kind === 'batch') return action.actions.flatMap(ordersIn);
  return action.kind === 'order' ? [action] : [];
}
