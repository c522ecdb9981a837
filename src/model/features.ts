import { splitHost } from '../text/domains.ts';
import { BRAND_TOKENS, LURE_TOKENS } from './brands.ts';
import { hash32 } from './hash.ts';
import { isNear } from './near.ts';

/**
 * Host name -> feature ids. The one implementation: training reads the matrix this file writes, and a change of
 * anything here is a new `FEATURE_SPEC.version` and a new model.
 *
 * A host becomes several *readings*, each scored alone; the host's score is the greatest of them. Readings are
 * each run of the registrable label's hyphenated words, alone and with each run of up to three subdomain words. So
 * putting a label or a hyphenated word before or after a name only adds readings, and cannot lower the score.
 */
export const FEATURE_SPEC = {
  version: 1,
  /** Feature ids are 1 .. buckets-1; 0 is padding. */
  buckets: 1 << 18,
  shortestGram: 2,
  longestGram: 6,
  /** DNS allows 253 characters (RFC 1035, 2.3.4); of anything longer only the end counts. */
  longestHost: 253,
  /** Runs of subdomain words up to this many are read together. */
  longestSubdomainRun: 3,
  maxReadings: 512,
} as const;

/** One reading of a host: distinct ids, ascending. */
export type Reading = Int32Array;

/** The host's readings, the whole registrable label first; empty for what is out of domain (IPs, single labels). */
export function hostReadings(host: string): readonly Reading[] {
  const tail = host.trim().slice(-FEATURE_SPEC.longestHost);
  const split = splitHost(tail);
  if (split.isIp || split.registrable === null) return [];
  const labels = [split.label, ...wordRuns(split.label)];
  const subs = subdomainRuns(split.subdomain);
  const pairs = [
    ...labels.map((label) => ({ label, sub: '' })),
    ...labels.flatMap((label) => subs.map((sub) => ({ label, sub }))),
  ];
  return pairs.slice(0, FEATURE_SPEC.maxReadings).map(({ label, sub }) => readingOf(label, sub, split.suffix));
}

/** Every run of the label's hyphenated words but the whole label. */
function wordRuns(label: string): string[] {
  if (label.startsWith('xn--')) return [];
  const runs = new Set(runsOf(label, label.length));
  runs.delete(label);
  return [...runs];
}

function subdomainRuns(subdomain: string): string[] {
  const runs = new Set(runsOf(subdomain, FEATURE_SPEC.longestSubdomainRun));
  runs.delete('www');
  return [...runs];
}

/** The runs of up to `longest` words between dots and hyphens, with the dots and hyphens inside them. */
function runsOf(text: string, longest: number): string[] {
  const words = [...text.matchAll(/[^.-]+/gu)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
  return words.flatMap((first, index) =>
    words.slice(index, index + longest).map((last) => text.slice(first.from, last.to)),
  );
}

/** Hash spaces: the same letters mean different things in different places. */
const SPACE = { label: 1, sub: 2, suffix: 3, shape: 4, brand: 5, plain: 6, word: 7, cross: 8, subWord: 9 } as const;

function readingOf(label: string, sub: string, suffix: string): Reading {
  const ids = new Set<number>();
  const add = (text: string, space: number) => {
    ids.add(1 + (hash32(text, space) % (FEATURE_SPEC.buckets - 1)));
  };
  addGrams(label, SPACE.label, add);
  const plain = unleet(label);
  if (plain !== label) addGrams(plain, SPACE.plain, add);
  for (const word of label.split('-')) add(word, SPACE.word);
  if (sub !== '') {
    addGrams(sub, SPACE.sub, add);
    for (const word of sub.split(/[-.]/)) add(word, SPACE.subWord);
  }
  add(suffix, SPACE.suffix);
  addShape(label, sub, suffix, add);
  addBrands(plain, sub, suffix, add);
  return Int32Array.from(ids).sort();
}

function addGrams(text: string, space: number, add: (text: string, space: number) => void): void {
  const marked = `^${text}$`;
  for (let length = FEATURE_SPEC.shortestGram; length <= FEATURE_SPEC.longestGram; length += 1) {
    for (let from = 0; from + length <= marked.length; from += 1) add(marked.slice(from, from + length), space);
  }
}

/** Digits that stand for letters, read as the letters; hyphens dropped. */
function unleet(label: string): string {
  return label.replace(/[013457-]/g, (mark) => LEET[mark] ?? '');
}
const LEET: Readonly<Record<string, string>> = { '0': 'o', '1': 'l', '3': 'e', '4': 'a', '5': 's', '7': 't' };

/** Whole numbers and exact quotients only: logarithms may differ in the last bit between browsers. */
function addShape(label: string, sub: string, suffix: string, add: (text: string, space: number) => void): void {
  const digits = label.replace(/[^0-9]/g, '').length;
  const hyphens = label.split('-').length - 1;
  const letters = label.replace(/[^a-z]/g, '');
  const vowels = letters.replace(/[^aeiou]/g, '').length;
  const length = Math.min(24, label.length);
  const vowelShare = Math.round((10 * vowels) / Math.max(1, letters.length));
  const hosted = suffix.split('.').length;
  const facts = [
    `length ${length}`,
    `digits ${Math.min(4, digits)}`,
    `hyphens ${Math.min(3, hyphens)}`,
    `vowels ${vowelShare}`,
    `length vowels ${length >> 2} ${vowelShare}`,
    `suffix parts ${hosted}`,
    `suffix length ${suffix} ${length >> 2}`,
    `suffix hyphens ${suffix} ${Math.min(2, hyphens)}`,
    `suffix digits ${suffix} ${Math.min(2, digits)}`,
    `suffix sub ${suffix} ${sub !== ''}`,
    `distinct ${Math.min(16, new Set(label).size)} ${length >> 2}`,
    ...(label.startsWith('xn--') || sub.includes('xn--') ? ['punycode'] : []),
  ];
  for (const fact of facts) add(fact, SPACE.shape);
}

/** One edit away from a shorter name lies half the dictionary. */
const SHORTEST_MISSPELT = 5;

/** Where a borrowed name stands, and beside what: `uniswap` alone is the house, `uniswap-claim` is someone else's. */
function addBrands(label: string, sub: string, suffix: string, add: (text: string, space: number) => void): void {
  const lures = LURE_TOKENS.filter((lure) => label.includes(lure) || sub.includes(lure));
  const places = new Set<string>();
  for (const brand of BRAND_TOKENS) {
    const place = placeOf(brand, label) ?? (sub.includes(brand) ? 'sub' : undefined);
    if (place === undefined) {
      if (brand.length < SHORTEST_MISSPELT || !isNear(brand, label)) continue;
      places.add('near');
      add(`${brand} near`, SPACE.brand);
      continue;
    }
    places.add(place);
    add(`${brand} ${place}`, SPACE.brand);
    add(`${brand} ${place} ${suffix}`, SPACE.brand);
    for (const lure of lures) add(`${brand} ${lure}`, SPACE.cross);
  }
  for (const place of places) {
    add(`any ${place}`, SPACE.brand);
    add(`any ${place} ${suffix}`, SPACE.brand);
    add(`any ${place} ${lures.length > 0}`, SPACE.brand);
  }
  add(`brands ${Math.min(2, places.size)} lures ${Math.min(3, lures.length)}`, SPACE.brand);
  for (const lure of lures) add(`${lure} ${suffix}`, SPACE.cross);
  for (const one of lures) for (const two of lures) if (one < two) add(`${one} ${two}`, SPACE.cross);
}

function placeOf(brand: string, label: string): string | undefined {
  if (label === brand) return 'whole';
  const at = label.indexOf(brand);
  if (at < 0) return undefined;
  if (at === 0) return 'start';
  return at + brand.length === label.length ? 'end' : 'inside';
}
