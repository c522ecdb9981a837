import { BATCH_METHOD, type MethodKind } from '../../src/request/methods.ts';
import { attempt, callbackOf, fail, refusalOf, rejected } from './callAnswer.ts';
import { type CopiedCall, createCopy, idOf, MAX_TEXT } from './copiedCall.ts';
import type { Door, EntryCall } from './EntryCall.ts';
import { callError, INVALID_PARAMS, UNSUPPORTED_METHOD } from './errors.ts';
import { forward, forwardNamed } from './forward.ts';
import {
  apply,
  assign,
  create,
  isArray,
  isObject,
  mapList,
  NativePromise,
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

/** The entry points of a provider, by the name they were called by. */
export function createDoor(kindOf: (method: string) => MethodKind, ask: Ask): Door {
  const copy = createCopy(kindOf);

  return function door(call: EntryCall): (() => unknown) | null {
    if (call.key === 'request') return () => throughRequest(call);
    if (call.key === 'enable') return () => throughEnable(call);
    return PAYLOAD_ENTRIES[call.key] === true ? () => throughPayload(call) : null;
  };

  function throughRequest(call: EntryCall): unknown {
    const args = call.args[0];
    if (!isObject(args) || isArray(args)) return apply(call.native, call.self, call.args);
    let copied: CopiedCall;
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
        () => [copy({ method: first, params: given })],
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

  function settle(call: EntryCall, read: () => CopiedCall[], run: (copies: CopiedCall[]) => unknown): unknown {
    const callback = callbackOf(call);
    let copies: CopiedCall[];
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
  function judgedTogether(call: EntryCall, copies: readonly CopiedCall[]): Promise<void> {
    let first: CopiedCall | null = null;
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

  function judged(call: EntryCall, copied: CopiedCall): Promise<void> {
    if (copied.judging === 'refuse')
      return rejected(callError(UNSUPPORTED_METHOD, `${copied.method} is not supported.`));
    return ask({ provider: providerOf(call), method: copied.method, paramsText: copied.paramsText ?? '[]' });
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

function everyPasses(copies: readonly CopiedCall[]): boolean {
  for (let index = 0; index < copies.length; index++) if (copies[index]?.judging !== 'pass') return false;
  return true;
}

/** The provider a call belongs to: the object it was called on, or the one it was found on. */
function providerOf(call: EntryCall): object {
  return isObject(call.self) ? call.self : call.owner;
}
