/**
 * Where Firefox puts an extension among the others when it runs content scripts: it walks a hash table of the extension
 * ids, and the table's slots follow the top bits of this number (`HashString` and `ScrambleHashCode` of mozilla-central's
 * mfbt/HashFunctions.h, `nsAtomHashKey`, `PLDHashTable`). From 0 to 1; the smaller runs first, unless two ids share a
 * slot. Seen in Firefox ESR 153 and promised by nobody; `order.test.ts` looks again.
 */
export function extensionPlace(id: string): number {
  let hash = 0;
  for (let at = 0; at < id.length; at++) {
    hash = Math.imul(GOLDEN_RATIO, ((hash << 5) | (hash >>> 27)) ^ id.charCodeAt(at));
  }
  return (Math.imul(hash, GOLDEN_RATIO) >>> 0) / 2 ** 32;
}

const GOLDEN_RATIO = 0x9e3779b9;
