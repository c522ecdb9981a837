import { FEATURE_SPEC, hostReadings } from '../../src/model/features.ts';
import type { Row } from './data.ts';
import { quantise } from './hostGraph.ts';
import type { Matrix } from './matrix.ts';
import { type Net, type NetShape, newNet } from './net.ts';
import { type TrainingPlan, trainNet } from './trainNet.ts';

/** The recipe of `hosts@1`. Chosen on the held-out hosts of `data.ts` among some twenty settings. */
export const SHAPE: NetShape = { wideRows: FEATURE_SPEC.buckets, deepRows: 1 << 16, dims: 8, hidden: 32 };
export const PLAN: TrainingPlan = { epochs: 3, rate: 0.05, decay: 1e-6, dropIds: 0.3, seed: 2 };
const NET_SEED = 1;

/**
 * Names of dapps and tokens are the negatives that count, and few; Discord phishing is another trade. Benign tenants
 * of hosting platforms are few too: at weight 1 three in four on pages.dev were taken for phishing.
 */
const KIND_WEIGHT: Readonly<Record<string, number>> = { discord: 0.5, dapp: 4, 'token-site': 3, hosted: 6 };
/** Names go out of fashion: a phishing host weighs half as much for each so many months before the newest. */
const HALF_LIFE_MONTHS = 3;
const LEAST_AGE_WEIGHT = 0.02;
const UNDATED_AGE_MONTHS = 48;
const MONTH_MS = (365.25 / 12) * 86_400_000;

export const readingsOf = hostReadings;

/** Trains on the rows given by index and rounds the tables to what the file can hold. */
export function trainHostNet(
  rows: readonly Row[],
  matrix: Matrix,
  chosen: Int32Array,
  newest: string,
  report: (line: string) => void,
): Net {
  const labels = new Uint8Array(rows.length);
  const weights = new Float32Array(rows.length);
  rows.forEach((row, index) => {
    labels[index] = row.phishing ? 1 : 0;
    weights[index] = (KIND_WEIGHT[row.kind] ?? 1) * (row.phishing ? ageWeight(row.date, newest) : 1);
  });
  const net = newNet(SHAPE, NET_SEED);
  trainNet(net, matrix, { hosts: chosen, labels, weights }, PLAN, report);
  roundToTable(net.wide);
  roundToTable(net.deep);
  return net;
}

function ageWeight(date: string, newest: string): number {
  const months = date === '' ? UNDATED_AGE_MONTHS : (Date.parse(newest) - Date.parse(date)) / MONTH_MS;
  return Math.min(1, Math.max(LEAST_AGE_WEIGHT, 2 ** (-months / HALF_LIFE_MONTHS)));
}

function roundToTable(values: Float32Array): void {
  const { table, step } = quantise(values);
  table.forEach((whole, index) => {
    values[index] = whole * step;
  });
}
