import { ModelUnavailableError } from '../errors.ts';

/** A straight line in log-odds: calibrated = 1 / (1 + exp(-(slope * logit + intercept))). Slope > 0: order is kept. */
export interface Calibration {
  readonly slope: number;
  readonly intercept: number;
}

/** What `models/hosts.json` must say for the model to be used; the card says much more, for people. */
export interface HostCard {
  /** `hosts@1` */
  readonly id: string;
  /** SHA-256 of the ONNX file, hex. */
  readonly sha256: string;
  readonly features: { readonly version: number; readonly sha256: string };
  readonly runtime: { readonly name: string; readonly version: string };
  /** SHA-256 of file + features + runtime (`commitment.ts`), hex. */
  readonly commitment: string;
  readonly calibration: Calibration;
  /** Calibrated scores from which the band begins; 0 < raised <= high <= 1. */
  readonly bands: { readonly raised: number; readonly high: number };
}

/**
 * Reads a card from parsed JSON.
 *
 * @throws {ModelUnavailableError} when a needed field is missing or of another shape.
 */
export function readHostCard(json: unknown): HostCard {
  const card = record(json, 'the card');
  const features = record(card.features, 'features');
  const runtime = record(card.runtime, 'runtime');
  const calibration = record(card.calibration, 'calibration');
  const bands = record(card.bands, 'bands');
  const read = {
    id: text(card.id, 'id'),
    sha256: text(card.sha256, 'sha256'),
    features: {
      version: number(features.version, 'features.version'),
      sha256: text(features.sha256, 'features.sha256'),
    },
    runtime: { name: text(runtime.name, 'runtime.name'), version: text(runtime.version, 'runtime.version') },
    commitment: text(card.commitment, 'commitment'),
    calibration: {
      slope: number(calibration.slope, 'calibration.slope'),
      intercept: number(calibration.intercept, 'calibration.intercept'),
    },
    bands: { raised: number(bands.raised, 'bands.raised'), high: number(bands.high, 'bands.high') },
  };
  if (read.calibration.slope <= 0) throw unusable('calibration.slope is not above 0');
  const { raised, high } = read.bands;
  if (!(raised > 0 && raised <= high && high <= 1)) throw unusable('bands are not 0 < raised <= high <= 1');
  return read;
}

function record(value: unknown, name: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw unusable(`${name} is missing`);
  return Object.fromEntries(Object.entries(value));
}

function text(value: unknown, name: string): string {
  if (typeof value !== 'string' || value === '') throw unusable(`${name} is not text`);
  return value;
}

function number(value: unknown, name: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw unusable(`${name} is not a number`);
  return value;
}

function unusable(why: string): ModelUnavailableError {
  return new ModelUnavailableError(`The host model's card cannot be used: ${why}. Check models/hosts.json.`);
}
