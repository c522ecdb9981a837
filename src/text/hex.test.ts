import { describe, expect, it } from 'vitest';
import {
  addressOf,
  bytesToHex,
  hexToBytes,
  hexToUtf8,
  isHex,
  readAddress,
  readHex,
  readInteger,
  utf8ToHex,
} from './hex.ts';

describe('readHex', () => {
  it('repairs what wallets repair, and says so', () => {
    expect(readHex('0xAB')).toEqual({ hex: '0xab', oddities: [] });
    expect(readHex('0x95ea7b3')).toEqual({ hex: '0x095ea7b3', oddities: ['odd-hex'] });
    expect(readHex('ff')).toEqual({ hex: '0xff', oddities: ['no-0x'] });
    expect(readHex('0XF')).toEqual({ hex: '0x0f', oddities: ['upper-0x', 'odd-hex'] });
    expect(readHex('')).toEqual({ hex: '0x', oddities: [] });
  });

  it('refuses what is no hex', () => {
    for (const value of ['0xg', 'hello', '0x 1', 12, null, undefined, {}, ['0x']]) expect(readHex(value)).toBeNull();
  });
});

describe('readAddress and addressOf', () => {
  it('reads 20 bytes in any casing', () => {
    expect(readAddress('0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48')).toBe(
      '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48',
    );
    expect(readAddress('a0b86991c6218b36c1d19d4a2e9eb0ce3606eb48')).toBe('0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48');
    expect(readAddress('0xa0b8')).toBeNull();
    expect(readAddress('vitalik.eth')).toBeNull();
  });

  it('reads an integer of at most 20 bytes', () => {
    expect(addressOf(1n)).toBe(`0x${'0'.repeat(39)}1`);
    expect(addressOf(1n << 160n)).toBeNull();
    expect(addressOf(-1n)).toBeNull();
  });
});

describe('readInteger', () => {
  it('reads decimal, hex and safe numbers', () => {
    expect(readInteger('0x0001')).toBe(1n);
    expect(readInteger('-12')).toBe(-12n);
    expect(readInteger(7)).toBe(7n);
    expect(readInteger('115792089237316195423570985008687907853269984665640564039457584007913129639935')).toBe(
      2n ** 256n - 1n,
    );
  });

  it('refuses fractions, exponents, unsafe numbers, blanks and endless digits', () => {
    for (const value of ['1.5', '1e18', '', ' 1', '0x', 2 ** 53, 1.5, '9'.repeat(1000), null])
      expect(readInteger(value)).toBeNull();
  });
});

describe('bytes and text', () => {
  it('goes both ways', () => {
    expect(utf8ToHex('é')).toBe('0xc3a9');
    expect(hexToUtf8('0xc3a9')).toBe('é');
    expect(bytesToHex(hexToBytes('0x00ff10'))).toBe('0x00ff10');
    expect(isHex('0xzz')).toBe(false);
  });

  it('gives no text for bytes that are not UTF-8', () => {
    expect(hexToUtf8('0xff')).toBeNull();
    expect(hexToUtf8('0xc3')).toBeNull();
  });
});
