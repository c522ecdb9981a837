import { ModelUnavailableError } from '../errors.ts';
import type { Band, Classifier, HostScore, ModelRuntime } from './Classifier.ts';
import { hostReadings, type Reading } from './features.ts';
import type { Calibration, HostCard } from './HostCard.ts';

/**
 * The score of what the model has no opinion on: IP addresses, single labels such as `localhost`, bare public
 * suffixes, text that is no host name. Lists and detectors judge those.
 */
export const OUT_OF_DOMAIN_SCORE = 0;

/** The host witness over one loaded model. The caller's signal is the deadline. */
export function createHostClassifier({
  runtime,
  card,
}: {
  readonly runtime: ModelRuntime;
  readonly card: HostCard;
}): Classifier {
  return {
    async scoreHost(host, signal): Promise<HostScore> {
      const readings = hostReadings(host);
      const score =
        readings.length === 0
          ? OUT_OF_DOMAIN_SCORE
          : calibrate(await runReadings(runtime, readings, signal), card.calibration);
      return { host, score, band: bandOf(score, card), model: card.id, commitment: card.commitment };
    },
  };
}

/**
 * The calibrated score in [0, 1] of the model's raw answer. Increasing, so bands and ranks are the model's own.
 * Rounded, since the last bit of `Math.exp` may differ between browsers.
 */
export function calibrate(logit: number, { slope, intercept }: Calibration): number {
  const chance = 1 / (1 + Math.exp(-(slope * logit + intercept)));
  return Math.round(chance * SCORE_STEPS) / SCORE_STEPS;
}
const SCORE_STEPS = 1e9;

function bandOf(score: number, { bands }: HostCard): Band {
  if (score >= bands.high) return 'high';
  return score >= bands.raised ? 'raised' : 'low';
}

async function runReadings(runtime: ModelRuntime, readings: readonly Reading[], signal: AbortSignal): Promise<number> {
  const outputs = await runtime.run(tensorsOf(readings), signal).catch((cause: unknown) => {
    throw unavailable('did not answer', cause);
  });
  const logit = outputs.logit;
  if (logit === undefined || logit.length !== 1) throw unavailable('answered in another shape');
  const [value = Number.NaN] = logit;
  if (!Number.isFinite(value)) throw unavailable('answered no number');
  return value;
}

/** `ids` int32 [readings, width], padded with 0; `scale` float32 [readings, 1] = 1/sqrt(ids of the reading). */
export function tensorsOf(readings: readonly Reading[]) {
  const width = Math.max(...readings.map((reading) => reading.length));
  const ids = new Int32Array(readings.length * width);
  const scale = new Float32Array(readings.length);
  readings.forEach((reading, row) => {
    ids.set(reading, row * width);
    scale[row] = 1 / Math.sqrt(reading.length);
  });
  return {
    ids: { data: ids, dims: [readings.length, width] },
    scale: { data: scale, dims: [readings.length, 1] },
  };
}

function unavailable(what: string, cause?: unknown): ModelUnavailableError {
  return new ModelUnavailableError(`The host model ${what}. Check that its file and card are of one release.`, {
    cause,
  });
}
