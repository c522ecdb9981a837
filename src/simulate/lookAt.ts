import type { Address } from 'viem';
import { RpcError } from '../errors.ts';
import { decide } from './decide.ts';
import { callOnly } from './callOnly.ts';
import { createFacts, type Facts } from './Facts.ts';
import { type Header, readHeader } from './header.ts';
import { type Memory, NO_SIMULATION_LIFE_MS } from './Memory.ts';
import { firstPlan, type Plan } from './Plan.ts';
import { type Probe, uniteProbes } from './Probe.ts';
import { probesFromDecode } from './probesFromDecode.ts';
import type { Rpc } from './rpc.ts';
import { readQuantity } from './rpcValue.ts';
import { accountOf, type Scenario, scenarioOf } from './Scenario.ts';
import { settingFor } from './Setting.ts';
import type { ChainQuery, ChainView, Run } from './Simulator.ts';
import { simulateV1 } from './simulateV1.ts';
import { type Ask, openTrip } from './trip.ts';

export interface LookContext {
  readonly rpc: Rpc;
  readonly memory: Memory;
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
  readonly local: boolean;
  readonly signal: AbortSignal;
}

/** Most round trips one look may take; the caller's deadline usually ends it sooner. */
const MAX_TRIPS = 6;

/** One verdict's worth of chain facts. @throws RpcError, DeadlineError */
export async function lookAt(query: ChainQuery, chainId: number, context: LookContext): Promise<ChainView> {
  const { local, memory, now, random, rpc, signal } = context;
  const user = accountOf(query.request);
  const scenario = scenarioOf(query.request);
  const facts = createFacts(query, user, scenario);
  const nowSeconds = BigInt(Math.floor(now() / 1000));
  const canSimulate = now() >= memory.noSimulationUntilMs;

  let trips = 0;
  let newest: Header | null = null;
  let engine = scenario === null ? 'facts' : canSimulate ? 'eth_simulateV1' : 'eth_call';
  let plan: Plan | null = null;
  let run: Run | null = null;
  let runFailure: string | null = null;
  let notes: readonly string[] = unrunNotes(query);
  const begin = (header: Header): Plan | null => {
    if (scenario === null || engine !== 'eth_simulateV1') return null;
    const targets = scenario.calls.flatMap(({ to }) => (to === null ? [] : [to]));
    const probes = uniteProbes(probesFromDecode(query, targets));
    return firstPlan(scenario, settingFor(header, { nowSeconds, local, random }), probes);
  };
  if (memory.header !== null) plan = begin(memory.header);
}
