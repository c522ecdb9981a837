import type { Explanation } from '../../src/explain/Explanation.ts';
import type { ReviewView } from '../protocol/views.ts';
import { Quote } from '../ui/Quote.tsx';
import { Reasons } from '../ui/Reasons.tsx';
import { t } from '../ui/words.ts';
import { Doubts } from './Doubts.tsx';
import { Effects } from './Effects.tsx';
import { Worse } from './LookedAgain.tsx';

/** What was found, in an order that never changes. */
export function Findings({ view, explanation }: { readonly view: ReviewView; readonly explanation: Explanation }) {
  return (
    <div className="findings">
      {view.state === 'checking' && (
        <p className="again" role="status">
          {t('review.checking.again')}
        </p>
      )}
      <Worse again={view.again} />
      <Effects explanation={explanation} />
      {explanation.quote !== null && <Quote text={explanation.quote} />}
      {explanation.description !== null && <p className="described">{explanation.description}</p>}
      {explanation.reasons.length > 0 && (
        <section className="part" aria-labelledby="reasons">
          <h2 id="reasons">{t('review.reasons')}</h2>
          <Reasons reasons={explanation.reasons} />
        </section>
      )}
      <Doubts view={view} unknowns={explanation.unknowns} />
    </div>
  );
}
