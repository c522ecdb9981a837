import { describe, expect, it } from 'vitest';
import { decimalText } from './numbers.ts';

const text = (base: bigint, decimals: number) => {
  const scaled = decimalText(base, decimals, 'en');
  return scaled.kind === 'number' ? scaled.text : scaled.kind;
};

describe('decimalText', () => {
  it.each([
    [0n, 18, '0'],
    [10n ** 18n, 18, '1'],
    [1_234_567_890_000n, 6, '1,234,567.89'],
    [123_456_789n, 18, 'tiny'],
    [1_234_567n, 9, '0.001235'],
    [42n, 0, '42'],
    [10n ** 40n, 18, 'huge'],
    [2n ** 256n - 1n, 77, '1.1579'],
  ])('%s with %i decimals is %s', (base, decimals, expected) => {
    expect(text(base, decimals)).toBe(expected);
  });
});
