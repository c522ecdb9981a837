import type { Address } from 'viem';
import type { Job } from './engines/Engine.ts';
import type { Header } from './header.ts';
import type { Plan } from './Plan.ts';
import type { Touched } from './perturb/touched.ts';
import type { Scenario } from './Scenario.ts';
import type { Setting } from './Setting.ts';
import type { ChainQuery, ChainView } from './Simulator.ts';
import type { SimulationOutcome } from './simulateV1.ts';
import type { Trip } from './trip.ts';

/**
 * A further question about a look whose run has settled. Extras ask together: every one's step rides in the same round
 * trip. A step that fails costs its own answer and nothing else.
 */
export interface Extra {
  /** Names it in the view's notes when it fails. */
  readonly id: string;
  /** The first step, or `null` when there is nothing to ask. */
  prepare(around: Around): ExtraStep | null;
}

/** Packs its questions into the trip; the promise resolves when the trip is back. */
export type ExtraStep = (trip: Trip) => Promise<ExtraAnswer>;

export interface ExtraAnswer {
  /** What is added to the view. */
  readonly found: Partial<ChainView>;
  /** A further round trip, when one is worth it. */
  readonly next: ExtraStep | null;
}

/** The settled look. */
export interface Around {
  readonly query: ChainQuery;
  readonly view: ChainView;
  readonly user: Address | null;
  readonly scenario: Scenario | null;
  readonly header: Header;
  /** The circumstances of the base run, for runs of its own. */
  readonly setting: Setting;
  /** False where the endpoint has no `eth_simulateV1`. */
  readonly canSimulate: boolean;
  /** The plan whose run the view shows; absent without a run. */
  readonly plan?: Plan;
  /** Runs further jobs as the look's own engine ran it, their first questions in this trip. Absent without a run. */
  readonly simulate?: (trip: Trip, jobs: readonly Job[]) => Promise<readonly SimulationOutcome[]>;
  /** Storage the call reads, asked along with the first trip; absent where nobody needs to know. */
  readonly touched?: readonly Touched[];
}
