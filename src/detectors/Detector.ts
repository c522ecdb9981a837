import type { Action } from '../decode/Action.ts';
import type { Lists } from '../lists/Lists.ts';
import type { HostScore } from '../model/Classifier.ts';
import type { Registry } from '../registry/Registry.ts';
import type { SigningRequest } from '../request/SigningRequest.ts';
import type { Consequence } from '../simulate/Consequence.ts';
import type { ChainView } from '../simulate/Simulator.ts';
import type { Evidence } from './Evidence.ts';

/** One detector, one file `<id>.ts`, with `<id>.test.ts` beside it. */
export interface Detector {
  readonly meta: DetectorMeta;
  /** Cheap test of applicability: a detector that does not apply returns no Evidence at all. */
  applies(scene: Scene): boolean;
  detect(scene: Scene): Evidence;
}

export interface DetectorMeta {
  /** Kebab-case, equal to the file name. Stable: others rely on it. */
  readonly id: string;
  readonly title: string;
  readonly family: string;
  readonly severity: 'danger' | 'caution' | 'note';
  /** What firing proves, in one sentence. `statistical` when it proves nothing and only suspects. */
  readonly proves: string;
  readonly falsePositives: string;
  readonly blindSpots: string;
  /** How an honest dapp clears it. */
  readonly clears: string;
  readonly references: readonly string[];
}

/** Everything a detector may look at. `null` means the step did not run or failed: answer `inconclusive`. */
export interface Scene {
  readonly request: SigningRequest;
  readonly action: Action;
  /** The action's leaves when it is a batch (wrappers opened), else just the action. */
  readonly actions: readonly Action[];
  readonly consequences: readonly Consequence[];
  readonly chain: ChainView | null;
  readonly lists: Lists | null;
  readonly registry: Registry | null;
  readonly hostScore: HostScore | null;
  readonly history: History | null;
  readonly nowSeconds: bigint;
}

/** Kept locally: what the user has dealt with before. */
export interface History {
  /** Recipients and spenders the user continued with before, lower case. */
  readonly counterparties: readonly string[];
  /** The user's other accounts. */
  readonly ownAccounts: readonly string[];
}
