import type { MethodKind } from '../../src/request/methods.ts';
import { type Callable, isCallable } from './callable.ts';
import {
  apply,
  assign,
  create,
  defineProperty,
  field,
  get,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  isArray,
  isObject,
  mapList,
  NativeError,
  NativeProxy,
  own,
  ownKeys,
  parse,
  setPrototypeOf,
  stringify,
  uncurry,
  weakMap,
} from './primordials.ts';

/** Ids of wallets that pages may call directly; each has a page channel too, and its SDK falls back to it. */
const WALLETS: Readonly<Record<string, true>> = assign(create(null), {
  acmacodkjbdgmoleebolmdjonilkdbch: true,
  bfnaelmomeimhlpmgjnjophhpkkoljpa: true,
  egjidjbpglichdcondbcbdnbeeppgdph: true,
  hnfanknocfeofbddgcijnmhnfnkdnaad: true,
  ljfoeinjpaedjfecbmggjgodbgkmjkjk: true,
  mcohilncbfahbmgdjkbpemcciiolgcge: true,
  nkbihfbeogaeaoehlefnkodbefgpgknn: true,
});
/** An id nobody has: Chrome itself answers "not installed". */
const NOBODY = 'pppppppppppppppppppppppppppppppp';
/** How deep envelopes around a request are looked into. */
const MAX_DEPTH = 6;

/**
 * `chrome.runtime.connect` and `sendMessage` reach an externally connectable wallet past every page channel. Known wallets
 * are not installed, as far as a page can tell; to any other extension everything may be said but a signing request.
 */
export function guardExternal(runtime: object, kindOf: (method: string) => MethodKind): void {
  replace(runtime, 'sendMessage', (native, self, args) => {
    const to: unknown = own(args, 0);
    if (args.length < 2) return apply(native, self, args);
    const message = copyOf(own(args, 1));
    const told = isWallet(to) || asksWallet(message, 0) ? NOBODY : to;
    return apply(
      native,
      self,
      mapList(args, (arg, at) => (at === 0 ? told : at === 1 ? message : arg)),
    );
  });

  replace(runtime, 'connect', (native, self, args) => {
    const to = isWallet(own(args, 0)) ? NOBODY : own(args, 0);
    const port: unknown = apply(
      native,
      self,
      mapList(args, (arg, at) => (at === 0 ? to : arg)),
    );
    if (isObject(port)) guardPort(port);
    return port;
  });

  /** The function is guarded where it stands, so that no port's prototype has a bare one. */
  function guardPort(port: object): void {
    let home: object | null = port;
    while (home !== null && getOwnPropertyDescriptor(home, 'postMessage') === undefined) home = getPrototypeOf(home);
    if (home === null) return;
    replace(home, 'postMessage', (native, self, args) => {
      if (args.length === 0) return apply(native, self, args);
      const message = copyOf(own(args, 0));
      if (asksWallet(message, 0)) throw new NativeError('Attempting to use a disconnected port object');
      return apply(
        native,
        self,
        mapList(args, (arg, at) => (at === 0 ? message : arg)),
      );
    });
  }

  /** A JSON-RPC call that would be judged, in whatever envelope. Unlisted names are other extensions' own affairs. */
  function asksWallet(value: unknown, depth: number): boolean {
    if (typeof value === 'string') return value.length > 1 && asksInText(value, depth);
    if (!isObject(value) || depth > MAX_DEPTH) return false;
    const method = own(value, 'method');
    if (typeof method === 'string' && exec(NAMESPACES, method) !== null && kindOf(method) !== 'pass') return true;
    const keys = ownKeys(value);
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at];
      if (key !== undefined && !(isArray(value) && key === 'length') && asksWallet(own(value, key), depth + 1))
        return true;
    }
    return false;
  }

  function asksInText(text: string, depth: number): boolean {
    if (text[0] !== '{' && text[0] !== '[') return false;
    try {
      return asksWallet(parse(text), depth + 1);
    } catch {
      return false;
    }
  }
}

/** Namespaces of Ethereum's wallets, in any casing; a method of another extension's is none of ours. */
const NAMESPACES = /^\s*(?:eth|wallet|personal|metamask)_/iu;
const exec = uncurry(RegExp.prototype.exec);

function isWallet(id: unknown): boolean {
  return typeof id === 'string' && WALLETS[id] === true;
}

/** What Chrome would send: it writes messages as JSON too. What cannot be written goes to Chrome, which refuses it. */
function copyOf(message: unknown): unknown {
  let text: unknown;
  try {
    text = stringify(message);
  } catch {
    return message;
  }
  return typeof text === 'string' ? parse(text) : message;
}

type Turned = (native: Callable, self: unknown, args: readonly unknown[]) => unknown;
const guarded = weakMap<object, true>();

/** Puts a Proxy in the function's place: same name, same text, same errors. */
function replace(holder: object, key: string, turned: Turned): void {
  const native: unknown = get(holder, key);
  if (!isCallable(native) || guarded.get(native) === true) return;
  const handler: ProxyHandler<Callable> = { apply: (_target, self, args: unknown[]) => turned(native, self, args) };
  setPrototypeOf(handler, null);
  const face = new NativeProxy(native, handler);
  guarded.set(face, true);
  defineProperty(holder, key, field(face));
}
