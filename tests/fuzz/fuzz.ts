import fc from 'fast-check';
import { it } from 'vitest';
import { CountersignError } from '../../src/errors.ts';

/**
 * How often each property is tried: a few hundred in every test run, 10^5 (design: checks.md B1) with
 * `COUNTERSIGN_FUZZ_RUNS=100000 npx vitest run --project=unit tests/fuzz`. The seed is fixed for the small count, so that a
 * test run says the same twice, and drawn (and printed by a failure) for any other; `COUNTERSIGN_FUZZ_SEED` sets it.
 */
const SMALL = 200;
const RUNS = Number(process.env.COUNTERSIGN_FUZZ_RUNS ?? SMALL);
const SEED = process.env.COUNTERSIGN_FUZZ_SEED ?? (RUNS === SMALL ? '20260101' : null);
/** The full count may take hours on one core: five minutes for each thousand. */
const PATIENCE_MS = 60_000 + RUNS * 300;

/** Where it is set, a property ends after so many seconds, and what it came to is printed: for a machine with little time. */
const SECONDS = Number(process.env.COUNTERSIGN_FUZZ_SECONDS ?? 0);
const LIMIT = SECONDS === 0 ? {} : { interruptAfterTimeLimit: SECONDS * 1_000, markInterruptAsFailure: false };

/** A property of everything the arbitrary makes. `costs` divides the count for what is slow by nature. */
export function holds<Value>(
  name: string,
  arbitrary: fc.Arbitrary<Value>,
  property: (value: Value) => void | Promise<void>,
  costs = 1,
): void {
  const numRuns = Math.max(20, Math.floor(RUNS / costs));
  it(
    `${name} (${numRuns} of 100,000 runs)`,
    async () => {
      const seed = SEED === null ? {} : { seed: Number(SEED) };
      const details = await fc.check(
        fc.asyncProperty(arbitrary, async (value) => property(value)),
        { numRuns, ...seed, ...LIMIT },
      );
      if (details.failed) throw new Error((await fc.asyncDefaultReportMessage(details)) ?? 'It failed.');
      if (SECONDS !== 0) process.stdout.write(`${name}: ${details.numRuns} runs\n`);
    },
    PATIENCE_MS,
  );
}

/**
 * The names an untrusted input may bring about. A TypeError, a RangeError, a SyntaxError is a fault of ours: it is
 * thrown on, and fails the property.
 */
const DECLARED: ReadonlySet<string> = new Set([
  'CountersignError',
  'BadInputError',
  'RpcError',
  'ListUnavailableError',
  'ModelUnavailableError',
  'DeadlineError',
]);

/** Runs it; a declared error is an answer like any other, everything else fails the test. */
export async function declaredOnly(run: () => unknown): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (error instanceof CountersignError && DECLARED.has(error.name)) return;
    throw error;
  }
}
