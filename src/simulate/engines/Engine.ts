import { RpcError } from '../../errors.ts';
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
  /** In what it is not faithful, for the view's notes. */
  readonly notes: readonly string[];
  /** False where it could not run such a request at all; another engine is then asked. */
  suits(scenario: Scenario): boolean;
  /**
   * For each job reads the probes, makes the user's calls, reads the probes again: each on the same state, all in the
   * same batches. Asks its first questions before it waits for anything, so that they ride in the seat's trip. One outcome
   * for each job, in their order; never rejects, because other questions ride along.
   */
  simulate(seat: Seat, jobs: readonly Job[]): Promise<readonly SimulationOutcome[]>;
}

/** A place in the trip being packed, and a way to make further ones. */
export interface Seat {
  readonly trip: Trip;
  readonly travel: Travel;
}

export type Travel = <T>(pack: (trip: Trip) => Promise<T>) => Promise<T>;

export interface Job {
  readonly scenario: Scenario;
  readonly probes: readonly Probe[];
  readonly setting: Setting;
  /** For calls whose page set no gas. */
  readonly gas: bigint;
  /** A run that the look can do without. The contracts it touches are not asked for: those of the others' are read. */
  readonly spare?: boolean;
}

export function askOf({ ask, askIfAble }: Trip, { spare }: Job): Ask {
  return spare === true ? askIfAble : ask;
}

/** A fault in one job, as its outcome. */
export function faulty(error: unknown, { gas }: Job): SimulationOutcome {
  const known = error instanceof RpcError ? error : new RpcError('The engine gave no answer.', { cause: error });
  return { ok: false, error: known, gas };
}
