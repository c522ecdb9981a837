import { skeleton } from '../text/skeleton.ts';

/**
 * What a symbol or name is compared by: its skeleton without punctuation, signs and emoji, so that `$USDС`, `U.S.D.C`
 * and `USDC ✅` are all `usdc`. Empty when nothing readable is left.
 */
export function tokenKey(text: string): string {
  return skeleton(text).replace(/[^\p{L}\p{N}]/gu, '');
}
