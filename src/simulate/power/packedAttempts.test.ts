import { type Address, concatHex, type Hex, numberToHex, size } from 'viem';
import { describe, expect, it } from 'vitest';
import { packedAttempts } from './packedAttempts.ts';
import { ARGUMENT_WORDS } from './trialCode.ts';

const token: Address = '0x1111111111111111111111111111111111111111';
const user: Address = '0x2222222222222222222222222222222222222222';
const by: Address = '0x3333333333333333333333333333333333333333';
const calls = (amount: bigint): readonly Hex[] =>
  packedAttempts({ token, user, by, amount }).flatMap(({ selectors, lists }) =>
    selectors.flatMap((selector) => lists.map((list) => concatHex([selector, list]))),
  );
const begins = (amount: bigint, wanted: Hex): boolean => calls(amount).some((call) => call.startsWith(wanted));

describe('packedAttempts', () => {
  it('hold the usual orders, packed and in words, with and without a command', () => {
    expect(begins(7n, concatHex([token, user]))).toBe(true);
    expect(begins(7n, concatHex([user, numberToHex(7n, { size: 32 }), token]))).toBe(true);
    expect(begins(7n, concatHex(['0x01', numberToHex(7n, { size: 16 }), user, token]))).toBe(true);
    expect(begins(7n, `0x${'0'.repeat(24)}${token.slice(2)}${'0'.repeat(24)}${user.slice(2)}`)).toBe(true);
  });

  it('fit the trial, are told apart by their first bytes, and none comes twice', () => {
    const attempts = packedAttempts({ token, user, by, amount: 7n });
    const first = attempts.flatMap(({ selectors }) => selectors);
    expect(new Set(first).size).toBe(first.length);
    expect(attempts.every(({ lists }) => lists.every((list) => size(list) <= 32 * ARGUMENT_WORDS))).toBe(true);
    expect(new Set(calls(7n)).size).toBe(calls(7n).length);
  });

  it('leave out amounts that do not fit their bytes', () => {
    expect(begins(1n << 200n, concatHex([user, numberToHex(1n << 200n, { size: 32 })]))).toBe(true);
    expect(calls(1n << 200n).length).toBeLessThan(calls(7n).length);
  });
});
