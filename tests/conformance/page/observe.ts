import type { Provider } from './Check.ts';

/** What came of a call: its value, or its error as a dapp would look at it. */
export async function outcome(call: () => unknown): Promise<unknown> {
  try {
    return { value: await call() };
  } catch (error) {
    return { error: errorSeen(error) };
  }
}

/** The same for a call that must answer at once. */
export function outcomeNow(call: () => unknown): unknown {
  try {
    return { value: call() };
  } catch (error) {
    return { error: errorSeen(error) };
  }
}

export function errorSeen(error: unknown): unknown {
  if (typeof error !== 'object' || error === null) return { thrown: String(error) };
  const { code, message, data } = error as { code?: unknown; message?: unknown; data?: unknown };
  return { isError: error instanceof Error, code: code ?? null, message: message ?? null, data: data ?? null };
}

/** Answers of `sendAsync` and `send` with a callback: how often it was called, and with what. */
export function called(start: (callback: (error: unknown, response: unknown) => void) => unknown): Promise<unknown> {
  return new Promise((resolve) => {
    let times = 0;
    const returned = start((error, response) => {
      times += 1;
      setTimeout(
        () =>
          resolve({
            times,
            returned: typeof returned,
            error: error ? errorSeen(error) : null,
            response: plain(response),
          }),
        20,
      );
    });
  });
}

/** JSON without what differs from run to run: stacks, and ids the wallet made up. */
export function plain(value: unknown): unknown {
  if (value === undefined) return null;
  return JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'stack' ? undefined : inner)));
}

export function pause(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}

/** The first page provider, connected; MetaMask answers its state a little after the page starts. */
export async function connected(): Promise<Provider> {
  const provider = window.ethereum;
  await provider.request({ method: 'eth_requestAccounts' });
  while (provider.chainId === null || provider.selectedAddress === null) await pause(10);
  return provider;
}

/** What MetaMask's background tells its provider, as the page hears it. */
export async function notify(method: string, params: unknown): Promise<void> {
  const data = { name: 'metamask-provider', data: { jsonrpc: '2.0', method, params } };
  window.postMessage({ target: 'metamask-inpage', data }, location.origin);
  await pause(60);
}

export function hex(number: number): string {
  return `0x${number.toString(16)}`;
}

/** `personal_sign` takes its text as hex. */
export function textHex(text: string): string {
  return `0x${[...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
