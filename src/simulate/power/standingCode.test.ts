import type { Address } from 'viem';
import { describe, expect, it } from 'vitest';
import type { Words } from '../probeCode.ts';
import { creditIn } from './credit.ts';
import { standingCode } from './standingCode.ts';
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

describe('the code that watches how a debtor stands', () => {
  const credit = creditIn(WANT, ANSWERS);

  it('is whole bytes, and jumps to where it says', () => {
    const code = (credit && standingCode(credit, user, [word(0n), word(0n)])) ?? '0x';
    expect(code).toMatch(/^0x(?:[0-9a-f]{2})+$/u);
    const end = '5b600160ff1b60005260206000f3';
    const at = ((code.length - 2 - end.length) / 2).toString(16).padStart(4, '0');
    expect(code.endsWith(end)).toBe(true);
    expect(code).toContain(`1461${at}57`);
  });

  it('is not made where the market says nothing of the user', () => {
    expect(credit && standingCode(credit, user, [null, null])).toBeNull();
    expect(credit && standingCode(credit, user, [])).toBeNull();
  });
});
