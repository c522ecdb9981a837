import { type Callable, isCallable } from './callable.ts';
import type { Door, EntryCall } from './EntryCall.ts';
import {
  apply,
  assign,
  bind,
  construct,
  create,
  defineProperty,
  deleteProperty,
  field,
  get,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  has,
  isObject,
  mapList,
  NativeError,
  NativeTypeError,
  own,
  ownKeys,
  putOwn,
  set,
  setPrototypeOf,
} from './primordials.ts';

/** What passes between page and wallet, as the membrane turns it. */
export interface Crossing {
  readonly door: Door;
  wrap(raw: object): object;
  unwrap(value: unknown): unknown;
  /** `owner` and `key` say where the wallet has the value. */
  outward(value: unknown, owner: object, key: PropertyKey): unknown;
  inward(value: unknown): unknown;
  /** True of a wrapper. */
  isWrapper(value: object): boolean;
  makeWrapper(raw: object, name: string, owner: object, yields?: PropertyKey): object;
}

/**
 * The traps of one wrapper. `name` is the property a function was found under, `yields` what its result is to be looked
 * at as: the value of a getter is its property's.
 */
export function wrapperHandler(
  crossing: Crossing,
  raw: object,
  name: string,
  owner: object,
  yields: PropertyKey,
): ProxyHandler<object> {
  const handler: ProxyHandler<object> = {
    apply(_shadow, self, args: unknown[]) {
      if (!isCallable(raw) || (name === WRITES && isObject(args[0]))) return undefined;
      const call: EntryCall = {
        key: name,
        native: raw,
        self: crossing.unwrap(self),
        owner,
        args: mapList(args, crossing.inward),
      };
      const entry = crossing.door(call);
      if (entry !== null) return entry();
      return crossing.outward(apply(raw, call.self, call.args), isObject(call.self) ? call.self : owner, yields);
    },
    construct(_shadow, args: unknown[], target) {
      // `new` on anything else would run an entry point past the door.
      if (!isCallable(raw) || name !== 'constructor') throw new NativeTypeError('not a constructor');
      const made: unknown = crossing.outward(
        construct(raw, mapList(args, crossing.inward), rawTarget(crossing.unwrap(target))),
        owner,
        'result',
      );
      return isObject(made) ? made : create(null);
    },
    get(shadow, key, receiver) {
      if (getOwnPropertyDescriptor(shadow, key) !== undefined) return get(shadow, key, receiver);
      const value: unknown = get(raw, key, crossing.unwrap(receiver));
      if (key === 'prototype' && isObject(value)) return crossing.wrap(value);
      // `call`, `apply` and `bind` are the language's own: run on the face, they come back through `apply` above.
      if (isCallable(raw) && getOwnPropertyDescriptor(raw, key) === undefined) return value;
      return crossing.outward(value, raw, key);
    },
    set(shadow, key, value: unknown, receiver: unknown) {
      // An object of the page's that inherits from the provider keeps what is written on it.
      if (isObject(receiver) && !crossing.isWrapper(receiver)) {
        return defineProperty(receiver, key, field(value));
      }
      if (isObject(value)) {
        putOwn(shadow, key, value);
        return true;
      }
      if (getOwnPropertyDescriptor(shadow, key) !== undefined) deleteProperty(shadow, key);
      return set(raw, key, value, raw);
    },
    has: (shadow, key) => has(raw, key) || getOwnPropertyDescriptor(shadow, key) !== undefined,
    deleteProperty(shadow, key) {
      deleteProperty(shadow, key);
      return deleteProperty(raw, key);
    },
    defineProperty: (shadow, key, descriptor) => defineProperty(shadow, key, descriptor),
    getOwnPropertyDescriptor(shadow, key) {
      const shadowed = getOwnPropertyDescriptor(shadow, key);
      if (shadowed !== undefined) return shadowed;
      const found = getOwnPropertyDescriptor(raw, key);
      if (found === undefined) return undefined;
      // A Proxy may not call a property fixed that its target lacks: all are configurable.
      const { enumerable } = found;
      if (getOwnPropertyDescriptor(found, 'value') === undefined) {
        const getter = own(found, 'get');
        const setter = own(found, 'set');
        return assign(create(null), {
          get: isObject(getter) ? crossing.makeWrapper(getter, '', raw, key) : undefined,
          set: isObject(setter) ? crossing.makeWrapper(setter, WRITES, raw) : undefined,
          enumerable,
          configurable: true,
        });
      }
      const value: unknown = found.value;
      const shown = key === 'prototype' && isObject(value) ? crossing.wrap(value) : crossing.outward(value, raw, key);
      return assign(field(shown), { writable: found.writable, enumerable });
    },
    ownKeys(shadow) {
      const keys = ownKeys(raw);
      const extra = ownKeys(shadow);
      for (let index = 0; index < extra.length; index++) {
        const key = extra[index];
        if (key !== undefined && getOwnPropertyDescriptor(raw, key) === undefined) putOwn(keys, keys.length, key);
      }
      return keys;
    },
    getPrototypeOf() {
      const prototype = getPrototypeOf(raw);
      return prototype === null || isNativePrototype(prototype) ? prototype : crossing.wrap(prototype);
    },
    setPrototypeOf: () => true,
    preventExtensions: () => false,
  };
  return withoutPrototype(handler);
}

/** The target of a wrapper: what the page writes of objects and functions stays on it. */
export function makeShadow(raw: object): object {
  return isCallable(raw) ? bareFunction() : create(null);
}

function rawTarget(raw: unknown): Callable {
  return isCallable(raw) ? raw : bareFunction();
}

/** The name of a setter taken from a descriptor; no property a page can call has it. */
const WRITES = ' set';
const objectPrototype = Object.prototype;
const functionPrototype = Function.prototype;

function isNativePrototype(prototype: object): boolean {
  return prototype === objectPrototype || prototype === functionPrototype;
}

/** A polluted `Object.prototype` must not grow our handlers a trap. */
function withoutPrototype(handler: ProxyHandler<object>): ProxyHandler<object> {
  setPrototypeOf(handler, null);
  return handler;
}

/** Can be called and constructed, and has no property that a Proxy would be bound to show. */
function bareFunction(): Callable {
  const bare = bind(NativeError, undefined);
  deleteProperty(bare, 'name');
  deleteProperty(bare, 'length');
  return bare;
}
