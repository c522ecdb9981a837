import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { hash32 } from '../../src/model/hash.ts';

/** One labelled host. */
export interface Row {
  readonly domain: string;
  /** Registrable unit: rows of one unit never stand on both sides of a split. */
  readonly unit: string;
  readonly platform: string;
  /** `crypto` or `discord` for phishing, else the kind of benign host. */
  readonly kind: string;
  readonly phishing: boolean;
  /** YYYY-MM-DD, or '' when unknown. */
  readonly date: string;
  /** A well-known dapp: always trained on. */
  readonly pinned: boolean;
}

/** Every usable row of the two files; the noisy category `mixed` is left out. Order is the files' order. */
export function readRows(folder: string): Row[] {
  const phishing = readTable(join(folder, 'domains-blocklist.csv.gz')).map((cells) => ({
    domain: cells.domain ?? '',
    unit: cells.unit ?? '',
    platform: cells.platform ?? '',
    kind: cells.category ?? '',
    phishing: true,
    date: cells.first_seen ?? '',
    pinned: false,
  }));
  const benign = readTable(join(folder, 'domains-benign.csv.gz')).map((cells) => ({
    domain: cells.domain ?? '',
    unit: cells.unit ?? '',
    platform: cells.platform ?? '',
    kind: cells.kind ?? '',
    phishing: false,
    date: cells.date ?? '',
    pinned: cells.pinned === '1',
  }));
  return [...phishing.filter((row) => row.kind !== 'mixed'), ...benign];
}

function readTable(path: string): Record<string, string>[] {
  const [head = '', ...lines] = gunzipSync(readFileSync(path)).toString('utf8').trimEnd().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    // The host files hold no quoted cells; a quote means that the format changed.
    if (line.includes('"')) throw new Error(`${path}: a quoted cell, which this reader does not read: ${line}`);
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
}

/** Where a row stands. `tune` fits calibration and thresholds, `test` gives the figures; neither is trained on. */
export type Part = 'train' | 'tune' | 'test';

/** Phishing first listed from this day on is the future that the model has not seen. */
export const TEST_FROM = '2025-02-01';
/** Benign newcomers from this day on are held out by time; the others by unit. */
export const FRESH_TEST_FROM = '2025-07-04';
const BENIGN_HELD_OUT_PERCENT = 20;

/** Splits by time and by unit: a unit with one row before the cut is in `train` whole, or left out of the test. */
export function splitRows(rows: readonly Row[]): (Part | undefined)[] {
  const old = new Set<string>();
  for (const row of rows) {
    if (row.phishing ? row.date < TEST_FROM : row.pinned) old.add(row.unit);
  }
  return rows.map((row) => {
    const half: Part = hash32(row.unit, HALF_SEED) % 2 === 0 ? 'tune' : 'test';
    if (row.phishing) {
      if (row.date < TEST_FROM) return 'train';
      return old.has(row.unit) || row.kind !== 'crypto' ? undefined : half;
    }
    if (old.has(row.unit)) return 'train';
    if (row.kind === 'fresh' && row.date >= FRESH_TEST_FROM) return half;
    return hash32(row.unit, HOLD_OUT_SEED) % 100 < BENIGN_HELD_OUT_PERCENT ? half : 'train';
  });
}
const HALF_SEED = 0x4a1f;
const HOLD_OUT_SEED = 0x901d;
