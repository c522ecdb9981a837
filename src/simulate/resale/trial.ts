import { type Address, encodeFunctionData, type Hex, parseAbi } from 'viem';
import type { Around } from '../Extra.ts';
import { type Line, type Override, type Played, play, requestLines } from '../fate/play.ts';
import type { Ask } from '../trip.ts';

/** The request, and in a later block something else: a sale, or a plain transfer. */
export interface Trial {
  /** Seconds between the two blocks. */
  readonly afterSeconds: bigint;
  readonly afterwards: readonly { readonly to: Address; readonly data: Hex }[];
  /** Whose balance of which token tells what came of it. */
  readonly watched: { readonly token: Address; readonly owner: Address };
  /** Who acts in the later block; the user where absent. */
  readonly by?: Address;
  /** Storage set between the two blocks. */
  readonly overrides?: Readonly<Record<Address, Override>>;
}

export type TrialResult =
  /** The engine would not run it, or the request itself did not go through here. */
  | { readonly kind: 'no-answer' }
  | { readonly kind: 'reverted' }
  /** What the watched balance gained, base units; 0 where nothing came. */
  | { readonly kind: 'done'; readonly gained: bigint };

/** Never rejects: a trial that cannot be run has no answer. */
export async function runTrial(ask: Ask, around: Around, trial: Trial): Promise<TrialResult> {
  const { afterSeconds, afterwards, by, overrides = {}, watched } = trial;
  const { setting, user } = around;
  const from = by ?? user ?? setting.places.sender;
  const read: Line = {
    from: setting.places.sender,
    to: watched.token,
    data: encodeFunctionData({ abi: BALANCE, args: [watched.owner] }),
    gas: READ_GAS,
  };
  const acts = afterwards.map(({ to, data }): Line => ({ from, to, data, gas: SALE_GAS }));
  const blocks = await play(
    ask,
    around,
    [{ calls: requestLines(around) }, { afterSeconds, overrides, calls: [read, ...acts, read] }],
    by === undefined ? 'faithful' : 'bare',
  );
  const [bought, last] = blocks ?? [];
  if (bought === undefined || last === undefined || bought.some(({ ok }) => !ok)) return NO_ANSWER;
  const [before, after] = [balanceIn(last[0]), balanceIn(last.at(-1))];
  if (before === null || after === null) return NO_ANSWER;
  const fault = last.find(({ ok }) => !ok);
  if (fault !== undefined) return isUnpaid(fault) ? NO_ANSWER : { kind: 'reverted' };
  return { kind: 'done', gained: after > before ? after - before : 0n };
}

/**
 * Uniswap V3's pools take no token that keeps a part of what is sent, however small: their refusal (`IIA`, insufficient
 * input amount) is no proof against it.
 */
function isUnpaid({ data }: Played): boolean {
  return data.startsWith(ERROR_SELECTOR) && data.includes(IIA);
}

function balanceIn(read: Played | undefined): bigint | null {
  return read === undefined || !read.ok || read.data.length < 66 ? null : BigInt(read.data.slice(0, 66));
}

const NO_ANSWER: TrialResult = { kind: 'no-answer' };
/** `Error(string)`. */
const ERROR_SELECTOR = '0x08c379a0';
/** Three characters: the length word's last byte, then the text. */
const IIA = '03494941';
/** A trade over several pools with a costly token. */
const SALE_GAS = 3_000_000n;
const READ_GAS = 400_000n;
const BALANCE = parseAbi(['function balanceOf(address owner) view returns (uint256)']);
