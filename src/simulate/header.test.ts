import { describe, expect, it } from 'vitest';
import { RpcError } from '../errors.ts';
import { type Header, nextBaseFeeWei, readHeader } from './header.ts';

const header: Header = {
  number: 1n,
  timeSeconds: 100n,
  feeRecipient: `0x${'ab'.repeat(20)}`,
  baseFeeWei: 1_000_000_000n,
  gasLimit: 30_000_000n,
  gasUsed: 15_000_000n,
};
const block = {
  number: '0x1',
  timestamp: '0x64',
  miner: `0x${'AB'.repeat(20)}`,
  baseFeePerGas: '0x3b9aca00',
  gasLimit: '0x1c9c380',
  gasUsed: '0xe4e1c0',
};

describe('readHeader', () => {
  it('reads a block as JSON-RPC writes it', () => expect(readHeader(block)).toEqual(header));
  it('takes a chain without EIP-1559', () => {
    const { baseFeePerGas: _, ...legacy } = block;
    expect(readHeader(legacy).baseFeeWei).toBeNull();
  });
  it.each([null, [], 'x', {}, { ...block, number: null }, { ...block, timestamp: '0xffffffffffffffff' }])(
    'refuses %j',
    (answer) => expect(() => readHeader(answer)).toThrow(RpcError),
  );
});

describe('nextBaseFeeWei (EIP-1559)', () => {
  it('stays on a half-full block', () => expect(nextBaseFeeWei(header)).toBe(1_000_000_000n));
  it('rises by an eighth after a full one', () => {
    expect(nextBaseFeeWei({ ...header, gasUsed: 30_000_000n })).toBe(1_125_000_000n);
  });
  it('falls by an eighth after an empty one', () => {
    expect(nextBaseFeeWei({ ...header, gasUsed: 0n })).toBe(875_000_000n);
  });
  it('rises by one wei at least', () => {
    expect(nextBaseFeeWei({ ...header, baseFeeWei: 1n, gasUsed: 15_000_001n })).toBe(2n);
  });
  it('divides by nothing on a block without gas', () =>
    expect(nextBaseFeeWei({ ...header, gasLimit: 0n })).toBe(10n ** 9n));
  it('is absent where there is none', () => expect(nextBaseFeeWei({ ...header, baseFeeWei: null })).toBeNull());
});
