import type { Engine, Job, Travel } from './engines/Engine.ts';
import type { Plan } from './Plan.ts';
import type { SimulationOutcome } from './simulateV1.ts';
import type { Trip } from './trip.ts';
import type { VariantOutcome } from './variants/differential.ts';
import type { Variant } from './variants/Variant.ts';

/** What one attempt brought back of a plan: a run for each gas limit, and the variants that rode along. */
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
  // The widest limit is one of the plan's own runs already.
  const wide = gasLimits.length > 1;
  const others = variants.filter(({ id }) => !wide || id !== 'gas-high');
  const jobs: readonly Job[] = [
    ...gasLimits.map((gas) => ({ scenario, probes, setting, gas })),
    ...others.map((variant) => ({ probes, spare: true, ...variant })),
  ];
  const outcomes = await engine.simulate({ trip, travel }, jobs);
  const base = outcomes.slice(0, gasLimits.length);
  const ran = others.flatMap((variant, index): readonly VariantOutcome[] => {
    const outcome = outcomes[gasLimits.length + index];
    return outcome === undefined ? [] : [{ variant, outcome }];
  });
  const high = variants.find(({ id }) => wide && id === 'gas-high');
  const outcome = base[1];
  return {
    base,
    variants: high === undefined || outcome === undefined ? ran : [...ran, { variant: { ...high, setting }, outcome }],
  };
}
