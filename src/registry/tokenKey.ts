import { skeleton } from '../text/skeleton.ts';

/**
 * What a symbol or name is looked up by: its skeleton without punctuation, signs and emoji, so that `$USDС`, `U.S.D.C`
 * and `USDC ✅` are all `usdc`. Empty when nothing readable is left. Coarser than the eye (`LTC` and `ITC` share one):
 * what is found under it must still `resemble`.
 */
export function tokenKey(text: string): string {
  return skeleton(text).replace(NOT_NAME, '');
}

/** True when a reader takes one for the other: the same letters whatever the case, or look-alike ones. */
export function resembles(written: string, genuine: string): boolean {
  return plain(written) === plain(genuine) || isDisguised(written, genuine);
}

/** Looks the same and is written otherwise: `UЅDС` with Cyrillic letters, `U\u200bSDC`, `UNl` for `UNI`. */
export function isDisguised(written: string, genuine: string): boolean {
  if (tokenKey(written) !== tokenKey(genuine)) return false;
  if (HIDDEN.test(written)) return true;
  if (plain(written) === plain(genuine)) return false;
  return !/^[\x20-\x7e]*$/u.test(written) || asciiLook(written) === asciiLook(genuine);
}

/** Letters of the alphabets that hold look-alikes of Latin ones, or characters nobody sees. `₮` and `𝕏` are signs. */
export function hasForeignLetters(text: string): boolean {
  return HIDDEN.test(text) || /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u.test(text);
}

/** Characters nobody sees, put there to make a name another one. (Emoji joiners and selectors are honest.) */
const HIDDEN = /[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/u;

/** `+` is part of a name: `USDT+` is another token than `USDT`. */
const NOT_NAME = /[^\p{L}\p{N}+]/gu;

/** Long names are cut before anything reads them, as `skeleton` does. */
const MAX_READ = 512;

function plain(text: string): string {
  return text.slice(0, MAX_READ).toLowerCase().replace(NOT_NAME, '');
}

/** `I`, `l`, `1` and `O`, `0` look alike as they stand; `L` and `I` do not, though `l` and `i` nearly do. */
function asciiLook(text: string): string {
  return text
    .slice(0, MAX_READ)
    .replace(/[Il1|]/gu, '|')
    .replace(/0/gu, 'o')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+|]/gu, '');
}
