import { RpcError } from '../errors.ts';
import { askExtras } from './askExtras.ts';
import { attempt } from './attempt.ts';
import { callOnly } from './callOnly.ts';
import { type Earlier, stacked, unmined } from './earlier.ts';
import { type Engine, faulty, type Job, type Seat, type Travel } from './engines/Engine.ts';
import { EXTRAS } from './extras.ts';
import { createFacts } from './Facts.ts';
import { type Header, readHeader } from './header.ts';
import { engineIn, type Memory, SPARED_MS } from './Memory.ts';
import { firstPlan, type Plan } from './Plan.ts';
import { uniteProbes } from './Probe.ts';
import { isStrange } from './perturb/perturb.ts';
import { readTouched, touchedQuestion } from './perturb/touched.ts';
import { MAX_TRANSACTION_GAS } from './probeCode.ts';
import { probesFromDecode } from './probesFromDecode.ts';
import type { Rpc, RpcCall } from './rpc.ts';
import { readQuantity } from './rpcValue.ts';
import { accountOf, type Scenario, scenarioOf } from './Scenario.ts';
import { settingFor } from './Setting.ts';
import type { ChainQuery, ChainView } from './Simulator.ts';
import { type Settled, settleRun } from './settleRun.ts';
import type { SimulationOutcome } from './simulateV1.ts';
import { openTrip, type Trip } from './trip.ts';
import { drawChances, type Variant, variantsOf } from './variants/Variant.ts';
import { runsCode } from './variants/wanted.ts';

export interface LookContext {
  readonly rpc: Rpc;
  readonly memory: Memory;
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
  /** True on a loopback endpoint. */
  readonly local: boolean;
  readonly signal: AbortSignal;
  /** In the order they are tried. */
  readonly engines: readonly Engine[];
  /** Requests continued on this chain and perhaps not yet mined, oldest first. */
  readonly earlier?: readonly Earlier[];
  /** True for a second opinion: the run alone, without variants and further questions. */
  readonly plain?: boolean;
}

/** Most round trips one look may take; the caller's deadline usually ends it sooner. */
const MAX_TRIPS = 8;

/** Extras wait no longer than this after the look began: its own findings must reach the verdict in time. */
const PATIENCE_MS = 3_000;

/** A first trip that took this long: the endpoint is not asked for more than it must give. */
const SLOW_MS = 1_500;

/** One verdict's worth of chain facts. @throws RpcError, DeadlineError */
export async function lookAt(query: ChainQuery, chainId: number, context: LookContext): Promise<ChainView> {
  const { engines, local, memory, now, random, rpc, signal } = context;
  const user = accountOf(query.request);
  const earlier = context.earlier ?? [];
  let scenario = stacked(scenarioOf(query.request), earlier);
  const facts = createFacts(query, user, scenario, { header: () => memory.header, pace: memory });
  const nowSeconds = BigInt(Math.floor(now() / 1000));

  let trips = 0;
  const travel: Travel = async (pack) => {
    trips += 1;
    const trip = openTrip(rpc, signal);
    const packed = pack(trip);
    // When the endpoint fails as a whole, `send` says how; what was packed fails along with it.
    packed.catch(() => undefined);
    await trip.send();
    return packed;
  };
  const planOn = (header: Header): Plan | null => {
    if (scenario === null) return null;
    const probes = uniteProbes(probesFromDecode(query, targetsOf(scenario)));
    return firstPlan(scenario, settingFor(header, { nowSeconds, local, random }), probes);
  };
  const chances = drawChances(random);
  const variantsFor = (from: Plan, gasUsed: bigint | null): readonly Variant[] =>
    context.plain === true || now() < memory.noVariantsUntilMs
      ? []
      : variantsOf(from, { chances, nowSeconds, gasUsed });

  const early = memory.header === null ? null : planOn(memory.header);
  const engine = engineIn(memory, engines, now(), scenario);
  const begunMs = now();
  const first = await travel(async (trip) => {
    const chain = trip.ask({ method: 'eth_chainId', params: [] });
    const block = trip.ask({ method: 'eth_getBlockByNumber', params: ['latest', false] });
    const question = early === null ? null : touchedFor(query, early);
    const touching = question === null ? null : trip.askIfAble(question);
    const rides = early !== null && runsCode(early.scenario);
    const [chainAnswer, blockAnswer, attempted] = await Promise.all([
      chain,
      block,
      early === null || engine === null
        ? null
        : attempt(trip, early, engine, travel, rides ? variantsFor(early, null) : []),
      facts.askAll(trip.ask, trip.askIfAble),
    ]);
    const touched = touching === null ? null : readTouched(await touching);
    // Whose storage the call reads, this endpoint does not say.
    const hidden = touching !== null && touched === null;
    return { chain: chainAnswer, block: blockAnswer, attempted, touched: hidden ? [] : touched, hidden };
  });
  if (now() - begunMs > SLOW_MS) memory.noVariantsUntilMs = now() + SPARED_MS;
  if (!first.chain.ok) throw first.chain.error;
  if (readQuantity(first.chain.result, 'its chain id') !== BigInt(chainId)) {
    throw new RpcError(`The RPC serves another chain than ${chainId}; check the address set for it.`);
  }
  if (!first.block.ok) throw first.block.error;
  const newest = readHeader(first.block.result);
  memory.header = newest;
  const balanceWei = user === null ? 0n : facts.accounts.get(user)?.balanceWei;
  if (balanceWei === undefined) throw new RpcError("The RPC did not give the account's balance.");

  const waiting = unmined(earlier, user === null ? null : (facts.accounts.get(user)?.nonce ?? null));
  const isStale = waiting.length < earlier.length;
  if (isStale) scenario = stacked(scenarioOf(query.request), waiting);
  const plan = (isStale ? null : early) ?? planOn(newest);
  const settled: Settled | null =
    plan === null
      ? null
      : await settleRun(
          plan,
          first.attempted === null || engine === null || isStale ? null : { engine, attempt: first.attempted },
          {
            around: { newest, nowSeconds, local, balanceWei },
            ...{ engines, memory, facts, now, travel },
            plain: context.plain === true,
            mayTravel: () => trips < MAX_TRIPS,
            variantsFor: (from, gasUsed) =>
              gasUsed === null && !runsCode(from.scenario) ? [] : variantsFor(from, gasUsed),
          },
        );
  const run = settled?.run ?? null;
  let runFailure = settled?.failure ?? null;
  const onTop = run !== null && scenario?.before !== undefined ? ['after-earlier-requests'] : [];
  const hidden = first.hidden && run !== null ? ['no-perturbation'] : [];
  let notes = [...unrunNotes(query), ...onTop, ...(settled?.notes ?? []), ...hidden];
  if (scenario !== null && runFailure !== null) {
    notes = [...notes, ...(await travel((trip) => callOnly(trip.ask, scenario)))];
  }
  if (run !== null) facts.wantFound(run);
  for (const worse of settled?.differential?.worse ?? []) facts.wantFound(worse.run);
  if (facts.pending && trips < MAX_TRIPS) await travel((trip) => facts.askAll(trip.ask, trip.askIfAble));
  if (scenario === null && isRunnable(query)) runFailure = 'no-account';

  const view: ChainView = {
    chainId,
    blockNumber: newest.number,
    blockTimeSeconds: newest.timeSeconds,
    run,
    runFailure,
    accounts: facts.accounts,
    tokens: facts.tokens,
    contracts: facts.contracts(newest.timeSeconds),
    prices: facts.prices(newest.timeSeconds),
    holdings: facts.holdings,
    baseFeeWei: newest.baseFeeWei,
    balanceWei,
    local,
    engine: scenario === null ? 'facts' : (settled?.engine?.id ?? 'eth_call'),
    notes,
    roundTrips: trips,
    ...(settled?.differential == null ? {} : { variants: settled.differential }),
  };
  const setting = settingFor(newest, { nowSeconds, local, random });
  const canSimulate = now() >= (memory.missing.get('eth_simulateV1') ?? 0);
  if (context.plain === true) return view;
  const ran = settled?.engine ?? null;
  const further = {
    ...(settled?.plan == null ? {} : { plan: settled.plan }),
    ...(ran === null
      ? {}
      : { simulate: (trip: Trip, jobs: readonly Job[]) => furtherRuns(ran, { trip, travel }, jobs) }),
    ...(first.touched === null ? {} : { touched: first.touched }),
  };
  return askExtras(
    EXTRAS,
    { query, view, user, scenario, header: newest, setting, canSimulate, ...further },
    travel,
    PATIENCE_MS - (now() - begunMs),
  );
}

/** One engine's runs, or refusals where it could not run such a request. */
async function furtherRuns(engine: Engine, seat: Seat, jobs: readonly Job[]): Promise<readonly SimulationOutcome[]> {
  if (jobs.every(({ scenario }) => engine.suits(scenario))) return engine.simulate(seat, jobs);
  return jobs.map((job) => faulty(new RpcError('Another engine would be needed.'), job));
}

/** Storage is looked at only of contracts that no list knows. */
function touchedFor(query: ChainQuery, { gasLimits, scenario, setting }: Plan): RpcCall | null {
  return isStrange({ query, scenario })
    ? touchedQuestion(scenario, setting, gasLimits[0] ?? MAX_TRANSACTION_GAS)
    : null;
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
