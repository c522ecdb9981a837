import { describe, expect, it } from 'vitest';
import { addressIn, mutationsOf } from './mutations.ts';

const OTHER = BigInt(`0x${'99'.repeat(20)}`);
const OWNER = BigInt(`0x${'3c'.repeat(20)}`);
/** A reserve's word on Aave: a time above a rate, in the low 20 bytes of what could be an address. */
const RATE_AND_TIME = 0x6b03610c0000000000295be96e64066972000000n;
const on = (word: bigint) => mutationsOf(word, OTHER).map((hex) => BigInt(hex));

describe('mutationsOf', () => {
  it('throws a lone switch both ways', () => {
    expect(on(0n)).toContain(1n);
    expect(on(1n)).toContain(0n);
  });

  it('throws each of several packed switches', () => {
    expect(on(0x0100n)).toEqual([0x0101n, 0n, 0x010100n, 0x01000100n]);
  });

  it('puts another address for one, and throws the switch beside it', () => {
    expect(on(OWNER)).toEqual([OTHER, OWNER | (1n << 160n), OWNER | (1n << 168n)]);
    expect(on(OWNER | (1n << 160n))).toContain(OWNER);
  });

  it.each([10n ** 17n, 30n, 1_760_000_000n, 2n ** 256n - 1n, OWNER | (5n << 160n), 10n ** 27n, RATE_AND_TIME])(
    'leaves amounts, prices and times alone: %s',
    (word) => {
      expect(on(word)).toEqual([]);
    },
  );
});

describe('addressIn', () => {
  it('finds an address with and without a switch beside it', () => {
    expect(addressIn(OWNER)).toBe(`0x${'3c'.repeat(20)}`);
    expect(addressIn(OWNER | (1n << 160n))).toBe(`0x${'3c'.repeat(20)}`);
    expect(addressIn(5n)).toBeNull();
    expect(addressIn(2n ** 256n - 1n)).toBeNull();
  });
});
