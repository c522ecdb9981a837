import type { History } from '../../src/detectors/Detector.ts';
import type { World } from './World.ts';

/** One request of the attack or the benign corpus, built against real contracts on a local chain. */
export interface Case {
  /** Unique, kebab-case. */
  readonly id: string;
  readonly side: 'attack' | 'benign';
  /** Taxonomy id: of the attack, or of the attack this is the benign twin of. */
  readonly family: string;
  /** What makes it distinct: another selector, primaryType, contract code or wrapper. No two cases of one side share it. */
  readonly shape: string;
  /** Where the shape comes from: a standard, an npm package, an incident. */
  readonly provenance: string;
  /** The page that asks. */
  readonly origin: string;
  prepare(world: World, variation: Variation): Promise<Prepared>;
}

/** Same shape, other circumstances: what makes one benign shape many replays. The first variation is `{ index: 0, ... }`. */
export interface Variation {
  readonly index: number;
  /** Which of the world's users asks. */
  readonly account: number;
  /** Scales the amounts: parts of 10,000 of what the case would use. */
  readonly amountBps: number;
  /** Seconds added to the chain's clock before the request. */
  readonly laterSeconds: number;
}

/** A request as a dapp makes it, before Countersign has seen it. */
export interface Prepared {
  readonly method: string;
  readonly params: readonly unknown[];
  /** The user's account. */
  readonly account: `0x${string}`;
  /** What the user's own computer remembers, where the story needs it (poisoning); absent: nothing. */
  readonly history?: History;
  /** For attacks: makes the theft happen after the user agreed, and says whether the user lost by it. */
  readonly strike?: () => Promise<boolean>;
}
