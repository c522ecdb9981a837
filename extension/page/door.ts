import { BATCH_METHOD, type MethodKind } from '../../src/request/methods.ts';
import { callError, INVALID_PARAMS, INVALID_REQUEST, UNSUPPORTED_METHOD } from './errors.ts';
import type { Callable, EntryCall } from './membrane.ts';
import {
  apply,
  assign,
  create,
  get,
  isArray,
  isObject,
  mapList,
  NativePromise,
  own,
  ownKeys,
  parse,
  putOwn,
  stringify,
  whenDone,
} from './primordials.ts';

export interface Asked {
  /** The provider the page called, raw: its own claims of chain and account go along. */
  readonly provider: object;
  readonly method: string;
  /** Canonical text of the parameters: this is judged, and this is forwarded. */
  readonly paramsText: string;
}

/** Resolves when the person (or the quiet rule) said Continue, rejects with an EIP-1193 error otherwise. */
export type Ask = (asked: Asked) => Promise<void>;

/** Longest parameter text that is looked at, characters. Wallets refuse far less. */
const MAX_TEXT = 4_000_000;
const MAX_METHOD = 256;

/** A payload copied once at the door: no getter, proxy or later mutation of the page's reaches what follows. */
interface Copied {
  readonly method: string;
  readonly judging: MethodKind;
  /** `null`: no parameters were given. */
  readonly paramsText: string | null;
  /** The page's own members with `method` (and for judged calls `params`) pinned. */
  readonly payload: unknown;
}

/** The entry points of a provider, by the name they were called by. */
export function createDoor(kindOf: (method: string) => MethodKind, ask: Ask) {
  return function door(call: EntryCall): (() => unknown) | null {
    if (call.key === 'request') return () => throughRequest(call);
    if (call.key === 'enable') return () => throughEnable(call);
    return PAYLOAD_ENTRIES[call.key] === true ? () => throughPayload(call) : null;
  };

  function throughRequest(call: EntryCall): unknown {
    const args = call.args[0];
    if (!isObject(args) || isArray(args)) return apply(call.native, call.self, call.args);
    let copied: Copied;
    try {
      copied = copy(args);
    } catch (reason) {
      return rejected(reason);
    }
    if (copied.judging === 'pass') return forward(call, copied.payload);
    return new NativePromise((resolve, reject) => {
      whenDone(judged(call, copied), () => resolve(attempt(() => forward(call, copied.payload), reject)), reject);
    });
  }

  function throughEnable(call: EntryCall): unknown {
    const provider = providerOf(call);
    return new NativePromise((resolve, reject) => {
      const asked = ask({ provider, method: 'eth_requestAccounts', paramsText: '[]' });
      whenDone(asked, () => resolve(attempt(() => apply(call.native, call.self, call.args), reject)), reject);
    });
  }

  /** `send`, `sendAsync` and their kin: (method, params), (payload, callback), (payload), each also with an array. */
  function throughPayload(call: EntryCall): unknown {
    const first = call.args[0];
    const second = call.args[1];
    if (typeof first === 'string') {
      const given = typeof second === 'function' ? undefined : second;
      return settle(
        call,
        () => [copy(bag({ method: first, params: given }))],
        (copies) => forwardNamed(call, first, copies[0]),
      );
    }
    if (!isObject(first)) return apply(call.native, call.self, call.args);
    if (isArray(first)) {
      return settle(
        call,
        () => mapList(first, (item) => copy(item)),
        (copies) =>
          forward(
            call,
            mapList(copies, (item) => item?.payload),
          ),
      );
    }
    return settle(
      call,
      () => [copy(first)],
      (copies) => forward(call, copies[0]?.payload),
    );
  }

  function settle(call: EntryCall, read: () => Copied[], run: (copies: Copied[]) => unknown): unknown {
    const callback = callbackOf(call);
    let copies: Copied[];
    try {
      copies = read();
    } catch (reason) {
      return fail(callback, undefined, reason);
    }
    if (everyPasses(copies)) return run(copies);
    const asked = judgedTogether(call, copies);
    // JSON-RPC answers an array by an array: each call is told of the refusal by its own id.
    const refused = (reason: unknown): unknown[] | null =>
      isArray(call.args[0]) ? mapList(copies, (item) => refusalOf(idOf(item?.payload), reason)) : null;
    if (callback === null) {
      return new NativePromise((resolve, reject) => {
        const refuse = (reason: unknown): void => {
          const answers = refused(reason);
          if (answers === null) reject(reason);
          else resolve(answers);
        };
        whenDone(asked, () => resolve(attempt(() => run(copies), reject)), refuse);
      });
    }
    whenDone(
      asked,
      () => run(copies),
      (reason) => {
        const answers = refused(reason);
        return answers === null ? fail(callback, idOf(copies[0]?.payload), reason) : callback(null, answers);
      },
    );
    return undefined;
  }

  /** An array is asked about as one, and goes on whole or not at all. */
  function judgedTogether(call: EntryCall, copies: readonly Copied[]): Promise<void> {
    let first: Copied | null = null;
    let count = 0;
    let text = '[';
    for (let index = 0; index < copies.length; index++) {
      const copied = copies[index];
      if (copied === undefined || copied.judging === 'pass') continue;
      if (copied.judging === 'refuse') return judged(call, copied);
      first ??= copied;
      text += `${count === 0 ? '' : ','}{"method":${stringify(copied.method)},"params":${copied.paramsText ?? '[]'}}`;
      count += 1;
    }
    if (first !== null && count === 1) return judged(call, first);
    text += ']';
    if (text.length > MAX_TEXT)
      return rejected(callError(INVALID_PARAMS, 'The requests are too large to be reviewed.'));
    return ask({ provider: providerOf(call), method: BATCH_METHOD, paramsText: text });
  }

  function judged(call: EntryCall, copied: Copied): Promise<void> {
    if (copied.judging === 'refuse')
      return rejected(callError(UNSUPPORTED_METHOD, `${copied.method} is not supported.`));
    return ask({ provider: providerOf(call), method: copied.method, paramsText: copied.paramsText ?? '[]' });
  }

  /** Reads `method` and `params` exactly once each. Throws an EIP-1193 error for what cannot be copied. */
  function copy(from: unknown): Copied {
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

const PAYLOAD_ENTRIES: Readonly<Record<string, true>> = assign(create(null), {
  send: true,
  sendAsync: true,
  _sendSync: true,
  _rpcRequest: true,
  handle: true,
  requestBatch: true,
});

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

function idOf(payload: unknown): unknown {
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

function forward(call: EntryCall, payload: unknown): unknown {
  return apply(
    call.native,
    call.self,
    mapList(call.args, (arg, index) => (index === 0 ? payload : arg)),
  );
}

function forwardNamed(call: EntryCall, method: string, copied: Copied | undefined): unknown {
  const payload = copied?.payload;
  const params = isObject(payload) ? own(payload, 'params') : undefined;
  return apply(
    call.native,
    call.self,
    mapList(call.args, (arg, index) =>
      index === 0 ? method : index === 1 && typeof arg !== 'function' ? params : arg,
    ),
  );
}

function callbackOf(call: EntryCall): Callable | null {
  for (let index = 1; index < call.args.length; index++) {
    const arg = call.args[index];
    if (typeof arg === 'function') return (...results) => apply(arg, undefined, results) as unknown;
  }
  return null;
}

/** Answers the way the form asks for: a callback gets (error, response), the rest a rejected promise. */
function fail(callback: Callable | null, id: unknown, reason: unknown): unknown {
  if (callback === null) return rejected(reason);
  callback(reason, refusalOf(id, reason));
  return undefined;
}

function refusalOf(id: unknown, reason: unknown): Record<string, unknown> {
  const error = isObject(reason) ? bag({ code: get(reason, 'code'), message: get(reason, 'message') }) : reason;
  return bag({ id, jsonrpc: '2.0', error });
}

function rejected(reason: unknown): Promise<never> {
  return new NativePromise((_resolve, reject) => reject(reason));
}

function attempt(run: () => unknown, reject: (reason: unknown) => void): unknown {
  try {
    return run();
  } catch (reason) {
    reject(reason);
    return undefined;
  }
}

function everyPasses(copies: readonly Copied[]): boolean {
  for (let index = 0; index < copies.length; index++) if (copies[index]?.judging !== 'pass') return false;
  return true;
}

function bag(members: Record<string, unknown>): Record<string, unknown> {
  return members;
}

/** The provider a call belongs to: the object it was called on, or the one it was found on. */
function providerOf(call: EntryCall): object {
  return isObject(call.self) ? call.self : call.owner;
}
