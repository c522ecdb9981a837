import { apply, get, isArray, isObject, later, NativePromise, own, weakMap, whenDone } from './primordials.ts';

/** What a provider says of itself: page-writable, so the gate asks the wallet again (interception.md). */
export interface Claims {
  readonly chainId: string | null;
  readonly account: string | null;
}

/**
 * How long a provider may take to say its chain and account, milliseconds. One whose worker sleeps or is busy is waited
 * for: what is judged without a chain is asked about again once the gate has heard it.
 */
const CLAIM_WAIT_MS = 3_000;

/** Questions that are not answered yet, by provider: a flood of requests asks a wallet once, not once each. */
const asking = weakMap<object, Promise<Claims> | null>();

/** Asks the provider's own `eth_chainId` and `eth_accounts`; what it does not answer in time is `null`. */
export function readClaims(provider: object): Promise<Claims> {
  const known = asking.get(provider);
  if (known !== undefined && known !== null) return known;
  const claims = ask(provider);
  asking.set(provider, claims);
  const over = (): void => asking.set(provider, null);
  whenDone(claims, over, over);
  return claims;
}

function ask(provider: object): Promise<Claims> {
  return new NativePromise((resolve) => {
    let chainId: string | null = null;
    let account: string | null = null;
    let open = 2;
    let done = false;
    const finish = (): void => {
      if (done) return;
      done = true;
      resolve({ chainId, account });
    };
    const one = (): void => {
      if (--open === 0) finish();
    };
    later(finish, CLAIM_WAIT_MS);
    read(provider, 'eth_chainId', (value) => {
      if (typeof value === 'string') chainId = value;
      one();
    });
    read(provider, 'eth_accounts', (value) => {
      const first: unknown = isObject(value) && isArray(value) ? own(value, 0) : null;
      if (typeof first === 'string') account = first;
      one();
    });
  });
}

function read(provider: object, method: string, give: (value: unknown) => void): void {
  try {
    const request: unknown = get(provider, 'request');
    if (typeof request !== 'function') {
      give(null);
      return;
    }
    const answer = new NativePromise((resolve) => resolve(apply(request, provider, [{ method }])));
    whenDone(answer, give, () => give(null));
  } catch {
    give(null);
  }
}
