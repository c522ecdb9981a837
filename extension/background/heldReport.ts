import type { Report } from '../../src/check.ts';
import type { Evidence } from '../../src/detectors/Evidence.ts';
import { explain } from '../../src/explain/explain.ts';
import { LEVELS, type Verdict } from '../../src/judge/Verdict.ts';
import type { Registry } from '../../src/registry/Registry.ts';
import { hasWorsened } from './worsened.ts';

const FRICTIONS: readonly Verdict['friction'][] = ['none', 'click', 'fact'];

/**
 * What stands after a look that nobody asked for: it may raise the level and never lowers it. Where it alone would be
 * milder the earlier report stays; where it is milder and yet shows something worse, its facts are told at the earlier
 * level, together with what had been found then.
 */
export function heldReport(before: Report, found: Report, registry: Registry | null): Report {
  // A look that did not reach the chain has seen nothing new.
  if (found.chain === null) return before;
  if (!isMilder(found.verdict, before.verdict)) return found;
  if (!hasWorsened(before, found)) return before;
  const evidence = [...found.evidence.filter((one) => !stands(before, one.detector)), ...before.evidence.filter(fired)];
  const verdict: Verdict = {
    level: LEVELS[Math.max(...ranks(LEVELS, found.verdict.level, before.verdict.level))] ?? 'danger',
    friction: FRICTIONS[Math.max(...ranks(FRICTIONS, found.verdict.friction, before.verdict.friction))] ?? 'fact',
    because: [...new Set([...before.verdict.because, ...found.verdict.because])],
    coverage: found.verdict.coverage,
  };
  const { language } = before.explanation;
  return { ...found, evidence, verdict, explanation: explain({ ...found, evidence, verdict, registry, language }) };
}

function isMilder(one: Verdict, other: Verdict): boolean {
  return (
    LEVELS.indexOf(one.level) < LEVELS.indexOf(other.level) ||
    FRICTIONS.indexOf(one.friction) < FRICTIONS.indexOf(other.friction)
  );
}

function ranks<Value>(order: readonly Value[], ...values: readonly Value[]): number[] {
  return values.map((value) => order.indexOf(value));
}

function fired({ outcome }: Evidence): boolean {
  return outcome === 'fired';
}

function stands(before: Report, detector: string): boolean {
  return before.evidence.some((one) => one.detector === detector && fired(one));
}
