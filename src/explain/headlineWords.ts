/** The most words a headline may have (warnings.md, rule 2). */
export const HEADLINE_WORDS = 12;

export function wordCount(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Fits into a headline's place for a name: few plain words, nothing that reads as hex or as a promise. */
export function isHeadlineWord(text: string, maxWords: number): boolean {
  return (
    text.length <= 12 * maxWords &&
    wordCount(text) <= maxWords &&
    /^[\p{L}\p{N}][\p{L}\p{N} .'-]*$/u.test(text) &&
    !/0x|[0-9a-f]{8,}/iu.test(text) &&
    !/\bsafe\b|verif/iu.test(text)
  );
}
