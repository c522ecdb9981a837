import type { Address, Hex } from 'viem';
import { RpcError } from '../errors.ts';

/**
 * Readers of untrusted RPC answers: the value in our type, or an RpcError that names what was wrong. Never a TypeError.
 */

const QUANTITY = /^0x[0-9a-f]{1,64}$/iu;
const BYTES = /^0x(?:[0-9a-f]{2})*$/iu;
const ADDRESS = /^0x[0-9a-f]{40}$/iu;

/** A non-negative integer below 2^256 as JSON-RPC writes it. */
export function readQuantity(value: unknown, what: string): bigint {
  if (typeof value === 'string' && QUANTITY.test(value)) return BigInt(value);
  throw new RpcError(`The RPC gave no number for ${what}.`);
}

/** Block numbers and times: small enough that no caller's arithmetic can overflow 64 bits. */
export function readUint64(value: unknown, what: string): bigint {
  const number = readQuantity(value, what);
  if (number < 1n << 63n) return number;
  throw new RpcError(`The RPC gave an impossible number for ${what}.`);
}

export function readBytes(value: unknown, what: string): Hex {
  if (isBytes(value)) return value;
  throw new RpcError(`The RPC gave no bytes for ${what}.`);
}

/** Lower case. */
export function readAddress(value: unknown, what: string): Address {
  if (typeof value === 'string' && ADDRESS.test(value)) return lowerAddress(value);
  throw new RpcError(`The RPC gave no address for ${what}.`);
}

export function readRecord(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (isRecord(value)) return value;
  throw new RpcError(`The RPC gave no object for ${what}.`);
}

export function readArray(value: unknown, what: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new RpcError(`The RPC gave no list for ${what}.`);
}

/** Maps are keyed by lower-case address throughout. */
export function lowerAddress(address: string): Address {
  return `0x${address.slice(2).toLowerCase()}`;
}

function isBytes(value: unknown): value is Hex {
  return typeof value === 'string' && BYTES.test(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
