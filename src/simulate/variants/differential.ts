import type { Plan } from '../Plan.ts';
import { type Probe, probeKey } from '../Probe.ts';
import { probesFromLogs } from '../probesFromLogs.ts';
import { readRun } from '../readRun.ts';
import type { Differential, Run } from '../Simulator.ts';
import type { SimulationOutcome } from '../simulateV1.ts';
import { isWorse } from './compare.ts';
import { toleranceWei, type Variant } from './Variant.ts';

export interface VariantOutcome {
  readonly variant: Variant;
  readonly outcome: SimulationOutcome;
}

/** The variants that ran, beside the base run. `null` when none of them ran through. */
export function differentialOf(base: Run, plan: Plan, outcomes: readonly VariantOutcome[]): Differential | null {
  let ran = 0;
  const worse: Differential['worse'][number][] = [];
  for (const { variant, outcome } of outcomes) {
    if (!outcome.ok || !outcome.run.calls.every(({ success }) => success)) continue;
    ran += 1;
    const run = readRun(outcome.run, variant.scenario, plan.probes);
    if (isWorse(base, run, toleranceWei(plan, variant))) worse.push({ variant: variant.id, kind: 'circumstance', run });
  }
  return ran === 0 ? null : { ran, worse };
}

/** Values only a variant touches: an asset that leaves under other circumstances is not yet read. */
export function unseenProbes(plan: Plan, outcomes: readonly Pick<VariantOutcome, 'outcome'>[]): readonly Probe[] {
  const known = new Set(plan.probes.map(probeKey));
  return outcomes.flatMap(({ outcome }) => {
    if (!outcome.ok) return [];
    const logs = outcome.run.calls.flatMap((call) => (call.success ? call.logs : []));
    return probesFromLogs(logs, plan.scenario.user).filter((probe) => !known.has(probeKey(probe)));
  });
}
