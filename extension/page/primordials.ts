/**
 * Natives captured before the page's first script. Only these are used afterwards: a page that patches a builtin changes
 * its own world, not ours. No array iteration protocol, no spread of arrays, no inherited option bags anywhere in `page/`.
 */
export const {
  apply,
  construct,
  defineProperty,
  deleteProperty,
  get,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  has,
  ownKeys,
  set,
  setPrototypeOf,
} = Reflect;

export const win = window;
export const NativeMap = Map;
export const NativeProxy = Proxy;
export const NativePromise = Promise;
export const NativeError = Error;
export const NativeTypeError = TypeError;
export const NativeCustomEvent = CustomEvent;
export const NativeEvent = Event;
export const NativeMutationObserver = MutationObserver;
export const { parse, stringify } = JSON;
export const { freeze, create } = Object;
export const { assign } = Object;
export const { isArray } = Array;
export const later = setTimeout.bind(win);
export const soon = queueMicrotask.bind(win);
const randomValues = crypto.getRandomValues.bind(crypto);

type Method<This, Args extends unknown[], Result> = (this: This, ...args: Args) => Result;

/** `uncurry(Map.prototype.get)(map, key)`: a call that looks nothing up on the page's objects. */
export function uncurry<This, Args extends unknown[], Result>(
  method: Method<This, Args, Result>,
): (self: This, ...args: Args) => Result {
  return (self, ...args) => apply(method, self, args);
}

/** The getter behind an accessor property of a native prototype. */
function getterOf<Result>(prototype: object, key: string): (self: object) => Result {
  const getter = getOwnPropertyDescriptor(prototype, key)?.get;
  if (getter === undefined) throw new NativeTypeError(`no native getter ${key}`);
  return (self) => apply(getter, self, []);
}

export const listen = uncurry(EventTarget.prototype.addEventListener);
export const unlisten = uncurry(EventTarget.prototype.removeEventListener);
export const dispatch = uncurry(EventTarget.prototype.dispatchEvent);
export const stopNow = uncurry(Event.prototype.stopImmediatePropagation);
export const cancel = uncurry(Event.prototype.preventDefault);
export const detailOf = getterOf<unknown>(CustomEvent.prototype, 'detail');
export const messageData = getterOf<unknown>(MessageEvent.prototype, 'data');
export const messagePorts = getterOf<readonly MessagePort[]>(MessageEvent.prototype, 'ports');
export const portPost = uncurry<MessagePort, [unknown], void>(MessagePort.prototype.postMessage);
export const portStart = uncurry(MessagePort.prototype.start);
export const whenDone = uncurry<Promise<unknown>, [(value: unknown) => unknown, (reason: unknown) => unknown], unknown>(
  Promise.prototype.then,
);
export const mapEach: (map: object, each: (value: unknown, key: unknown) => void) => void = uncurry(
  Map.prototype.forEach,
);
export const mapSet = uncurry(Map.prototype.set);
export const bind = uncurry(Function.prototype.bind);
export const observe = uncurry(MutationObserver.prototype.observe);
export const unobserve = uncurry(MutationObserver.prototype.disconnect);

/** A WeakMap whose methods cannot be swapped under us. */
export function weakMap<Key extends WeakKey, Value>() {
  const map = new WeakMap<Key, Value>();
  const read = uncurry(WeakMap.prototype.get);
  const write = uncurry(WeakMap.prototype.set);
  return {
    get: (key: Key): Value | undefined => read(map, key),
    set: (key: Key, value: Value): void => {
      write(map, key, value);
    },
  };
}

/** The value of an own data property, never an inherited one and never a getter's. */
export function own(target: object, key: PropertyKey): unknown {
  const descriptor = getOwnPropertyDescriptor(target, key);
  return descriptor === undefined ? undefined : getOwnPropertyDescriptor(descriptor, 'value')?.value;
}

/** Maps an array-like by index; every slot is an own property, so a setter on `Array.prototype` sees nothing. */
export function mapList<Item, Result>(
  list: ArrayLike<Item>,
  turn: (item: Item | undefined, index: number) => Result,
): Result[] {
  const out: Result[] = [];
  for (let index = 0; index < list.length; index++) putOwn(out, index, turn(list[index], index));
  return out;
}

/** `target[key] = value` as an own property, past setters and a polluted `Object.prototype`. */
export function putOwn(target: object, key: PropertyKey, value: unknown): void {
  defineProperty(target, key, field(value));
}

/** A data descriptor with no prototype to inherit `get` or `set` from. */
export function field(value: unknown): PropertyDescriptor {
  return assign(create(null), { value, writable: true, enumerable: true, configurable: true });
}

export function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** 128 random bits as 32 hex digits. */
export function randomId(): string {
  const bytes = randomValues(new Uint8Array(16));
  let text = '';
  for (let index = 0; index < 16; index++) {
    const byte = bytes[index] ?? 0;
    text += HEX[byte >> 4] ?? '';
    text += HEX[byte & 15] ?? '';
  }
  return text;
}
const HEX = '0123456789abcdef';
