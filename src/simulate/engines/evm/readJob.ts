import type { Address, Hex } from 'viem';
import { lowerAddress, readAddress, readArray, readBytes, readQuantity, readRecord } from '../../rpcValue.ts';

/** The block of an `eth_simulateV1` question, in our types. */
export interface LocalBlock {
  readonly number: bigint;
  readonly timeSeconds: bigint;
  readonly feeRecipient: Address;
  readonly prevRandao: bigint;
  readonly baseFeeWei: bigint;
  /** False: no fees are charged and no balance is asked for. */
  readonly validation: boolean;
  readonly overrides: ReadonlyMap<Address, LocalOverride>;
  readonly calls: readonly LocalCall[];
}

export interface LocalOverride {
  readonly balance: bigint | null;
  readonly code: Hex | null;
  readonly stateDiff: readonly (readonly [Hex, bigint])[];
}

export interface LocalCall {
  readonly from: Address;
  /** `null` creates a contract. */
  readonly to: Address | null;
  readonly data: Hex;
  readonly valueWei: bigint;
  readonly gas: bigint;
  readonly gasPriceWei: bigint | null;
  readonly maxFeePerGasWei: bigint | null;
  readonly maxPriorityFeePerGasWei: bigint;
}

/** @throws RpcError for a question that names no block. */
export function readJob(payload: unknown): LocalBlock {
  const { blockStateCalls, validation } = readRecord(payload, 'the simulation');
  const { blockOverrides, stateOverrides, calls } = readRecord(
    readArray(blockStateCalls, 'the blocks').at(-1),
    'a block',
  );
  const block = readRecord(blockOverrides, 'the block');
  return {
    number: readQuantity(block.number, "the block's number"),
    timeSeconds: readQuantity(block.time, "the block's time"),
    feeRecipient: readAddress(block.feeRecipient, "the block's proposer"),
    prevRandao: readQuantity(block.prevRandao, "the block's randomness"),
    baseFeeWei: optional(block.baseFeePerGas, "the block's base fee") ?? 0n,
    validation: validation === true,
    overrides: new Map(
      Object.entries(readRecord(stateOverrides ?? {}, 'the overrides')).map(([address, value]) => [
        lowerAddress(address),
        overrideOf(value),
      ]),
    ),
    calls: readArray(calls, 'the calls').map(callOf),
  };
}

function overrideOf(value: unknown): LocalOverride {
  const { balance, code, stateDiff } = readRecord(value, 'an override');
  const slots = Object.entries(readRecord(stateDiff ?? {}, 'overridden storage'));
  return {
    balance: optional(balance, 'a balance'),
    code: code === undefined ? null : readBytes(code, 'a code'),
    stateDiff: slots.map(([slot, word]) => [readBytes(slot, 'a slot'), readQuantity(word, 'a word')] as const),
  };
}

function callOf(value: unknown): LocalCall {
  const call = readRecord(value, 'a call');
  return {
    from: readAddress(call.from, 'the sender'),
    to: call.to === undefined || call.to === null ? null : readAddress(call.to, 'the target'),
    data: readBytes(call.data ?? call.input ?? '0x', 'the data'),
    valueWei: optional(call.value, 'the value') ?? 0n,
    gas: readQuantity(call.gas, 'the gas'),
    gasPriceWei: optional(call.gasPrice, 'the gas price'),
    maxFeePerGasWei: optional(call.maxFeePerGas, 'the highest fee'),
    maxPriorityFeePerGasWei: optional(call.maxPriorityFeePerGas, 'the tip') ?? 0n,
  };
}

function optional(value: unknown, what: string): bigint | null {
  return value === undefined || value === null ? null : readQuantity(value, what);
}
