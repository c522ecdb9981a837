import type { Engine, Job, Travel } from './engines/Engine.ts';
import type { Plan } from './Plan.ts';
import type { SimulationOutcome } from './simulateV1.ts';
import type { Ask, Trip } from './trip.ts';
import type { VariantOutcome } from './variants/differential.ts';
import type { Variant } from './variants/Variant.ts';

/** What one round trip brought back of a plan: a run for each gas limit, and the variants that rode along. */
export interface Attempt {
  readonly base: readonly SimulationOutcome[];
  readonly variants: readonly VariantOutcome[];
}

/** Packs a plan's runs into a trip. The variants are questions it can do without. */
export async function attempt(
  trip: Trip,
  plan: Plan,
  engine: Engine,
  travel: Travel,
  variants: readonly Variant[],
): Promise<Attempt> {
  const { gasLimits, probes, scenario, setting } = plan;
  const run = (job: Job, through: Ask) => trip.join((ask) => engine.simulate({ ask, travel }, job), through);
  // The widest limit is one of the plan's own runs already.
  const wide = gasLimits.length > 1;
  const [base, others] = await Promise.all([
    Promise.all(gasLimits.map((gas) => run({ scenario, probes, setting, gas }, trip.ask))),
    Promise.all(
      variants.flatMap((variant) =>
        wide && variant.id === 'gas-high' ? [] : [runVariant(variant, (job) => run(job, trip.askIfAble), probes)],
      ),
    ),
  ]);
  const high = variants.find(({ id }) => wide && id === 'gas-high');
  const outcome = base[1];
  return {
    base,
    variants:
      high === undefined || outcome === undefined ? others : [...others, { variant: { ...high, setting }, outcome }],
  };
}

async function runVariant(
  variant: Variant,
  run: (job: Job) => Promise<SimulationOutcome>,
  probes: Plan['probes'],
): Promise<VariantOutcome> {
  const { scenario, setting, gas } = variant;
  return { variant, outcome: await run({ scenario, probes, setting, gas }) };
}
