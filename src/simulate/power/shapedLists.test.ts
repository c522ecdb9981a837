import { type Address, decodeAbiParameters, type Hex, padHex, parseAbiParameters, size } from 'viem';
import { describe, expect, it } from 'vitest';
import { tokenPull } from './argumentLists.ts';
import type { Shape } from './argumentShape.ts';
import { shapedForwards, shapedPulls } from './shapedLists.ts';
import { ARGUMENT_WORDS, encodeTrial } from './trialCode.ts';

const token: Address = '0x1111111111111111111111111111111111111111';
const user: Address = '0x2222222222222222222222222222222222222222';
const by: Address = '0x3333333333333333333333333333333333333333';
const roles = { token, user, by, amount: 7n };
const pull = tokenPull(roles);

function holds(lists: readonly Hex[], types: string, wanted: readonly unknown[]): boolean {
  return lists.some((list) => {
    try {
      const whole = padHex(list, { size: 32 * ARGUMENT_WORDS, dir: 'right' });
      return text(decodeAbiParameters(parseAbiParameters(types), whole)) === text(wanted);
    } catch {
      return false;
    }
  });
}

function text(value: unknown): string {
  return JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? String(one) : one));
}

const shape = (words: number, offsets: readonly number[], addresses: readonly number[]): Shape => ({
  words,
  offsets,
  addresses,
});

describe('shapedPulls', () => {
  it.each([
    ['address, address, uint256[]', shape(3, [2], [0, 1]), [token, user, [7n]]],
    ['address[], uint256[], address', shape(3, [0, 1], [2]), [[user], [7n], token]],
    ['uint256[], uint256[], address, address', shape(4, [0, 1], [2, 3]), [[7n], [1n], token, user]],
    ['uint8, (address, uint256, address, address)[]', shape(2, [1], []), [7, [[user, 7n, token, by]]]],
    ['(address, address, address, uint256, bytes)', shape(1, [0], []), [[token, user, by, 7n, '0x']]],
    ['uint64, bool, address, address', shape(4, [], [2, 3]), [7n, true, user, token]],
  ])('hold arguments for a function of (%s)', (types, of, wanted) => {
    expect(holds(shapedPulls(of, roles), types, wanted)).toBe(true);
  });
});

describe('shapedForwards', () => {
  const call = { to: token, data: pull.data };
  it.each([
    ['address, address, uint256, bytes', shape(4, [3], [0, 1]), [token, nobody(), 0n, call.data]],
    ['bytes', shape(1, [0], []), [call.data]],
    ['bytes[]', shape(1, [0], []), [[call.data]]],
    ['(address, uint256, bytes)[]', shape(1, [0], []), [[[token, 1n << 40n, call.data]]]],
    ['bool, (address, bool, uint256, bytes)[]', shape(2, [1], []), [false, [[token, false, 0n, call.data]]]],
    ['address[], uint256[], bytes[]', shape(3, [0, 1, 2], []), [[token], [0n], [call.data]]],
    ['(bytes, address)', shape(1, [0], []), [[call.data, token]]],
  ])('hold a call for a function of (%s)', (types, of, wanted) => {
    expect(holds(shapedForwards(pull, of), types, wanted)).toBe(true);
  });

  it('are none where nothing of any length is passed', () => {
    expect(shapedForwards(pull, shape(3, [], [0]))).toEqual([]);
  });
});

it('fit the trial, and none comes twice', () => {
  const shapes = [shape(1, [0], []), shape(3, [2], [0, 1]), shape(6, [3, 4, 5], [0, 1]), shape(4, [0, 1, 2, 3], [])];
  for (const one of shapes) {
    const lists = [...shapedPulls(one, roles), ...shapedForwards(pull, one)];
    expect(lists.every((list) => size(list) <= 32 * ARGUMENT_WORDS)).toBe(true);
    expect(lists.length).toBeLessThan(1_100);
    const input = { through: by, token, holding: '0x', selectors: ['0x12345678'], lists } as const;
    expect(size(encodeTrial(input))).toBeLessThan(24_000);
  }
});

function nobody(): Address {
  return `0x${'0'.repeat(40)}`;
}
