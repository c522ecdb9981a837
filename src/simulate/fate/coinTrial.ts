import { type Address, concatHex, type Hex, numberToHex, padHex } from 'viem';
import type { Around } from '../Extra.ts';
import { encodeTrial, readNote, TRIAL_CODE } from '../power/trialCode.ts';
import { MAX_TRANSACTION_GAS } from '../probeCode.ts';
import { larger } from '../smaller.ts';
import type { Ask } from '../trip.ts';
import { COIN, type Line, type Played, play, requestLines } from './play.ts';

export interface CoinTrial {
  /** The contract that was paid. */
  readonly from: Address;
  /** Who tries to get the coins out of it. */
  readonly by: Address;
  readonly selectors: readonly Hex[];
  /** What was paid, wei. */
  readonly paidWei: bigint;
}

/** Answers with the balance of the account it is asked about: PUSH1 0 CALLDATALOAD BALANCE PUSH1 0 MSTORE PUSH1 32 PUSH1 0 RETURN. */
const BALANCE_CODE: Hex = '0x6000353160005260206000f3';
/** The same, its bits turned round: falls when the balance rises. */
const DEBT_CODE: Hex = '0x600035311960005260206000f3';

/** A lock that an honest service may hold a deposit for. */
const LATER_SECONDS = 40n * 86_400n;
/** Functions tried in one call. */
const CHUNK = 8;

/**
 * Pays as the request does, then has somebody try every function of the contract with every likely argument: the most
 * wei that left the contract by one of them. `null` where it could not be tried.
 */
export async function takenOut(ask: Ask, trial: CoinTrial, around: Around): Promise<bigint | null> {
  const attempts = attemptsOf(trial, trial.from, around);
  const overrides = { [trial.by]: { code: TRIAL_CODE }, [around.setting.places.account]: { code: BALANCE_CODE } };
  const paid = requestLines(around);
  const blocks = await play(ask, around, [{ calls: [...paid, ...attempts], overrides }], 'bare');
  const [calls = []] = blocks ?? [];
  if (blocks === null || calls.slice(0, paid.length).some(({ ok }) => !ok)) return null;
  return mostIn(calls.slice(paid.length), trial);
}

/** The same by the user, at once and 40 days later: the most wei that came back to the user's own account. */
export async function gotBack(ask: Ask, trial: CoinTrial, around: Around): Promise<bigint | null> {
  const attempts = attemptsOf(trial, trial.by, around);
  const overrides = { [trial.by]: { code: TRIAL_CODE }, [around.setting.places.account]: { code: DEBT_CODE } };
  const paid = requestLines(around);
  const acts = [
    { calls: [...paid, ...attempts], overrides },
    { calls: attempts, afterSeconds: LATER_SECONDS },
  ];
  const blocks = await play(ask, around, acts, 'bare');
  const [calls = [], later = []] = blocks ?? [];
  if (blocks === null || calls.slice(0, paid.length).some(({ ok }) => !ok)) return null;
  const found = [mostIn(calls.slice(paid.length), trial), mostIn(later, trial)];
  return found.reduce((most, one) => (one !== null && (most === null || one > most) ? one : most), null);
}

function attemptsOf({ from, by, selectors, paidWei }: CoinTrial, watched: Address, around: Around): readonly Line[] {
  const lists = withdrawals(by, paidWei);
  return chunksOf(selectors).map((some) => ({
    from: by,
    to: by,
    gas: MAX_TRANSACTION_GAS,
    data: encodeTrial({
      through: from,
      token: around.setting.places.account,
      holding: padHex(watched, { size: 32 }),
      selectors: some,
      lists,
    }),
  }));
}

function mostIn(tried: readonly Played[], { by, selectors }: CoinTrial): bigint | null {
  const notes = tried.flatMap(({ logs }, at) =>
    logs.flatMap(({ address, data, topics }) => {
      const own = address === by && topics.length === 0;
      const note = own ? readNote(data, { selectors: chunksOf(selectors)[at] ?? [] }) : null;
      return note === null ? [] : [note.amount];
    }),
  );
  // A part that burned all its gas hides what it would have shown.
  if (notes.length === 0) return tried.every(({ ok }) => ok) ? 0n : null;
  return notes.reduce(larger, 0n);
}

/** Arguments of functions that pay out: nothing, how much, to whom, of which token, in every usual order. */
function withdrawals(by: Address, paidWei: bigint): readonly Hex[] {
  const to = padHex(by, { size: 32 });
  const amount = numberToHex(paidWei, { size: 32 });
  const none = numberToHex(0n, { size: 32 });
  const coin = padHex(COIN, { size: 32 });
  return [
    [none],
    [amount, to, to],
    [to, amount],
    [none, amount, to],
    [none, to, amount],
    [coin, to, amount],
    [coin, amount, to],
    [to, none, amount],
    // A call passed on: to whom, with how much, no data.
    [to, amount, numberToHex(96n, { size: 32 }), none],
    [numberToHex(1n, { size: 32 })],
  ].map((words) => concatHex(words));
}

function chunksOf(selectors: readonly Hex[]): readonly (readonly Hex[])[] {
  const count = Math.ceil(selectors.length / CHUNK);
  return Array.from({ length: count }, (_, index) => selectors.slice(index * CHUNK, (index + 1) * CHUNK));
}
