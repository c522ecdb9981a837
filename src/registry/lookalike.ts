import { splitHost } from '../text/domains.ts';
import { skeleton } from '../text/skeleton.ts';
import { unicodeHost } from '../text/unicodeHost.ts';
import type { HostLookalike } from './Registry.ts';

/** A known site as the search needs it. */
export interface Brand {
  readonly name: string;
  readonly domains: readonly string[];
  readonly coined: readonly string[];
}

/** Shorter labels are one letter away from too many honest words. MetaMask's tolerance went 3, 2, 1 under complaint. */
export const MIN_EDIT_LABEL = 7;
/** Shorter words stand inside honest ones (`llnch`, 1inch's skeleton, in `merlinchain`): they count in front and between hyphens only. */
export const MIN_INSIDE_WORD = 7;
/** Shorter labels look alike by accident when written in ASCII alone (`sui`, `sul`). */
export const MIN_CONFUSABLE_LABEL = 5;

/**
 * Makes the search for the known site that a host looks like. The caller has already set aside the known hosts
 * themselves. A find is a reason to look twice, never a verdict.
 */
export function createLookalikeSearch(brands: readonly Brand[]): (host: string) => HostLookalike | null {
  const labels = new Map<string, Target>();
  const coined: (Target & { readonly word: string })[] = [];
  for (const brand of brands) {
    for (const domain of brand.domains) {
      const label = splitHost(domain).label;
      const isCoined = brand.coined.includes(label);
      const key = skeleton(label);
      if (!labels.has(key)) labels.set(key, { domain, name: brand.name, label, isCoined });
    }
    const domain = brand.domains[0] ?? '';
    for (const word of brand.coined) {
      coined.push({ domain, name: brand.name, label: word, isCoined: true, word: skeleton(word) });
    }
  }
  const near = [...labels].filter(([key, target]) => target.isCoined && key.length >= MIN_EDIT_LABEL);

  return (host) => {
    const parts = splitHost(host);
    if (parts.registrable === null) return null;
    const shown = unicodeHost(parts.label);
    const key = skeleton(shown);
    const whole = labels.get(key);
    if (whole !== undefined) return sameLook(whole, shown, parts.label, parts.isHosting);
    const pieces = new Set(shown.split('-').map(skeleton));
    const inside =
      coined.find(({ word, label }) =>
        word.length >= MIN_INSIDE_WORD ? key.includes(word) : shown.startsWith(label) || pieces.has(word),
      ) ?? luredLabel(key, labels);
    if (inside) return found(inside, parts.isHosting ? 'brand-on-hosting' : 'brand-in-name');
    const before = subdomainBrand(parts.subdomain, labels);
    if (before !== null) return found(before, parts.isHosting ? 'brand-on-hosting' : 'brand-in-name');
    if (parts.isHosting || key.length < MIN_EDIT_LABEL) return null;
    const edited = near.find(([genuine]) => genuine[0] === key[0] && isOneEdit(genuine, key));
    return edited === undefined ? null : found(edited[1], 'edit-distance');
  };
}

interface Target {
  readonly domain: string;
  readonly name: string;
  readonly label: string;
  readonly isCoined: boolean;
}

function found(target: Target, how: HostLookalike['how']): HostLookalike {
  return { domain: target.domain, name: target.name, how };
}

/** The label has a known label's skeleton: written in another alphabet, in digits, or the very same under another suffix. */
function sameLook(target: Target, shown: string, written: string, isHosting: boolean): HostLookalike | null {
  if (written !== shown) return found(target, 'punycode');
  if (shown !== target.label) return shown.length < MIN_CONFUSABLE_LABEL ? null : found(target, 'confusable');
  // An ordinary word is anybody's under another suffix (`curve.com`); a coined one is not.
  if (!target.isCoined) return null;
  return found(target, isHosting ? 'brand-on-hosting' : 'brand-in-name');
}

/** A known label and a lure word, and nothing else: `claim-blast.io`, `arbitrumairdrop.com`. */
function luredLabel(key: string, labels: ReadonlyMap<string, Target>): Target | null {
  for (const lure of LURES) {
    if (!key.includes(lure)) continue;
    const target = labels.get(key.replace(lure, '').replace(/^-+|-+$|(?<=-)-+/gu, ''));
    if (target !== undefined && target.label.length >= MIN_LURED_LABEL && !PLAIN_WORDS.has(target.label)) return target;
  }
  return null;
}

/** Shorter labels are parts of too many words. */
const MIN_LURED_LABEL = 4;

/** Labels of known sites that honest names join to a lure word: `verifytoken.net`. */
const PLAIN_WORDS: ReadonlySet<string> = new Set([
  'token',
  'crypto',
  'gains',
  'request',
  'frame',
  'circle',
  'pump',
  'guild',
  'relay',
]);

/** What a trap promises or asks for, as skeletons; longer forms first. Written by hand, 2026-11. */
const LURES: readonly string[] = [
  ...['airdrops', 'airdrop', 'rewards', 'reward', 'claims', 'claim', 'giveaway', 'bonus', 'eligibility', 'eligible'],
  ...['allocation', 'presale', 'whitelist', 'migration', 'migrate', 'connect', 'restore', 'validate', 'recovery'],
  ...['verify', 'support', 'login', 'wallet', 'unlock', 'redeem', 'refund', 'drop', 'mint', 'event', 'season'],
].map(skeleton);

/** `uniswap.org.evil.com`, `app-uniswap-org.evil.com`, `uniswap.evil.com`: a coined label standing before the real name. */
function subdomainBrand(subdomain: string, labels: ReadonlyMap<string, Target>): Target | null {
  for (const label of subdomain.split('.')) {
    const target = labels.get(skeleton(unicodeHost(label)));
    if (target?.isCoined) return target;
  }
  return null;
}

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
