import { type Address, type Hex, numberToHex, zeroAddress } from 'viem';
import { RpcError } from '../../errors.ts';
import { readTouched, type Touched, touchedQuestion } from '../perturb/touched.ts';
import { MAX_TRANSACTION_GAS } from '../probeCode.ts';
import type { RawCall, RawRun } from '../RawRun.ts';
import type { RpcCall, RpcOutcome } from '../rpc.ts';
import { readBytes } from '../rpcValue.ts';
import type { ScenarioCall } from '../Scenario.ts';
import { gasOf, type Setting } from '../Setting.ts';
import { larger, smaller } from '../smaller.ts';
import { askOf, type Engine, faulty, type Job } from './Engine.ts';
import { decodeSteps, EXECUTOR_CODE, encodeSteps, type Step } from './executor.ts';
import { blockOverrides, feeFields, intrinsicGas, probeOverrides, readerCall, readWords } from './wire.ts';

/**
 * `eth_call` with code placed on the user's own address: the probes, the user's calls, the probes again, in one round
 * trip and with real deltas. It has no logs: where assets may move that nobody named, the access list of the same call
 * says which contracts to ask. The account has code while it runs, which a contract could notice.
 */
export const callProbe: Engine = {
  id: 'eth_call-probe',
  notes: ['no-logs', 'code-at-account'],
  // Delegated code stands where the probe would, and everything is called as the user.
  suits: ({ before = [], delegate, calls }) =>
    delegate === null && calls.every(({ to }) => to !== null) && before.every(({ by }) => by === undefined),
  simulate({ trip }, jobs) {
    // What is called stays the same from run to run: asked once, for the first that counts.
    const first = jobs.find(({ spare }) => spare !== true);
    const touched = Promise.all(first === undefined ? [] : accessQuestions(first).map(trip.ask));
    return Promise.all(
      jobs.map(async (job) => {
        try {
          const outcome = await askOf(trip, job)({ method: 'eth_call', params: paramsFor(job) });
          if (!outcome.ok) throw outcome.error;
          const run = readAnswer(outcome.result, job, (await touched).flatMap(contractsIn));
          return { ok: true, run, gas: job.gas } as const;
        } catch (error) {
          return faulty(error, job);
        }
      }),
    );
  },
};

function paramsFor(job: Job): readonly unknown[] {
  const { probes, scenario, setting } = job;
  const reader = readerCall(probes, scenario, setting);
  const before = stepsOf(scenario.before ?? [], job, reader.gas);
  const steps: readonly Step[] = [
    ...before,
    readerStep(reader),
    ...stepsOf(scenario.calls, job, reader.gas),
    readerStep(reader),
  ];
  const wanted = steps.reduce((sum, step) => sum + step.gas, 200_000n);
  const [first] = scenario.calls;
  const { raisedBalanceWei } = setting;
  const own = {
    code: EXECUTOR_CODE,
    ...(raisedBalanceWei === null ? {} : { balance: numberToHex(raisedBalanceWei * 64n) }),
  };
  return [
    {
      from: scenario.user,
      to: scenario.user,
      data: encodeSteps(steps),
      gas: numberToHex(smaller(wanted, MAX_TRANSACTION_GAS)),
      ...(first === undefined ? {} : feeFields(first, setting)),
    },
    'latest',
    { ...probeOverrides(setting), [scenario.user]: own, ...slotOverrides(setting) },
    blockOverrides(setting),
  ];
}

function slotOverrides({ slots }: Setting): Readonly<Record<Address, unknown>> {
  return Object.fromEntries(
    (slots ?? []).map(({ address, slot, value }) => [address, { stateDiff: { [slot]: value } }]),
  );
}

function readerStep({ to, data, gas }: { readonly to: Address; readonly data: Hex; readonly gas: bigint }): Step {
  return { to, data, gas, value: 0n };
}

/** The second reading must not find the gas used up. */
function stepsOf(calls: readonly ScenarioCall[], { gas }: Job, readerGas: bigint): readonly Step[] {
  const most = larger(100_000n, MAX_TRANSACTION_GAS - 2n * readerGas - 500_000n);
  return calls.map((call) => ({
    to: call.to ?? zeroAddress,
    value: call.valueWei,
    data: call.data,
    gas: smaller(larger(gasOf(call, gas) - intrinsicGas(call), 0n), most),
  }));
}

/** An approval says itself what it changes; anything else may move what nobody named. */
function accessQuestions({ gas, probes, scenario, setting }: Job): readonly RpcCall[] {
  const powers = new Set(
    probes.flatMap((probe) =>
      probe.kind === 'allowance' || probe.kind === 'operator' || probe.kind === 'approved' ? [probe.token] : [],
    ),
  );
  return scenario.calls
    .filter(({ to, data }) => to !== null && data !== '0x' && (!powers.has(to) || callsOn(data)))
    .map((call) => touchedQuestion({ ...scenario, calls: [call] }, setting, gas));
}

/** ERC-1363's `approveAndCall` has the spender use the allowance at once. */
function callsOn(data: Hex): boolean {
  return data.startsWith('0x3177029f') || data.startsWith('0xcae9ca51');
}

/** A call that fails alone touches nothing, or waits for an earlier one of its batch, which names what it needs. */
function contractsIn(access: RpcOutcome): readonly Touched[] {
  if (!access.ok && /revert/iu.test(access.error.message)) return [];
  const touched = readTouched(access);
  if (touched === null) throw new RpcError('The RPC does not say which contracts the call touches.');
  return touched;
}

function readAnswer(result: unknown, job: Job, touched: readonly Touched[]): RawRun {
  const { probes, scenario, setting } = job;
  const earlier = scenario.before?.length ?? 0;
  const answer = readBytes(result, 'the answer of the probe');
  const results = decodeSteps(answer, earlier + scenario.calls.length + 2)?.slice(earlier) ?? null;
  const [before, after] = [results?.[0], results?.at(-1)];
  if (results === null || before === undefined || after === undefined) {
    throw new RpcError('The RPC did not run the probes; it may ignore state overrides.');
  }
  const calls = results.slice(1, -1).map((result, index): RawCall => {
    const call = scenario.calls[index];
    return {
      success: result.success,
      gasUsed: result.gasUsed + (call === undefined ? 0n : intrinsicGas(call)),
      logs: [],
      returnData: result.success ? '0x' : result.returnData,
      message: result.success ? null : 'execution reverted',
    };
  });
  return {
    number: setting.header.number + 1n,
    timeSeconds: setting.forcedTimeSeconds ?? setting.timeSeconds,
    calls,
    before: readWords(before.returnData, probes, setting),
    after: readWords(after.returnData, probes, setting),
    // Both readings are made before the fee is settled.
    feeWei: 0n,
    touched: touched.map(({ address }) => address),
  };
}
