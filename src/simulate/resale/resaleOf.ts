import type { Resale } from '../Simulator.ts';
import type { TrialResult } from './trial.ts';

export interface Later {
  readonly variant: string | null;
  readonly result: TrialResult;
}

/** From this share of what was paid, a sale counts as one: fees of a few percent are how such tokens are made. */
export const LEAST_RETURNED = 0.5;

/**
 * What trials in order of time say together. The last one decides, because an honest token may make a buyer wait; the
 * variant named is the first from which on it stays as bad. `null` where the last one gave no answer.
 *
 * @param paid base units that a sale without any loss would bring
 */
export function resaleOf(later: readonly Later[], paid: bigint): Resale | null {
  const told = later.map(({ variant, result }) => ({ variant, ...verdictOf(result, paid) }));
  const last = told.at(-1);
  if (last === undefined || last.outcome === 'not-tried') return null;
  let since = told.length - 1;
  while (since > 0 && told[since - 1]?.outcome === last.outcome) since -= 1;
  return { outcome: last.outcome, returned: last.returned, variant: told[since]?.variant ?? null };
}

function verdictOf(result: TrialResult, paid: bigint): Pick<Resale, 'outcome' | 'returned'> {
  if (result.kind === 'no-answer') return { outcome: 'not-tried', returned: null };
  if (result.kind === 'reverted' || result.gained === 0n) return { outcome: 'cannot-sell', returned: null };
  const returned = result.gained >= paid ? 1 : Number((result.gained * 10_000n) / paid) / 10_000;
  return { outcome: returned < LEAST_RETURNED ? 'sells-at-loss' : 'sold', returned };
}
