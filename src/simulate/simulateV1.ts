import { type Address, createClient, custom, type Hex, type StateOverride, zeroAddress, zeroHash } from 'viem';
import { type SimulateBlocksParameters, simulateBlocks } from 'viem/actions';
import { RpcError } from '../errors.ts';
import { nextBaseFeeWei } from './header.ts';
import { type Probe, readOf } from './Probe.ts';
import { ACCOUNT_CODE, encodeReads, READER_CODE, readerGas } from './probeCode.ts';
import { type RawRun, readRawRun } from './RawRun.ts';
import { readArray } from './rpcValue.ts';
import type { Scenario, ScenarioCall } from './Scenario.ts';
import { feesOf, gasOf, type Setting } from './Setting.ts';
import type { Ask } from './trip.ts';

export type SimulationOutcome =
  | { readonly ok: true; readonly run: RawRun; readonly gas: bigint }
  | { readonly ok: false; readonly error: RpcError; readonly gas: bigint };

/** Enough for every probe's gas; given to a random address that exists only in the simulation. */
const SENDER_BALANCE_WEI = 10n ** 30n;

/**
 * Runs a scenario through `eth_simulateV1` by viem's `simulateBlocks`: the probes, the user's calls, the same probes
 * again, in one block. Never rejects: the outcome carries the error, so that it can ride in a batch with other
 * questions.
 */
export async function simulateV1(
  ask: Ask,
  scenario: Scenario,
  probes: readonly Probe[],
  setting: Setting,
  gas: bigint,
): Promise<SimulationOutcome> {
  // Kept here, because viem wraps what it is given: the endpoint's own code tells "unsupported" from "no funds".
  const seen: { run: RawRun | null; error: RpcError | null } = { run: null, error: null };
  const request = async ({ method, params }: { method: string; params?: readonly unknown[] }): Promise<unknown> => {
    const outcome = await ask({ method, params: setting.prevRandao === 0n ? withZeros(params ?? []) : (params ?? []) });
    try {
      if (!outcome.ok) throw outcome.error;
      // Checked before viem formats it: viem trusts its endpoint.
      seen.run = readRawRun(outcome.result, scenario, probes.length, setting);
      return outcome.result;
    } catch (error) {
      if (error instanceof RpcError) seen.error = error;
      throw error;
    }
  };
  try {
    const client = createClient({ transport: custom({ request }, { retryCount: 0 }) });
    await simulateBlocks(client, blocksFor(scenario, probes, setting, gas));
    if (seen.run !== null) return { ok: true, run: seen.run, gas };
    throw new RpcError('The simulation gave no answer.');
  } catch (error) {
    return { ok: false, error: seen.error ?? new RpcError('The simulation failed.', { cause: error }), gas };
  }
}

/** viem writes no randomness as `0x0`, and geth wants all 64 digits. */
function withZeros(params: readonly unknown[]): readonly unknown[] {
  const text = JSON.stringify(params).replace('"prevRandao":"0x0"', `"prevRandao":"${zeroHash}"`);
  return readArray(JSON.parse(text), 'the question');
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

function blocksFor(
  scenario: Scenario,
  probes: readonly Probe[],
  setting: Setting,
  gas: bigint,
): SimulateBlocksParameters<readonly unknown[]> {
  const { header, places, validation } = setting;
  const baseFeePerGas = nextBaseFeeWei(header);
  const probe = {
    account: places.sender,
    to: places.reader,
    data: readsOf(probes, scenario.user, places.account),
    gas: readerGas(probes.length),
    // No tip: the proposer's balance must be what it will be.
    ...(baseFeePerGas === null || !validation
      ? {}
      : { maxFeePerGas: setting.exact ? baseFeePerGas : 2n * baseFeePerGas, maxPriorityFeePerGas: 0n }),
  };
  const written = (call: ScenarioCall) => ({
    account: scenario.user,
    ...(call.to === null ? {} : { to: call.to }),
    data: call.data,
    value: call.valueWei,
    gas: gasOf(call, gas),
    ...(call.nonce !== null && setting.useNonce ? { nonce: Number(call.nonce) } : {}),
    ...feesOf(call, setting),
  });
  const before = (scenario.before ?? []).map(written);
  const calls = scenario.calls.map(written);
  const empty = Array.from({ length: setting.blocksBefore ?? 0 }, () => ({
    blockOverrides: { feeRecipient: places.sender },
    calls: [],
  }));
  return {
    blocks: [
      ...empty,
      {
        blockOverrides: {
          feeRecipient: header.feeRecipient,
          prevRandao: setting.prevRandao,
          ...(setting.blockGasLimit === undefined ? {} : { gasLimit: setting.blockGasLimit }),
          ...(setting.exact ? { number: header.number + 1n, time: setting.timeSeconds } : {}),
          ...(setting.exact && baseFeePerGas !== null ? { baseFeePerGas } : {}),
          ...(setting.forcedTimeSeconds === undefined ? {} : { time: setting.forcedTimeSeconds }),
        },
        stateOverrides: overridesFor(scenario, setting),
        calls: [...before, probe, ...calls, probe],
      },
    ],
    validation,
    traceTransfers: false,
    returnFullTransactions: false,
    blockTag: 'latest',
  };
}

function overridesFor(scenario: Scenario, setting: Setting): StateOverride {
  const { places, raisedBalanceWei } = setting;
  const { delegate, user } = scenario;
  const overrides: StateOverride[number][] = [
    { address: places.reader, code: READER_CODE },
    { address: places.account, code: ACCOUNT_CODE },
    { address: places.sender, balance: SENDER_BALANCE_WEI },
  ];
  for (const { address, slot, value } of setting.slots ?? []) {
    overrides.push({ address, stateDiff: [{ slot, value }] });
  }
  if (delegate === null && raisedBalanceWei === null) return overrides;
  return [
    ...overrides,
    {
      address: user,
      ...(raisedBalanceWei === null ? {} : { balance: raisedBalanceWei }),
      // The user has not signed the authorization yet, so its effect is set instead of its signature sent.
      ...(delegate === null ? {} : { code: delegate === zeroAddress ? '0x' : `0xef0100${delegate.slice(2)}` }),
    },
  ];
}
