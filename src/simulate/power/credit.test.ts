import type { Address } from 'viem';
import { describe, expect, it } from 'vitest';
import type { Words } from '../probeCode.ts';
import { creditIn, creditLists } from './credit.ts';
import { ARGUMENT_WORDS } from './trialCode.ts';
import type { Want } from './wantsIn.ts';

const debt: Address = '0x1111111111111111111111111111111111111111';
const user: Address = '0x2222222222222222222222222222222222222222';
const by: Address = '0x3333333333333333333333333333333333333333';
const WANT: Want = {
  through: by,
  token: debt,
  tokenType: 'erc20',
  limit: 'unlimited',
  itemId: null,
  kept: 'debt',
  bySignature: true,
};
const word = (value: bigint): Words => [value, 0n, 0n];
const ANSWERS = [word(0xaan << 8n), word(0xbbn << 8n), word(18n), word(5n), word(6n)];

describe('creditIn', () => {
  it('knows the market, and tries a hundredth of a unit', () => {
    expect(creditIn(WANT, ANSWERS)).toMatchObject({ amount: 10n ** 16n, scaledDebt: 5n, debtAmount: 6n });
    expect(creditIn({ ...WANT, limit: 3n }, ANSWERS)?.amount).toBe(3n);
    expect(creditIn(WANT, ANSWERS.with(2, word(0n)))?.amount).toBe(1n);
  });

  it('is nothing where the token is no debt token, or answers nonsense', () => {
    expect(creditIn(WANT, [])).toBeNull();
    expect(creditIn(WANT, ANSWERS.with(0, null))).toBeNull();
    expect(creditIn(WANT, ANSWERS.with(2, word(1n << 200n)))).toBeNull();
  });
});

describe('a loan’s trial', () => {
  it('has lists that fit, none twice', () => {
    const credit = creditIn(WANT, ANSWERS);
    const lists = credit === null ? [] : creditLists(credit, user, by, null);
    expect(lists.length).toBeGreaterThan(50);
    expect(new Set(lists).size).toBe(lists.length);
    expect(lists.every((list) => list.length <= 2 + 64 * ARGUMENT_WORDS)).toBe(true);
  });
});
