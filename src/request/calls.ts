import type { Address, Hex } from 'viem';
import { fieldsOf, isAbsent, listOf, optionalAddress, optionalChainId, Unreadable } from './fields.ts';
import type { CallsAsk } from './SigningRequest.ts';
import { bytesOf, quantityOf } from './transaction.ts';

/** EIP-5792 `wallet_sendCalls` and ERC-7836 `wallet_prepareCalls`: `[{ version, chainId, from, calls, ... }]`. */
export function readCalls(params: readonly unknown[]): CallsAsk {
  const fields = fieldsOf(params[0], 'the batch');
  const calls = listOf(fields.calls, 'calls');
  if (calls.length === 0) throw new Unreadable('bad-params', 'calls is empty');
  if (calls.length > MOST_CALLS) throw new Unreadable('too-large', `over ${MOST_CALLS} calls`);
  const batchChain = optionalChainId(fields.chainId, 'chainId');
  return {
    kind: 'calls',
    from: optionalAddress(fields.from, 'from'),
    chainId: batchChain ?? chainOfCalls(calls),
    calls: calls.map(callOf),
    atomicRequired: fields.atomicRequired === true,
  };
}

/**
 * ERC-4337: what a user operation does is its `callData`, run by the account on itself. Factory, paymaster and
 * signature parts are not opened.
 */
export function readUserOperation(params: readonly unknown[]): CallsAsk {
  const fields = fieldsOf(
    params.find((param) => typeof param === 'object'),
    'the user operation',
  );
  const sender = optionalAddress(fields.sender, 'sender');
  return {
    kind: 'calls',
    from: sender,
    chainId: null,
    calls: [{ to: sender, valueWei: 0n, data: bytesOf(fields.callData, 'callData', []) }],
    atomicRequired: true,
  };
}

function callOf(value: unknown): { to: Address | null; valueWei: bigint; data: Hex } {
  const fields = fieldsOf(value, 'a call');
  return {
    to: fields.to === '0x' ? null : optionalAddress(fields.to, 'to'),
    valueWei: quantityOf(fields.value, 'value', []) ?? 0n,
    data: bytesOf(fields.data, 'data', []),
  };
}

/** Version 1.0 of EIP-5792 wrote the chain on each call. Calls on several chains cannot be judged as one. */
function chainOfCalls(calls: readonly unknown[]): number | null {
  const chains = calls.map((call) => fieldsOf(call, 'a call').chainId).filter((chain) => !isAbsent(chain));
  const ids = new Set(chains.map((chain) => optionalChainId(chain, 'chainId')));
  if (ids.size > 1) throw new Unreadable('bad-params', 'the calls are on several chains');
  return [...ids][0] ?? null;
}

/** The decoder opens no more than this many actions (decode/batch.ts). */
const MOST_CALLS = 256;
