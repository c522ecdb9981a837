import { type Address, type Hex, numberToHex } from 'viem';
import { type Header, SLOT_SECONDS } from '../header.ts';
import type { RpcOutcome } from '../rpc.ts';
import type { Ask } from '../trip.ts';

/**
 * How long contracts have stood, without an archive: at a few past blocks one `eth_call` each tells that block's time and
 * the code hash of every contract asked about. The block's own time counts, so a wrong guess of the block time makes the
 * bounds coarser and never wrong.
 */
export interface PastCode {
  readonly number: bigint;
  /** Unix seconds of the past block. */
  readonly timeSeconds: bigint;
  /** Code hash by lower-case address; the zero word where there was no account. */
  readonly hashes: ReadonlyMap<Address, Hex>;
  /** A height without code is believed only when something else had code there: a pruned node may say `none` of all. */
  readonly hasHistory: boolean;
}

export interface AgeBounds {
  readonly ageAtLeastSeconds: number | null;
  readonly ageAtMostSeconds: number | null;
}

export const NO_AGE: AgeBounds = { ageAtLeastSeconds: null, ageAtMostSeconds: null };

/** Seconds back: a day, three days, a month, a year. */
const LOOK_BACK_SECONDS = [86_400n, 3n * 86_400n, 30n * 86_400n, 365n * 86_400n];

/** One question for each past block; refusals and nonsense are left out. Never rejects. */
export async function readPast(
  ask: Ask,
  addresses: readonly Address[],
  header: Header,
  secondsPerBlock: number | null,
): Promise<PastCode[]> {
  const asked = [CONTROL, ...addresses];
  const data = codeHashProbe(asked);
  const answers = await Promise.all(
    heights(header, secondsPerBlock).map(async (number) => {
      const answer = await ask({ method: 'eth_call', params: [{ data }, numberToHex(number)] });
      return readPastAnswer(number, answer, asked);
    }),
  );
  return answers.filter((answer) => answer !== null);
}

/** Bounds of the age of the code that stands there now. */
export function ageOf(address: Address, hashNow: Hex | null, past: readonly PastCode[], nowSeconds: bigint): AgeBounds {
  let atLeast: number | null = null;
  let atMost: number | null = null;
  if (hashNow === null) return NO_AGE;
  for (const { timeSeconds, hashes, hasHistory } of [...past].sort((a, b) =>
    a.timeSeconds > b.timeSeconds ? -1 : 1,
  )) {
    const then = hashes.get(address);
    const age = Number(nowSeconds - timeSeconds);
    if (then === undefined || age < 0) continue;
    if (then === hashNow) {
      // Code that was gone in between and came back is as old as its return.
      if (atMost === null) atLeast = age;
    } else if (hasHistory && atMost === null) {
      atMost = age;
    }
  }
  return { ageAtLeastSeconds: atLeast, ageAtMostSeconds: atMost };
}

/** Mean seconds a block took since the oldest of these, for better heights next time; `null` when it cannot be told. */
export function paceOf(past: readonly PastCode[], header: Header): number | null {
  const [oldest] = [...past].sort((a, b) => (a.number < b.number ? -1 : 1));
  if (oldest === undefined || oldest.number >= header.number) return null;
  const pace = Number(header.timeSeconds - oldest.timeSeconds) / Number(header.number - oldest.number);
  return pace > 0 && pace <= MAX_PACE_SECONDS ? pace : null;
}

/** Far slower than any chain in use; test chains run ahead by hours. */
const MAX_PACE_SECONDS = 6 * 3600;

/** The deterministic deployment proxy (Arachnid), keyless, on nearly every chain since its first days. */
const CONTROL: Address = '0x4e59b44847b379578588920ca78fbf26c0b4956c';

const NO_CODE: ReadonlySet<string> = new Set([
  `0x${'0'.repeat(64)}`,
  // keccak256 of nothing: an account without code.
  '0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470',
]);

/** Younger blocks first; a block from before the chain's first is none. */
function heights({ number }: Header, secondsPerBlock: number | null): bigint[] {
  const pace = secondsPerBlock ?? Number(SLOT_SECONDS);
  const back = LOOK_BACK_SECONDS.map((seconds) => BigInt(Math.max(1, Math.round(Number(seconds) / pace))));
  const within = [...new Set(back)].filter((blocks) => blocks < number);
  // A short chain, or one whose pace is guessed wrong: half of it tells the pace for the next time.
  if (within.length === 0 && number > 1n) within.push(number / 2n);
  return within.map((blocks) => number - blocks);
}

/**
 * Creation code that returns the block's time and, after it, the code hash of each address:
 * `TIMESTAMP PUSH1 0 MSTORE`, then `PUSH20 a EXTCODEHASH PUSH2 at MSTORE` each, then `RETURN`. No state is needed.
 */
export function codeHashProbe(addresses: readonly Address[]): Hex {
  const each = addresses.map((address, index) => `73${address.slice(2)}3f61${word16((index + 1) * WORD)}52`);
  return `0x42600052${each.join('')}61${word16((addresses.length + 1) * WORD)}6000f3`;
}

const WORD = 32;

function word16(value: number): string {
  return value.toString(16).padStart(4, '0');
}

function readPastAnswer(number: bigint, answer: RpcOutcome, asked: readonly Address[]): PastCode | null {
  if (!answer.ok || typeof answer.result !== 'string') return null;
  const words = /^0x((?:[0-9a-f]{64})+)$/iu.exec(answer.result)?.[1]?.toLowerCase().match(/.{64}/gu) ?? [];
  const [time, ...rest] = words;
  if (time === undefined || rest.length !== asked.length) return null;
  const timeSeconds = BigInt(`0x${time}`);
  if (timeSeconds === 0n || timeSeconds >= 1n << 63n) return null;
  const hashes = new Map<Address, Hex>();
  for (const [index, address] of asked.entries()) hashes.set(address, `0x${rest[index] ?? ''}`);
  const hasHistory = [...hashes.values()].some((hash) => !NO_CODE.has(hash));
  return { number, timeSeconds, hashes, hasHistory };
}
