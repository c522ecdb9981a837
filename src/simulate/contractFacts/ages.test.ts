import { type Address, type Hex, keccak256 } from 'viem';
import { describe, expect, it } from 'vitest';
import { RpcError } from '../../errors.ts';
import type { Header } from '../header.ts';
import type { RpcCall } from '../rpc.ts';
import type { Ask } from '../trip.ts';
import { ageOf, codeHashProbe, type PastCode, paceOf, readPast } from './ages.ts';

const ADDRESS: Address = `0x${'aa'.repeat(20)}`;
const HASH = keccak256('0x60');
const NOTHING: Hex = `0x${'0'.repeat(64)}`;
const DAY = 86_400;
const NOW = 1_760_000_000;
const header = (number: bigint): Header => ({
  number,
  timeSeconds: BigInt(NOW),
  feeRecipient: ADDRESS,
  baseFeeWei: 1n,
  gasLimit: 30_000_000n,
  gasUsed: 0n,
});
const past = (daysAgo: number, hash: Hex, hasHistory = true): PastCode => ({
  number: 1n,
  timeSeconds: BigInt(NOW - daysAgo * DAY),
  hashes: new Map([[ADDRESS, hash]]),
  hasHistory,
});
const age = (...known: readonly PastCode[]) => {
  const { ageAtLeastSeconds, ageAtMostSeconds } = ageOf(ADDRESS, HASH, known, BigInt(NOW));
  const days = (seconds: number | null) => (seconds === null ? null : seconds / DAY);
  return [days(ageAtLeastSeconds), days(ageAtMostSeconds)];
};

describe('ageOf', () => {
  it('stands between the last block with this code and the first without', () => {
    expect(age(past(1, HASH), past(3, HASH), past(30, NOTHING), past(365, NOTHING))).toEqual([3, 30]);
    expect(age(past(365, HASH), past(1, HASH))).toEqual([365, null]);
    expect(age(past(1, NOTHING))).toEqual([null, 1]);
    expect(age()).toEqual([null, null]);
  });

  it('counts from the last change: other code is another contract', () => {
    const other = keccak256('0x61');
    expect(age(past(1, HASH), past(3, other), past(30, HASH))).toEqual([1, 3]);
    expect(age(past(1, NOTHING), past(3, HASH))).toEqual([null, 1]);
  });

  it('believes an absence only where the endpoint shows that it keeps history', () => {
    expect(age(past(1, NOTHING, false))).toEqual([null, null]);
    expect(age(past(1, HASH), past(3, NOTHING, false))).toEqual([1, null]);
    expect(ageOf(ADDRESS, null, [past(1, NOTHING)], BigInt(NOW)).ageAtMostSeconds).toBeNull();
  });
});

describe('readPast', () => {
  const asked: RpcCall[] = [];
  const answering =
    (result: unknown): Ask =>
    async (call) => {
      asked.push(call);
      return result instanceof RpcError ? { ok: false, error: result } : { ok: true, result };
    };
  const word = (value: bigint) => value.toString(16).padStart(64, '0');

  it('asks a day, three days, a month and a year back, as far as the chain reaches', async () => {
    const heights = async (number: bigint, pace: number | null) => {
      asked.length = 0;
      await readPast(answering(null), [ADDRESS], header(number), pace);
      return asked.map(({ params }) => Number(params[1]));
    };
    expect(await heights(20_000_000n, null)).toEqual([19_992_800, 19_978_400, 19_784_000, 17_372_000]);
    expect(await heights(400_000_000n, 0.25)).toEqual([399_654_400, 398_963_200, 389_632_000, 273_856_000]);
    expect(await heights(10_000n, 12)).toEqual([2800]);
    expect(await heights(100n, 12)).toEqual([50]);
    expect(await heights(0n, 12)).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['a refusal', new RpcError('missing trie node')],
    ['nothing', null],
    ['no bytes', '0x'],
    ['a word too few', `0x${word(5n)}${word(1n)}`],
    ['a word too many', `0x${word(5n).repeat(9)}`],
    ['no time', `0x${word(0n)}${word(1n)}${word(1n)}`],
    ['a time beyond reason', `0x${'f'.repeat(192)}`],
    ['half a word', `0x${word(5n)}${word(1n)}${word(1n).slice(1)}`],
    ['an object', { length: 3 }],
  ])('takes %s for not known', async (_, answer) => {
    expect(await readPast(answering(answer), [ADDRESS], header(20_000_000n), null)).toEqual([]);
  });

  it('reads time and hashes, and the pace that follows', async () => {
    const answer = `0x${word(BigInt(NOW - DAY))}${HASH.slice(2)}${word(0n)}`;
    const [first] = await readPast(answering(answer), [ADDRESS], header(10_000n), 12);
    expect(first).toMatchObject({ number: 2800n, timeSeconds: BigInt(NOW - DAY), hasHistory: true });
    expect(first?.hashes.get(ADDRESS)).toBe(NOTHING);
    expect(paceOf(first === undefined ? [] : [first], header(10_000n))).toBe(12);
    expect(paceOf([], header(10_000n))).toBeNull();
  });
});

describe('codeHashProbe', () => {
  it('is creation code of a fixed shape', () => {
    expect(codeHashProbe([ADDRESS])).toBe(`0x4260005273${'aa'.repeat(20)}3f61002052610040 6000f3`.replace(' ', ''));
  });
});
