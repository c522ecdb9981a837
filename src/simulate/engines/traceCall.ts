import { numberToHex } from 'viem';
import { RpcError } from '../../errors.ts';
import { nextBaseFeeWei } from '../header.ts';
import type { Probe } from '../Probe.ts';
import type { RawRun } from '../RawRun.ts';
import type { RpcOutcome } from '../rpc.ts';
import { readBytes } from '../rpcValue.ts';
import type { Scenario } from '../Scenario.ts';
import { feesOf, paidPriceOf, type Setting } from '../Setting.ts';
import type { Ask } from '../trip.ts';
import type { Engine, Job } from './Engine.ts';
import { readDiff, type StateDiff } from './readDiff.ts';
import { readFrames } from './readFrames.ts';
import { blockOverrides, probeOverrides, readerCall, readWords, transactionOf } from './wire.ts';

/**
 * `debug_traceCall`, twice in one trip: its frames give status, gas and logs, its state differences give the state after.
 * The probes are then read on both states in a second trip, so that deltas come from state and never from a log's word.
 */
export const traceCall: Engine = {
  id: 'debug_traceCall',
  oneTrip: false,
  notes: [],
  suits: ({ before, calls, delegate }) => calls.length === 1 && before === undefined && delegate === null,
  async simulate({ ask, travel }, job) {
    const { gas, probes, scenario, setting } = job;
    const [frames, changed] = await Promise.all([
      ask(traceQuestion(job, 'callTracer', { withLog: true })),
      ask(traceQuestion(job, 'prestateTracer', { diffMode: true })),
    ]);
    try {
      if (!frames.ok) throw frames.error;
      if (!changed.ok) throw changed.error;
      const call = readFrames(frames.result);
      const diff: StateDiff = call.success ? readDiff(changed.result) : {};
      const [before, after] = await travel((trip) =>
        Promise.all([
          readOn({}, trip.ask, probes, scenario, setting),
          readOn(diff, trip.ask, probes, scenario, setting),
        ]),
      );
      const [own] = scenario.calls;
      const baseFeeWei = nextBaseFeeWei(setting.header) ?? 0n;
      const price = own === undefined ? 0n : paidPriceOf(feesOf(own, { ...setting, exact: true }), baseFeeWei);
      const run: RawRun = {
        number: setting.header.number + 1n,
        timeSeconds: setting.forcedTimeSeconds ?? setting.timeSeconds,
        calls: [call],
        before,
        after,
        // Without a new balance the client settled no fee; a failed call's difference is not read at all.
        feeWei: diff[scenario.user]?.balance === undefined ? 0n : call.gasUsed * price,
      };
      return { ok: true, run, gas };
    } catch (error) {
      const known = error instanceof RpcError ? error : new RpcError('The trace gave no answer.', { cause: error });
      return { ok: false, error: known, gas };
    }
  },
};

function traceQuestion(
  { gas, scenario, setting }: Job,
  tracer: string,
  tracerConfig: Readonly<Record<string, unknown>>,
) {
  const [call] = scenario.calls;
  const transaction = call === undefined ? {} : transactionOf(call, scenario.user, setting, gas);
  const { raisedBalanceWei, slots = [] } = setting;
  const changed = slots.map(({ address, slot, value }) => [address, { stateDiff: { [slot]: value } }]);
  const raised = raisedBalanceWei === null ? [] : [[scenario.user, { balance: numberToHex(raisedBalanceWei) }]];
  const stateOverrides = Object.fromEntries([...changed, ...raised]);
  const options = { tracer, tracerConfig, blockOverrides: blockOverrides(setting) };
  const params = [
    transaction,
    'latest',
    Object.keys(stateOverrides).length === 0 ? options : { ...options, stateOverrides },
  ];
  return { method: 'debug_traceCall', params };
}

async function readOn(diff: StateDiff, ask: Ask, probes: readonly Probe[], scenario: Scenario, setting: Setting) {
  const { to, data, gas } = readerCall(probes, scenario, setting);
  const { raisedBalanceWei } = setting;
  const raised = raisedBalanceWei === null ? {} : { [scenario.user]: { balance: numberToHex(raisedBalanceWei) } };
  const outcome: RpcOutcome = await ask({
    method: 'eth_call',
    params: [
      { from: scenario.user, to, data, gas: numberToHex(gas) },
      'latest',
      { ...raised, ...diff, ...probeOverrides(setting) },
      blockOverrides(setting),
    ],
  });
  if (!outcome.ok) throw outcome.error;
  return readWords(readBytes(outcome.result, 'the probes'), probes, setting);
}
