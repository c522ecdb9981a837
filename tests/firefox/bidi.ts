import WebSocket from 'ws';

/** One answer of the browser that says no, in the protocol's own words. */
export class BidiError extends Error {
  override readonly name = 'BidiError';
}

/** A WebDriver BiDi session (https://w3c.github.io/webdriver-bidi/). */
export interface Bidi {
  /** Resolves to the command's result; rejects with `BidiError`. */
  send<Result = unknown>(method: string, params?: object): Promise<Result>;
  close(): void;
}

interface Answer {
  readonly id?: number | null;
  readonly type: 'success' | 'error' | 'event';
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
}

const COMMAND_MS = 30_000;

/** `address`: `ws://host:port`, as Firefox prints it. Opens the browser's one session. */
export async function openBidi(address: string): Promise<Bidi> {
  const socket = new WebSocket(`${address}/session`, { perMessageDeflate: false, maxPayload: 2 ** 28 });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (reason: Error) => void }>();
  let last = 0;

  socket.on('message', (raw) => {
    const answer = JSON.parse(String(raw)) as Answer;
    const one = typeof answer.id === 'number' ? waiting.get(answer.id) : undefined;
    if (one === undefined || typeof answer.id !== 'number') return;
    waiting.delete(answer.id);
    if (answer.type === 'success') one.resolve(answer.result);
    else one.reject(new BidiError(`${answer.error ?? 'error'}: ${answer.message ?? ''}`));
  });
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new BidiError('the browser closed the connection'));
    waiting.clear();
  });

  const bidi: Bidi = {
    send<Result>(method: string, params: object = {}): Promise<Result> {
      const id = ++last;
      return new Promise<Result>((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(id);
          reject(new BidiError(`${method}: no answer in ${COMMAND_MS / 1000} s`));
        }, COMMAND_MS);
        waiting.set(id, {
          resolve: (result) => {
            clearTimeout(timer);
            resolve(result as Result);
          },
          reject: (reason) => {
            clearTimeout(timer);
            reject(reason);
          },
        });
        socket.send(JSON.stringify({ id, method, params }));
      });
    },
    close: () => socket.close(),
  };
  await bidi.send('session.new', { capabilities: { alwaysMatch: { unhandledPromptBehavior: { default: 'accept' } } } });
  return bidi;
}
