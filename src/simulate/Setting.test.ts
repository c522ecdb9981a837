import { describe, expect, it } from 'vitest';
import type { Header } from './header.ts';
import type { ScenarioCall } from './Scenario.ts';
import { feesOf, gasOf, paidPriceOf, priceCapOf, type Setting, settingFor } from './Setting.ts';

const header: Header = {
  number: 9n,
  timeSeconds: 1000n,
  feeRecipient: `0x${'ab'.repeat(20)}`,
  baseFeeWei: 1_000_000_000n,
  gasLimit: 30_000_000n,
  gasUsed: 15_000_000n,
};
const call: ScenarioCall = {
  to: null,
  valueWei: 0n,
  data: '0x',
  gas: null,
  gasPriceWei: null,
  maxFeePerGasWei: null,
  maxPriorityFeePerGasWei: null,
  nonce: null,
};
const draws = (first: number[]) => (bytes: number) => new Uint8Array(bytes).fill(first.shift() ?? 0x77);
const at = (nowSeconds: bigint, local = false, header_: Header = header): Setting =>
  settingFor(header_, { nowSeconds, local, random: draws([]) });

describe('settingFor', () => {
  it('places the run 12 s after the newest block', () => {
    expect(at(1005n)).toMatchObject({ timeSeconds: 1012n, exact: true, validation: true, raisedBalanceWei: null });
  });
  it('calls a header older than a block a guess, except on a local chain, whose time is now', () => {
    expect(at(5000n).exact).toBe(false);
    expect(at(5000n, true)).toMatchObject({ exact: true, timeSeconds: 5000n });
  });
  it('draws prevRandao again while its first digit is zero: viem would shorten it, and geth refuse it', () => {
    const setting = settingFor(header, { nowSeconds: 1000n, local: false, random: draws([0x0f, 0x00, 0x10]) });
    expect(setting.prevRandao).toBe(BigInt(`0x${'10'.repeat(32)}`));
  });
});

describe('fees', () => {
  it('adds a tip to the next base fee, as a wallet would', () => {
    expect(feesOf(call, at(1005n))).toEqual({ maxFeePerGas: 1_100_000_001n, maxPriorityFeePerGas: 100_000_001n });
  });
  it('doubles the base fee when the block is guessed', () => {
    expect(feesOf(call, at(5000n)).maxFeePerGas).toBe(2_100_000_001n);
  });
  it("keeps the page's own, and never tips above its cap", () => {
    expect(feesOf({ ...call, gasPriceWei: 7n }, at(1005n))).toEqual({ gasPrice: 7n });
    expect(feesOf({ ...call, maxFeePerGasWei: 5n, maxPriorityFeePerGasWei: 9n }, at(1005n))).toEqual({
      maxFeePerGas: 5n,
      maxPriorityFeePerGas: 5n,
    });
  });
  it('is legacy without EIP-1559 and nothing without validation', () => {
    expect(feesOf(call, at(1005n, false, { ...header, baseFeeWei: null }))).toEqual({ gasPrice: 1_000_000_000n });
    expect(feesOf(call, { ...at(1005n), validation: false })).toEqual({});
  });
  it('is paid at base fee plus tip, at most the cap', () => {
    const fees = { maxFeePerGas: 100n, maxPriorityFeePerGas: 10n };
    expect([paidPriceOf(fees, 50n), paidPriceOf(fees, 95n), priceCapOf(fees)]).toEqual([60n, 100n, 100n]);
    expect([paidPriceOf({ gasPrice: 7n }, 5n), paidPriceOf({}, 5n), priceCapOf({})]).toEqual([7n, 0n, 0n]);
  });
});

describe('gasOf', () => {
  it("is the page's within EIP-7825's cap, else the run's", () => {
    expect(gasOf(call, 5n)).toBe(5n);
    expect(gasOf({ ...call, gas: 9n }, 5n)).toBe(9n);
    expect(gasOf({ ...call, gas: 2n ** 30n }, 5n)).toBe(2n ** 24n);
  });
});
