import type { Probe } from '../Probe.ts';
import type { Scenario } from '../Scenario.ts';
import type { Setting } from '../Setting.ts';
import type { SimulationOutcome } from '../simulateV1.ts';
import type { Ask, Trip } from '../trip.ts';

/** In the order they are tried: the later, the less they can tell. */
export type EngineId = 'eth_simulateV1' | 'debug_traceCall' | 'local-evm' | 'eth_call-probe';

/** One way to run a request on the chain's newest state and read what it changed (simulation.md, 5). */
export interface Engine {
  /** As `ChainView.engine` names it. */
  readonly id: EngineId;
  /** True when a run takes one question, so that variants may ride along. */
  readonly oneTrip: boolean;
  /** In what it is not faithful, for the view's notes. */
  readonly notes: readonly string[];
  /** False where it could not run such a request at all; another engine is then asked. */
  suits(scenario: Scenario): boolean;
  /**
   * Reads the probes, makes the user's calls, reads the probes again. Never rejects: the outcome carries the error, so
   * that it can ride in a batch with other questions.
   */
  simulate(seat: Seat, job: Job): Promise<SimulationOutcome>;
}

/** A place in the trip being packed, and a way to make further ones. */
export interface Seat {
  readonly ask: Ask;
  readonly travel: Travel;
}

export type Travel = <T>(pack: (trip: Trip) => Promise<T>) => Promise<T>;

export interface Job {
  readonly scenario: Scenario;
  readonly probes: readonly Probe[];
  readonly setting: Setting;
  /** For calls whose page set no gas. */
  readonly gas: bigint;
}
