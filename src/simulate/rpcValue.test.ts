import { describe, expect, it } from 'vitest';
import { RpcError } from '../errors.ts';
import { readAddress, readArray, readBytes, readQuantity, readRecord, readUint64 } from './rpcValue.ts';

const NONSENSE = [undefined, null, 1, -1, '', '0x', '-0x1', '0xg', '1', [], {}, true, `0x${'f'.repeat(65)}`];

describe('readers of RPC answers', () => {
  it.each(NONSENSE)('takes %j for no number', (value) => {
    expect(() => readQuantity(value, 'x')).toThrow(RpcError);
    expect(() => readUint64(value, 'x')).toThrow(RpcError);
  });
  it('reads numbers up to 2^256 - 1, and block numbers below 2^63', () => {
    expect(readQuantity(`0x${'f'.repeat(64)}`, 'x')).toBe(2n ** 256n - 1n);
    expect(readUint64('0x7fffffffffffffff', 'x')).toBe(2n ** 63n - 1n);
    expect(() => readUint64('0x8000000000000000', 'x')).toThrow(/impossible/u);
  });
  it('reads bytes only in pairs', () => {
    expect(readBytes('0x', 'x')).toBe('0x');
    expect(readBytes('0xAb', 'x')).toBe('0xAb');
    expect(() => readBytes('0xabc', 'x')).toThrow(RpcError);
  });
  it('lowers addresses', () => {
    expect(readAddress(`0x${'AB'.repeat(20)}`, 'x')).toBe(`0x${'ab'.repeat(20)}`);
    expect(() => readAddress('0xab', 'x')).toThrow(RpcError);
  });
  it('tells lists from objects', () => {
    expect(() => readRecord([], 'x')).toThrow(RpcError);
    expect(() => readRecord(null, 'x')).toThrow(RpcError);
    expect(() => readArray({ length: 2 }, 'x')).toThrow(RpcError);
  });
});
