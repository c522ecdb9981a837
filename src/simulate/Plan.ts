import type { Probe } from './Probe.ts';
import { MAX_TRANSACTION_GAS } from './probeCode.ts';
import type { Scenario } from './Scenario.ts';
import type { Setting } from './Setting.ts';

/** One attempt at a run. The next attempt differs from it in one thing. */
export interface Plan {
  readonly scenario: Scenario;
  readonly setting: Setting;
  readonly probes: readonly Probe[];
  /** Gas for calls whose page set none. Each limit is a run of its own in the same batch; the first is preferred. */
  readonly gasLimits: readonly bigint[];
  /** Why a batch stops: the reason of the call after the last one of `scenario`. */
  readonly stoppedBy: string | null;
  readonly stopped: boolean;
  readonly notes: readonly string[];
}

/**
 * What a wallet's estimate typically comes to, with room. A contract that pays back while it sees tens of millions of
 * gas left must meet an ordinary limit first.
 */
const TYPICAL_GAS = 500_000n;

export function firstPlan(scenario: Scenario, setting: Setting, probes: readonly Probe[]): Plan {
  const open = scenario.calls.some(({ gas }) => gas === null);
  const capped = scenario.calls.some(({ gas }) => gas !== null && gas > MAX_TRANSACTION_GAS);
  const strange = scenario.calls.some(({ nonce }) => nonce !== null && nonce > BigInt(Number.MAX_SAFE_INTEGER));
  return {
    scenario,
    setting: strange ? { ...setting, useNonce: false } : setting,
    probes,
    gasLimits: open ? [TYPICAL_GAS, MAX_TRANSACTION_GAS] : [MAX_TRANSACTION_GAS],
    stoppedBy: null,
    stopped: false,
    notes: [...(capped ? ['gas-capped'] : []), ...(strange ? ['nonce-ignored'] : [])],
  };
}

export function noted(plan: Plan, note: string): readonly string[] {
  return plan.notes.includes(note) ? plan.notes : [...plan.notes, note];
}
