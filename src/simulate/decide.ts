import type { Address } from 'viem';
import type { Header } from './header.ts';
import { noted, type Plan } from './Plan.ts';
import { probeKey, uniteProbes } from './Probe.ts';
import { MAX_TRANSACTION_GAS } from './probeCode.ts';
import { powersFromLogs, probesFromLogs, recipientsIn } from './probesFromLogs.ts';
import type { RawRun } from './RawRun.ts';
import { readRun, revertReasonOf } from './readRun.ts';
import { relax } from './relax.ts';
import { feesOf, movedTo, priceCapOf } from './Setting.ts';
import type { Run } from './Simulator.ts';
import type { SimulationOutcome } from './simulateV1.ts';
import { larger, smaller } from './smaller.ts';

/** What follows from one attempt: another one, or an end. */
export type Decision =
  /** `named` are accounts the run's logs name: worth describing along with the next attempt. */
  | { readonly kind: 'again'; readonly plan: Plan; readonly named: readonly Address[] }
  /** `gas` is the limit that counted; `null` when nothing ran. */
  | { readonly kind: 'done'; readonly run: Run; readonly notes: readonly string[]; readonly gas: bigint | null }
  | { readonly kind: 'unsupported' }
  | { readonly kind: 'failed'; readonly why: string };

export interface Circumstances {
  /** The newest header, read in the same batch as the first attempt. */
  readonly newest: Header;
  readonly nowSeconds: bigint;
  readonly local: boolean;
  readonly balanceWei: bigint | null;
}

/** @param outcomes one for each of the plan's gas limits, in their order. */
export function decide(plan: Plan, outcomes: readonly SimulationOutcome[], around: Circumstances): Decision {
  const [first, second] = outcomes;
  if (first === undefined) return { kind: 'failed', why: 'refused' };
  const moved = moveIfStale(plan, first, around);
  if (moved !== null) return { kind: 'again', plan: moved, named: [] };
  const chosen = chooseGas(plan, first, second, around.balanceWei);
  if (chosen.kind !== 'run') return chosen;
  return settle(chosen.plan, chosen.run);
}

function moveIfStale(plan: Plan, first: SimulationOutcome, around: Circumstances): Plan | null {
  const { setting } = plan;
  const { newest } = around;
  const guessedWell = first.ok && first.run.number > newest.number && first.run.timeSeconds > newest.timeSeconds;
  const fresh = setting.exact ? setting.header.number === newest.number : guessedWell;
  // A refusal under a guessed block says nothing yet, except that the method is missing.
  if (fresh || (!first.ok && !setting.exact && relax(plan, first.error, first.gas, null).kind === 'unsupported')) {
    return null;
  }
  return { ...plan, setting: movedTo(setting, newest, around.nowSeconds, around.local) };
}

type Choice = { readonly kind: 'run'; readonly plan: Plan; readonly run: RawRun } | Decision;

/** The ordinary limit's run counts; the wide one tells whether more gas would have changed it. */
function chooseGas(
  plan: Plan,
  first: SimulationOutcome,
  second: SimulationOutcome | undefined,
  balanceWei: bigint | null,
): Choice {
  if (!first.ok) {
    const relaxation = relax(plan, first.error, first.gas, balanceWei);
    if (relaxation.kind === 'retry') return { kind: 'again', plan: relaxation.plan, named: [] };
    if (relaxation.kind === 'would-fail')
      return { kind: 'done', run: refusedRun(relaxation.reason), notes: plan.notes, gas: null };
    return relaxation;
  }
  const one = { ...plan, gasLimits: [first.gas] };
  if (second === undefined) return { kind: 'run', plan: one, run: first.run };
  if (succeeded(first.run)) {
    const differs = second.ok && succeeded(second.run) && !sameOutcome(plan, first.run, second.run);
    return { kind: 'run', plan: differs ? { ...one, notes: noted(plan, 'gas-dependent') } : one, run: first.run };
  }
  if (second.ok && succeeded(second.run)) {
    // It needs more than the ordinary limit: give it what an estimate would, not the maximum.
    const used = second.run.calls.reduce((most, { gasUsed }) => larger(most, gasUsed), 0n);
    const estimate = (used * 3n) / 2n;
    const gas = smaller(estimate, MAX_TRANSACTION_GAS);
    if (gas > first.gas) return { kind: 'again', plan: { ...plan, gasLimits: [gas] }, named: [] };
    return {
      kind: 'run',
      plan: { ...plan, gasLimits: [second.gas], notes: noted(plan, 'gas-dependent') },
      run: second.run,
    };
  }
  if (!second.ok && balanceWei !== null) {
    // The wide limit may only have been too dear: try as much as the balance buys before calling it a revert.
    const relaxation = relax({ ...plan, gasLimits: [second.gas] }, second.error, second.gas, balanceWei);
    const [gas] = relaxation.kind === 'retry' ? relaxation.plan.gasLimits : [];
    if (relaxation.kind === 'retry' && relaxation.plan.notes === plan.notes && gas !== undefined && gas > first.gas) {
      return { kind: 'again', plan: relaxation.plan, named: [] };
    }
  }
  return { kind: 'run', plan: one, run: first.run };
}

/** The run stands; is everything it changed being read? */
function settle(plan: Plan, raw: RawRun): Decision {
  const { scenario } = plan;
  const failedAt = raw.calls.findIndex(({ success }) => !success);
  const failed = raw.calls[failedAt];
  if (failed !== undefined && failedAt > 0) {
    // A batch stops at its first failure: what follows it must not colour the delta.
    const prefix = { ...scenario, calls: scenario.calls.slice(0, failedAt) };
    const stoppedBy = revertReasonOf(failed);
    return { kind: 'again', plan: { ...plan, scenario: prefix, stopped: true, stoppedBy }, named: [] };
  }
  if (failed !== undefined) {
    const run: Run = { ...refusedRun(revertReasonOf(failed)), gasUsed: failed.gasUsed };
    return { kind: 'done', run, notes: plan.notes, gas: null };
  }
  const logs = raw.calls.flatMap((call) => call.logs);
  const named = [
    ...probesFromLogs(logs, scenario.user),
    ...(raw.touched ?? []).map((token) => ({ kind: 'erc20', token }) as const),
  ];
  const probes = uniteProbes(plan.probes, named);
  if (probes.length > plan.probes.length) {
    const targets = scenario.calls.map(({ to }) => to);
    const withPowers = uniteProbes(probes, powersFromLogs(logs, scenario.user, targets));
    return { kind: 'again', plan: { ...plan, probes: withPowers }, named: recipientsIn(logs, scenario.user) };
  }
  const run = readRun(raw, scenario, plan.probes);
  return {
    kind: 'done',
    run: stoppedRun(plan, run),
    notes: finalNotes(plan, raw, named),
    gas: plan.gasLimits[0] ?? null,
  };
}

function finalNotes(plan: Plan, raw: RawRun, named: Plan['probes']): readonly string[] {
  const known = new Set(plan.probes.map(probeKey));
  const tooMany = named.some((probe) => !known.has(probeKey(probe)));
  const lost = plan.probes.some((_, index) => raw.before[index] !== null && raw.after[index] === null);
  return [...plan.notes, ...(tooMany ? ['too-many-assets'] : []), ...(lost ? ['probe-lost'] : [])];
}

function stoppedRun(plan: Plan, run: Run): Run {
  return plan.stopped ? { ...run, status: 'reverted', revertReason: plan.stoppedBy } : run;
}

function refusedRun(reason: string | null): Run {
  return { status: 'reverted', revertReason: reason, gasUsed: 0n, deltas: [], permissions: [], accountCode: null };
}

function succeeded(run: RawRun): boolean {
  return run.calls.every(({ success }) => success);
}

/** Ether may differ by what the wider limit sets aside for gas: an account that sends all it has sends that much less. */
function sameOutcome(plan: Plan, a: RawRun, b: RawRun): boolean {
  const [one, other] = [readRun(a, plan.scenario, plan.probes), readRun(b, plan.scenario, plan.probes)];
  const setAsideWei = plan.scenario.calls.reduce(
    (sum, call) => sum + MAX_TRANSACTION_GAS * priceCapOf(feesOf(call, plan.setting)),
    0n,
  );
  const difference = nativeDelta(one) - nativeDelta(other);
  if (difference > setAsideWei || -difference > setAsideWei) return false;
  return withoutNative(one) === withoutNative(other);
}

function nativeDelta(run: Run): bigint {
  return run.deltas.find(({ asset }) => asset.type === 'native')?.delta ?? 0n;
}

function withoutNative(run: Run): string {
  const deltas = run.deltas.filter(({ asset }) => asset.type !== 'native');
  return JSON.stringify([deltas, run.permissions, run.accountCode], (_, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
}
