import { type Address, type Hex, numberToHex } from 'viem';
import { RpcError } from '../../errors.ts';
import { lowerAddress, readAddress, readBytes, readQuantity, readRecord } from '../rpcValue.ts';

/** State after a call, as overrides for the next: by lower-case address. */
export type StateDiff = Readonly<Record<Address, AccountDiff>>;

export interface AccountDiff {
  readonly balance?: Hex;
  readonly nonce?: Hex;
  readonly code?: Hex;
  readonly stateDiff?: Readonly<Record<Hex, Hex>>;
}

/** More accounts than any honest call changes. */
const MAX_ACCOUNTS = 256;
const MAX_SLOTS = 2_048;

/**
 * Reads a `prestateTracer` answer in diff mode. A slot that only stands in `pre` was cleared.
 *
 * @throws RpcError
 */
export function readDiff(answer: unknown): StateDiff {
  const both = readRecord(answer, 'the state difference');
  const pre = accountsIn(both.pre);
  const post = accountsIn(both.post);
  const diff: Record<Address, AccountDiff> = {};
  for (const address of new Set([...pre.keys(), ...post.keys()])) {
    const was = pre.get(address) ?? {};
    const is = post.get(address) ?? {};
    const slots = { ...mapped(was.storage, () => ZERO), ...mapped(is.storage, (value) => readBytes(value, 'a slot')) };
    diff[address] = {
      ...(is.balance === undefined ? {} : { balance: numberToHex(readQuantity(is.balance, 'a balance')) }),
      ...(is.nonce === undefined ? {} : { nonce: numberToHex(nonceOf(is.nonce)) }),
      ...(is.code === undefined ? {} : { code: readBytes(is.code, 'a code') }),
      ...(Object.keys(slots).length === 0 ? {} : { stateDiff: slots }),
    };
  }
  return diff;
}

const ZERO: Hex = `0x${'0'.repeat(64)}`;

function accountsIn(value: unknown): ReadonlyMap<Address, Readonly<Record<string, unknown>>> {
  const entries = Object.entries(readRecord(value, 'the state difference'));
  if (entries.length > MAX_ACCOUNTS) throw new RpcError('The RPC says that the call changes too many accounts.');
  return new Map(
    entries.map(([address, account]) => [
      lowerAddress(readAddress(address, 'a changed account')),
      readRecord(account, 'a changed account'),
    ]),
  );
}

/** geth writes nonces as numbers, others as quantities. */
function nonceOf(value: unknown): bigint {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? BigInt(value)
    : readQuantity(value, 'a nonce');
}

function mapped(storage: unknown, to: (value: unknown) => Hex): Record<Hex, Hex> {
  if (storage === undefined || storage === null) return {};
  const slots: Record<Hex, Hex> = {};
  for (const [slot, value] of Object.entries(readRecord(storage, 'changed storage')).slice(0, MAX_SLOTS)) {
    slots[readBytes(slot, 'a slot')] = to(value);
  }
  return slots;
}
