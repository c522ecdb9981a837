import type { Report } from '../../src/check.ts';
import type { Desk, Kept } from './desk.ts';
import { isWaiting } from './requestState.ts';

/** A verdict older than this is made again before Continue counts, and no look comes sooner (warnings.md, rule 8). */
export const FRESH_MS = 12_000;

export interface WatchTools {
  readonly desk: Desk;
  /** Number of a chain's newest block; `null` where nobody may be asked. */
  readonly newestBlock: (chainId: number) => Promise<bigint | null>;
  /** Which report stands after a look that nobody asked for. */
  readonly held: Kept;
  readonly now: () => number;
}

/**
 * Looks again when a new block has come (simulation.md, 4). It runs on the question of an open window alone: with the
 * window closed or the request decided nobody asks, and a worker that died is woken by the next question and, having
 * forgotten the verdict, has made a new one.
 */
export function createWatch({ desk, newestBlock, now, held }: WatchTools): (id: string) => Promise<void> {
  const askedAt = new Map<number, number>();

  return async (id) => {
    const found = desk.find(id);
    const live = found?.live ?? null;
    const report = live?.report ?? null;
    if (found === null || live === null || report === null || !isWaiting(found.request)) return;
    const known = blockOf(report);
    const { chainId } = report.request;
    if (known === null || chainId === null || desk.isLooking(id)) return;
    const at = now();
    if (at - live.checkedAt < FRESH_MS || at - (askedAt.get(chainId) ?? Number.NEGATIVE_INFINITY) < FRESH_MS) return;
    askedAt.set(chainId, at);
    try {
      const newest = await newestBlock(chainId);
      if (newest !== null && newest > (live.again?.block ?? known)) await desk.recheck(id, held);
    } catch {
      // What was shown stands; before Continue counts it is checked once more.
    }
  };
}

/** The block a report was made on; `null` for what no block changes: a text, a login, a question about chains. */
function blockOf({ chain, request }: Report): bigint | null {
  const { kind } = request.ask;
  const counts =
    kind === 'transaction' || kind === 'calls' || kind === 'typedData' || kind === 'authorization' || kind === 'batch';
  return counts ? (chain?.blockNumber ?? null) : null;
}
