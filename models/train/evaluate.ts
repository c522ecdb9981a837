import { BadInputError } from '../../src/errors.ts';
import type { Classifier } from '../../src/model/Classifier.ts';
import { readRows, splitRows } from './data.ts';
import { round } from './metrics.ts';

/** Shares by kind of the held-out benign hosts, through the real engine: what the shipped file does. */
export interface ShippedShares {
  readonly n: number;
  readonly raisedOrHigh: number;
  readonly high: number;
}

/**
 * Runs the shipped model over every held-out benign host. The phishing rates are the card's (`metrics.timeSplit`):
 * the shipped file has seen all phishing in the data, so a rate on it would be no evidence.
 *
 * @throws {BadInputError} when the data folder cannot be read.
 */
export async function evaluateShipped(
  classifier: Classifier,
  dataFolder: string,
): Promise<Record<string, ShippedShares>> {
  const rows = readRowsOrSay(dataFolder);
  const parts = splitRows(rows);
  const { signal } = new AbortController();
  const counts = new Map<string, { n: number; raised: number; high: number }>();
  for (const [index, row] of rows.entries()) {
    if (row.phishing || parts[index] === 'train' || parts[index] === undefined) continue;
    const { band } = await classifier.scoreHost(row.domain, signal);
    const count = counts.get(row.kind) ?? { n: 0, raised: 0, high: 0 };
    count.n += 1;
    if (band !== 'low') count.raised += 1;
    if (band === 'high') count.high += 1;
    counts.set(row.kind, count);
  }
  return Object.fromEntries(
    [...counts]
      .sort(([one], [two]) => (one < two ? -1 : 1))
      .map(([kind, { n, raised, high }]) => [kind, { n, raisedOrHigh: round(raised / n), high: round(high / n) }]),
  );
}

function readRowsOrSay(dataFolder: string) {
  try {
    return readRows(dataFolder);
  } catch (cause) {
    throw new BadInputError(
      `The host data cannot be read from ${dataFolder}. Name its folder: COUNTERSIGN_DATA=FOLDER.`,
      { cause },
    );
  }
}
