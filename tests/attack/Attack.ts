import type { Page } from 'playwright';
import type { Mode } from '../e2e/rpcProxy.ts';
import type { AccountName } from '../setup/fixture.ts';

/**
 * One hostile page: how it tries to make the wallet receive a request nobody approved. No two attacks share both `entry`
 * and `mechanism`.
 */
export interface Attack {
  /** The way to the wallet that is used: `provider.request`, `channel`, `runtime.connect`. */
  readonly entry: string;
  /** The trick, in a few words. */
  readonly mechanism: string;
  /** True when the page finds its provider by `kit.wallet()`: it is then run over EIP-6963 and over `window.ethereum`. */
  readonly discovers: boolean;
  /** Body of an async function, started by the page's first inline script; `kit` (see kit.ts) is in scope. */
  readonly script: string;
  /** More documents and scripts of this site, by path. `<!--kit-->` and `/*kit*\/` become the kit. */
  readonly files?: Readonly<Record<string, string>>;
  /** Path and query of the page, `/` by default; what `otherWallet.ts` reads. */
  readonly path?: string;
  /** Requests with the marker that a person approved, and which may arrive. Default 0: one arrival is a breach. */
  readonly allowed?: number;
  /** How many requests reach a wallet that nobody guards. Default 1; fewer, and the attack proves nothing. */
  readonly arrivals?: number;
  /** What happens from outside the page: a click, a navigation, an approval. */
  readonly drive?: (stage: Stage) => Promise<void>;
  /** How long the request may need to reach the wallet, milliseconds. Default 5,000. */
  readonly patienceMs?: number;
  /** It changes what all pages of a browser share (worker, wallet, RPC, window), and is played by itself. */
  readonly alone?: boolean;
  /** Played by `--all` only: it takes a minute. */
  readonly slow?: boolean;
  /** A gap that is known and told in README: its row is printed, and does not fail the run. */
  readonly known?: string;
}

/** Where an attack is played. */
export interface Stage {
  readonly page: Page;
  readonly origin: string;
  readonly marker: string;
  /**
   * A person says Continue to the one waiting request whose parameters hold this text. Without Countersign there is
   * nothing to do. Given an account, the person continues only where the window names it as the signer.
   */
  approve(text: string, onlyFor?: string): Promise<void>;
  /** The same with Reject. */
  reject(text: string): Promise<void>;
  /** For an attack that is played `alone`. */
  readonly outside: Outside;
}

/** What happens beside the page: in the wallet, to the workers, to the RPC, to the review window. */
export interface Outside {
  /** Ends the workers of Countersign and of the wallet, as Chromium does with idle ones. */
  stopWorkers(): Promise<void>;
  /** The wallet's owner takes another account or chain, in the wallet itself. */
  switchWallet(to: { readonly account?: AccountName; readonly otherChain?: boolean }): Promise<void>;
  /** Countersign is set to an RPC, and this is how it does from now on. */
  rpc(mode: Mode): Promise<void>;
  /** The person closes the review window. */
  closeReview(): Promise<void>;
  /** The person, busy with the page, clicks on where Continue comes to stand, for as long as it sleeps. */
  clickOn(): Promise<void>;
}

export const DEFAULT_PATIENCE_MS = 5_000;
