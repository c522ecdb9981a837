import * as v from 'valibot';

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

export function readModelQuestion(message: unknown): ModelQuestion | null {
  const parsed = v.safeParse(ModelQuestion, message);
  return parsed.success ? parsed.output : null;
}

export function readModelAnswer(message: unknown): ModelAnswer | null {
  const parsed = v.safeParse(ModelAnswer, message);
  return parsed.success ? parsed.output : null;
}
