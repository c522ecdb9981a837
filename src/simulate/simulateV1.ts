import { type Address, type Hex, numberToHex, zeroAddress } from 'viem';
import { RpcError } from '../errors.ts';
import { nextBaseFeeWei } from './header.ts';
import { type Probe, readOf } from './Probe.ts';
import { ACCOUNT_CODE, encodeReads, READER_CODE, readerGas, type Words } from './probeCode.ts';
import { type RawRun, readRawRun } from './RawRun.ts';
import type { RpcCall, RpcOutcome } from './rpc.ts';
import type { Scenario, ScenarioCall } from './Scenario.ts';
import { feesOf, gasOf, type Setting } from './Setting.ts';

export type SimulationOutcome =
  | { readonly ok: true; readonly run: RawRun; readonly gas: bigint }
  | { readonly ok: false; readonly error: RpcError; readonly gas: bigint };

/** Enough for every probe's gas; given to a random address that exists only in the simulation. */
const SENDER_BALANCE_WEI = 10n ** 30n;

export interface SimulateV1Job {
  readonly scenario: Scenario;
  readonly probes: readonly Probe[];
  readonly setting: Setting;
  readonly gas: bigint;
}

/**
 * A scenario as one `eth_simulateV1`: the probes, the user's calls, the same probes again, in one block. Written here and
 * not by viem, which formats every log and block of an answer that `readRawRun` reads anyway: with ten runs to a look
 * that was most of our own time.
 *
 * @param reads how often the probes are read: once, after the calls, where another run in the same block reads them before.
 */
export function simulateV1Question(job: SimulateV1Job, reads: 'twice' | 'after' = 'twice'): RpcCall {
  return { method: 'eth_simulateV1', params: [payload(job, reads), 'latest'] };
}

/**
 * Never throws: the outcome carries the error, so that it can ride in a batch with other questions.
 *
 * @param before what the probes read before the calls, where this run was asked to read them after only.
 */
export function readSimulateV1(answer: RpcOutcome, job: SimulateV1Job, before?: readonly Words[]): SimulationOutcome {
  const { scenario, probes, setting, gas } = job;
  if (!answer.ok) return { ok: false, error: answer.error, gas };
  try {
    return { ok: true, run: readRawRun(answer.result, scenario, probes.length, setting, before), gas };
  } catch (error) {
    const known = error instanceof RpcError ? error : new RpcError('The simulation failed.', { cause: error });
    return { ok: false, error: known, gas };
  }
}

/** Encoded once for a look: its variants read the same values. */
const ENCODED = new WeakMap<readonly Probe[], { readonly key: string; readonly data: Hex }>();

function readsOf(probes: readonly Probe[], user: Address, account: Address): Hex {
  const key = `${user} ${account}`;
  const known = ENCODED.get(probes);
  if (known?.key === key) return known.data;
  const data = encodeReads(probes.map((each) => readOf(each, user, account)));
  ENCODED.set(probes, { key, data });
  return data;
}

function payload({ scenario, probes, setting, gas }: SimulateV1Job, reads: 'twice' | 'after'): unknown {
  const { header, places, validation } = setting;
  const baseFeePerGas = nextBaseFeeWei(header);
  const probe = {
    from: places.sender,
    to: places.reader,
    data: readsOf(probes, scenario.user, places.account),
    gas: numberToHex(readerGas(probes.length)),
    // No tip: the proposer's balance must be what it will be.
    ...(baseFeePerGas === null || !validation
      ? {}
      : inHex({ maxFeePerGas: setting.exact ? baseFeePerGas : 2n * baseFeePerGas, maxPriorityFeePerGas: 0n })),
  };
  const written = (call: ScenarioCall) => ({
    from: call.by ?? scenario.user,
    ...(call.to === null ? {} : { to: call.to }),
    data: call.data,
    ...inHex({ value: call.valueWei, gas: gasOf(call, gas), ...feesOf(call, setting) }),
    ...(call.nonce !== null && setting.useNonce ? { nonce: numberToHex(call.nonce) } : {}),
  });
  const empty = Array.from({ length: setting.blocksBefore ?? 0 }, () => ({
    blockOverrides: { feeRecipient: places.sender },
    calls: [],
  }));
  return {
    blockStateCalls: [
      ...empty,
      {
        blockOverrides: {
          feeRecipient: header.feeRecipient,
          // geth wants all 64 digits.
          prevRandao: numberToHex(setting.prevRandao, { size: 32 }),
          ...(setting.blockGasLimit === undefined ? {} : inHex({ gasLimit: setting.blockGasLimit })),
          ...(setting.exact ? inHex({ number: header.number + 1n, time: setting.timeSeconds }) : {}),
          ...(setting.exact && baseFeePerGas !== null ? inHex({ baseFeePerGas }) : {}),
          ...(setting.forcedTimeSeconds === undefined ? {} : inHex({ time: setting.forcedTimeSeconds })),
        },
        stateOverrides: overridesFor(scenario, setting),
        calls: [
          ...(scenario.before ?? []).map(written),
          ...(reads === 'twice' ? [probe] : []),
          ...scenario.calls.map(written),
          probe,
        ],
      },
    ],
    validation,
    traceTransfers: false,
    returnFullTransactions: false,
  };
}

function inHex(fields: Readonly<Record<string, bigint>>): Readonly<Record<string, Hex>> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, numberToHex(value)]));
}

interface Override {
  readonly code?: Hex;
  readonly balance?: Hex;
  readonly stateDiff?: Readonly<Record<Hex, Hex>>;
}

/** Addresses are in lower case throughout, so that two changes of one account meet. */
function overridesFor(scenario: Scenario, setting: Setting): Readonly<Record<Address, Override>> {
  const { places, raisedBalanceWei } = setting;
  const { before = [], delegate, user } = scenario;
  const funds = numberToHex(SENDER_BALANCE_WEI);
  const found: Record<Address, Override> = {
    [places.reader]: { code: READER_CODE },
    [places.account]: { code: ACCOUNT_CODE },
    [places.sender]: { balance: funds },
  };
  for (const { by } of before) if (by !== undefined) found[by] = { balance: funds };
  for (const { address, slot, value } of setting.slots ?? []) {
    found[address] = { ...found[address], stateDiff: { [slot]: value } };
  }
  if (delegate === null && raisedBalanceWei === null) return found;
  found[user] = {
    ...found[user],
    // The user has not signed the authorization yet, so its effect is set instead of its signature sent.
    ...(delegate === null ? {} : { code: delegate === zeroAddress ? '0x' : `0xef0100${delegate.slice(2)}` }),
    ...(raisedBalanceWei === null ? {} : { balance: numberToHex(raisedBalanceWei) }),
  };
  return found;
}
