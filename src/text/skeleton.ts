import { CONFUSABLES } from './confusables.ts';

/** Code points read of one text; what stands behind is not looked at (a 10 kB name must not cost 10 kB of work). */
export const MAX_SKELETON_CODE_POINTS = 256;

/**
 * What a text looks like to a hurried reader, as lower-case ASCII where it can be: two texts with the same skeleton are
 * easily taken for one another. `Μеtа‌Mаѕk`, `ＭｅｔａＭａｓｋ` and `rnetamask` all become `metamask`'s skeleton.
 *
 * After UTS #39 (https://www.unicode.org/reports/tr39/#Confusable_Detection) with Unicode's own table, which no kept
 * npm package applies case-blind: marks, zero-width and bidi controls go, look-alikes and full-width forms become
 * ASCII, then the ASCII look-alikes are folded: `0`/`o`, `1`/`i`/`l`/`|`, `rn`/`m`, `vv`/`w`. White space goes too.
 * For comparing only, never for showing.
 */
export function skeleton(text: string): string {
  let plain = text.slice(0, MAX_SKELETON_CODE_POINTS);
  // Nearly every host and ticker is plain ASCII, which no look-alike is written in.
  if (!PLAIN_ASCII.test(plain)) {
    plain = '';
    for (const char of visibleText(text)) plain += LOOKS.get(char) ?? char;
  }
  return plain.toLowerCase().replace(/[1i|]/gu, 'l').replace(/0/gu, 'o').replace(/rn/gu, 'm').replace(/vv/gu, 'w');
}

/** True when letters of more than one alphabet stand in one text, as in `Uѕdс`: honest names rarely do. Digits count for none. */
export function mixesScripts(text: string): boolean {
  const plain = visibleText(text);
  return SCRIPTS.filter((script) => script.test(plain)).length > 1;
}

/** The alphabets that hold look-alikes of Latin letters, and Latin itself. */
const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
];

const LOOKS: ReadonlyMap<string, string> = new Map(
  CONFUSABLES.flatMap(([ascii, chars]) => [...chars].map((char) => [char, ascii] as const)),
);

/** Nothing in it that `visibleText` would take away. */
const PLAIN_ASCII = /^[!-~]*$/u;

/** Compatibility-decomposed, without marks, controls, format and default-ignorable characters and white space. */
function visibleText(text: string): string {
  // Two UTF-16 units at most make a code point: cut before spreading.
  const cut = [...text.slice(0, 2 * MAX_SKELETON_CODE_POINTS)].slice(0, MAX_SKELETON_CODE_POINTS).join('');
  return cut.normalize('NFKD').replace(/[\p{M}\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/gu, '');
}
