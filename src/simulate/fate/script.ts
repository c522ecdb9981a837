import { type Address, encodeFunctionData, parseAbi } from 'viem';
import type { Action, Asset } from '../../decode/Action.ts';
import { assetKey } from '../assets.ts';
import type { Around, Extra, ExtraAnswer, ExtraStep } from '../Extra.ts';
import { readAll, readCode } from '../power/readGrantee.ts';
import { lowerAddress } from '../rpcValue.ts';
import type { ScriptTakes } from '../Simulator.ts';
import type { Ask } from '../trip.ts';
import { type Move, movesIn } from './moves.ts';
import { isPlain, play, requestLines } from './play.ts';

/**
 * What a proxy of the user's loses when it runs a script that no list knows as its own code: the most that goes from it
 * to one plain account, where nothing of known worth comes to the proxy or to the user.
 *
 * Blind spots: what goes to a contract; powers the script gives over what the proxy holds.
 */
export const script: Extra = {
  id: 'script',
  prepare(around) {
    const { canSimulate, query, scenario, user, view } = around;
    if (!canSimulate || user === null || view.run?.status !== 'success' || !isPlain(scenario)) return null;
    const known = new Set((query.known ?? []).map(lowerAddress));
    const run = scriptsIn(query.action).find(({ to }) => !known.has(lowerAddress(to)));
    return run === undefined ? null : follow(around, user, lowerAddress(run.of));
  },
};

function scriptsIn(action: Action): readonly { readonly of: Address; readonly to: Address }[] {
  if (action.kind === 'batch') return action.actions.flatMap(scriptsIn);
  return action.kind === 'delegatecall' ? [action] : [];
}

function follow(around: Around, user: Address, of: Address): ExtraStep {
  return async ({ askIfAble: ask }) => {
    const lines = requestLines(around);
    const played = await play(ask, around, [{ calls: lines }]);
    const moves = played?.[0]?.flatMap(movesIn) ?? [];
    if (moves.some((move) => (move.to === of || move.to === user) && isPrice(move, user, around))) return NOTHING;
    const out = moves.filter(({ from, to }) => from === of && to !== of && to !== user && BigInt(to) !== 0n);
    return out.length === 0 ? NOTHING : { found: {}, next: weigh(around, of, out) };
  };
}

/** Something of known worth that comes from others; what the user brings along is no price. */
function isPrice({ asset, from }: Move, user: Address, { query }: Around): boolean {
  if (from === user) return false;
  return asset.type === 'native' || query.isListed?.(asset.address) === true;
}

/** More receivers than these are a distribution. */
const MAX_RECEIVERS = 4;

function weigh(around: Around, of: Address, out: readonly Move[]): ExtraStep {
  return async ({ askIfAble: ask }): Promise<ExtraAnswer> => {
    const weighed = await Promise.all(sums(out).map((move) => weighOne(ask, around, of, move)));
    const [worst] = weighed.filter((one) => one !== null).sort((a, b) => b.share - a.share);
    return worst === undefined ? NOTHING : { found: { scriptTakes: worst }, next: null };
  };
}

/** Several moves of one asset to one account are one. */
function sums(moves: readonly Move[]): readonly Move[] {
  const found = new Map<string, Move>();
  for (const move of moves) {
    const key = `${move.to} ${assetKey(move.asset)}`;
    found.set(key, { ...move, amount: move.amount + (found.get(key)?.amount ?? 0n) });
  }
  return [...found.values()].slice(0, MAX_RECEIVERS);
}

async function weighOne(
  ask: Ask,
  around: Around,
  of: Address,
  { asset, amount, to }: Move,
): Promise<ScriptTakes | null> {
  const [code, holding] = await Promise.all([readCode(ask, to), holdingOf(ask, around, of, asset)]);
  if (code !== '0x' || holding === null || holding === 0n) return null;
  const share = amount >= holding ? 1 : Number((amount * 10_000n) / holding) / 10_000;
  return { of, to, asset, amount, share };
}

/** Before the request; an item is all of itself. */
async function holdingOf(ask: Ask, { setting, view }: Around, of: Address, asset: Asset): Promise<bigint | null> {
  if (asset.type === 'native') return view.accounts.get(of)?.balanceWei ?? null;
  if (asset.type !== 'erc20') return 1n;
  const data = encodeFunctionData({ abi: HOLDING, args: [of] });
  const [words] = await readAll(ask, setting, [{ to: asset.address, data }]);
  return words?.[0] ?? null;
}

const HOLDING = parseAbi(['function balanceOf(address account) view returns (uint256)']);
const NOTHING: ExtraAnswer = { found: {}, next: null };
