import type { Explanation, GrantLine, Line } from '../../src/explain/Explanation.ts';
import type { ReviewView } from '../protocol/views.ts';

/** A re-simulation may move an amount by this share without waking the wait again (warnings.md, rule 8). */
const TOLERANCE = 0.01;

/**
 * Whether a newer view of one request asks for a new look: its level, an asset or a grantee changed, or an amount got
 * worse by more than one percent. Amounts are read back from the words, so what cannot be compared counts as worse.
 */
export function worsened(before: ReviewView, after: ReviewView): boolean {
  if (before.level !== after.level || before.friction !== after.friction) return true;
  const was = before.explanation;
  const is = after.explanation;
  if (was === null || is === null) return was !== is;
  if (was.language !== is.language) return true;
  return (
    linesWorse(was.leaves, is.leaves, 'more', is) ||
    linesWorse(was.arrives, is.arrives, 'less', is) ||
    linesWorse(was.control, is.control, 'any', is) ||
    linesWorse(was.identity, is.identity, 'any', is) ||
    grantsWorse(was.grants, is.grants, is)
  );
}

type Worse = 'more' | 'less' | 'any';

function linesWorse(was: readonly Line[], is: readonly Line[], worse: Worse, words: Explanation): boolean {
  if (was.length !== is.length) return true;
  return was.some((line, index) => {
    const other = is[index];
    return other === undefined || line.address !== other.address || textWorse(line.text, other.text, worse, words);
  });
}

function grantsWorse(was: readonly GrantLine[], is: readonly GrantLine[], words: Explanation): boolean {
  if (was.length !== is.length) return true;
  return was.some((grant, index) => {
    const other = is[index];
    if (other === undefined) return true;
    const same =
      grant.address === other.address &&
      grant.who === other.who &&
      grant.what === other.what &&
      grant.until === other.until;
    return !same || textWorse(grant.limit, other.limit, 'more', words);
  });
}

function textWorse(was: string, is: string, worse: Worse, words: Explanation): boolean {
  if (was === is) return false;
  if (worse === 'any') return true;
  const before = amountsIn(was, words.language);
  const after = amountsIn(is, words.language);
  if (before.frame !== after.frame) return true;
  return before.amounts.some((amount, index) => {
    const other = after.amounts[index];
    if (other === undefined || Number.isNaN(amount) || Number.isNaN(other)) return true;
    return worse === 'more' ? other > amount * (1 + TOLERANCE) : other < amount * (1 - TOLERANCE);
  });
}

/** The amounts of a sentence, and the sentence without them. `#12` and digits inside a word name a thing: no amount. */
function amountsIn(text: string, language: string): { readonly frame: string; readonly amounts: readonly number[] } {
  const { group, decimal } = separators(language);
  const amounts: number[] = [];
  const frame = text.replace(/(?<![#\p{L}\d])\d(?:[\d.,'\u2019\u00a0\u202f]*\d)?(?![\p{L}\d])/gu, (number) => {
    amounts.push(Number(number.replaceAll(group, '').replace(decimal, '.')));
    return '#';
  });
  return { frame, amounts };
}

function separators(language: string): { readonly group: string; readonly decimal: string } {
  const parts = new Intl.NumberFormat(language, { useGrouping: true }).formatToParts(1234567.5);
  const find = (type: string, otherwise: string) => parts.find((part) => part.type === type)?.value ?? otherwise;
  return { group: find('group', ','), decimal: find('decimal', '.') };
}
