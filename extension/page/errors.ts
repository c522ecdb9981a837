import { NativeError, putOwn } from './primordials.ts';

/** EIP-1193 and JSON-RPC codes a dapp may get from us. */
export const USER_REJECTED = 4001;
export const UNSUPPORTED_METHOD = 4200;
export const INVALID_REQUEST = -32600;
export const INVALID_PARAMS = -32602;
export const INTERNAL = -32603;

/** A real Error with a `code`, as EIP-1193 asks: the same shape a wallet's own refusal has. */
export function callError(code: number, message: string, cause?: unknown): Error {
  const error = cause === undefined ? new NativeError(message) : new NativeError(message, { cause });
  putOwn(error, 'code', code);
  return error;
}
