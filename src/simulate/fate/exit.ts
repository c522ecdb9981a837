import type { Address, Hex } from 'viem';
import type { Around, Extra, ExtraAnswer, ExtraStep } from '../Extra.ts';
import type { Touched } from '../perturb/touched.ts';
import { readCode } from '../power/readGrantee.ts';
import type { Exit } from '../Simulator.ts';
import { type Books, booksIn, ownSlots, readingAct, touchedBy } from './books.ts';
import { type Move, movesIn } from './moves.ts';
import { isPlain, play, requestLines } from './play.ts';

/**
 * What a contract keeps in its own books for the user leaves by a function nobody knows, to somebody the call names: the
 * logs say who gets it, and the storage whose entry falls.
 *
 * Blind spots: books kept elsewhere than in a mapping by account; a receiver the call does not name.
 */
export const exit: Extra = {
  id: 'exit',
  prepare(around) {
    const { canSimulate, query, scenario, user, view } = around;
    const { action } = query;
    const [line, second] = requestLines(around);
    if (!canSimulate || user === null || view.run?.status !== 'success' || !isPlain(scenario)) return null;
    if (action.kind !== 'call' || action.gist !== undefined || line === undefined || second !== undefined) return null;
    const { data, to } = line;
    // What leaves the user's own account is seen without this.
    if (to === null || view.run.deltas.some(({ delta }) => delta < 0n)) return null;
    return namesIn(data).some((one) => one !== user && one !== to) ? follow(around, user, to, data) : null;
  },
};

/** A function that pays out has few arguments. */
const MAX_WORDS = 64;

/** Words of the calldata that may be addresses. */
function namesIn(data: Hex): readonly Address[] {
  const words = data.slice(10, 10 + 64 * MAX_WORDS).match(/.{64}/gu) ?? [];
  return words.filter((word) => /^0{24}(?!0{12})/u.test(word)).map((word): Address => `0x${word.slice(24)}`);
}

function follow(around: Around, user: Address, of: Address, data: Hex): ExtraStep {
  return async ({ askIfAble: ask }) => {
    const [touched, played] = await Promise.all([
      touchedBy(ask, around),
      play(ask, around, [{ calls: requestLines(around) }]),
    ]);
    const run = played?.[0]?.[0];
    if (touched === null || touched.length === 0 || run?.ok !== true) return NOTHING;
    const named = namesIn(data);
    const out = movesIn(run).find(
      ({ from, to }) => from !== user && to !== user && to !== of && BigInt(from) !== 0n && named.includes(to),
    );
    return out === undefined ? NOTHING : { found: {}, next: compare(around, touched, user, of, out) };
  };
}

function compare(around: Around, touched: readonly Touched[], user: Address, of: Address, out: Move): ExtraStep {
  return async ({ askIfAble: ask }): Promise<ExtraAnswer> => {
    const reading = readingAct(touched, around);
    const [code, before, after] = await Promise.all([
      readCode(ask, out.to),
      play(ask, around, [reading]),
      play(ask, around, [{ calls: requestLines(around) }, reading]),
    ]);
    const [had, has] = [booksIn(touched, before?.[0] ?? []), booksIn(touched, after?.[1] ?? [])];
    const share = had === null || has === null ? null : shareGone(had, has, user, of, out);
    if (share === null) return NOTHING;
    const { amount, asset, to } = out;
    const exit: Exit = { of, to, asset, amount, share, toContract: code !== '0x' };
    return { found: { exit }, next: null };
  };
}

/** How much of the user's entry went, in [0, 1]; `null` where none fell, or one in another contract rose. */
function shareGone(had: Books, has: Books, user: Address, of: Address, { amount, asset, to }: Move): number | null {
  const own = ownSlots(user, [of, to, ...('address' in asset ? [asset.address] : [])]);
  let gone: { readonly share: number; readonly exact: boolean } | null = null;
  for (const [key, before] of had) {
    const [contract, slot] = key.split(' ');
    const after = has.get(key) ?? before;
    const isOwn = slot !== undefined && own.has(`0x${slot.slice(2).toLowerCase()}`);
    // Moved to books of the user's own elsewhere: a migration, a deposit into the next vault.
    if (isOwn && contract !== of && after > before) return null;
    if (contract !== of) continue;
    const item = before === BigInt(user) && after !== before;
    if (!item && !(isOwn && before - after > 1n)) continue;
    const exact = item || before - after === amount;
    const share = item ? 1 : Number(((before - after) * 10_000n) / before) / 10_000;
    if (gone === null || (exact && !gone.exact) || (exact === gone.exact && share > gone.share))
      gone = { share, exact };
  }
  return gone?.share ?? null;
}

const NOTHING: ExtraAnswer = { found: {}, next: null };
