import type { Touched } from '../perturb/touched.ts';

/**
 * The port to an EVM of our own, for endpoints that serve state but simulate nothing. It weighs more than everything else
 * here, so it is loaded only when asked (offscreen document, event page, Node).
 */
export interface LocalEvm {
  /**
   * Runs each `eth_simulateV1` of a job on the same state, fetched once, and answers with a list: of each run
   * `{ result }` in that method's own shape, or `{ error, code }` (the sender could not pay).
   *
   * @throws RpcError when the endpoint does not give the state.
   */
  simulate(job: LocalJob, signal: AbortSignal): Promise<unknown>;
}

/** Plain data: it crosses a message boundary where the EVM lives in another document. */
export interface LocalJob {
  readonly url: string;
  readonly chainId: number;
  /** First parameters of `eth_simulateV1`, one for each run, the one that counts first; last the block to run upon. */
  readonly params: readonly unknown[];
  /** State the call is known to touch, fetched before the first run. */
  readonly touched: readonly Touched[];
}
