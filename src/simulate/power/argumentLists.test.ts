import { type Address, concatHex, decodeAbiParameters, padHex, parseAbiParameters, size } from 'viem';
import { describe, expect, it } from 'vitest';
import { argumentLists } from './argumentLists.ts';
import { ARGUMENT_WORDS } from './trialCode.ts';

const token: Address = '0x1111111111111111111111111111111111111111';
const user: Address = '0x2222222222222222222222222222222222222222';
const by: Address = '0x3333333333333333333333333333333333333333';
const lists = argumentLists({ token, user, by, amount: 7n });
const reads = (types: string, wanted: readonly unknown[]): boolean =>
  lists.some((list) => {
    try {
      const values = decodeAbiParameters(
        parseAbiParameters(types),
        padHex(list, { size: 32 * ARGUMENT_WORDS, dir: 'right' }),
      );
      return JSON.stringify(values, text) === JSON.stringify(wanted, text);
    } catch {
      return false;
    }
  });
const text = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);

describe('argumentLists', () => {
  it('fit the trial, and no two are equal', () => {
    expect(lists.every((list) => size(list) <= 32 * ARGUMENT_WORDS)).toBe(true);
    expect(new Set(lists.map((list) => concatHex([list]))).size).toBe(lists.length);
  });

  it.each([
    ['address, address', [user, token]],
    ['address, address, uint256', [token, user, 7n]],
    ['address, address, address, uint256', [user, by, token, 7n]],
    ['address, uint256', [user, 7n]],
    ['address[], address', [[token], user]],
    ['address, address[]', [user, [token]]],
    ['address[], address[]', [[user], [token]]],
    ['address[], address[], uint256[]', [[token], [user], [7n]]],
  ])('hold arguments for a function of (%s)', (types, wanted) => {
    expect(reads(types, wanted)).toBe(true);
  });

  it('hold a call to be passed on', () => {
    const forwarded = lists.flatMap((list) => {
      try {
        return [decodeAbiParameters(parseAbiParameters('address, bytes'), list)];
      } catch {
        return [];
      }
    });
    expect(forwarded.some(([to, data]) => to === token && data.startsWith('0x23b872dd'))).toBe(true);
  });
});
