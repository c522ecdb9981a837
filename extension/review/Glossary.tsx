import type { Explanation } from '../../src/explain/Explanation.ts';
import { keyed } from '../ui/Lines.tsx';
import { t } from '../ui/words.ts';

/** Each chain word used above, one tap away. */
export function Glossary({ lines }: { readonly lines: Explanation['glossary'] }) {
  return (
    <section className="glossary" aria-label={t('review.glossary')}>
      {keyed(lines).map(({ key, value: { term, text } }) => (
        <details key={key}>
          <summary>{t('review.glossary.term', { term })}</summary>
          <p>{text}</p>
        </details>
      ))}
    </section>
  );
}
