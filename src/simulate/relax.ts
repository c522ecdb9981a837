import type { RpcError } from '../errors.ts';
import { noted, type Plan } from './Plan.ts';
import { refusalOf } from './refusal.ts';
import { feesOf, gasOf, priceCapOf } from './Setting.ts';
import { larger } from './smaller.ts';

/** What to do after an engine refused a faithful run (simulation.md, point 8). */
export type Relaxation =
  | { readonly kind: 'retry'; readonly plan: Plan }
  /** The chain itself would refuse the transaction: that is a result. */
  | { readonly kind: 'would-fail'; readonly reason: string }
  | { readonly kind: 'unsupported' }
  | { readonly kind: 'failed'; readonly why: string };

/** Least gas worth trying when the balance buys only so much: a token transfer's. */
const LEAST_GAS = 60_000n;

/** @param balanceWei the user's balance; `null` when not known. */
export function relax(plan: Plan, error: RpcError, gas: bigint, balanceWei: bigint | null): Relaxation {
  switch (refusalOf(error)) {
    case 'unsupported':
      return { kind: 'unsupported' };
    case 'gas-too-low':
      return { kind: 'would-fail', reason: 'intrinsic gas too low' };
    case 'busy':
      return { kind: 'failed', why: 'busy' };
    case 'funds':
      return withoutFunds(plan, gas, balanceWei);
    case 'nonce':
      return plan.setting.useNonce && plan.scenario.calls.some(({ nonce }) => nonce !== null)
        ? retry(plan, { useNonce: false }, 'nonce-ignored')
        : withoutValidation(plan);
    default:
      return withoutValidation(plan);
  }
}

function withoutFunds(plan: Plan, gas: bigint, balanceWei: bigint | null): Relaxation {
  const { calls } = plan.scenario;
  const { setting } = plan;
  if (balanceWei === null || setting.raisedBalanceWei !== null) return withoutValidation(plan);
  const value = calls.reduce((sum, { valueWei }) => sum + valueWei, 0n);
  if (value > balanceWei) return { kind: 'would-fail', reason: 'insufficient funds' };
  const priceWei = calls.reduce((most, call) => larger(most, priceCapOf(feesOf(call, setting))), 0n);
  const affordable = priceWei === 0n ? 0n : (balanceWei - value) / priceWei / BigInt(calls.length);
  if (calls.every((call) => call.gas === null) && affordable >= LEAST_GAS && affordable < gas) {
    return { kind: 'retry', plan: { ...plan, gasLimits: [affordable] } };
  }
  const fees = calls.reduce((sum, call) => sum + gasOf(call, gas) * priceCapOf(feesOf(call, setting)), 0n);
  return retry({ ...plan, gasLimits: [gas] }, { raisedBalanceWei: value + fees }, 'balance-raised');
}

function withoutValidation(plan: Plan): Relaxation {
  if (!plan.setting.validation) return { kind: 'failed', why: 'refused' };
  return retry(plan, { validation: false }, 'validation-off');
}

function retry(plan: Plan, change: Partial<Plan['setting']>, note: string): Relaxation {
  return { kind: 'retry', plan: { ...plan, setting: { ...plan.setting, ...change }, notes: noted(plan, note) } };
}
