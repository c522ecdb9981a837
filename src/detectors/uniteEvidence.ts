import type { Detector } from './Detector.ts';
import type { Evidence } from './Evidence.ts';
import { DETECTORS } from './index.ts';

/**
 * Findings on a batch and on each of its requests as one list, in order of weight. The same finding counts once; what
 * fired anywhere has fired; where nothing fired, "could not tell" goes before "looked and found nothing".
 */
export function uniteEvidence(
  lists: readonly (readonly Evidence[])[],
  detectors: readonly Detector[] = DETECTORS,
): Evidence[] {
  const all = lists.flat();
  return detectors.flatMap(({ meta }) => {
    const own = all.filter(({ detector }) => detector === meta.id);
    const fired = own.filter(({ outcome }) => outcome === 'fired');
    if (fired.length > 0) return [...new Map(fired.map((one) => [sentenceOf(one), one])).values()];
    const quiet = own.find(({ outcome }) => outcome === 'inconclusive') ?? own[0];
    return quiet === undefined ? [] : [quiet];
  });
}

/** What would be said of it. */
function sentenceOf({ message, severity, facts }: Evidence): string {
  return JSON.stringify([message, severity, facts], (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
}
