import { describe, expect, it } from 'vitest';
import { decodeReads, encodeReads, MAX_TRANSACTION_GAS, readerGas } from './probeCode.ts';

const word = (value: bigint) => value.toString(16).padStart(64, '0');

describe('probe packing (the code itself runs in tests/simulate)', () => {
  it('packs each read into 192 bytes: target, length, padded calldata', () => {
    const packed = encodeReads([{ to: `0x${'11'.repeat(20)}`, data: '0xaabbcc' }]);
    expect(packed).toBe(`0x${'00'.repeat(12)}${'11'.repeat(20)}${word(3n)}aabbcc${'00'.repeat(125)}`);
  });
  it('reads three words of each answer', () => {
    const answer =
      `0x${word(96n)}${word(1n)}${word(2n)}${word(3n)}${word(32n)}${word(7n)}${word(0n)}${word(0n)}` as const;
    expect(decodeReads(answer, 2)).toEqual([
      [1n, 2n, 3n],
      [7n, 0n, 0n],
    ]);
  });
  it('takes a failed or short read for unread, never for zero', () => {
    expect(decodeReads(`0x${word(0n)}${word(0n)}${word(0n)}${word(0n)}`, 1)).toEqual([null]);
    expect(decodeReads(`0x${word(31n)}${word(9n)}${word(0n)}${word(0n)}`, 1)).toEqual([null]);
  });
  it('refuses an answer of another length', () => expect(decodeReads('0x', 1)).toBeNull());
  it('never asks for more gas than a transaction may have', () => {
    expect(readerGas(1)).toBe(510_000n);
    expect(readerGas(1000)).toBe(MAX_TRANSACTION_GAS);
  });
});
