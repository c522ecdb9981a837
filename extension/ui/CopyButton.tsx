import { useState } from 'react';
import { Icon } from './glyphs.tsx';
import { t } from './words.ts';

const SHOWN_MS = 2000;

/** Copies `text`. With `wide` the label is written out, else it is the button's name beside an icon. */
export function CopyButton({
  text,
  label,
  wide,
}: {
  readonly text: string;
  readonly label: string;
  readonly wide?: true;
}) {
  const [said, say] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      say(t('copied'));
    } catch {
      // The browser may refuse the clipboard; the text itself stays in view and can be selected.
      say(t('copy.failed'));
    }
    setTimeout(() => say(''), SHOWN_MS);
  };
  return (
    <span className="copy">
      <button
        type="button"
        className={wide ? 'plain-button' : 'small-button'}
        aria-label={wide ? undefined : label}
        title={wide ? undefined : label}
        onClick={() => void copy()}
      >
        <Icon name="copy" />
        {wide && label}
      </button>
      <span className="copy-said" role="status">
        {said}
      </span>
    </span>
  );
}
