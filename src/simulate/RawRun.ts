import type { Address, Hex } from 'viem';
import { RpcError } from '../errors.ts';
import { nextBaseFeeWei } from './header.ts';
import { decodeReads, type Words } from './probeCode.ts';
import type { RunLog } from './probesFromLogs.ts';
import { readAddress, readArray, readBytes, readQuantity, readRecord, readUint64 } from './rpcValue.ts';
import type { Scenario } from './Scenario.ts';
import { feesOf, paidPriceOf, type Setting } from './Setting.ts';

/** One `eth_simulateV1` answer, shapes checked: the probes before, the user's calls, the probes after. */
export interface RawRun {
  readonly number: bigint;
  readonly timeSeconds: bigint;
  readonly calls: readonly RawCall[];
  readonly before: readonly Words[];
  readonly after: readonly Words[];
  /** What the user paid for gas, wei. */
  readonly feeWei: bigint;
  /** Contracts the calls touch, from an engine that has no logs to name them. */
  readonly touched?: readonly Address[];
}

export interface RawCall {
  readonly success: boolean;
  readonly gasUsed: bigint;
  readonly logs: readonly RunLog[];
  readonly returnData: Hex;
  /** The engine's own words for a failure. */
  readonly message: string | null;
}

/** More logs than any honest run has; the rest is left out. */
const MAX_LOGS = 4096;
const MAX_TOPICS = 4;
const MAX_MESSAGE = 200;

/**
 * @param known what the probes read before, where this run was not asked to read it.
 * @throws RpcError when the answer is not the run that was asked for.
 */
export function readRawRun(
  answer: unknown,
  scenario: Scenario,
  probeCount: number,
  setting: Setting,
  known?: readonly Words[],
): RawRun {
  const block = readRecord(readArray(answer, 'the simulated blocks').at(-1), 'the simulated block');
  const earlier = scenario.before?.length ?? 0;
  const calls = readArray(block.calls, 'the simulated calls').map(readCall).slice(earlier);
  const lead = known === undefined ? 1 : 0;
  const first = calls[0];
  const last = calls[calls.length - 1];
  if (calls.length !== lead + scenario.calls.length + 1 || first === undefined || last === undefined) {
    throw new RpcError('The RPC simulated another number of calls than it was given.');
  }
  const before = known ?? (first.success ? decodeReads(first.returnData, probeCount) : null);
  const after = last.success ? decodeReads(last.returnData, probeCount) : null;
  if (before === null || after === null) {
    throw new RpcError('The RPC did not run the probes; it may ignore state overrides.');
  }
  const own = calls.slice(lead, -1);
  return {
    number: readUint64(block.number, "the simulated block's number"),
    timeSeconds: readUint64(block.timestamp, "the simulated block's time"),
    calls: own,
    before,
    after,
    feeWei: feeOf(own, scenario, setting, block.baseFeePerGas),
  };
}

function feeOf(calls: readonly RawCall[], scenario: Scenario, setting: Setting, baseFee: unknown): bigint {
  const baseFeeWei =
    baseFee === undefined || baseFee === null
      ? (nextBaseFeeWei(setting.header) ?? 0n)
      : readQuantity(baseFee, "the simulated block's base fee");
  return calls.reduce((sum, { gasUsed }, index) => {
    const call = scenario.calls[index];
    return call === undefined ? sum : sum + gasUsed * paidPriceOf(feesOf(call, setting), baseFeeWei);
  }, 0n);
}

function readCall(value: unknown): RawCall {
  const call = readRecord(value, 'a simulated call');
  const status = call.status;
  if (status !== '0x1' && status !== '0x0') throw new RpcError('The RPC gave no status for a simulated call.');
  const error = call.error;
  const fault = error === undefined || error === null ? null : readRecord(error, "a simulated call's error");
  // geth gives a revert's data under `error.data`, others as `returnData`.
  const data = fault?.data ?? call.returnData ?? '0x';
  const message = fault?.message;
  return {
    success: status === '0x1',
    gasUsed: readUint64(call.gasUsed, "a simulated call's gas"),
    logs: status === '0x1' ? readLogs(call.logs) : [],
    returnData: readBytes(data, "a simulated call's answer"),
    message: typeof message === 'string' ? message.slice(0, MAX_MESSAGE) : null,
  };
}

/** @throws RpcError */
export function readLogs(value: unknown): readonly RunLog[] {
  if (value === undefined || value === null) return [];
  return readArray(value, "a simulated call's logs")
    .slice(0, MAX_LOGS)
    .map((each) => {
      const log = readRecord(each, 'a log');
      const topics = readArray(log.topics, "a log's topics");
      if (topics.length > MAX_TOPICS) throw new RpcError('The RPC gave a log with more than four topics.');
      return {
        address: readAddress(log.address, "a log's address"),
        topics: topics.map(readTopic),
        data: readBytes(log.data ?? '0x', "a log's data"),
      };
    });
}

function readTopic(value: unknown): Hex {
  const topic = readBytes(value, "a log's topic");
  if (topic.length !== 66) throw new RpcError('The RPC gave a log topic that is not 32 bytes.');
  return `0x${topic.slice(2).toLowerCase()}`;
}
