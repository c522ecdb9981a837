import { SimpleStateManager } from '@ethereumjs/statemanager';
import type { Hex } from 'viem';
import type { Rpc, RpcCall, RpcOutcome } from '../../rpc.ts';
import { readBytes, readQuantity } from '../../rpcValue.ts';
import { bytesOf, hexOf, trimmed } from './bytes.ts';
import { evmAddress, type StateAccount, type StateAddress } from './EvmAddress.ts';

/** What is known of a chain's state at one block, as it was fetched. Keys are lower-case. */
export interface KnownState {
  readonly accounts: Map<string, { readonly balance: bigint; readonly nonce: bigint; readonly code: Hex }>;
  /** By `address slot`. */
  readonly slots: Map<string, bigint>;
  /** Block hashes, by number. */
  readonly hashes: Map<bigint, Hex>;
}

/** What a run asked for and nobody knew: it was told zero, and does not count. */
export interface Misses {
  readonly accounts: Set<string>;
  readonly slots: Set<string>;
  readonly hashes: Set<bigint>;
}

export function noMisses(): Misses {
  return { accounts: new Set(), slots: new Set(), hashes: new Set() };
}

/** State that notes what it lacks. */
export class NotingState extends SimpleStateManager {
  /** Where misses are noted; while it is filled nothing is. */
  misses: Misses = noMisses();

  override async getAccount(address: StateAddress): Promise<StateAccount> {
    const key = address.toString();
    if (!this.topAccountStack().has(key)) this.misses.accounts.add(key);
    return super.getAccount(address);
  }

  override async getCode(address: StateAddress): Promise<Uint8Array> {
    const key = address.toString();
    if (!this.topAccountStack().has(key)) this.misses.accounts.add(key);
    return super.getCode(address);
  }

  override async getStorage(address: StateAddress, key: Uint8Array): Promise<Uint8Array> {
    const value = await super.getStorage(address, key);
    const slot = `${address.toString()} ${hexOf(key)}`;
    if (!this.topStorageStack().has(`${address.toString()}_${hexOf(key)}`)) this.misses.slots.add(slot);
    return value;
  }
}

export async function fill(state: NotingState, { accounts, slots }: KnownState): Promise<void> {
  for (const [key, { balance, nonce, code }] of accounts) {
    const address = evmAddress(key);
    await state.modifyAccountFields(address, { balance, nonce });
    if (code !== '0x') await state.putCode(address, bytesOf(code));
  }
  for (const [key, value] of slots) {
    const [address = '', slot = ''] = key.split(' ');
    await state.putStorage(evmAddress(address), bytesOf(slot), trimmed(value));
  }
}

/** Everything missed, in one round trip. @throws RpcError */
export async function fetchMisses(known: KnownState, misses: Misses, block: Hex, rpc: Rpc, signal: AbortSignal) {
  const accounts = [...misses.accounts];
  const slots = [...misses.slots];
  const hashes = [...misses.hashes];
  const calls: RpcCall[] = [
    ...accounts.flatMap((address) => [
      { method: 'eth_getBalance', params: [address, block] },
      { method: 'eth_getTransactionCount', params: [address, block] },
      { method: 'eth_getCode', params: [address, block] },
    ]),
    ...slots.map((slot) => ({ method: 'eth_getStorageAt', params: [...slot.split(' '), block] })),
    ...hashes.map((number) => ({ method: 'eth_getBlockByNumber', params: [`0x${number.toString(16)}`, false] })),
  ];
  const answers = await rpc.batch(calls, signal);
  accounts.forEach((address, at) => {
    known.accounts.set(address, {
      balance: readQuantity(resultOf(answers[3 * at]), "an account's balance"),
      nonce: readQuantity(resultOf(answers[3 * at + 1]), "an account's nonce"),
      code: readBytes(resultOf(answers[3 * at + 2]), "an account's code"),
    });
  });
  const afterAccounts = 3 * accounts.length;
  slots.forEach((slot, at) => {
    known.slots.set(slot, readQuantity(resultOf(answers[afterAccounts + at]), 'a word of storage'));
  });
  hashes.forEach((number, at) => {
    const header = resultOf(answers[afterAccounts + slots.length + at]);
    const hash = typeof header === 'object' && header !== null && 'hash' in header ? header.hash : ZERO_HASH;
    known.hashes.set(number, readBytes(hash, "a block's hash"));
  });
}

const ZERO_HASH: Hex = `0x${'0'.repeat(64)}`;

function resultOf(outcome: RpcOutcome | undefined): unknown {
  if (outcome === undefined || !outcome.ok) throw outcome?.error ?? new Error('The RPC left a call unanswered.');
  return outcome.result;
}
