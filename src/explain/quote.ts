/** Longest quotation of a name or phrase within a sentence, in characters. */
const PHRASE_LENGTH = 40;
/** Longest quotation of a message shown on its own; the whole stands under "technical detail". */
const PASSAGE_LENGTH = 1_000;

/** First strong isolate and pop (Unicode TR9): what is inside cannot reorder what is outside. */
const ISOLATE = '\u2068';
const POP = '\u2069';

/** Words somebody else chose, inside one of our sentences: cleaned, cut, in quotation marks, isolated. */
export function quotePhrase(text: string): string {
  // Without quotation marks of its own it cannot seem to end early and go on in our voice.
  const clean = cut(
    cleaned(text)
      .replace(/\s+/gu, ' ')
      .replace(/["“”„«»]/gu, "'")
      .trim(),
    PHRASE_LENGTH,
  );
  return `“${ISOLATE}${clean}${POP}”`;
}

/** A page's message as a passage of its own: line ends kept, everything invisible or reordering taken out. */
export function quotePassage(text: string): string {
  return cut(
    cleaned(text)
      .replace(/[^\S\n]+/gu, ' ')
      .replace(/\n{3,}/gu, '\n\n')
      .trim(),
    PASSAGE_LENGTH,
  );
}

/** Without control, format (bidi, zero-width, tags), surrogate, private and unassigned characters; marks unstacked. */
function cleaned(text: string): string {
  return (
    text
      .slice(0, PASSAGE_LENGTH * 4)
      .replace(/\r\n?|[\u2028\u2029\u0085]/gu, '\n')
      .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, (character) => (character === '\t' ? ' ' : ''))
      // More than two marks on one letter paint over the lines around it.
      .replace(/(\p{M}{2})\p{M}+/gu, '$1')
      .normalize('NFC')
  );
}

function cut(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length).join('')}…`;
}
