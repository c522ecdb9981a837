import type { Address } from 'viem';
import type { Around, Extra, ExtraAnswer, ExtraStep } from '../Extra.ts';
import type { Touched } from '../perturb/touched.ts';
import { type Grantee, readCode, readGrantee } from '../power/readGrantee.ts';
import { selectorsIn } from '../power/selectorsIn.ts';
import { lowerAddress } from '../rpcValue.ts';
import type { Payment } from '../Simulator.ts';
import type { Ask } from '../trip.ts';
import { booksIn, readingAct, sameBooks, touchedBy } from './books.ts';
import { gotBack, takenOut } from './coinTrial.ts';
import { coinGains, movesIn, saidIn } from './moves.ts';
import { isPlain, type Line, type Played, play, requestLines } from './play.ts';

/**
 * What becomes of coins that a contract no list knows is paid and gives nothing genuine for. The same call with a
 * thousandth of the coins tells whether there is a price: an honest service asks for one, writes down who paid how much,
 * or says so in an event. Where the payment leaves no trace, those the contract names try to take it out.
 *
 * Blind spots: a contract that writes down what it never honours; a taker behind another contract.
 */
export const payment: Extra = {
  id: 'payment',
  prepare(around) {
    const paid = paidIn(around);
    return paid === null ? null : compare(around, paid);
  },
};

interface Paid {
  readonly to: Address;
  readonly wei: bigint;
  readonly line: Line;
  /** True where it is nearly all the user has: then a trace that does not depend on the sum counts as none. */
  readonly nearlyAll: boolean;
}

/** From this part of the holding on, or from this sum on whatever is held, a payment for nothing is no fee. */
const LEAST_OF_100 = 5n;
const LEAST_WEI = 10n ** 17n;
const NEARLY_ALL_OF_100 = 90n;
/** No honest price is a thousandth of what is asked. */
const LESS = 1000n;
const MAX_PARTIES = 5;
/** Below this a word is no address anybody has the key of. */
const LEAST_ADDRESS = 1n << 104n;

function paidIn(around: Around): Paid | null {
  const { canSimulate, query, scenario, user, view } = around;
  const [line, second] = requestLines(around);
  if (!canSimulate || user === null || view.run?.status !== 'success' || !isPlain(scenario)) return null;
  if (line === undefined || second !== undefined || line.to === null || line.data === '0x') return null;
  const { to, valueWei: wei = 0n } = line;
  if (view.accounts.get(to)?.code !== 'contract' || (query.known ?? []).map(lowerAddress).includes(to)) return null;
  if (wei < LESS || (wei < LEAST_WEI && wei * 100n < view.balanceWei * LEAST_OF_100)) return null;
  const nearlyAll = wei * 100n >= view.balanceWei * NEARLY_ALL_OF_100;
  const arrived = view.run.deltas.filter(({ delta }) => delta > 0n);
  const worthless = arrived.every(({ asset }) => asset.type === 'erc20' && query.isListed?.(asset.address) !== true);
  return worthless && (arrived.length === 0 || nearlyAll) ? { to, wei, line, nearlyAll } : null;
}

interface Known {
  readonly paid: Paid;
  readonly grantee: Grantee;
  readonly touched: readonly Touched[];
  readonly run: Played;
}

function compare(around: Around, paid: Paid): ExtraStep {
  return async ({ askIfAble: ask }) => {
    const { line, to, wei } = paid;
    const want = { through: to, token: to, tokenType: 'erc20', limit: 0n, itemId: null, kept: 'token' } as const;
    const [grantee, touched, full, less] = await Promise.all([
      readGrantee(ask, { ...want, bySignature: false }, around.setting),
      touchedBy(ask, around),
      play(ask, around, [{ calls: [line] }]),
      play(ask, around, [{ calls: [{ ...line, valueWei: wei / LESS }] }]),
    ]);
    const [run, lesser] = [full?.[0]?.[0], less?.[0]?.[0]];
    if (touched === null || run?.ok !== true || lesser?.ok !== true) return NOTHING;
    const said = saidIn(run);
    if (saidIn(lesser) !== said || (said !== '' && !paid.nearlyAll)) return NOTHING;
    const known = { paid, grantee, touched, run };
    return { found: {}, next: grantee.implementation === null ? settle(around, known) : look(around, known) };
  };
}

/** A proxy's functions stand in the code behind it. */
function look(around: Around, known: Known): ExtraStep {
  return async ({ askIfAble: ask }) => {
    const { implementation, code } = known.grantee;
    const behind = implementation === null ? '0x' : await readCode(ask, implementation);
    const grantee: Grantee = { ...known.grantee, code: `${code}${behind.slice(2)}` };
    return { found: {}, next: settle(around, { ...known, grantee }) };
  };
}

function settle(around: Around, known: Known): ExtraStep {
  return async ({ askIfAble: ask }): Promise<ExtraAnswer> => {
    const { user } = around;
    const { grantee, paid } = known;
    if (user === null) return NOTHING;
    const trial = { from: paid.to, selectors: selectorsIn(grantee.code), paidWei: paid.wei };
    const [trace, receiver, taker, backWei] = await Promise.all([
      traceOf(ask, around, known),
      receiverIn(ask, around, known),
      takerOf(ask, around, known),
      gotBack(ask, { ...trial, by: user }, around),
    ]);
    const to = receiver ?? taker;
    if (trace === null || to === null || backWei === null || backWei > 0n) return NOTHING;
    const payment: Payment = { of: paid.to, to, trace };
    return { found: { payment }, next: null };
  };
}

/** What the payment leaves behind in storage and events; `null` where the sum matters, or nobody could tell. */
async function traceOf(ask: Ask, around: Around, { paid, run, touched }: Known): Promise<Payment['trace'] | null> {
  const said = saidIn(run) !== '';
  if (touched.length === 0) return said ? 'same' : 'none';
  const reading = readingAct(touched, around);
  const { line, wei } = paid;
  const [before, after, less] = await Promise.all([
    play(ask, around, [reading]),
    play(ask, around, [{ calls: [line] }, reading]),
    play(ask, around, [{ calls: [{ ...line, valueWei: wei / LESS }] }, reading]),
  ]);
  const books = [before, after, less].map((blocks) => booksIn(touched, blocks?.at(-1) ?? []));
  const [empty, full, lesser] = books;
  if (empty == null || full == null || lesser == null || !sameBooks(full, lesser)) return null;
  if (!said && sameBooks(empty, full)) return 'none';
  return paid.nearlyAll ? 'same' : null;
}

/** Who has the coins once the request ran: plain accounts that hold nearly all of them, the largest share's. */
async function receiverIn(ask: Ask, { user }: Around, { paid, run }: Known): Promise<Address | null> {
  const gains = [...coinGains(movesIn(run))].filter(([who]) => who !== paid.to && who !== user).slice(0, MAX_PARTIES);
  const plain = await personsAmong(
    ask,
    gains.map(([who]) => who),
  );
  const got = gains.filter(([who]) => plain.includes(who)).sort(([, a], [, b]) => (b > a ? 1 : -1));
  const sum = got.reduce((total, [, amount]) => total + amount, 0n);
  return sum * 100n >= paid.wei * NEARLY_ALL_OF_100 ? (got[0]?.[0] ?? null) : null;
}

/** One of those the contract names who can take all of it out. */
async function takerOf(ask: Ask, around: Around, { grantee, paid }: Known): Promise<Address | null> {
  const callers = grantee.named.filter((one) => one !== around.user && one !== paid.to).slice(0, MAX_PARTIES);
  const trial = { from: paid.to, selectors: selectorsIn(grantee.code), paidWei: paid.wei };
  const [plain, ...taken] = await Promise.all([
    personsAmong(ask, callers),
    ...callers.map((by) => takenOut(ask, { ...trial, by }, around)),
  ]);
  return callers.find((one, at) => plain.includes(one) && (taken[at] ?? 0n) >= paid.wei) ?? null;
}

/** Accounts without code of their own, or with delegated code (EIP-7702). */
async function personsAmong(ask: Ask, all: readonly Address[]): Promise<readonly Address[]> {
  const codes = await Promise.all(all.map((one) => readCode(ask, one)));
  return all.filter((one, at) => BigInt(one) >= LEAST_ADDRESS && /^0x(?:ef0100.*)?$/iu.test(codes[at] ?? ''));
}

const NOTHING: ExtraAnswer = { found: {}, next: null };
