import type { Hex } from 'viem';
import { describe, expect, it } from 'vitest';
import { addressesIn, selectorsIn } from './selectorsIn.ts';

const ADDRESS = '3c44cdddb6a900fa2b585dd299e03d12fa4293bc';

describe('selectorsIn', () => {
  it('finds what a dispatcher compares with, before other four-byte constants', () => {
    // PUSH4 aaaaaaaa POP; DUP1 PUSH4 11223344 EQ; PUSH4 55667788 DUP2 EQ
    expect(selectorsIn('0x63aaaaaaaa508063112233441463556677888114')).toEqual([
      '0x11223344',
      '0x55667788',
      '0xaaaaaaaa',
    ]);
  });

  it('finds what Vyper and hand-written programs compare by XOR or SUB', () => {
    expect(selectorsIn('0x63aaaaaaaa508063112233441863556677888103')).toEqual([
      '0x11223344',
      '0x55667788',
      '0xaaaaaaaa',
    ]);
  });

  it('reads a dispatcher, of each program given, and names the usual calls of tokens only where one offers them', () => {
    // PUSH1 0 CALLDATALOAD PUSH1 e0 SHR, DUP1 PUSH4 EQ PUSH2 JUMPI twice, STOP, two places to go.
    const dispatcher = (selector: string): Hex =>
      `0x60003560e01c8063${selector}1461001e578063112233441461002057005b005b00`;
    expect(selectorsIn(dispatcher('70a08231'))).toEqual(['0x11223344', '0x70a08231']);
    expect(selectorsIn('0x6370a0823114')).toEqual([]);
    expect(selectorsIn(['0x631122334414', '0x635566778814'])).toEqual(['0x11223344', '0x55667788']);
  });

  it('survives what no compiler made, in bounded time', () => {
    const hostile = ['5b', '600057', '5b600056', '80635566778814610100', 'ff'].map(
      (part): Hex => `0x${part.repeat(Math.floor(24_576 / (part.length / 2)))}`,
    );
    for (const code of [...hostile, '0x603' as const]) expect(Array.isArray(selectorsIn(code))).toBe(true);
  });

  it('does not read the data of a longer push as code', () => {
    expect(selectorsIn(`0x7f${'6311223344'.padEnd(64, '0')}`)).toEqual([]);
  });

  it('leaves out what is no function, and survives code that ends in a push', () => {
    expect(selectorsIn('0x634e487b7114632344')).toEqual([]);
    expect(selectorsIn('0x')).toEqual([]);
  });
});

describe('addressesIn', () => {
  it('finds constants of 20 bytes and immutables padded to 32', () => {
    expect(addressesIn(`0x73${ADDRESS}`)).toEqual([`0x${ADDRESS}`]);
    expect(addressesIn(`0x7f${'0'.repeat(24)}${ADDRESS}`)).toEqual([`0x${ADDRESS}`]);
  });

  it('takes neither masks nor small numbers for addresses', () => {
    expect(addressesIn(`0x73${'f'.repeat(40)}`)).toEqual([]);
    expect(addressesIn(`0x7f${'0'.repeat(60)}1234`)).toEqual([]);
  });
});
