import type { MethodKind } from '../../src/request/methods.ts';
import { callError, INVALID_PARAMS, INVALID_REQUEST } from './errors.ts';
import { get, isObject, own, ownKeys, parse, putOwn, stringify } from './primordials.ts';

/** Longest parameter text that is looked at, characters. Wallets refuse far less. */
export const MAX_TEXT = 4_000_000;
const MAX_METHOD = 256;

/** A payload copied once at the door: no getter, proxy or later mutation of the page's reaches what follows. */
export interface CopiedCall {
  readonly method: string;
  readonly judging: MethodKind;
  /** `null`: no parameters were given. */
  readonly paramsText: string | null;
  /** The page's own members with `method` (and for judged calls `params`) pinned. */
  readonly payload: unknown;
}

export type Copy = (from: unknown) => CopiedCall;

export function createCopy(kindOf: (method: string) => MethodKind): Copy {
  return copy;

  /** Reads `method` and `params` exactly once each. Throws an EIP-1193 error for what cannot be copied. */
  function copy(from: unknown): CopiedCall {
    // What holds no call is the wallet's own to refuse, in its own words. Text might be read as one.
    if (isBlank(from)) return { method: '', judging: 'pass', paramsText: null, payload: from };
    if (!isObject(from)) throw callError(INVALID_REQUEST, 'A request must be an object.');
    const payload: Record<string, unknown> = {};
    const keys = ownKeys(from);
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index];
      if (key !== undefined && key !== 'method' && key !== 'params') putOwn(payload, key, get(from, key));
    }
    const method: unknown = get(from, 'method');
    const params: unknown = get(from, 'params');
    if (isBlank(method) || method === '') {
      const blank = headOf(payload, method);
      if (params !== undefined) putOwn(blank, 'params', params);
      return { method: '', judging: 'pass', paramsText: null, payload: blank };
    }
    if (typeof method !== 'string') throw callError(INVALID_REQUEST, 'The method of a request must be a string.');
    if (method.length > MAX_METHOD) throw callError(INVALID_REQUEST, 'The method name is too long.');
    putOwn(payload, 'method', method);
    const judging = kindOf(method);
    if (judging === 'pass') {
      if (params !== undefined) putOwn(payload, 'params', params);
      return { method, judging, paramsText: null, payload };
    }
    const paramsText = params === undefined ? null : textOf(params);
    if (judging === 'unwrap' && innerKind(paramsText) === 'pass') {
      return { method, judging: 'pass', paramsText, payload: rebuilt(payload, method, paramsText) };
    }
    return { method, judging, paramsText, payload: rebuilt(payload, method, paramsText) };
  }

  /** CAIP-27: what the call inside is. */
  function innerKind(paramsText: string | null): MethodKind {
    const params: unknown = paramsText === null ? null : parse(paramsText);
    const request = isObject(params) ? own(params, 'request') : null;
    const method = isObject(request) ? own(request, 'method') : null;
    return typeof method === 'string' ? kindOf(method) : 'judge';
  }
}

/** A judged payload holds what was judged and nothing else. */
function rebuilt(payload: object, method: string, paramsText: string | null): Record<string, unknown> {
  const out = headOf(payload, method);
  if (paramsText !== null) putOwn(out, 'params', parse(paramsText));
  return out;
}

function headOf(payload: object, method: unknown): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  const version = own(payload, 'jsonrpc');
  const id = idOf(payload);
  if (id !== undefined) putOwn(out, 'id', id);
  if (typeof version === 'string') putOwn(out, 'jsonrpc', version);
  putOwn(out, 'method', method);
  return out;
}

export function idOf(payload: unknown): unknown {
  const id = isObject(payload) ? own(payload, 'id') : undefined;
  return typeof id === 'number' || typeof id === 'string' ? id : undefined;
}

/** Nothing a wallet could run, by type alone. */
function isBlank(value: unknown): boolean {
  return value === undefined || value === null || typeof value === 'number' || typeof value === 'boolean';
}

function textOf(params: unknown): string {
  let text: string | undefined;
  try {
    text = stringify(params);
  } catch (cause) {
    throw callError(INVALID_PARAMS, 'The parameters cannot be written as JSON.', cause);
  }
  if (typeof text !== 'string') throw callError(INVALID_PARAMS, 'The parameters cannot be written as JSON.');
  if (text.length > MAX_TEXT) throw callError(INVALID_PARAMS, 'The parameters are too large to be reviewed.');
  return text;
}
