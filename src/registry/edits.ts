import { skeleton } from '../text/skeleton.ts';

/** One letter put in, left out, changed, or two neighbours swapped. (One edit is not worth a Levenshtein library.) */
export function isOneEdit(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const restA = a.slice(start);
  const restB = b.slice(start);
  if (restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}

/**
 * `unochain` to `unichain`, `gatcoin` to `gitcoin`: short stems before a common ending are one letter apart by chance. A
 * letter doubled or left single is no chance.
 */
export function isKin(genuine: string, key: string): boolean {
  const ending = ENDINGS.find((one) => genuine.endsWith(one));
  if (ending === undefined || !key.endsWith(ending)) return false;
  const [stem, other] = [genuine, key].map((text) => text.slice(0, -ending.length));
  if (stem === undefined || other === undefined || stem.length > SHORT_STEM) return false;
  return collapsed(stem) !== collapsed(other);
}

const SHORT_STEM = 4;
const ENDINGS: readonly string[] = ['chain', 'coin', 'swap', 'scan', 'tools', 'sea', 'pad', 'mask'].map(skeleton);

function collapsed(text: string): string {
  return text.replace(/(.)\1+/gu, '$1');
}
