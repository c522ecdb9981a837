import { type Address, type Hex, numberToHex } from 'viem';
import { RpcError } from '../../errors.ts';
import type { Around } from '../Extra.ts';
import { nextBaseFeeWei } from '../header.ts';
import { MAX_TRANSACTION_GAS } from '../probeCode.ts';
import type { RunLog } from '../probesFromLogs.ts';
import { readLogs } from '../RawRun.ts';
import { readArray, readBytes, readRecord } from '../rpcValue.ts';
import type { Scenario, ScenarioCall } from '../Scenario.ts';
import { feesOf, gasOf, priceCapOf, type Setting } from '../Setting.ts';
import { larger, smaller } from '../smaller.ts';
import type { Ask } from '../trip.ts';

/** One simulated block of a play. */
export interface Act {
  readonly calls: readonly Line[];
  /** Seconds after the block the request would land in. Default 0. */
  readonly afterSeconds?: bigint;
  readonly overrides?: Readonly<Record<Address, Override>>;
}

export interface Override {
  readonly code?: Hex;
  readonly stateDiff?: Readonly<Record<Hex, Hex>>;
}

/** One call of a block. */
export interface Line {
  readonly from: Address;
  readonly to: Address | null;
  readonly data: Hex;
  readonly gas: bigint;
  readonly valueWei?: bigint;
  /** As the page sent it: for its fees. */
  readonly sent?: ScenarioCall;
}

export interface Played {
  readonly ok: boolean;
  /** The answer, or what it reverted with. */
  readonly data: Hex;
  /** The coin's own moves among them, as transfers of `COIN`. */
  readonly logs: readonly RunLog[];
}

/** Whose logs tell of moves of the chain's own coin (the `traceTransfers` of `eth_simulateV1`). */
export const COIN: Address = '0xeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee';

/**
 * Runs blocks one after another on the newest state: what each call came to, block by block. `bare` leaves out fees and
 * every check of the sender, for calls by somebody who could not send them. Never rejects; `null` where the endpoint
 * would not run it.
 */
export async function play(
  ask: Ask,
  around: Around,
  acts: readonly Act[],
  how: 'faithful' | 'bare' = 'faithful',
): Promise<readonly (readonly Played[])[] | null> {
  const outcome = await ask({ method: 'eth_simulateV1', params: [payloadFor(around, acts, how), 'latest'] });
  if (!outcome.ok) return null;
  try {
    const blocks = readArray(outcome.result, 'the simulated blocks')
      .map((block) => readArray(readRecord(block, 'a simulated block').calls, 'the simulated calls').map(readPlayed))
      // Blocks an engine puts in between are empty.
      .filter((calls) => calls.length > 0);
    return blocks.length === acts.length && blocks.every((calls, at) => calls.length === acts[at]?.calls.length)
      ? blocks
      : null;
  } catch (error) {
    if (error instanceof RpcError) return null;
    throw error;
  }
}

/** False where something else runs first, or the account's own code changes: a play would be of something else. */
export function isPlain(scenario: Scenario | null): boolean {
  return scenario !== null && scenario.before === undefined && scenario.delegate === null;
}

/** The request's own calls, with gas enough not to fail here when they went through in the base run. */
export function requestLines({ scenario, view }: Around): readonly Line[] {
  const gas = smaller(larger(2n * (view.run?.gasUsed ?? 0n), LEAST_GAS), MAX_TRANSACTION_GAS);
  return (scenario?.calls ?? []).map((sent) => ({
    from: scenario?.user ?? COIN,
    to: sent.to,
    data: sent.data,
    valueWei: sent.valueWei,
    gas: gasOf(sent, gas),
    sent,
  }));
}

const LEAST_GAS = 500_000n;

function readPlayed(value: unknown): Played {
  const { error, logs, returnData, status } = readRecord(value, 'a simulated call');
  if (status !== '0x1' && status !== '0x0') throw new RpcError('The RPC gave no status for a simulated call.');
  const given = typeof error === 'object' && error !== null && 'data' in error ? error.data : returnData;
  const ok = status === '0x1';
  return { ok, data: readBytes(given ?? '0x', 'a simulated answer'), logs: ok ? readLogs(logs) : [] };
}

function payloadFor(around: Around, acts: readonly Act[], how: 'faithful' | 'bare'): unknown {
  const { header, user, view } = around;
  const validation = how === 'faithful' && !view.notes.includes('validation-off');
  const setting: Setting = { ...around.setting, validation, useNonce: false };
  const baseFeePerGas = nextBaseFeeWei(header);
  const feesFor = ({ from, sent }: Line) =>
    from === user
      ? feesOf(sent ?? PLAIN, setting)
      : validation && baseFeePerGas !== null
        ? { maxFeePerGas: 2n * baseFeePerGas, maxPriorityFeePerGas: 0n }
        : {};
  const own = acts.flatMap(({ calls }) => calls).filter(({ from }) => from === user);
  const owed = own.reduce((sum, line) => sum + line.gas * priceCapOf(feesFor(line)) + (line.valueWei ?? 0n), 0n);
  // Gas for the later blocks too: whoever can pay for the request alone could still sell tomorrow.
  const purses = {
    [setting.places.sender]: { balance: numberToHex(SENDER_BALANCE_WEI) },
    ...(user === null ? {} : { [user]: { balance: numberToHex(larger(view.balanceWei, owed)) } }),
  };
  const written = (line: Line) => ({
    from: line.from,
    ...(line.to === null ? {} : { to: line.to }),
    input: line.data,
    value: numberToHex(line.valueWei ?? 0n),
    gas: numberToHex(line.gas),
    ...Object.fromEntries(Object.entries(feesFor(line)).map(([name, wei]) => [name, numberToHex(wei)])),
  });
  return {
    blockStateCalls: acts.map(({ calls, afterSeconds = 0n, overrides = {} }, at) => ({
      blockOverrides: {
        feeRecipient: header.feeRecipient,
        prevRandao: numberToHex(setting.prevRandao, { size: 32 }),
        ...(how === 'bare' ? { gasLimit: BLOCK_GAS } : {}),
        ...(setting.exact ? { number: numberToHex(header.number + 1n + BigInt(at)) } : {}),
        ...(setting.exact || afterSeconds > 0n ? { time: numberToHex(setting.timeSeconds + afterSeconds) } : {}),
        ...(setting.exact && baseFeePerGas !== null ? { baseFeePerGas: numberToHex(baseFeePerGas) } : {}),
      },
      stateOverrides: at === 0 ? merged(purses, overrides) : overrides,
      calls: calls.map(written),
    })),
    validation,
    traceTransfers: true,
    returnFullTransactions: false,
  };
}

function merged(
  purses: Readonly<Record<Address, object>>,
  overrides: Readonly<Record<Address, Override>>,
): Readonly<Record<string, object>> {
  const code = Object.entries(overrides).map(([address, override]) => [
    address,
    { ...Object.entries(purses).find(([one]) => one === address)?.[1], ...override },
  ]);
  return { ...purses, ...Object.fromEntries(code) };
}

const PLAIN: ScenarioCall = {
  to: null,
  data: '0x',
  valueWei: 0n,
  gas: null,
  gasPriceWei: null,
  maxFeePerGasWei: null,
  maxPriorityFeePerGasWei: null,
  nonce: null,
};

/** Room for every attempt of a trial in one simulated block. */
const BLOCK_GAS = numberToHex(1n << 27n);
const SENDER_BALANCE_WEI = 10n ** 30n;
