import { type Address, type Hex, numberToHex, size } from 'viem';
import { RpcError } from '../../errors.ts';
import { nextBaseFeeWei } from '../header.ts';
import { type Probe, readOf } from '../Probe.ts';
import { ACCOUNT_CODE, decodeReads, encodeReads, READER_CODE, readerGas, type Words } from '../probeCode.ts';
import type { Scenario, ScenarioCall } from '../Scenario.ts';
import { feesOf, gasOf, type Setting } from '../Setting.ts';

/** What the engines below `eth_simulateV1` send: the block a run stands in, the user's call, the probes. */

/** Named in full always: only then a stale header shows, as a block that is not the next. */
export function blockOverrides(setting: Setting): Readonly<Record<string, Hex>> {
  const { blockGasLimit, header, prevRandao, timeSeconds, forcedTimeSeconds } = setting;
  const baseFeeWei = nextBaseFeeWei(header);
  return {
    number: numberToHex(header.number + 1n),
    time: numberToHex(forcedTimeSeconds ?? timeSeconds),
    feeRecipient: header.feeRecipient,
    prevRandao: numberToHex(prevRandao, { size: 32 }),
    ...(blockGasLimit === undefined ? {} : { gasLimit: numberToHex(blockGasLimit) }),
    ...(baseFeeWei === null ? {} : { baseFeePerGas: numberToHex(baseFeeWei) }),
  };
}

export function feeFields(call: ScenarioCall, setting: Setting): Readonly<Record<string, Hex>> {
  // The block is named, so the base fee is no guess.
  const fees = Object.entries(feesOf(call, { ...setting, exact: true }));
  return Object.fromEntries(fees.map(([name, wei]) => [name, numberToHex(wei)]));
}

export function transactionOf(call: ScenarioCall, user: Address, setting: Setting, gas: bigint) {
  return {
    from: user,
    ...(call.to === null ? {} : { to: call.to }),
    data: call.data,
    value: numberToHex(call.valueWei),
    gas: numberToHex(gasOf(call, gas)),
    ...(call.nonce !== null && setting.useNonce ? { nonce: numberToHex(call.nonce) } : {}),
    ...feeFields(call, setting),
  };
}

/** Code at random addresses for one run: the reader, the account reader, and one that tells the block it stands in. */
export function probeOverrides({ places }: Setting): Readonly<Record<Address, { readonly code: Hex }>> {
  return {
    [places.reader]: { code: READER_CODE },
    [places.account]: { code: ACCOUNT_CODE },
    [places.sender]: { code: BLOCK_CODE },
  };
}

/**
 * Answers with the block's number, time and proposer, whatever it is asked.
 *
 *     NUMBER PUSH1 0 MSTORE TIMESTAMP PUSH1 32 MSTORE COINBASE PUSH1 64 MSTORE PUSH1 96 PUSH1 0 RETURN
 */
const BLOCK_CODE: Hex = '0x43600052426020524160405260606000f3';

export interface ReaderCall {
  readonly to: Address;
  readonly data: Hex;
  readonly gas: bigint;
}

/** Reads every probe, and last the block. */
export function readerCall(probes: readonly Probe[], { user }: Scenario, { places }: Setting): ReaderCall {
  const reads = [
    ...probes.map((probe) => readOf(probe, user, places.account)),
    { to: places.sender, data: '0x' } as const,
  ];
  return { to: places.reader, data: encodeReads(reads), gas: readerGas(reads.length) };
}

/** @throws RpcError when overrides of state or block were not honoured: such a run is no better than a guess. */
export function readWords(answer: Hex, probes: readonly Probe[], setting: Setting): readonly Words[] {
  const words = decodeReads(answer, probes.length + 1);
  const block = words?.at(-1) ?? null;
  if (words === null || block === null) {
    throw new RpcError('The RPC did not run the probes; it may ignore state overrides.');
  }
  const expected = blockOverrides(setting);
  if (block[0] !== BigInt(expected.number ?? 0) || block[1] !== BigInt(expected.time ?? 0)) {
    throw new RpcError('The RPC ran the probes in another block than it was given; it may ignore block overrides.');
  }
  return words.slice(0, -1);
}

/** Gas a transaction takes before its first instruction (EIP-2028), without the floor of EIP-7623. */
export function intrinsicGas(call: Pick<ScenarioCall, 'data' | 'to'>): bigint {
  let zeros = 0;
  for (let at = 2; at < call.data.length; at += 2) if (call.data.startsWith('00', at)) zeros += 1;
  const bytes = size(call.data);
  return 21_000n + BigInt(4 * zeros + 16 * (bytes - zeros)) + (call.to === null ? 32_000n : 0n);
}
