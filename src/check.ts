import type { Action, Digests } from './decode/Action.ts';
import type { History } from './detectors/Detector.ts';
import type { Evidence } from './detectors/Evidence.ts';
import type { Explanation } from './explain/Explanation.ts';
import type { Verdict } from './judge/Verdict.ts';
import type { Lists } from './lists/Lists.ts';
import type { Classifier } from './model/Classifier.ts';
import type { Registry } from './registry/Registry.ts';
import type { SigningRequest } from './request/SigningRequest.ts';
import type { Consequence } from './simulate/Consequence.ts';
import type { ChainView, Simulator } from './simulate/Simulator.ts';

/** I/O enters here and nowhere else. A `null` port means "not set up": coverage says so. */
export interface Ports {
  readonly simulator: Simulator | null;
  readonly lists: Lists | null;
  readonly registry: Registry | null;
  readonly classifier: Classifier | null;
  readonly history: History | null;
  readonly clock: () => number;
  readonly language: string;
  readonly signal: AbortSignal;
}

/** Everything one check found, for the window, the command line and the kit alike. */
export interface Report {
  readonly request: SigningRequest;
  readonly action: Action;
  readonly consequences: readonly Consequence[];
  readonly evidence: readonly Evidence[];
  readonly verdict: Verdict;
  readonly explanation: Explanation;
  readonly digests: Digests | null;
  readonly chain: ChainView | null;
  /** Milliseconds by step and `total`. */
  readonly timingsMs: Readonly<Record<string, number>>;
}
