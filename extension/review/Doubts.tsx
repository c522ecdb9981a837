import type { ReviewView } from '../protocol/views.ts';
import { keyed } from '../ui/Lines.tsx';
import { useDo } from '../ui/queries.ts';
import { t } from '../ui/words.ts';
import { stepsText } from './steps.ts';

/**
 * What could not be told and which checks failed: said openly, never folded away. A check that was left out for a reason
 * stands in the technical detail; where that costs a fact, the fact is among the unknowns.
 */
export function Doubts({ view, unknowns }: { readonly view: ReviewView; readonly unknowns: readonly string[] }) {
  const again = useDo();
  const { failed } = view.coverage;
  if (unknowns.length === 0 && failed.length === 0) return null;
  return (
    <section className="part doubts" aria-labelledby="doubts">
      <h2 id="doubts">{t('review.unknowns')}</h2>
      {unknowns.length > 0 && (
        <ul>
          {keyed(unknowns).map(({ key, value }) => (
            <li key={key}>{value}</li>
          ))}
        </ul>
      )}
      {failed.length > 0 && <p>{t('review.notChecked', { steps: stepsText(failed) })}</p>}
      {failed.length > 0 && view.state === 'ready' && (
        <button
          type="button"
          className="plain-button"
          aria-disabled={again.isPending}
          onClick={() => {
            if (!again.isPending) again.mutate({ type: 'review/again', id: view.id });
          }}
        >
          {t('review.again')}
        </button>
      )}
      {again.data?.ok === false && <p role="alert">{again.data.refused}</p>}
    </section>
  );
}
