import { describe, expect, it } from 'vitest';
import { RpcError } from '../errors.ts';
import { firstPlan, type Plan } from './Plan.ts';
import { relax } from './relax.ts';
import type { Scenario, ScenarioCall } from './Scenario.ts';
import { settingFor } from './Setting.ts';

const call: ScenarioCall = {
  to: `0x${'bb'.repeat(20)}`,
  valueWei: 100n,
  data: '0x',
  gas: null,
  gasPriceWei: 1n,
  maxFeePerGasWei: null,
  maxPriorityFeePerGasWei: null,
  nonce: null,
};
const header = {
  number: 9n,
  timeSeconds: 1000n,
  feeRecipient: `0x${'ab'.repeat(20)}`,
  baseFeeWei: 1n,
  gasLimit: 30_000_000n,
  gasUsed: 15_000_000n,
} as const;
const setting = settingFor(header, { nowSeconds: 1000n, local: false, random: (n) => new Uint8Array(n).fill(0x77) });
const planOf = (change: Partial<ScenarioCall> = {}): Plan => {
  const scenario: Scenario = { user: `0x${'aa'.repeat(20)}`, calls: [{ ...call, ...change }], delegate: null };
  return firstPlan(scenario, setting, []);
};
const error = (code: number) => new RpcError('x', { code });
const FUNDS = error(-38014);

describe('relax (simulation.md, point 8)', () => {
  it('calls more than the balance a failure of the transaction', () => {
    expect(relax(planOf(), FUNDS, 500_000n, 99n)).toEqual({ kind: 'would-fail', reason: 'insufficient funds' });
  });
  it('tries the gas the balance buys, faithfully', () => {
    const next = relax(planOf(), FUNDS, 500_000n, 100_100n);
    expect(next).toMatchObject({
      kind: 'retry',
      plan: { gasLimits: [100_000n], notes: [], setting: { validation: true } },
    });
  });
  it('gives just enough, and says so, when the balance buys too little', () => {
    expect(relax(planOf(), FUNDS, 500_000n, 1000n)).toMatchObject({
      kind: 'retry',
      plan: { notes: ['balance-raised'], setting: { raisedBalanceWei: 500_100n, validation: true } },
    });
  });
  it("keeps the page's own gas limit when it raises the balance", () => {
    expect(relax(planOf({ gas: 70_000n }), FUNDS, 500_000n, 50_100n)).toMatchObject({
      plan: { setting: { raisedBalanceWei: 70_100n } },
    });
  });
  it('drops a nonce before it drops validation', () => {
    expect(relax(planOf({ nonce: 5n }), error(-38010), 1n, 0n)).toMatchObject({
      plan: { notes: ['nonce-ignored'], setting: { useNonce: false, validation: true } },
    });
    expect(relax(planOf(), error(-38010), 1n, 0n)).toMatchObject({ plan: { notes: ['validation-off'] } });
  });
  it('runs a smart account without validation, and gives up after that', () => {
    const next = relax(planOf(), error(-38024), 1n, 0n);
    expect(next).toMatchObject({ kind: 'retry', plan: { notes: ['validation-off'], setting: { validation: false } } });
    if (next.kind !== 'retry') throw new Error('unreachable');
    expect(relax(next.plan, error(-38024), 1n, 0n)).toEqual({ kind: 'failed', why: 'refused' });
  });
  it('knows a missing method and too little gas', () => {
    expect(relax(planOf(), error(-32601), 1n, 0n)).toEqual({ kind: 'unsupported' });
    expect(relax(planOf(), error(-38013), 1n, 0n)).toMatchObject({ kind: 'would-fail' });
  });
});

describe('firstPlan', () => {
  it('tries an ordinary gas limit and the widest one, unless the page set its own', () => {
    expect(planOf().gasLimits).toEqual([500_000n, 2n ** 24n]);
    expect(planOf({ gas: 21_000n }).gasLimits).toHaveLength(1);
  });
  it('says when it caps the gas or cannot use the nonce', () => {
    expect(planOf({ gas: 2n ** 25n, nonce: 2n ** 60n })).toMatchObject({
      notes: ['gas-capped', 'nonce-ignored'],
      setting: { useNonce: false },
    });
  });
});
