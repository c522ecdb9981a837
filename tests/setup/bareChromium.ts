import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WebSocket from 'ws';
import { findBrowser } from './findBrowser.ts';

/**
 * A Chromium whose pages have no debugger on them: one switches prerendering off. What Playwright opens always has one, so
 * this speaks the protocol itself, and only to workers.
 */
export interface BareChromium {
  /** Addresses of every page, worker and window there is. */
  targets(): Promise<readonly Target[]>;
  openPage(url: string): Promise<void>;
  closePage(targetId: string): Promise<void>;
  /** Runs an expression in the worker of this extension, and resolves to its value. */
  inWorker<Value>(extensionId: string, expression: string): Promise<Value>;
  close(): Promise<void>;
}

export interface Target {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

const START_MS = 20_000;
const POLL_MS = 50;

export async function launchBareChromium(extensions: readonly string[]): Promise<BareChromium> {
  const profile = await mkdtemp(join(tmpdir(), 'countersign-bare-'));
  const folders: string[] = [];
  for (const [index, folder] of extensions.entries()) {
    const copy = join(profile, `extension-${index}`);
    await cp(folder, copy, { recursive: true });
    folders.push(copy);
  }
  const list = folders.join(',');
  const browser = spawn(
    findBrowser().path,
    [
      ...['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`],
      ...[`--disable-extensions-except=${list}`, `--load-extension=${list}`],
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
      ...['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => {
    browser.once('exit', () => resolve());
  });
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`Chromium did not start: ${said}`)), START_MS);
    browser.stderr.on('data', (text) => {
      said += String(text);
      const found = /DevTools listening on (ws:\S+)/u.exec(said)?.[1];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    });
  });
  const { send, close } = await connect(address);

  async function targets(): Promise<readonly Target[]> {
    return (await send<{ targetInfos: readonly Target[] }>('Target.getTargets')).targetInfos;
  }

  async function worker(extensionId: string): Promise<Target> {
    for (const end = Date.now() + START_MS; Date.now() < end; await new Promise((go) => setTimeout(go, POLL_MS))) {
      const own = (await targets()).find(({ type, url }) => type === 'service_worker' && url.includes(extensionId));
      if (own !== undefined) return own;
    }
    throw new Error(`The worker of ${extensionId} does not run`);
  }

  return {
    targets,
    async openPage(url) {
      await send('Target.createTarget', { url });
    },
    async closePage(targetId) {
      await send('Target.closeTarget', { targetId });
    },
    async inWorker<Value>(extensionId: string, expression: string): Promise<Value> {
      const { targetId } = await worker(extensionId);
      const { sessionId } = await send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
      const { result } = await send<{ result: { value: Value } }>(
        'Runtime.evaluate',
        { expression, awaitPromise: true, returnByValue: true },
        sessionId,
      );
      await send('Target.detachFromTarget', { sessionId });
      return result.value;
    },
    async close() {
      close();
      browser.kill();
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function connect(address: string) {
  const socket = new WebSocket(address, { perMessageDeflate: false });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });
  const waiting = new Map<number, (answer: { result?: unknown; error?: { message: string } }) => void>();
  let last = 0;
  socket.on('message', (raw) => {
    const answer = JSON.parse(String(raw)) as { id?: number; result?: unknown; error?: { message: string } };
    if (answer.id === undefined) return;
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  return {
    send: <Result>(method: string, params: object = {}, sessionId?: string): Promise<Result> =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, ({ result, error }) => {
          if (error === undefined) resolve(result as Result);
          else reject(new Error(`${method}: ${error.message}`));
        });
        socket.send(JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) }));
      }),
    close: () => socket.close(),
  };
}
