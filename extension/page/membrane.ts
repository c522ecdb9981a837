import { type Callable, isCallable } from './callable.ts';
import type { Door } from './EntryCall.ts';
import { createKeptCopies } from './keptCopies.ts';
import {
  apply,
  assign,
  create,
  get,
  getPrototypeOf,
  isArray,
  isObject,
  mapEach,
  mapList,
  mapSet,
  NativeMap,
  NativeProxy,
  own,
  putOwn,
  weakMap,
  win,
} from './primordials.ts';
import { type Crossing, makeShadow, wrapperHandler } from './wrapperHandler.ts';

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
  const copyOf = createKeptCopies();
  const isWrapper = (value: object): boolean => raws.get(value) !== undefined;
  const crossing: Crossing = { door, wrap, unwrap, outward, inward, isWrapper, makeWrapper };

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
    const wrapper = new NativeProxy(makeShadow(raw), wrapperHandler(crossing, raw, name, owner, yields));
    raws.set(wrapper, raw);
    return wrapper;
  }

  return { wrap, unwrap, rootOf };
}

const mapPrototype = Map.prototype;

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
