import type { Address } from 'viem';
import type { Asset } from '../../decode/Action.ts';
import { type RunLog, TOPIC } from '../probesFromLogs.ts';
import { COIN, type Played } from './play.ts';

/** Coins, tokens or an item that went from one account to another, as a run's logs tell. Lower case. */
export interface Move {
  readonly asset: Asset;
  readonly from: Address;
  readonly to: Address;
  /** Base units; 1 for an item. */
  readonly amount: bigint;
}

export function movesIn({ logs }: Played): readonly Move[] {
  return logs.flatMap(({ address, data, topics: [topic, from, to, id] }): readonly Move[] => {
    if (topic !== TOPIC.transfer || from === undefined || to === undefined) return [];
    if (id === undefined && data.length < 66) return [];
    const asset: Asset =
      id !== undefined
        ? { type: 'erc721', address, id: BigInt(id) }
        : address === COIN
          ? { type: 'native' }
          : { type: 'erc20', address };
    const amount = id === undefined ? BigInt(data.slice(0, 66)) : 1n;
    return [{ asset, from: `0x${from.slice(26)}`, to: `0x${to.slice(26)}`, amount }];
  });
}

/** What the contracts themselves logged: one text, equal for equal logs, empty where they said nothing. */
export function saidIn({ logs }: Played): string {
  return logs
    .filter(({ address }) => address !== COIN)
    .map(textOf)
    .join();
}

/** Who has more coins after a run, and how much more. The payer and whoever only passed coins on are left out. */
export function coinGains(moves: readonly Move[]): ReadonlyMap<Address, bigint> {
  const net = new Map<Address, bigint>();
  const add = (who: Address, amount: bigint) => net.set(who, (net.get(who) ?? 0n) + amount);
  for (const { asset, from, to, amount } of moves) {
    if (asset.type !== 'native') continue;
    add(from, -amount);
    add(to, amount);
  }
  return new Map([...net].filter(([, amount]) => amount > 0n));
}

function textOf({ address, topics, data }: RunLog): string {
  return `${address} ${topics.join(' ')} ${data};`;
}
