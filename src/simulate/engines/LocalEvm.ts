import type { Touched } from '../perturb/touched.ts';

/**
 * The port to an EVM of our own, for endpoints that serve state but simulate nothing. It weighs more than everything else
 * here, so it is loaded only when asked (offscreen document, event page, Node).
 */
export interface LocalEvm {
  /**
   * Runs one `eth_simulateV1` on the state an endpoint serves, and answers in that method's own shape.
   *
   * @throws RpcError when the endpoint does not give the state, or the sender could not pay.
   */
  simulate(job: LocalJob, signal: AbortSignal): Promise<unknown>;
}

/** Plain data: it crosses a message boundary where the EVM lives in another document. */
export interface LocalJob {
  readonly url: string;
  readonly chainId: number;
  /** Parameters of `eth_simulateV1`, its block named in full. */
  readonly params: readonly unknown[];
  /** State the call is known to touch, fetched before the first run. */
  readonly touched: readonly Touched[];
}
