import { currentLanguage, t, type WordId } from '../ui/words.ts';

const STEP_WORDS: ReadonlyMap<string, WordId> = new Map([
  ['decode', 'step.decode'],
  ['chain', 'step.chain'],
  ['simulation', 'step.simulation'],
  ['variants', 'step.variants'],
  ['lists', 'step.lists'],
  ['registry', 'step.registry'],
  ['model', 'step.model'],
  ['detectors', 'step.detectors'],
]);

/** Steps of the check as a list in words. What is no bare step name is shown as it came: it already is words. */
export function stepsText(steps: readonly string[]): string {
  if (steps.length === 0) return t('review.none');
  const words = steps.map((step) => {
    const id = STEP_WORDS.get(step);
    return id === undefined ? step : t(id);
  });
  return new Intl.ListFormat(currentLanguage(), { type: 'conjunction' }).format(words);
}
