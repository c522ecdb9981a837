import { type Address, type Hex, numberToHex } from 'viem';
import type { RpcCall, RpcOutcome } from '../rpc.ts';
import { readAddress, readArray, readBytes, readRecord } from '../rpcValue.ts';
import type { Scenario } from '../Scenario.ts';
import { feesOf, gasOf, type Setting } from '../Setting.ts';

/** A contract whose storage a run reads or writes, and where. */
export interface Touched {
  /** Lower case. */
  readonly address: Address;
  readonly slots: readonly Hex[];
}

/** More than any honest run needs looked at; the rest is left out. */
const MAX_CONTRACTS = 64;
const MAX_SLOTS = 64;

/** Asks which storage a scenario's first call reads. Later ones depend on it and are not asked about. */
export function touchedQuestion(scenario: Scenario, setting: Setting, gas: bigint): RpcCall {
  const [call] = scenario.calls;
  if (call === undefined) return { method: 'eth_createAccessList', params: [] };
  // With its fees: a contract that finds a gas price of zero may not look at its storage at all.
  const fees = Object.entries(feesOf(call, setting)).map(([name, wei]) => [name, numberToHex(wei)]);
  const transaction = {
    from: scenario.user,
    ...(call.to === null ? {} : { to: call.to }),
    data: call.data,
    value: numberToHex(call.valueWei),
    gas: numberToHex(gasOf(call, gas)),
    ...Object.fromEntries(fees),
  };
  return { method: 'eth_createAccessList', params: [transaction, 'latest'] };
}

/** `null` when the endpoint would not say. */
export function readTouched(outcome: RpcOutcome): readonly Touched[] | null {
  if (!outcome.ok) return null;
  try {
    const { accessList } = readRecord(outcome.result, 'the access list');
    return readArray(accessList, 'the access list')
      .slice(0, MAX_CONTRACTS)
      .map((each) => {
        const { address, storageKeys } = readRecord(each, 'an access');
        const keys = readArray(storageKeys, 'the slots of an access').slice(0, MAX_SLOTS);
        return { address: readAddress(address, 'an access'), slots: keys.map((key) => readBytes(key, 'a slot')) };
      });
  } catch {
    // A complement only: an endpoint that answers nonsense here has its base run checked elsewhere.
    return null;
  }
}
