import type { ReviewView } from '../protocol/views.ts';
import { currentLanguage, t } from '../ui/words.ts';

type Again = Pick<ReviewView, 'again'>;

/** That a newer block was looked at. For the eye alone: a voice every twelve seconds would drown what matters. */
export function LookedAgain({ again }: Again) {
  if (again === null || again.block === null) return null;
  return (
    <p className="decision-note" data-looked={again.block}>
      {t('review.looked', { block: blockText(again.block) })}
    </p>
  );
}

/** That what is shown got worse since it was opened. The place stands empty before, so that a screen reader hears of it. */
export function Worse({ again }: Again) {
  const block = again?.worseBlock ?? null;
  return (
    <p className="again worse" role="status" aria-live="polite">
      {block !== null && t('review.worse', { block: blockText(block) })}
    </p>
  );
}

function blockText(block: string): string {
  return new Intl.NumberFormat(currentLanguage()).format(BigInt(block));
}
