import type { ReviewView } from '../protocol/views.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { t } from '../ui/words.ts';
import { stepsText } from './steps.ts';

/** Complete and copyable, folded away until asked for. */
export function Detail({ view }: { readonly view: ReviewView }) {
  const { ran, failed, skipped } = view.coverage;
  const detectors = [...new Set((view.explanation?.reasons ?? []).map(({ detector }) => detector))];
  return (
    <details className="detail">
      <summary>{t('review.detail')}</summary>
      <dl className="facts">
        <dt>{t('review.detail.method')}</dt>
        <dd>
          <code translate="no">{view.method}</code>
        </dd>
        <dt>{t('review.detail.ran')}</dt>
        <dd>{stepsText(ran)}</dd>
        <dt>{t('review.detail.failed')}</dt>
        <dd>{stepsText(failed)}</dd>
        <dt>{t('review.detail.skipped')}</dt>
        <dd>{stepsText(skipped)}</dd>
        {detectors.length > 0 && (
          <>
            <dt>{t('review.detail.detectors')}</dt>
            <dd>
              {detectors.map((id) => (
                <a key={id} className="detector" href={`/detectors.html#${id}`} target="_blank" rel="noreferrer">
                  {id}
                </a>
              ))}
            </dd>
          </>
        )}
      </dl>
      <CopyButton text={view.technicalText} label={t('review.detail.copy')} wide />
      <pre dir="ltr" translate="no">
        {view.technicalText}
      </pre>
    </details>
  );
}
