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
  isArray,
  isObject,
  mapEach,
  mapList,
  mapSet,
  NativeError,
  NativeMap,
  NativeProxy,
  NativeTypeError,
  own,
  ownKeys,
  putOwn,
  set,
  setPrototypeOf,
  weakMap,
  win,
} from './primordials.ts';

export type Callable = (...args: unknown[]) => unknown;

/** What a call on a provider is: the raw function, the raw object it was found on, and arguments already turned inward. */
export interface EntryCall {
  readonly key: string;
  readonly native: Callable;
  readonly self: unknown;
  readonly owner: object;
  readonly args: readonly unknown[];
}

/** Answers `null` where the call is no entry point; otherwise a thunk with the call's result. */
export type Door = (call: EntryCall) => (() => unknown) | null;

export interface Membrane {
  /** The one wrapper of a raw provider. A wrapper is its own wrapper. */
  wrap<Value extends object>(raw: Value): Value;
  /** The raw object behind a wrapper, or the value itself. */
  unwrap(value: unknown): unknown;
  /** The provider an inner object (`_rpcEngine`, `_metamask`) belongs to, or the object itself. */
  rootOf(raw: object): object;
}

/** Objects inside MetaMask-like providers from which a request can be made. */
const INNER_KEYS: Readonly<Record<string, true>> = assign(create(null), {
  _rpcEngine: true,
  _metamask: true,
  provider: true,
  currentProvider: true,
  ethereum: true,
});

/**
 * Stands between the page and a wallet's provider: the page holds only wrappers, the wallet sees only raw objects.
 * Each wrapper is a Proxy over a shadow target, so that frozen providers can be wrapped too; what the page writes of
 * objects and functions stays on the shadow, so that no function of the page's is ever called with the raw `this`.
 */
export function createMembrane(door: Door): Membrane {
  const wrappers = weakMap<object, object>();
  const raws = weakMap<object, object>();
  const faces = weakMap<object, Record<PropertyKey, { native: Callable; face: object }>>();
  const callbacks = weakMap<object, Callable>();
  const originals = weakMap<object, object>();
  const roots = weakMap<object, object>();
  const copies = weakMap<object, { readonly items: readonly unknown[]; readonly copy: object }>();

  function wrap<Value extends object>(raw: Value): Value;
  function wrap(raw: object): object {
    if (raws.get(raw) !== undefined) return raw;
    const known = wrappers.get(raw);
    if (known !== undefined) return known;
    const wrapper = makeWrapper(raw, '', raw);
    wrappers.set(raw, wrapper);
    return wrapper;
  }

  function unwrap(value: unknown): unknown {
    return isObject(value) ? (raws.get(value) ?? value) : value;
  }

  function rootOf(raw: object): object {
    return roots.get(raw) ?? raw;
  }

  /** A function of the provider's, as the page sees it. One face per owner, key and function: identity is kept. */
  function faceOf(owner: object, key: PropertyKey, native: Callable): object {
    let byKey = faces.get(owner);
    if (byKey === undefined) {
      byKey = create(null) as Record<PropertyKey, { native: Callable; face: object }>;
      faces.set(owner, byKey);
    }
    const known = byKey[key];
    if (known !== undefined && known.native === native) return known.face;
    const face = makeWrapper(native, typeof key === 'string' ? key : '', owner);
    byKey[key] = { native, face };
    return face;
  }

  function outward(value: unknown, owner: object, key: PropertyKey): unknown {
    if (!isObject(value)) return value;
    if (raws.get(value) !== undefined) return value;
    const original = originals.get(value);
    if (original !== undefined) return original;
    const wrapper = wrappers.get(value);
    if (wrapper !== undefined) return wrapper;
    if (isCallable(value)) return faceOf(owner, key, value);
    if (isArray(value)) {
      if (!hasForeign(value)) return value;
      const items = mapList(value, (item, at) => outward(item, owner, at));
      return copyOf(value, items, () => mapList(items, (item) => item));
    }
    if (getPrototypeOf(value) === mapPrototype) return mapOutward(value, owner);
    if (typeof key === 'string' && INNER_KEYS[key] === true) {
      if (value !== owner) roots.set(value, rootOf(owner));
      return wrap(value);
    }
    return looksLikeProvider(value) ? wrap(value) : value;
  }

  /** `providerMap`: a Map's own methods want a real Map, so the page gets one of its own, with wrappers in it. */
  function mapOutward(map: object, owner: object): object {
    const items: unknown[] = [];
    mapEach(map, (value, key) => {
      putOwn(items, items.length, outward(key, owner, 'result'));
      putOwn(items, items.length, outward(value, owner, 'result'));
    });
    return copyOf(map, items, () => {
      const copy = new NativeMap<unknown, unknown>();
      for (let at = 0; at < items.length; at += 2) mapSet(copy, items[at], items[at + 1]);
      return copy;
    });
  }

  /** One copy for as long as the wallet's own list holds the same: `ethereum.providers === ethereum.providers`. */
  function copyOf(raw: object, items: readonly unknown[], make: () => object): object {
    const known = copies.get(raw);
    if (known !== undefined && sameItems(known.items, items)) return known.copy;
    const copy = make();
    copies.set(raw, { items, copy });
    return copy;
  }

  function inward(value: unknown): unknown {
    if (!isObject(value)) return value;
    const raw = raws.get(value);
    if (raw !== undefined) return raw;
    return isCallable(value) ? callbackOf(value) : value;
  }

  /** A function the page hands in: called later by the wallet, it must see wrappers only. */
  function callbackOf(original: Callable): Callable {
    const known = callbacks.get(original);
    if (known !== undefined) return known;
    const callback = function (this: unknown, ...args: unknown[]): unknown {
      const self = isObject(this) && this !== win && looksLikeProvider(this) ? wrap(this) : this;
      return apply(
        original,
        self,
        mapList(args, (arg) => outward(arg, original, 'result')),
      );
    };
    callbacks.set(original, callback);
    originals.set(callback, original);
    return callback;
  }

  function makeWrapper(raw: object, name: string, owner: object, yields: PropertyKey = 'result'): object {
    const shadow: object = isCallable(raw) ? bareFunction() : create(null);
    const wrapper = new NativeProxy(shadow, handlerFor(raw, name, owner, yields));
    raws.set(wrapper, raw);
    return wrapper;
  }

  function handlerFor(raw: object, name: string, owner: object, yields: PropertyKey): ProxyHandler<object> {
    const handler: ProxyHandler<object> = {
      apply(_shadow, self, args: unknown[]) {
        if (!isCallable(raw) || (name === WRITES && isObject(args[0]))) return undefined;
        const call: EntryCall = { key: name, native: raw, self: unwrap(self), owner, args: mapList(args, inward) };
        const entry = door(call);
        if (entry !== null) return entry();
        return outward(apply(raw, call.self, call.args), isObject(call.self) ? call.self : owner, yields);
      },
      construct(_shadow, args: unknown[], target) {
        // `new` on anything else would run an entry point past the door.
        if (!isCallable(raw) || name !== 'constructor') throw new NativeTypeError('not a constructor');
        const made: unknown = outward(construct(raw, mapList(args, inward), inwardTarget(target)), owner, 'result');
        return isObject(made) ? made : create(null);
      },
      get(shadow, key, receiver) {
        if (getOwnPropertyDescriptor(shadow, key) !== undefined) return get(shadow, key, receiver);
        const value: unknown = get(raw, key, unwrap(receiver));
        if (key === 'prototype' && isObject(value)) return wrap(value);
        // `call`, `apply` and `bind` are the language's own: run on the face, they come back through `apply` above.
        if (isCallable(raw) && getOwnPropertyDescriptor(raw, key) === undefined) return value;
        return outward(value, raw, key);
      },
      set(shadow, key, value: unknown, receiver: unknown) {
        // An object of the page's that inherits from the provider keeps what is written on it.
        if (isObject(receiver) && raws.get(receiver) === undefined) {
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
            get: isObject(getter) ? makeWrapper(getter, '', raw, key) : undefined,
            set: isObject(setter) ? makeWrapper(setter, WRITES, raw) : undefined,
            enumerable,
            configurable: true,
          });
        }
        const value: unknown = found.value;
        const shown = key === 'prototype' && isObject(value) ? wrap(value) : outward(value, raw, key);
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
        return prototype === null || isNativePrototype(prototype) ? prototype : wrap(prototype);
      },
      setPrototypeOf: () => true,
      preventExtensions: () => false,
    };
    return withoutPrototype(handler);
  }

  function inwardTarget(target: Callable | object): Callable {
    const raw = unwrap(target);
    return isObject(raw) && isCallable(raw) ? raw : bareFunction();
  }

  return { wrap, unwrap, rootOf };
}

/** The name of a setter taken from a descriptor; no property a page can call has it. */
const WRITES = ' set';
const mapPrototype = Map.prototype;
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

function isCallable(value: object): value is Callable {
  return typeof value === 'function';
}

function sameItems(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (own(one, at) !== own(other, at)) return false;
  return true;
}

function hasForeign(list: readonly unknown[]): boolean {
  for (let index = 0; index < list.length; index++) if (isObject(own(list, index))) return true;
  return false;
}

/** Something a request could be made on, seen for the first time (a listener's `this`, an entry of `providers`). */
function looksLikeProvider(value: object): boolean {
  try {
    return typeof get(value, 'request') === 'function' || typeof get(value, 'sendAsync') === 'function';
  } catch {
    return false;
  }
}
