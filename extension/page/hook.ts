import { judgingOf } from '../../src/request/methods.ts';
import { type Identity, watchAnnouncements } from './announce.ts';
import { readClaims } from './claims.ts';
import { type Ask, createDoor } from './door.ts';
import { guardExternal } from './external.ts';
import { watchGlobals } from './globals.ts';
import { openLink } from './link.ts';
import { createMembrane } from './membrane.ts';
import { get, getOwnPropertyDescriptor, isObject, NativePromise, weakMap, whenDone, win } from './primordials.ts';

/**
 * MAIN world, document_start, every frame: wraps the wallets' providers so that each signing request is asked about
 * first. It is the pleasant half; the gate in the isolated world is the enforcement (interception.md).
 */
const link = openLink();
const identities = weakMap<object, Identity>();
const numbers = weakMap<object, number>();
let providers = 0;
const NOBODY: Identity = { rdns: null, name: null };

const ask: Ask = ({ provider: asked, method, paramsText }) => {
  const provider = membrane.rootOf(asked);
  const { rdns, name } = identities.get(provider) ?? NOBODY;
  return new NativePromise((resolve, reject) => {
    whenDone(
      readClaims(provider),
      (claims) => {
        const { chainId, account } = claims as { chainId: string | null; account: string | null };
        whenDone(link.ask({ method, paramsText, chainId, account, rdns, name }), () => resolve(), reject);
      },
      reject,
    );
  });
};

/** The providers that stood here before us, of those that are on a channel we know. */
const standing = (name: string): unknown => getOwnPropertyDescriptor(win, name)?.value;
const early = {
  ethereum: standing('ethereum'),
  rabby: standing('rabby'),
  coinbase: standing('coinbaseWalletExtension'),
};
const isEarly = (raw: object): boolean => raw === early.ethereum || raw === early.rabby || raw === early.coinbase;
const membrane = createMembrane(createDoor(judgingOf, ask));

watchAnnouncements(membrane, (raw, identity) => {
  // The first announcement is the wallet's own: a page that makes another for it does not rename it.
  if (identities.get(raw) === undefined) identities.set(raw, identity);
  const { rdns, name } = identity;
  link.tell({ t: 'wallet', n: numberOf(raw), rdns, name, first: globals.first, early: isEarly(raw) });
});

const globals = watchGlobals(membrane, (raw, first) => {
  if (numbers.get(raw) !== undefined) return;
  link.tell({ t: 'wallet', n: numberOf(raw), rdns: null, name: legacyName(raw), first, early: isEarly(raw) });
});

/** One provider may show itself as a global and in announcements: it is told of under one number. */
function numberOf(raw: object): number {
  const known = numbers.get(raw);
  if (known !== undefined) return known;
  numbers.set(raw, ++providers);
  return providers;
}

/** By the flags wallets are told by. The others call themselves MetaMask as well. */
function legacyName(raw: object): string | null {
  try {
    if (get(raw, 'isRabby') === true) return 'Rabby Wallet';
    if (get(raw, 'isCoinbaseWallet') === true) return 'Coinbase Wallet';
    return get(raw, 'isMetaMask') === true ? 'MetaMask' : null;
  } catch {
    return null;
  }
}

const chrome: unknown = get(win, 'chrome');
const runtime: unknown = isObject(chrome) ? get(chrome, 'runtime') : undefined;
if (isObject(runtime)) guardExternal(runtime, judgingOf);
