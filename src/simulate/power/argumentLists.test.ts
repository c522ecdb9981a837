import { type Address, concatHex, decodeAbiParameters, type Hex, padHex, parseAbiParameters, size } from 'viem';
import { describe, expect, it } from 'vitest';
import { PERMIT2_ADDRESS } from '../permit2.ts';
import { argumentLists, forwardLists, permit2Pull, signatureLists, signaturePull } from './argumentLists.ts';
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
/** Whether a function of (address, bytes) would find this call in one of them. */
const passesOn = (among: readonly Hex[], target: Address, selector: Hex): boolean =>
  among.some((list) => {
    try {
      const [to, data] = decodeAbiParameters(parseAbiParameters('address, bytes'), list);
      return to.toLowerCase() === target && data.startsWith(selector);
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
    expect(passesOn(lists, token, '0x23b872dd')).toBe(true);
  });

  it('hold the take that Permit2 would make, by allowance and by signature', () => {
    const roles = { token, user, by, amount: 7n };
    const byAllowance = argumentLists(roles, permit2Pull(roles));
    expect(passesOn(byAllowance, PERMIT2_ADDRESS, '0x36c78516')).toBe(true);
    expect(passesOn(byAllowance, token, '0x23b872dd')).toBe(false);
    const bySignature = [...signatureLists(roles), ...forwardLists(signaturePull(roles))];
    expect(passesOn(bySignature, PERMIT2_ADDRESS, '0x30f28b7a')).toBe(true);
    expect([...byAllowance, ...bySignature].every((list) => size(list) <= 32 * ARGUMENT_WORDS)).toBe(true);
  });
});
