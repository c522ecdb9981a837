import { type Address, encodeFunctionData, type Hex, maxUint256, numberToHex, parseAbi } from 'viem';
import { RpcError } from '../../errors.ts';
import type { Around } from '../Extra.ts';
import { nextBaseFeeWei } from '../header.ts';
import { MAX_TRANSACTION_GAS } from '../probeCode.ts';
import { readArray, readBytes, readRecord } from '../rpcValue.ts';
import type { Scenario, ScenarioCall } from '../Scenario.ts';
import { feesOf, gasOf, priceCapOf, type Setting } from '../Setting.ts';
import { larger, smaller } from '../smaller.ts';
import type { Ask } from '../trip.ts';

/** The request, and in a later block something else of the owner's: a sale, or a plain transfer. */
export interface Trial {
  /** Seconds between the two blocks. */
  readonly afterSeconds: bigint;
  readonly afterwards: readonly { readonly to: Address; readonly data: Hex }[];
  /** Whose balance of which token tells what came of it. */
  readonly watched: { readonly token: Address; readonly owner: Address };
}

export type TrialResult =
  /** The engine would not run it, or the request itself did not go through here. */
  | { readonly kind: 'no-answer' }
  | { readonly kind: 'reverted' }
  /** What the watched balance gained, base units; 0 where nothing came. */
  | { readonly kind: 'done'; readonly gained: bigint };

/** Never rejects: a trial that cannot be run has no answer. */
export async function runTrial(ask: Ask, scenario: Scenario, around: Around, trial: Trial): Promise<TrialResult> {
  const payload = payloadFor(scenario, around, trial);
  const outcome = await ask({ method: 'eth_simulateV1', params: [payload, 'latest'] });
  if (!outcome.ok) return { kind: 'no-answer' };
  try {
    return readTrial(outcome.result, scenario.calls.length, trial.afterwards.length);
  } catch (error) {
    if (error instanceof RpcError) return { kind: 'no-answer' };
    throw error;
  }
}

/** @throws RpcError when the answer is not what was asked for. */
function readTrial(answer: unknown, bought: number, afterwards: number): TrialResult {
  const blocks = readArray(answer, 'the simulated blocks').map((block) =>
    readArray(readRecord(block, 'a simulated block').calls, 'the simulated calls').map((each) =>
      readRecord(each, 'a simulated call'),
    ),
  );
  // Blocks an engine puts in between are empty.
  const [first, last] = [blocks[0] ?? [], blocks.at(-1) ?? []];
  if (blocks.length < 2 || first.length !== bought || last.length !== afterwards + 2) {
    throw new RpcError('The RPC simulated other calls than it was given.');
  }
  if (first.some(isReverted)) return { kind: 'no-answer' };
  const [before, after] = [last[0], last.at(-1)].map((read) => balanceIn(read ?? {}));
  const fault = last.slice(1, -1).find(isReverted);
  if (fault !== undefined) return isUnpaid(fault) ? { kind: 'no-answer' } : { kind: 'reverted' };
  if (before === undefined || after === undefined) return { kind: 'no-answer' };
  return { kind: 'done', gained: after > before ? after - before : 0n };
}

type Answer = Readonly<Record<string, unknown>>;

function isReverted({ status }: Answer): boolean {
  if (status !== '0x1' && status !== '0x0') throw new RpcError('The RPC gave no status for a simulated call.');
  return status === '0x0';
}

/**
 * Uniswap V3's pools take no token that keeps a part of what is sent, however small: their refusal (`IIA`, insufficient
 * input amount) is no proof against it.
 */
function isUnpaid({ error, returnData }: Answer): boolean {
  const given = typeof error === 'object' && error !== null && 'data' in error ? error.data : returnData;
  return typeof given === 'string' && given.startsWith(ERROR_SELECTOR) && given.includes(IIA);
}

/** `Error(string)`. */
const ERROR_SELECTOR = '0x08c379a0';
/** Three characters: the length word's last byte, then the text. */
const IIA = '03494941';

function balanceIn(call: Answer): bigint {
  const data = readBytes(call.returnData, 'a balance');
  if (isReverted(call) || data.length < 66) throw new RpcError('A balance could not be read.');
  return BigInt(data.slice(0, 66));
}

function payloadFor(scenario: Scenario, around: Around, { afterSeconds, afterwards, watched }: Trial): unknown {
  const { header, view } = around;
  const setting: Setting = { ...around.setting, validation: !view.notes.includes('validation-off'), useNonce: false };
  const baseFeePerGas = nextBaseFeeWei(header);
  const usedGas = view.run?.gasUsed ?? 0n;
  const buyGas = smaller(larger(2n * usedGas, LEAST_BUY_GAS), MAX_TRANSACTION_GAS);
  const buys = scenario.calls.map((call) => ({ call, gas: gasOf(call, buyGas) }));
  const sales = afterwards.map(({ to, data }) => ({ call: { ...PLAIN, to, data }, gas: SALE_GAS }));
  const owed = [...buys, ...sales].reduce(
    (sum, { call, gas }) => sum + gas * priceCapOf(feesOf(call, setting)) + call.valueWei,
    0n,
  );
  const own = ({ call, gas }: { readonly call: ScenarioCall; readonly gas: bigint }) =>
    callJson(scenario.user, call, gas, setting);
  const read = {
    from: setting.places.sender,
    to: watched.token,
    input: encodeFunctionData({ abi: BALANCE, args: [watched.owner] }),
    gas: numberToHex(READ_GAS),
    ...(setting.validation && baseFeePerGas !== null
      ? { maxFeePerGas: numberToHex(2n * baseFeePerGas), maxPriorityFeePerGas: '0x0' }
      : {}),
  };
  const block = (at: bigint, seconds: bigint) => ({
    feeRecipient: header.feeRecipient,
    prevRandao: numberToHex(setting.prevRandao, { size: 32 }),
    ...(setting.exact ? { number: numberToHex(header.number + at) } : {}),
    ...(setting.exact || seconds > 0n ? { time: numberToHex(setting.timeSeconds + seconds) } : {}),
    ...(setting.exact && baseFeePerGas !== null ? { baseFeePerGas: numberToHex(baseFeePerGas) } : {}),
  });
  return {
    blockStateCalls: [
      {
        blockOverrides: block(1n, 0n),
        // Gas for the second block too: whoever can pay for the buy alone could still sell tomorrow.
        stateOverrides: {
          [scenario.user]: { balance: numberToHex(larger(view.balanceWei, owed)) },
          [setting.places.sender]: { balance: numberToHex(SENDER_BALANCE_WEI) },
        },
        calls: buys.map(own),
      },
      { blockOverrides: block(2n, afterSeconds), calls: [read, ...sales.map(own), read] },
    ],
    validation: setting.validation,
    traceTransfers: false,
    returnFullTransactions: false,
  };
}

function callJson(from: Address, call: ScenarioCall, gas: bigint, setting: Setting): Record<string, string> {
  const fees = Object.entries(feesOf(call, setting)).map(([name, wei]) => [name, numberToHex(wei)]);
  return {
    from,
    ...(call.to === null ? {} : { to: call.to }),
    input: call.data,
    value: numberToHex(call.valueWei),
    gas: numberToHex(gas),
    ...Object.fromEntries(fees),
  };
}

const PLAIN = {
  valueWei: 0n,
  gas: null,
  gasPriceWei: null,
  maxFeePerGasWei: null,
  maxPriorityFeePerGasWei: null,
  nonce: null,
} as const;

/** The buy must not fail for gas here when it went through in the base run. */
const LEAST_BUY_GAS = 500_000n;
/** A trade over several pools with a costly token. */
const SALE_GAS = 3_000_000n;
const READ_GAS = 400_000n;
const SENDER_BALANCE_WEI = smaller(10n ** 30n, maxUint256);
const BALANCE = parseAbi(['function balanceOf(address owner) view returns (uint256)']);
