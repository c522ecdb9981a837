import { type Case, judge } from './judge.ts';
import { type Coverage, LEVELS, type Verdict } from './Verdict.ts';

/**
 * The verdict on a batch: that on the whole, and never lower than that on any of its parts, whose own gaps are named
 * too. An innocent request beside it takes nothing from what one of them is.
 */
export function judgeTogether(whole: Omit<Case, 'coverage'>, parts: readonly Verdict[]): Verdict {
  const coverage = uniteCoverage(parts.map((part) => part.coverage));
  const verdict = judge({ ...whole, coverage });
  const all = [verdict, ...parts];
  return {
    coverage,
    because: [...new Set(all.flatMap(({ because }) => because))],
    level: worst(
      LEVELS,
      all.map(({ level }) => level),
    ),
    friction: worst(
      FRICTIONS,
      all.map(({ friction }) => friction),
    ),
  };
}

const FRICTIONS = ['none', 'click', 'fact'] as const;
/** A step that a part had no need of is not missing. */
const NO_NEED: ReadonlySet<string> = new Set(['not-needed', 'nothing-to-run']);

/** A step ran when it ran wherever it was needed. */
function uniteCoverage(parts: readonly Coverage[]): Coverage {
  const failed = unique(parts.flatMap((part) => part.failed));
  const skipped = unique(parts.flatMap((part) => part.skipped));
  const lost = new Set([...failed, ...skipped.filter(({ why }) => !NO_NEED.has(why))].map(({ step }) => step));
  const ran = [...new Set(parts.flatMap((part) => part.ran))].filter((step) => !lost.has(step));
  return {
    ran,
    failed,
    skipped: skipped.filter(({ step }) => !ran.includes(step) && !failed.some((one) => one.step === step)),
  };
}

/** By step: the first reason is enough. */
function unique<Missed extends Coverage['failed'][number]>(missed: readonly Missed[]): Missed[] {
  return [...new Map([...missed].reverse().map((one) => [one.step, one])).values()].reverse();
}

function worst<Value>(order: readonly Value[], values: readonly Value[]): Value {
  return values.reduce((one, other) => (order.indexOf(other) > order.indexOf(one) ? other : one));
}
