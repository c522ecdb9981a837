import type { Explanation } from '../../src/explain/Explanation.ts';
import type { WhoAnswer } from '../../src/explain/WhoAnswer.ts';
import type { Level } from '../../src/judge/Verdict.ts';

/** What the extension's own pages are shown: plain JSON, words already made, no bigint, no detector, no network. */

/** One request in the review window. */
export interface ReviewView {
  readonly id: string;
  /** `checking` until the verdict is there; `ready` may be decided; `decided` is on its way out. */
  readonly state: 'checking' | 'ready' | 'decided';
  readonly origin: string | null;
  /** Host of `origin`, split so that the registrable domain can be emphasised. */
  readonly site: { readonly before: string; readonly registrable: string; readonly after: string };
  /** Set when the request comes from a frame of another site: "a frame of X inside Y". */
  readonly insideSite: string | null;
  readonly walletName: string | null;
  readonly chainName: string | null;
  readonly account: string | null;
  readonly method: string;
  readonly level: Level;
  readonly friction: 'none' | 'click' | 'fact';
  /** `null` while checking. */
  readonly explanation: Explanation | null;
  readonly coverage: {
    readonly ran: readonly string[];
    readonly failed: readonly string[];
    readonly skipped: readonly string[];
  };
  /** Complete and copyable: decoded action, raw parameters, digests, block, checks, list versions, detector ids. */
  readonly technicalText: string;
  /** Milliseconds since the epoch. */
  readonly arrivedAt: number;
  readonly expiresAt: number;
  /** When this verdict was made, milliseconds since the epoch; 0 while checking. */
  readonly checkedAt: number;
  /** Looks after the first: the newest block that was looked at, and the one at which it last got worse. Decimal text. */
  readonly again: { readonly block: string | null; readonly worseBlock: string | null } | null;
}

export interface QueueView {
  /** Oldest first; one window shows them in sections by site. */
  readonly items: readonly ReviewView[];
}

/** Each state in which Countersign does not (fully) protect a tab, by name (interception.md, "The status"). */
export type Unprotected =
  | 'tab-older-than-install'
  | 'site-access-withheld'
  | 'private-window'
  | 'orphaned-page'
  | 'browser-page'
  | 'wallet-not-gated'
  | 'wallet-loads-first'
  | 'no-wallet-seen'
  | 'paused'
  | 'not-simulated';

export interface StatusView {
  readonly host: string | null;
  readonly unprotected: readonly Unprotected[];
  readonly wallets: readonly { readonly name: string; readonly gated: boolean }[];
  /** Milliseconds since the epoch while "pause on this site for one hour" is on. */
  readonly pausedUntil: number | null;
  readonly siteWarning: { readonly level: Level; readonly text: string } | null;
  readonly recent: readonly RecentView[];
  readonly waiting: number;
}

/** The answer to "who is this?". */
export type WhoView = WhoAnswer;

export interface RecentView {
  readonly id: string;
  readonly at: number;
  readonly host: string;
  readonly headline: string;
  readonly level: Level;
  readonly choice: 'continue' | 'reject' | 'expired' | 'quiet';
}

export interface SettingsView {
  /** False until the first-run page is answered: nothing is sent before that. */
  readonly chosen: boolean;
  readonly chains: readonly ChainSetting[];
  readonly show: 'default' | 'everything' | 'problems';
  readonly language: string;
  readonly lists: readonly {
    readonly name: string;
    readonly date: string;
    readonly entries: number;
    readonly licence: string;
  }[];
  readonly model: { readonly id: string; readonly commitment: string } | null;
}

export interface ChainSetting {
  readonly chainId: number;
  readonly name: string;
  /** `null`: do not simulate on this chain. */
  readonly rpcUrl: string | null;
  /** A second, independent server whose answers are compared with the first's; `null` for none. */
  readonly secondRpcUrl: string | null;
  /** Known keyless endpoints, offered and never chosen for the user. */
  readonly offered: readonly { readonly name: string; readonly url: string }[];
}
