import { type Attempt, attempt } from './attempt.ts';
import { type Circumstances, decide } from './decide.ts';
import type { Engine, Travel } from './engines/Engine.ts';
import type { Facts } from './Facts.ts';
import { engineIn, type Memory, MISSING_LIFE_MS, SPARED_MS } from './Memory.ts';
import type { Plan } from './Plan.ts';
import { uniteProbes } from './Probe.ts';
import { refusalOf } from './refusal.ts';
import type { Scenario } from './Scenario.ts';
import type { Differential, Run } from './Simulator.ts';
import { larger } from './smaller.ts';
import { differentialOf, unseenProbes } from './variants/differential.ts';
import type { Variant } from './variants/Variant.ts';
import { meetsCode, runsCode } from './variants/wanted.ts';

/** How a request's run came out, after as many attempts as it took. */
export interface Settled {
  readonly run: Run | null;
  /** Why there is no run though there was something to run. */
  readonly failure: string | null;
  readonly notes: readonly string[];
  /** The engine that ran, `null` when none did. */
  readonly engine: Engine | null;
  readonly differential: Differential | null;
  /** The plan that ran, its gas chosen; `null` when none did. */
  readonly plan: Plan | null;
}

export interface SettleContext {
  readonly around: Circumstances;
  readonly engines: readonly Engine[];
  readonly memory: Memory;
  readonly facts: Facts;
  readonly now: () => number;
  readonly travel: Travel;
  /** True for a second opinion, which has no variants. */
  readonly plain: boolean;
  /** False when the look has made all the round trips it may. */
  readonly mayTravel: () => boolean;
  /** A plan's variants, none where they are not wanted. `gasUsed` is what the base run took, where known. */
  readonly variantsFor: (plan: Plan, gasUsed: bigint | null) => readonly Variant[];
}

/** @param first what the look's first trip brought back; `null` when nothing was packed yet. */
export async function settleRun(
  firstPlan: Plan,
  first: { readonly engine: Engine; readonly attempt: Attempt } | null,
  context: SettleContext,
): Promise<Settled> {
  const { around, engines, facts, memory, now, mayTravel } = context;
  let plan = firstPlan;
  let engine = first?.engine ?? engineIn(memory, engines, now(), firstPlan.scenario);
  let known: Attempt | null = first?.attempt ?? null;
  let gasUsed: bigint | null = null;
  let widened = false;

  while (engine !== null) {
    if (known === null && !mayTravel()) return failed('unsettled');
    const current: Attempt = known ?? (await tryPlan(plan, engine, gasUsed, context));
    known = null;
    if (isBusy(current)) {
      memory.noVariantsUntilMs = now() + SPARED_MS;
      if (!current.base.every(({ ok }) => ok) && current.variants.length > 0) continue;
    }
    gasUsed = gasOfRun(current) ?? gasUsed;
    const decision = decide(plan, current.base, around);
    if (decision.kind === 'again') {
      facts.wantNamed(decision.named, decision.plan.probes);
      plan = decision.plan;
    } else if (decision.kind === 'done') {
      const unseen = decision.run.status === 'success' && !widened ? unseenProbes(plan, current.variants) : [];
      if (unseen.length > 0 && mayTravel()) {
        widened = true;
        plan = { ...plan, probes: uniteProbes(plan.probes, unseen) };
        continue;
      }
      const { run, notes } = decision;
      const differential = await differentialNow(plan, current, run, gasUsed, engine, context);
      const unvaried = run.status === 'success' && differential === null && wantsVariants(plan, context);
      return {
        run,
        failure: null,
        notes: [...notes, ...engine.notes, ...(unvaried ? ['no-variants'] : [])],
        engine,
        differential,
        plan: withGas(plan, decision.gas),
      };
    } else if (decision.kind === 'failed' && isCreation(plan.scenario)) {
      // Some endpoints simulate every transaction but one that creates a contract (anvil): another engine may.
      engine = engineIn(memory, engines.slice(engines.indexOf(engine) + 1), now(), plan.scenario);
      plan = { ...firstPlan, setting: plan.setting.exact ? plan.setting : firstPlan.setting };
      if (engine === null) return failed(decision.why);
    } else if (decision.kind === 'failed' && engine.id === engines[0]?.id) {
      return failed(decision.why);
    } else {
      // The next engine tells less, but more than nothing.
      memory.missing.set(engine.id, now() + MISSING_LIFE_MS);
      engine = engineIn(memory, engines, now(), plan.scenario);
      plan = { ...firstPlan, setting: plan.setting.exact ? plan.setting : firstPlan.setting };
    }
  }
  return failed('no-simulation-method');
}

async function tryPlan(
  plan: Plan,
  engine: Engine,
  gasUsed: bigint | null,
  { facts, travel, variantsFor }: SettleContext,
): Promise<Attempt> {
  const variants = variantsFor(plan, gasUsed);
  const [tried] = await travel((trip) =>
    Promise.all([attempt(trip, plan, engine, travel, variants), facts.askAll(trip.ask, trip.askIfAble)]),
  );
  return tried;
}

async function differentialNow(
  plan: Plan,
  current: Attempt,
  run: Run,
  gasUsed: bigint | null,
  engine: Engine,
  { facts, mayTravel, travel, variantsFor }: SettleContext,
): Promise<Differential | null> {
  if (run.status !== 'success') return null;
  if (current.variants.length > 0) return differentialOf(run, plan, current.variants);
  // A plain send turned out to meet code.
  const late = meetsCode(plan.scenario, facts.accounts) && mayTravel() ? variantsFor(plan, gasUsed) : [];
  if (late.length === 0) return null;
  const found = await travel((trip) => attempt(trip, { ...plan, gasLimits: [] }, engine, travel, late));
  return differentialOf(run, plan, found.variants);
}

/** Something ran that might have done otherwise, and nothing said whether it would. */
function wantsVariants({ scenario }: Plan, { facts, plain }: SettleContext): boolean {
  return !plain && (runsCode(scenario) || meetsCode(scenario, facts.accounts));
}

function isBusy({ base, variants }: Attempt): boolean {
  return [...base, ...variants.map(({ outcome }) => outcome)].some(
    (outcome) => !outcome.ok && refusalOf(outcome.error) === 'busy',
  );
}

function gasOfRun({ base: [first] }: Attempt): bigint | null {
  if (first === undefined || !first.ok || !first.run.calls.every(({ success }) => success)) return null;
  return first.run.calls.reduce((most, call) => larger(most, call.gasUsed), 0n);
}

function isCreation({ calls }: Scenario): boolean {
  return calls.some(({ to }) => to === null);
}

function withGas(plan: Plan, gas: bigint | null): Plan {
  return gas === null ? plan : { ...plan, gasLimits: [gas] };
}

function failed(why: string): Settled {
  return { run: null, failure: why, notes: [], engine: null, differential: null, plan: null };
}
