import type { Calibration } from '../../src/model/HostCard.ts';

export const FALSE_POSITIVE_RATES = [0.01, 0.001, 0.0001] as const;

/** Rate of phishing caught at each fixed false-positive rate on one kind of benign host. */
export interface RatesAgainst {
  readonly benign: number;
  readonly phishing: number;
  /** Keys `1 %`, `0.1 %`, `0.01 %`; null where fewer than one benign host would be over the line. */
  readonly caught: Readonly<Record<string, number | null>>;
}

export function ratesAgainst(phishing: Float64Array, benign: Float64Array): RatesAgainst {
  const caught: Record<string, number | null> = {};
  for (const rate of FALSE_POSITIVE_RATES) {
    const enough = benign.length * rate >= 1;
    caught[`${rate * 100} %`] = enough ? round(shareAbove(phishing, thresholdFor(benign, rate))) : null;
  }
  return { benign: benign.length, phishing: phishing.length, caught };
}

/** The lowest score such that at most `rate` of these lie strictly above it. */
export function thresholdFor(scores: Float64Array, rate: number): number {
  const sorted = scores.slice().sort();
  return sorted[sorted.length - 1 - Math.floor(rate * sorted.length)] ?? Number.NEGATIVE_INFINITY;
}

export function shareAbove(scores: Float64Array, threshold: number): number {
  let above = 0;
  for (const score of scores) if (score > threshold) above += 1;
  return above / Math.max(1, scores.length);
}

/** Platt's fit of log-odds by Newton's method, with his smoothed targets. */
export function fitPlatt(phishing: Float64Array, benign: Float64Array): Calibration {
  const high = (phishing.length + 1) / (phishing.length + 2);
  const low = 1 / (benign.length + 2);
  let slope = 1;
  let intercept = 0;
  for (let round = 0; round < 100; round += 1) {
    let [gradSlope, gradIntercept, slopeSlope, slopeIntercept, interceptIntercept] = [0, 0, 1e-9, 0, 1e-9];
    for (const [scores, target] of [
      [phishing, high],
      [benign, low],
    ] as const) {
      for (const score of scores) {
        // A host without readings has no logit; its score is fixed.
        if (!Number.isFinite(score)) continue;
        const chance = 1 / (1 + Math.exp(-(slope * score + intercept)));
        const error = chance - target;
        const curve = chance * (1 - chance);
        gradSlope += error * score;
        gradIntercept += error;
        slopeSlope += curve * score * score;
        slopeIntercept += curve * score;
        interceptIntercept += curve;
      }
    }
    const determinant = slopeSlope * interceptIntercept - slopeIntercept * slopeIntercept;
    slope -= (interceptIntercept * gradSlope - slopeIntercept * gradIntercept) / determinant;
    intercept -= (slopeSlope * gradIntercept - slopeIntercept * gradSlope) / determinant;
  }
  return { slope, intercept };
}

export interface Reliability {
  /** Expected calibration error over 15 equal-width bins. */
  readonly ece: number;
  readonly brier: number;
  /** Share of phishing among the hosts it was measured on: the calibration holds for this share. */
  readonly prior: number;
  readonly bins: readonly { readonly n: number; readonly said: number; readonly found: number }[];
}

export function reliability(phishing: Float64Array, benign: Float64Array): Reliability {
  const bins = Array.from({ length: BINS }, () => ({ n: 0, said: 0, found: 0 }));
  let squares = 0;
  for (const [scores, label] of [
    [phishing, 1],
    [benign, 0],
  ] as const) {
    for (const score of scores) {
      const bin = bins[Math.min(BINS - 1, Math.floor(score * BINS))];
      if (bin === undefined) continue;
      bin.n += 1;
      bin.said += score;
      bin.found += label;
      squares += (score - label) ** 2;
    }
  }
  const total = phishing.length + benign.length;
  const ece = bins.reduce((sum, bin) => sum + Math.abs(bin.said - bin.found) / total, 0);
  return {
    ece: round(ece),
    brier: round(squares / total),
    prior: round(phishing.length / total),
    bins: bins.map(({ n, said, found }) => ({
      n,
      said: round(said / Math.max(1, n)),
      found: round(found / Math.max(1, n)),
    })),
  };
}
const BINS = 15;

export function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
