import { describe, expect, it } from 'vitest';
import { isBait, isSale, isVariableOf } from './lure.ts';

const USDC = `0x${'01'.repeat(20)}` as const;
const TARGET = `0x${'02'.repeat(20)}` as const;
const native = (delta: bigint) => ({ asset: { type: 'native' }, delta, to: null }) as const;
const usdc = (delta: bigint) => ({ asset: { type: 'erc20', address: USDC }, delta, to: null }) as const;
const sending = (valueWei: bigint) => {
  const chosen = { gas: null, gasPriceWei: null, maxFeePerGasWei: null, maxPriorityFeePerGasWei: null, nonce: null };
  return { calls: [{ to: TARGET, valueWei, data: '0x12345678', ...chosen } as const] };
};

describe('isBait', () => {
  it('is a little more coin than was sent, for nothing', () => {
    expect(isBait({ deltas: [native(10n)] }, sending(5_000n))).toBe(true);
  });
  it('is no withdrawal with a fee, no gift without a stake, no trade', () => {
    expect(isBait({ deltas: [native(5_000n)] }, sending(10n))).toBe(false);
    expect(isBait({ deltas: [native(10n)] }, sending(0n))).toBe(false);
    expect(isBait({ deltas: [native(10n), usdc(-1n)] }, sending(5_000n))).toBe(false);
    expect(isBait({ deltas: [native(-10n), usdc(1n)] }, sending(5_000n))).toBe(false);
  });
});

describe('isSale', () => {
  it('is tokens for the coin alone', () => {
    expect(isSale({ deltas: [usdc(-5n), native(3n)] })).toBe(true);
    expect(isSale({ deltas: [native(-5n), usdc(3n)] })).toBe(false);
    expect(isSale({ deltas: [native(3n)] })).toBe(false);
    expect(isSale({ deltas: [usdc(-5n)] })).toBe(false);
  });
});

describe('isVariableOf', () => {
  const far = `0x${'ab'.repeat(32)}` as const;
  it('is a low slot of the called contract', () => {
    expect(isVariableOf({ address: TARGET, slot: '0x03' }, sending(0n))).toBe(true);
    expect(isVariableOf({ address: TARGET, slot: far }, sending(0n))).toBe(false);
    expect(isVariableOf({ address: USDC, slot: '0x03' }, sending(0n))).toBe(false);
  });
});
