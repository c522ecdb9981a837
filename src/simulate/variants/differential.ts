import type { Plan } from '../Plan.ts';
import { type Probe, probeKey } from '../Probe.ts';
import { MAX_TRANSACTION_GAS } from '../probeCode.ts';
import { probesFromLogs } from '../probesFromLogs.ts';
import { readRun } from '../readRun.ts';
import { feesOf, priceCapOf } from '../Setting.ts';
import type { Differential, Run } from '../Simulator.ts';
import type { SimulationOutcome } from '../simulateV1.ts';
import { isSpared, isWorse } from './compare.ts';
import { toleranceWei, type Variant } from './Variant.ts';

export interface VariantOutcome {
  readonly variant: Variant;
  readonly outcome: SimulationOutcome;
}

/** The variants that ran, beside the base run. `null` when none of them ran through. */
export function differentialOf(base: Run, plan: Plan, outcomes: readonly VariantOutcome[]): Differential | null {
  let ran = 0;
  const worse: Differential['worse'][number][] = [];
  const spared: NonNullable<Differential['spared']>[number][] = [];
  for (const { variant, outcome } of outcomes) {
    if (!outcome.ok || !outcome.run.calls.every(({ success }) => success)) continue;
    const run = readRun(outcome.run, variant.scenario, plan.probes);
    const watched = variant.id === 'watched';
    if (!ELSEWHEN.has(variant.id) && isSpared(base, run, gasTiedWei(plan))) {
      spared.push({ variant: variant.id, kind: watched ? 'watched' : 'circumstance', run });
    }
    if (watched) continue;
    ran += 1;
    if (isWorse(base, run, toleranceWei(plan, variant))) worse.push({ variant: variant.id, kind: 'circumstance', run });
  }
  return ran === 0 ? null : { ran, worse, ...(spared.length === 0 ? {} : { spared }) };
}

/** What opens later, or pays only before something else is sent, lies to nobody. */
const ELSEWHEN: ReadonlySet<Variant['id']> = new Set(['later-2-minutes', 'later-30-minutes', 'without-earlier']);

/** More than any honest fee that follows the price of gas: a full transaction's gas, for this call and one it pays. */
function gasTiedWei({ scenario, setting }: Plan): bigint {
  return scenario.calls.reduce((sum, call) => sum + 2n * MAX_TRANSACTION_GAS * priceCapOf(feesOf(call, setting)), 0n);
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
