import type { HostParts } from '../text/domains.ts';
import { mixesScripts, skeleton } from '../text/skeleton.ts';
import { isKin, isOneEdit } from './edits.ts';
import {
  BAIT_WORDS,
  INTEGRATED,
  LURE_WORDS,
  MIRRORS,
  OWN_WORDS,
  SERVER_WORDS,
  TAG_WORDS,
  WRITTEN_ENDINGS,
} from './tables/lures.ts';

/** A known site's name, as a host may borrow it. */
export interface KnownLabel {
  readonly domain: string;
  readonly name: string;
  /** The registrable label: `uniswap`. */
  readonly label: string;
  /** What stands behind it: `org`, `co.uk`. */
  readonly suffix: string;
  readonly isCoined: boolean;
}

export interface KnownLabels {
  /** By the label's skeleton. */
  readonly labels: ReadonlyMap<string, KnownLabel>;
  /** Coined words long enough to be looked for inside longer names, with their skeletons. */
  readonly inside: readonly (readonly [string, KnownLabel])[];
  /** Coined labels long enough to be one letter away from, by skeleton. */
  readonly near: readonly (readonly [string, KnownLabel])[];
}

/** One of the ways in which no honest name of the measured ones looks like a known one. */
export interface Imitation {
  readonly of: KnownLabel;
  readonly how: 'confusable' | 'punycode' | 'whole-domain' | 'bait' | 'tag' | 'typo';
}

/**
 * Makes the search for names that nobody has by chance: a known name in look-alike letters, a known domain written out
 * before the real one, a coined name beside a bait or a mark of being official, or one slip away from it. Each rule
 * stayed quiet on 107,000 honest hosts (dapps, token sites, ranked and hosted ones; `rates.test.ts`). A project's own
 * second domain (`claim.known-name.foundation`) must never fit: it has the known name for its whole label. `shown` is the
 * registrable label as a reader sees it, `key` its skeleton.
 */
export function createImitationSearch({
  labels,
  inside,
  near,
}: KnownLabels): (parts: HostParts, shown: string, key: string) => Imitation | null {
  const written = new Map(
    [...labels.values()]
      .filter(({ label, suffix, isCoined }) => isCoined || (label.length >= MIN_LABEL && WRITTEN_ENDINGS.has(suffix)))
      .map((known) => [`${known.label}.${known.suffix}`, known] as const),
  );
  return (parts, shown, key) => {
    const whole = labels.get(key);
    if (whole !== undefined && shown !== whole.label) return spelled(whole, shown);
    if (MIRRORS.test(parts.host)) return null;
    const before = parts.host.slice(0, Math.max(0, parts.host.length - parts.suffix.length - 1)).split(/[.-]+/u);
    const domain = writtenDomain(before, written);
    if (domain !== null) return { of: domain, how: 'whole-domain' };
    const isWhole = whole !== undefined && !parts.isHosting;
    if (isWhole || before.some((word) => SERVER_WORDS.has(word))) return null;
    const pieces = shown.split('-');
    const bait = baited(shown, key, pieces, before);
    return bait ?? (parts.isHosting || pieces.length < 2 ? null : (tagged(pieces) ?? mistyped(pieces)));
  };

  /** A coined name beside what a trap promises: `zksync-airdrop.com`, `claimuniswap.org`. (`tornado-claim.com` may be an insurer.) */
  function baited(shown: string, key: string, pieces: readonly string[], before: readonly string[]): Imitation | null {
    if (before.some((word) => BAIT_WORDS.has(word))) {
      const of = pieces.map(coinedLabel).find((one) => one !== undefined);
      if (of !== undefined) return { of, how: 'bait' };
    }
    if (!JOINED_BAITS.some((bait) => shown.includes(bait))) return null;
    const of = inside.find(([word]) => key.includes(word))?.[1];
    return of === undefined ? null : { of, how: 'bait' };
  }

  /** A coined name beside a word that makes it look official: `opensea-wallet.com`. */
  function tagged(pieces: readonly string[]): Imitation | null {
    if (!pieces.some((piece) => (TAG_WORDS.has(piece) || LURE_WORDS.has(piece)) && !OWN_WORDS.has(piece))) return null;
    const of = pieces.map(coinedLabel).find((one) => one !== undefined && !INTEGRATED.has(one.label));
    return of === undefined ? null : { of, how: 'tag' };
  }

  /** A coined name with one slip, and beside it nothing but such words: `uniswarp-exchange.org`. */
  function mistyped(pieces: readonly string[]): Imitation | null {
    const [piece, ...more] = pieces.filter((one) => !TAG_WORDS.has(one) && !LURE_WORDS.has(one));
    if (piece === undefined || more.length > 0) return null;
    const key = skeleton(piece);
    if (key.length < MIN_MISTYPED || labels.has(key)) return null;
    const of = near.find(([genuine]) => genuine[0] === key[0] && isOneEdit(genuine, key) && !isKin(genuine, key))?.[1];
    return of === undefined ? null : { of, how: 'typo' };
  }

  function coinedLabel(piece: string): KnownLabel | undefined {
    const of = piece.length < MIN_LABEL ? undefined : labels.get(skeleton(piece));
    return of?.isCoined === true && of.label.length >= MIN_LABEL ? of : undefined;
  }
}

/** Shorter labels are parts of too many words. */
const MIN_LABEL = 4;
/** Shorter labels look alike by accident. */
const MIN_SPELLED = 5;
/** Shorter labels are one letter away from too many honest words. */
const MIN_MISTYPED = 7;
/** Shorter baits stand inside other words. */
const MIN_JOINED_BAIT = 5;
const JOINED_BAITS = [...BAIT_WORDS].filter((bait) => bait.length >= MIN_JOINED_BAIT);

/** The known label in other letters: coined, or written in two alphabets at once, which no honest word is. */
function spelled(of: KnownLabel, shown: string): Imitation | null {
  if (of.label.length < MIN_SPELLED || !(of.isCoined || mixesScripts(shown))) return null;
  return { of, how: /^[a-z0-9-]+$/u.test(shown) ? 'confusable' : 'punycode' };
}

/** `uniswap.org.evil.com`, `app-uniswap-org.com`: a known domain, its dot and all, before the real name. */
function writtenDomain(words: readonly string[], written: ReadonlyMap<string, KnownLabel>): KnownLabel | null {
  for (const [at, word] of words.entries()) {
    const domain = written.get(`${word}.${words[at + 1] ?? ''}`);
    if (domain !== undefined) return domain;
  }
  return null;
}
