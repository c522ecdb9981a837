import { type HostParts, splitHost } from '../text/domains.ts';
import { skeleton } from '../text/skeleton.ts';
import { unicodeHost } from '../text/unicodeHost.ts';
import { isKin, isOneEdit } from './edits.ts';
import { createImitationSearch, type KnownLabel } from './imitation.ts';
import type { HostLookalike } from './Registry.ts';
import {
  BAIT_WORDS,
  INTEGRATED,
  LURE_WORDS,
  LURES,
  ORDINARY_WORDS,
  PLAIN_WORDS,
  SERVER_WORDS,
  TAG_WORDS,
} from './tables/lures.ts';

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
  const labels = new Map<string, KnownLabel>();
  const coined: (KnownLabel & { readonly word: string })[] = [];
  for (const brand of brands) {
    for (const domain of brand.domains) {
      const { label, suffix } = splitHost(domain);
      const isCoined = brand.coined.includes(label);
      const key = skeleton(label);
      if (!labels.has(key)) labels.set(key, { domain, name: brand.name, label, suffix, isCoined });
    }
    const domain = brand.domains[0] ?? '';
    const { suffix } = splitHost(domain);
    for (const word of brand.coined) {
      coined.push({ domain, name: brand.name, label: word, suffix, isCoined: true, word: skeleton(word) });
    }
  }
  const near = [...labels].filter(([key, target]) => target.isCoined && key.length >= MIN_EDIT_LABEL);
  const longWords = coined.filter(({ word }) => word.length >= MIN_INSIDE_WORD).map((one) => [one.word, one] as const);
  const imitation = createImitationSearch({ labels, inside: longWords, near });

  return (host) => {
    const parts = splitHost(host);
    if (parts.registrable === null) return null;
    const shown = unicodeHost(parts.label);
    const key = skeleton(shown);
    const made = imitation(parts, shown, key);
    if (made !== null) {
      const how = HOW[made.how] ?? (parts.isHosting ? 'brand-on-hosting' : 'brand-in-name');
      return { ...found(made.of, how), imitates: true };
    }
    const whole = labels.get(key);
    if (whole !== undefined) return sameLook(whole, shown, parts.label, parts.isHosting);
    const pieces = new Set(shown.split('-').map(skeleton));
    const inside =
      coined.find(({ word, label }) =>
        word.length >= MIN_INSIDE_WORD ? key.includes(word) : shown.startsWith(label) || pieces.has(word),
      ) ?? luredLabel(key, labels);
    if (inside) return found(inside, parts.isHosting ? 'brand-on-hosting' : 'brand-in-name');
    const before = subdomainBrand(parts.subdomain, parts.isHosting, labels) ?? luredHost(parts, labels);
    if (before !== null) return found(before, parts.isHosting ? 'brand-on-hosting' : 'brand-in-name');
    if (parts.isHosting || key.length < MIN_EDIT_LABEL) return null;
    const edited = near.find(([genuine]) => genuine[0] === key[0] && isOneEdit(genuine, key) && !isKin(genuine, key));
    return edited === undefined ? null : found(edited[1], 'edit-distance');
  };
}

const HOW: Readonly<Record<string, HostLookalike['how']>> = {
  ...{ confusable: 'confusable', punycode: 'punycode', typo: 'edit-distance' },
};

function found(target: KnownLabel, how: HostLookalike['how']): HostLookalike {
  return { domain: target.domain, name: target.name, how };
}

/** The label has a known label's skeleton: written in another alphabet, in digits, or the very same under another suffix. */
function sameLook(target: KnownLabel, shown: string, written: string, isHosting: boolean): HostLookalike | null {
  if (written !== shown) return found(target, 'punycode');
  if (shown !== target.label) return shown.length < MIN_CONFUSABLE_LABEL ? null : found(target, 'confusable');
  // An ordinary word is anybody's under another suffix (`curve.com`); a coined one is not.
  if (!target.isCoined) return null;
  return found(target, isHosting ? 'brand-on-hosting' : 'brand-in-name');
}

/** A known label and a lure word, and nothing else: `claim-blast.io`, `arbitrumairdrop.com`. */
function luredLabel(key: string, labels: ReadonlyMap<string, KnownLabel>): KnownLabel | null {
  for (const lure of LURE_LOOKS) {
    if (!key.includes(lure)) continue;
    const target = labels.get(key.replace(lure, '').replace(/^-+|-+$|(?<=-)-+/gu, ''));
    if (target !== undefined && target.label.length >= MIN_LURED_LABEL && !PLAIN_WORDS.has(target.label)) return target;
  }
  for (const tag of TAG_LOOKS) {
    const rest = key.startsWith(tag) ? key.slice(tag.length) : key.endsWith(tag) ? key.slice(0, -tag.length) : '';
    const target = labels.get(rest);
    if (target === undefined || target.label.length < MIN_LURED_LABEL || PLAIN_WORDS.has(target.label)) continue;
    if (!ORDINARY_WORDS.has(target.label)) return target;
  }
  return null;
}

/**
 * A known label and a lure, each a word of its own somewhere in the name: `claim.manta-pacific.xyz`,
 * `lido-event-reward.pages.dev`.
 */
function luredHost({ host, suffix }: HostParts, labels: ReadonlyMap<string, KnownLabel>): KnownLabel | null {
  const words = host.slice(0, host.length - suffix.length).split(/[.-]+/u);
  const isLured = words.some((word) => LURE_WORDS.has(word));
  const isTagged = words.some((word) => TAG_WORDS.has(word));
  if ((!isLured && !isTagged) || words.some((word) => SERVER_WORDS.has(word))) return null;
  const isBait = words.some((word) => BAIT_WORDS.has(word));
  for (const word of words) {
    const target = word.length < MIN_LURED_LABEL ? undefined : labels.get(skeleton(unicodeHost(word)));
    if (target === undefined || target.label.length < MIN_LURED_LABEL || PLAIN_WORDS.has(target.label)) continue;
    if (isBait || !ORDINARY_WORDS.has(target.label)) return target;
  }
  return null;
}

const LURE_LOOKS = LURES.map(skeleton);
/** Shorter tags begin and end too many words. */
const MIN_TAG = 3;
const TAG_LOOKS = [...TAG_WORDS].filter((tag) => tag.length >= MIN_TAG).map(skeleton);

/** Shorter labels are parts of too many words. */
const MIN_LURED_LABEL = 4;

/**
 * `uniswap.org.evil.com`, `app-uniswap-org.evil.com`, `uniswap.evil.com`: a coined label standing before the real name.
 * A network's or protocol's bare name is what honest sites call their page for it: `monad.example.org`.
 */
function subdomainBrand(
  subdomain: string,
  isHosting: boolean,
  labels: ReadonlyMap<string, KnownLabel>,
): KnownLabel | null {
  const parts = subdomain.split('.');
  for (const part of parts) {
    const pieces = part.split('-');
    if (pieces.some((piece) => SERVER_WORDS.has(piece))) continue;
    for (const piece of pieces) {
      const target = labels.get(skeleton(unicodeHost(piece)));
      if (target === undefined || !target.isCoined) continue;
      const isBare = parts.length === 1 && pieces.length === 1 && !isHosting;
      if (!(isBare && INTEGRATED.has(target.label))) return target;
    }
  }
  return null;
}
