import { RpcError } from '../errors.ts';
import { askExtras } from './askExtras.ts';
import { callOnly } from './callOnly.ts';
import { decide } from './decide.ts';
import { EXTRAS } from './extras.ts';
import { createFacts } from './Facts.ts';
import { type Header, readHeader } from './header.ts';
import { type Memory, NO_SIMULATION_LIFE_MS } from './Memory.ts';
import { firstPlan, type Plan } from './Plan.ts';
import { uniteProbes } from './Probe.ts';
import { probesFromDecode } from './probesFromDecode.ts';
import type { Rpc } from './rpc.ts';
import { readQuantity } from './rpcValue.ts';
import { accountOf, type Scenario, scenarioOf } from './Scenario.ts';
import { settingFor } from './Setting.ts';
import type { ChainQuery, ChainView, Run } from './Simulator.ts';
import { type SimulationOutcome, simulateV1 } from './simulateV1.ts';
import { openTrip, type Trip } from './trip.ts';

export interface LookContext {
  readonly rpc: Rpc;
  readonly memory: Memory;
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
  /** True on a loopback endpoint. */
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
  const travel = async <T>(pack: (trip: Trip) => Promise<T>): Promise<T> => {
    trips += 1;
    const trip = openTrip(rpc, signal);
    const packed = pack(trip);
    // When the endpoint fails as a whole, `send` says how; what was packed fails along with it.
    packed.catch(() => undefined);
    await trip.send();
    return packed;
  };
  const planOn = (header: Header): Plan | null => {
    if (scenario === null || !canSimulate) return null;
    const probes = uniteProbes(probesFromDecode(query, targetsOf(scenario)));
    return firstPlan(scenario, settingFor(header, { nowSeconds, local, random }), probes);
  };

  let plan = memory.header === null ? null : planOn(memory.header);
  const first = await travel(async (trip) => {
    const chain = trip.ask({ method: 'eth_chainId', params: [] });
    const block = trip.ask({ method: 'eth_getBlockByNumber', params: ['latest', false] });
    const [chainAnswer, blockAnswer, outcomes] = await Promise.all([
      chain,
      block,
      simulateAll(trip, plan),
      facts.askAll(trip.ask),
    ]);
    return { chain: chainAnswer, block: blockAnswer, outcomes };
  });
  if (!first.chain.ok) throw first.chain.error;
  if (readQuantity(first.chain.result, 'its chain id') !== BigInt(chainId)) {
    throw new RpcError(`The RPC serves another chain than ${chainId}; check the address set for it.`);
  }
  if (!first.block.ok) throw first.block.error;
  const newest = readHeader(first.block.result);
  memory.header = newest;
  const balanceWei = user === null ? 0n : facts.accounts.get(user)?.balanceWei;
  if (balanceWei === undefined) throw new RpcError("The RPC did not give the account's balance.");

  let run: Run | null = null;
  let runFailure: string | null = scenario === null || canSimulate ? null : 'no-simulation-method';
  let notes = unrunNotes(query);
  let outcomes = first.outcomes;
  plan ??= planOn(newest);
  while (plan !== null) {
    if (outcomes.length === 0) {
      if (trips >= MAX_TRIPS) {
        runFailure = 'unsettled';
        break;
      }
      const current: Plan = plan;
      [outcomes] = await travel((trip) => Promise.all([simulateAll(trip, current), facts.askAll(trip.ask)]));
    }
    const decision = decide(plan, outcomes, { newest, nowSeconds, local, balanceWei });
    if (decision.kind === 'again') {
      facts.wantNamed(decision.named, decision.plan.probes);
      plan = decision.plan;
      outcomes = [];
      continue;
    }
    if (decision.kind === 'done') {
      run = decision.run;
      notes = [...notes, ...decision.notes];
    } else if (decision.kind === 'failed') {
      runFailure = decision.why;
    } else {
      runFailure = 'no-simulation-method';
      memory.noSimulationUntilMs = now() + NO_SIMULATION_LIFE_MS;
    }
    plan = null;
  }
  if (scenario !== null && runFailure !== null) {
    notes = [...notes, ...(await travel((trip) => callOnly(trip.ask, scenario)))];
  }
  if (run !== null) facts.wantFound(run);
  if (facts.pending && trips < MAX_TRIPS) await travel((trip) => facts.askAll(trip.ask));
  if (scenario === null && isRunnable(query)) runFailure = 'no-account';

  const view: ChainView = {
    chainId,
    blockNumber: newest.number,
    blockTimeSeconds: newest.timeSeconds,
    run,
    runFailure,
    accounts: facts.accounts,
    tokens: facts.tokens,
    balanceWei,
    local,
    engine: scenario === null ? 'facts' : run !== null ? 'eth_simulateV1' : 'eth_call',
    notes,
    roundTrips: trips,
  };
  const setting = settingFor(newest, { nowSeconds, local, random });
  return askExtras(EXTRAS, { query, view, user, scenario, header: newest, setting, canSimulate }, travel);
}

function simulateAll(trip: Trip, plan: Plan | null): Promise<readonly SimulationOutcome[]> {
  if (plan === null) return Promise.resolve([]);
  const { gasLimits, probes, scenario, setting } = plan;
  return Promise.all(gasLimits.map((gas) => trip.join((ask) => simulateV1(ask, scenario, probes, setting, gas))));
}

function targetsOf(scenario: Scenario): readonly `0x${string}`[] {
  return scenario.calls.flatMap(({ to, data }) => (to === null || data === '0x' ? [] : [to]));
}

function isRunnable({ request }: ChainQuery): boolean {
  return request.ask.kind === 'transaction' || request.ask.kind === 'calls';
}

function unrunNotes({ request }: ChainQuery): readonly string[] {
  const { ask } = request;
  return ask.kind === 'transaction' && ask.transaction.otherData !== null ? ['other-data-not-simulated'] : [];
}
