import { type Address, type Hex, numberToHex } from 'viem';
import { RpcError } from '../../errors.ts';
import { nextBaseFeeWei } from '../header.ts';
import type { Probe } from '../Probe.ts';
import type { RawRun } from '../RawRun.ts';
import type { RpcOutcome } from '../rpc.ts';
import { readBytes } from '../rpcValue.ts';
import type { Scenario } from '../Scenario.ts';
import { feesOf, paidPriceOf, type Setting } from '../Setting.ts';
import type { Ask } from '../trip.ts';
import { readDiff, type StateDiff } from './readDiff.ts';
import { readFrames } from './readFrames.ts';
import type { Engine, Job } from './Engine.ts';
import { probesFromLogs } from '../probesFromLogs.ts';
import { uniteProbes } from '../Probe.ts';
import { blockOverrides, probeOverrides, readerCall, readWords, transactionOf } from './wire.ts';

/**
 * `debug_traceCall`, twice in one trip: its frames give status, gas and logs, its state differences give the state after.
 * The probes are then read on both states in a second trip, so that deltas come from state and never from a log's word.
 */
export const traceCall: Engine = {
  id: 'debug_traceCall',
  oneTrip: false,
  notes: [],
  suits: ({ calls, delegate }) => calls.length === 1 && delegate === null,
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
      const diff = call.success ? readDiff(changed.result) : {};
      const [before, after] = await travel((trip) =>
        Promise.all([readOn({}, trip.ask, probes, scenario, setting), readOn(diff, trip.ask, probes, scenario, setting)]),
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
        // A state difference holds the fee only where the client settles it; a failed call's is not read at all.
        feeWei: scenario.user in diff ? call.gasUsed * price : 0n,
      };
      return { ok: true, run, gas };
    } catch (error) {
      const known = error instanceof RpcError ? error : new RpcError('The trace gave no answer.', { cause: error });
      return { ok: false, error: known, gas };
    }
  },
};
