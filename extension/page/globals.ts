import type { Membrane } from './membrane.ts';
import {
  assign,
  create,
  defineProperty,
  get,
  getOwnPropertyDescriptor,
  isObject,
  later,
  listen,
  NativeMutationObserver,
  observe,
  set,
  soon,
  unobserve,
  win,
} from './primordials.ts';

/** Where wallets put a provider besides `ethereum`: [global] or [global, member]. */
const OTHERS: readonly (readonly [string] | readonly [string, string])[] = [
  ['web3', 'currentProvider'],
  ['rabby'],
  ['rabbyWalletRouter', 'currentProvider'],
  ['coinbaseWalletExtension'],
  ['okxwallet'],
  ['trustwallet'],
  ['phantom', 'ethereum'],
  ['bitkeep', 'ethereum'],
  ['BinanceChain'],
];

/** When globals are looked at again without any event that says so, milliseconds after start. */
const LATE_LOOKS_MS: readonly number[] = [0, 1_000, 5_000, 15_000, 60_000];

export interface Globals {
  /** True when a provider stood in the page before this script ran: that wallet loads before us. */
  readonly first: boolean;
}

/**
 * `window.ethereum` becomes an accessor that gives wrappers. A wallet that redefines it is seen again before the page's
 * first script: the parser runs microtasks, and so our observer, before each script it executes.
 */
export function watchGlobals(membrane: Membrane, seen: (raw: object, first: boolean) => void): Globals {
  const stood = isObject(getOwnPropertyDescriptor(win, 'ethereum')?.value);
  const first = stood || otherStood();
  let current: unknown = stood ? get(win, 'ethereum') : undefined;

  const read = (): unknown => (isObject(current) ? membrane.wrap(current) : current);
  const write = (value: unknown): void => {
    current = membrane.unwrap(value);
    if (isObject(current)) seen(current, first);
  };
  const accessor: PropertyDescriptor = assign(create(null), {
    get: read,
    set: write,
    enumerable: true,
    configurable: true,
  });

  function claim(): void {
    const now = getOwnPropertyDescriptor(win, 'ethereum');
    if (now?.get === read) return;
    if (now !== undefined) {
      const value: unknown = get(win, 'ethereum');
      if (isObject(value)) write(value);
      if (now.configurable !== true) {
        if (now.writable === true && isObject(value)) set(win, 'ethereum', membrane.wrap(value));
        return;
      }
    }
    defineProperty(win, 'ethereum', accessor);
  }

  function look(): void {
    claim();
    for (let index = 0; index < OTHERS.length; index++) {
      const path = OTHERS[index];
      if (path !== undefined) wrapAt(path[0], path[1]);
    }
  }

  function wrapAt(name: string, member: string | undefined): void {
    try {
      if (getOwnPropertyDescriptor(win, name) === undefined) return;
      const root: unknown = get(win, name);
      if (!isObject(root)) return;
      const holder: object = member === undefined ? win : root;
      const value: unknown = member === undefined ? root : get(root, member);
      if (!isObject(value) || membrane.unwrap(value) !== value) return;
      seen(value, first);
      set(holder, member ?? name, membrane.wrap(value));
    } catch {
      // A global that throws on read is the wallet's own affair; the gate still stands behind it.
    }
  }

  look();
  if (isObject(current)) seen(current, first);
  listen(win, 'ethereum#initialized', () => soon(look), true);
  listen(win, 'eip6963:announceProvider', () => soon(look), true);
  listen(win, 'DOMContentLoaded', look, true);
  listen(win, 'load', look, true);
  for (let index = 0; index < LATE_LOOKS_MS.length; index++) later(look, LATE_LOOKS_MS[index]);
  const observer = new NativeMutationObserver(look);
  observe(observer, win.document, assign(create(null), { childList: true, subtree: true }));
  listen(win, 'DOMContentLoaded', () => unobserve(observer), true);
  return { first };
}

function otherStood(): boolean {
  for (let index = 0; index < OTHERS.length; index++) {
    const name = OTHERS[index]?.[0];
    if (name !== undefined && getOwnPropertyDescriptor(win, name) !== undefined) return true;
  }
  return false;
}
