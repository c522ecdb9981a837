import { type Hex, numberToHex } from 'viem';
import { nextBaseFeeWei } from '../header.ts';
import type { RawCall, RawRun } from '../RawRun.ts';
import type { RpcCall, RpcOutcome } from '../rpc.ts';
import { readBytes } from '../rpcValue.ts';
import { feesOf, paidPriceOf } from '../Setting.ts';
import type { SimulationOutcome } from '../simulateV1.ts';
import type { Ask } from '../trip.ts';
import { askOf, type Engine, faulty, type Job } from './Engine.ts';
import { readDiff, type StateDiff } from './readDiff.ts';
import { readFrames } from './readFrames.ts';
import { blockOverrides, probeOverrides, readerCall, readWords, transactionOf } from './wire.ts';

/**
 * `debug_traceCall`, twice for each run: its frames give status, gas and logs, its state differences give the state
 * after. The probes are then read on both states in a second trip, that of all runs together, so that deltas come from
 * state and never from a log's word.
 */
export const traceCall: Engine = {
  id: 'debug_traceCall',
  notes: [],
  suits: ({ before, calls, delegate }) => calls.length === 1 && before === undefined && delegate === null,
  async simulate({ trip, travel }, jobs) {
    const traced = await Promise.all(jobs.map((job) => traceOf(askOf(trip, job), job)));
    const traces = traced.flatMap((one) => ('diff' in one ? [one] : []));
    const runs = new Map<Trace, SimulationOutcome>();
    if (traces.length > 0) {
      try {
        await travel((next) =>
          Promise.all(traces.map(async (trace) => runs.set(trace, await outcomeOf(askOf(next, trace.job), trace)))),
        );
      } catch (error) {
        for (const trace of traces) runs.set(trace, faulty(error, trace.job));
      }
    }
    return traced.flatMap((one) => ('diff' in one ? (runs.get(one) ?? []) : [one]));
  },
};

interface Trace {
  readonly job: Job;
  readonly call: RawCall;
  readonly diff: StateDiff;
}

async function traceOf(ask: Ask, job: Job): Promise<Trace | SimulationOutcome> {
  try {
    const [frames, changed] = await Promise.all([
      ask(question(job, 'callTracer', { withLog: true })),
      ask(question(job, 'prestateTracer', { diffMode: true })),
    ]);
    if (!frames.ok) throw frames.error;
    if (!changed.ok) throw changed.error;
    const call = readFrames(frames.result);
    return { job, call, diff: call.success ? readDiff(changed.result) : {} };
  } catch (error) {
    return faulty(error, job);
  }
}

async function outcomeOf(ask: Ask, trace: Trace): Promise<SimulationOutcome> {
  try {
    return { ok: true, run: await runOf(ask, trace), gas: trace.job.gas };
  } catch (error) {
    return faulty(error, trace.job);
  }
}

/** @throws RpcError */
async function runOf(ask: Ask, { job, call, diff }: Trace): Promise<RawRun> {
  const { scenario, setting } = job;
  const [before, after] = await Promise.all([readOn({}, ask, job), readOn(diff, ask, job)]);
  const [own] = scenario.calls;
  const baseFeeWei = nextBaseFeeWei(setting.header) ?? 0n;
  const price = own === undefined ? 0n : paidPriceOf(feesOf(own, { ...setting, exact: true }), baseFeeWei);
  return {
    number: setting.header.number + 1n,
    timeSeconds: setting.forcedTimeSeconds ?? setting.timeSeconds,
    calls: [call],
    before,
    after,
    // Without a new balance the client settled no fee; a failed call's difference is not read at all.
    feeWei: diff[scenario.user]?.balance === undefined ? 0n : call.gasUsed * price,
  };
}

function question(job: Job, tracer: string, tracerConfig: Readonly<Record<string, unknown>>): RpcCall {
  const { gas, scenario, setting } = job;
  const [call] = scenario.calls;
  const transaction = call === undefined ? {} : transactionOf(call, scenario.user, setting, gas);
  const options = { tracer, tracerConfig, blockOverrides: blockOverrides(setting) };
  const stateOverrides = stateBefore(job);
  const params = [
    transaction,
    'latest',
    Object.keys(stateOverrides).length === 0 ? options : { ...options, stateOverrides },
  ];
  return { method: 'debug_traceCall', params };
}

/** What a setting changes of the state before the run. */
function stateBefore({ scenario, setting }: Job): StateDiff {
  const { raisedBalanceWei, slots = [] } = setting;
  const raised = raisedBalanceWei === null ? {} : { [scenario.user]: { balance: numberToHex(raisedBalanceWei) } };
  return overlaid(
    raised,
    Object.fromEntries(slots.map(({ address, slot, value }) => [address, slotDiff(slot, value)])),
  );
}

function slotDiff(slot: Hex, value: Hex) {
  return { stateDiff: { [slot]: value } };
}

/** One state's changes over another's. */
function overlaid(under: StateDiff, over: StateDiff): StateDiff {
  const all = { ...under };
  for (const [address, diff] of Object.entries(over)) {
    const key: `0x${string}` = `0x${address.slice(2)}`;
    const was = all[key];
    const stateDiff = { ...was?.stateDiff, ...diff.stateDiff };
    all[key] = { ...was, ...diff, ...(Object.keys(stateDiff).length === 0 ? {} : { stateDiff }) };
  }
  return all;
}

async function readOn(diff: StateDiff, ask: Ask, job: Job) {
  const { probes, scenario, setting } = job;
  const { to, data, gas } = readerCall(probes, scenario, setting);
  const outcome: RpcOutcome = await ask({
    method: 'eth_call',
    params: [
      { from: scenario.user, to, data, gas: numberToHex(gas) },
      'latest',
      { ...overlaid(stateBefore(job), diff), ...probeOverrides(setting) },
      blockOverrides(setting),
    ],
  });
  if (!outcome.ok) throw outcome.error;
  return readWords(readBytes(outcome.result, 'the probes'), probes, setting);
}
