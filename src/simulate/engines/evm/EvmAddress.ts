import type { SimpleStateManager } from '@ethereumjs/statemanager';
import { bytesOf, hexOf } from './bytes.ts';

/** The EVM's own address type, which its package does not give away. */
export type StateAddress = Parameters<SimpleStateManager['getAccount']>[0];
export type StateAccount = Awaited<ReturnType<SimpleStateManager['getAccount']>>;

/** @param text 20 bytes in hex. */
export function evmAddress(text: string): StateAddress {
  return new EvmAddress(bytesOf(text));
}

/** Numbers up to here are precompiles or system contracts. */
const LAST_SYSTEM_ADDRESS = 0xffffn;

class EvmAddress implements StateAddress {
  readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
  equals(other: StateAddress): boolean {
    return other.toString() === this.toString();
  }
  isZero(): boolean {
    return BigInt(this.toString()) === 0n;
  }
  isPrecompileOrSystemAddress(): boolean {
    return BigInt(this.toString()) <= LAST_SYSTEM_ADDRESS;
  }
  toString(): `0x${string}` {
    return hexOf(this.bytes);
  }
  toBytes(): Uint8Array {
    return this.bytes.slice();
  }
}
