import type { Callable } from './callable.ts';
import type { EntryCall } from './EntryCall.ts';
import { apply, get, isObject, NativePromise } from './primordials.ts';

/** How a call is answered: a callback gets (error, response), the rest a promise. */
export function callbackOf(call: EntryCall): Callable | null {
  for (let index = 1; index < call.args.length; index++) {
    const arg = call.args[index];
    if (typeof arg === 'function') return (...results) => apply(arg, undefined, results) as unknown;
  }
  return null;
}

/** Answers the way the form asks for: a callback gets (error, response), the rest a rejected promise. */
export function fail(callback: Callable | null, id: unknown, reason: unknown): unknown {
  if (callback === null) return rejected(reason);
  callback(reason, refusalOf(id, reason));
  return undefined;
}

export function refusalOf(id: unknown, reason: unknown): Record<string, unknown> {
  const error = isObject(reason) ? { code: get(reason, 'code'), message: get(reason, 'message') } : reason;
  return { id, jsonrpc: '2.0', error };
}

export function rejected(reason: unknown): Promise<never> {
  return new NativePromise((_resolve, reject) => reject(reason));
}

export function attempt(run: () => unknown, reject: (reason: unknown) => void): unknown {
  try {
    return run();
  } catch (reason) {
    reject(reason);
    return undefined;
  }
}
