import * as v from 'valibot';

/**
 * Background <-> offscreen document (Chromium), over a runtime port of this name. Allowed sender: our own pages. A host
 * goes in, a score comes out; the page the host belongs to never sees either.
 */
export const MODEL_PORT = 'countersign/model';

const id = v.pipe(v.number(), v.integer());

export const ModelQuestion = v.strictObject({ id, host: v.pipe(v.string(), v.maxLength(253)) });
export type ModelQuestion = v.InferOutput<typeof ModelQuestion>;

export const ModelAnswer = v.variant('ok', [
  v.strictObject({
    id,
    ok: v.literal(true),
    score: v.strictObject({
      host: v.string(),
      score: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
      band: v.picklist(['low', 'raised', 'high']),
      model: v.string(),
      commitment: v.string(),
    }),
  }),
  v.strictObject({ id, ok: v.literal(false), error: v.string() }),
]);
export type ModelAnswer = v.InferOutput<typeof ModelAnswer>;
