import { useState } from 'react';
import { currentLanguage, t } from './words.ts';

/** Longer texts are folded, with their length in view: a page must not push our own words out of sight. */
const FOLD_CHARACTERS = 360;
const FOLD_LINES = 8;

/** The page's own words: always a quotation, isolated from ours. */
export function Quote({ text }: { readonly text: string }) {
  const [whole, setWhole] = useState(false);
  const long = text.length > FOLD_CHARACTERS || text.split('\n').length > FOLD_LINES;
  return (
    <figure className="quote">
      <figcaption>{t('review.quote')}</figcaption>
      <blockquote dir="auto" translate="no" data-folded={long && !whole}>
        {text}
      </blockquote>
      {long && (
        <button type="button" className="plain-button" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole
            ? t('review.quote.less')
            : t('review.quote.all', { count: new Intl.NumberFormat(currentLanguage()).format(text.length) })}
        </button>
      )}
    </figure>
  );
}
