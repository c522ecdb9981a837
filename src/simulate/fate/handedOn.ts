import type { Address, Hex } from 'viem';
import type { Action } from '../../decode/Action.ts';
import type { Around, Extra, ExtraAnswer, ExtraStep } from '../Extra.ts';
import type { Touched } from '../perturb/touched.ts';
import { readCode } from '../power/readGrantee.ts';
import { lowerAddress } from '../rpcValue.ts';
import { booksIn, readingAct, sameBooks, touchedBy } from './books.ts';
import { type Move, movesIn } from './moves.ts';
import { isPlain, play, requestLines } from './play.ts';

/**
 * A contract that no list knows takes nearly all of a coin and hands it on, in the same call, to a plain account that the
 * call does not name. An honest one gives something, or stores or logs whose coins they were.
 *
 * Blind spots: a contract that writes down or logs what it never honours; one that keeps the coins for later.
 */
export const handedOn: Extra = {
  id: 'handed-on',
  prepare(around) {
    const gone = goneIn(around);
    return gone === null ? null : follow(around, gone);
  },
};

/** From this part of the holding on, a payment for nothing is no fee. */
const NEARLY_ALL_OF_100 = 90n;
/** A thief and the maker of their tools share; more than these are a distribution. */
const MAX_RECEIVERS = 4;

interface Gone {
  readonly token: Address;
  readonly amount: bigint;
}

function goneIn(around: Around): Gone | null {
  const { canSimulate, query, scenario, user, view } = around;
  const [line, second] = requestLines(around);
  if (!canSimulate || user === null || view.run?.status !== 'success' || !isPlain(scenario)) return null;
  if (line === undefined || second !== undefined || view.run.deltas.some(({ delta }) => delta > 0n)) return null;
  const known = new Set((query.known ?? []).map(lowerAddress));
  if (calledIn(query.action).every((to) => known.has(to))) return null;
  for (const { asset, delta, to } of view.run.deltas) {
    if (asset.type !== 'erc20' || to === user) continue;
    const holding = view.tokens.get(asset.address)?.holding ?? 0n;
    if (holding > 0n && -delta * 100n >= holding * NEARLY_ALL_OF_100) return { token: asset.address, amount: -delta };
  }
  return null;
}

/** Contracts whose functions nobody here knows. */
function calledIn(action: Action): readonly Address[] {
  if (action.kind === 'batch') return action.actions.flatMap(calledIn);
  return action.kind === 'call' ? [lowerAddress(action.to)] : [];
}

/** Wherever it stands: arguments may be packed. */
function names(data: Hex, address: Address): boolean {
  return data.toLowerCase().includes(address.slice(2));
}

function follow(around: Around, gone: Gone): ExtraStep {
  return async ({ askIfAble: ask }) => {
    const lines = requestLines(around);
    const [touched, played] = await Promise.all([touchedBy(ask, around), play(ask, around, [{ calls: lines }])]);
    const run = played?.[0]?.[0];
    if (touched === null || run?.ok !== true || run.logs.some(({ address }) => address !== gone.token)) return NOTHING;
    const receivers = receiversIn(movesIn(run), gone.token);
    const named = receivers.some((to) => BigInt(to) === 0n || lines.some(({ data }) => names(data, to)));
    if (receivers.length === 0 || receivers.length > MAX_RECEIVERS || named) return NOTHING;
    const others = touched.filter(({ address }) => address !== gone.token);
    return { found: {}, next: compare(around, gone, receivers, others) };
  };
}

/** Who has more of the coin afterwards, the one with most of it first. */
function receiversIn(moves: readonly Move[], token: Address): readonly Address[] {
  const net = new Map<Address, bigint>();
  for (const { amount, asset, from, to } of moves) {
    if (asset.type !== 'erc20' || asset.address !== token) continue;
    net.set(from, (net.get(from) ?? 0n) - amount);
    net.set(to, (net.get(to) ?? 0n) + amount);
  }
  return [...net]
    .filter(([, amount]) => amount > 0n)
    .sort(([, a], [, b]) => (b > a ? 1 : -1))
    .map(([who]) => who);
}

/** Whether they are plain accounts, and any contract but the coin's own wrote anything down. */
function compare(around: Around, gone: Gone, receivers: readonly Address[], touched: readonly Touched[]): ExtraStep {
  return async ({ askIfAble: ask }): Promise<ExtraAnswer> => {
    const reading = readingAct(touched, around);
    const [codes, before, after] = await Promise.all([
      Promise.all(receivers.map((who) => readCode(ask, who))),
      touched.length === 0 ? [[]] : play(ask, around, [reading]),
      touched.length === 0 ? [[], []] : play(ask, around, [{ calls: requestLines(around) }, reading]),
    ]);
    const [had, has] = [booksIn(touched, before?.[0] ?? []), booksIn(touched, after?.[1] ?? [])];
    const [to] = receivers;
    if (to === undefined || codes.some((code) => code !== '0x')) return NOTHING;
    if (had === null || has === null || !sameBooks(had, has)) return NOTHING;
    return { found: { handedOn: { ...gone, to } }, next: null };
  };
}

const NOTHING: ExtraAnswer = { found: {}, next: null };
