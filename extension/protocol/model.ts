import * as v from 'valibot';

/** Characters of a job or its answer: an answer of any endpoint is cut at this size too. */
const MAX_JOB = 8 * 1024 * 1024;

/**
 * Background -> offscreen document (Chromium), by `runtime.sendMessage`. Allowed sender: our own background (`sender.id`
 * is ours, no tab). A host goes in, a score comes out; the page the host belongs to never sees either.
 */
const ModelQuestion = v.strictObject({
  type: v.literal('model/score'),
  host: v.pipe(v.string(), v.maxLength(253)),
});
export type ModelQuestion = v.InferOutput<typeof ModelQuestion>;

const ModelAnswer = v.variant('ok', [
  v.strictObject({
    ok: v.literal(true),
    score: v.strictObject({
      host: v.string(),
      score: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
      band: v.picklist(['low', 'raised', 'high']),
      model: v.string(),
      commitment: v.string(),
    }),
  }),
  v.strictObject({ ok: v.literal(false), error: v.string() }),
]);
export type ModelAnswer = v.InferOutput<typeof ModelAnswer>;

/**
 * Background -> offscreen document (Chromium), same sender: one run of the local EVM. Plain JSON text both ways; the
 * endpoint in it is the one the person chose, and the answer is read as an untrusted endpoint's.
 */
const EvmQuestion = v.strictObject({
  type: v.literal('evm/simulate'),
  job: v.strictObject({
    url: v.pipe(v.string(), v.maxLength(2048)),
    chainId: v.pipe(v.number(), v.integer(), v.minValue(0)),
    params: v.pipe(v.string(), v.maxLength(MAX_JOB)),
    touched: v.pipe(v.string(), v.maxLength(MAX_JOB)),
  }),
});
export type EvmQuestion = v.InferOutput<typeof EvmQuestion>;

const EvmAnswer = v.variant('ok', [
  v.strictObject({ ok: v.literal(true), result: v.pipe(v.string(), v.maxLength(MAX_JOB)) }),
  v.strictObject({ ok: v.literal(false), error: v.string(), code: v.optional(v.number()) }),
]);
export type EvmAnswer = v.InferOutput<typeof EvmAnswer>;

export function readEvmQuestion(message: unknown): EvmQuestion | null {
  const parsed = v.safeParse(EvmQuestion, message);
  return parsed.success ? parsed.output : null;
}

export function readEvmAnswer(message: unknown): EvmAnswer | null {
  const parsed = v.safeParse(EvmAnswer, message);
  return parsed.success ? parsed.output : null;
}

export function readModelQuestion(message: unknown): ModelQuestion | null {
  const parsed = v.safeParse(ModelQuestion, message);
  return parsed.success ? parsed.output : null;
}

export function readModelAnswer(message: unknown): ModelAnswer | null {
  const parsed = v.safeParse(ModelAnswer, message);
  return parsed.success ? parsed.output : null;
}
