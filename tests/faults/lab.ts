import type { Page } from 'playwright';
import { type Chain, startChain } from '../setup/chain.ts';
import { ACCOUNTS } from '../setup/fixture.ts';
import { type RunningServer, serve } from '../setup/serve.ts';
import { openSession, type Session, type SessionOptions } from '../setup/session.ts';
import { workerHeapBytes } from '../setup/workerHeap.ts';
import { openSilentPage, openWorkerSwitch } from '../setup/workers.ts';

/** `COUNTERSIGN_FULL=1` runs the counts of checks.md, otherwise a sample; both are printed. */
export const FULL = process.env.COUNTERSIGN_FULL === '1';

export function counted(what: string, sample: number, full: number): number {
  const count = FULL ? full : sample;
  console.log(`${what}: ${count} of ${full}`);
  return count;
}

/** What one request of a page came to, in the order the page heard of it. */
export interface Told {
  readonly text: string;
  /** `ok`, or the error's code. */
  readonly what: 'ok' | number;
}

/** A Chromium with Countersign and the test wallet, as many sites as a test asks for, and the person at the window. */
export interface Lab {
  readonly chain: Chain;
  readonly session: Session;
  readonly desk: Desk;
  /** Another site: an origin of its own. */
  site(): Promise<RunningServer>;
  close(): Promise<void>;
}

export async function openLab(options: SessionOptions = {}): Promise<Lab> {
  const chain = await startChain();
  const sites: RunningServer[] = [];
  const session = await openSession(chain, options).catch(async (error: unknown) => {
    await chain.stop();
    throw error;
  });
  const desk = await openDesk(session);
  return {
    chain,
    session,
    desk,
    async site() {
      const site = await serve((_request, response) => {
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.end(PAGE);
      });
      sites.push(site);
      return site;
    },
    async close() {
      await session.close();
      for (const site of sites) await site.close();
      await chain.stop();
    },
  };
}

const PAGE = `<!doctype html><meta charset="utf-8"><title>Site</title><body><script>
const told = [];
const hex = (text) => '0x' + [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const ask = (text, request) => {
  ethereum.request(request).then(() => told.push({ text, what: 'ok' }), (error) => told.push({ text, what: error.code }));
};
const sign = (text) => ask(text, { method: 'personal_sign', params: [hex(text), '${ACCOUNTS.user.address}'] });
const pay = (text) => ask(text, { method: 'eth_sendTransaction', params: [{ from: '${ACCOUNTS.user.address}', to: '${ACCOUNTS.friend.address}', value: '0x1', data: hex(text) }] });
Object.assign(window, { told, sign, pay });
</script>`;

interface PageWindow {
  readonly told: readonly Told[];
  sign(text: string): void;
  pay(text: string): void;
}

/** A tab of this site whose wallet stands. */
export async function openTab(session: Session, site: { readonly origin: string }): Promise<Page> {
  const page = await session.context.newPage();
  await page.goto(`${site.origin}/`);
  await page.waitForFunction('window.ethereum !== undefined');
  return page;
}

/** Starts `personal_sign` of each text, all in one turn of the page. */
export async function sign(page: Page, ...texts: readonly string[]): Promise<void> {
  await page.evaluate((all) => {
    for (const text of all) (globalThis as unknown as PageWindow).sign(text);
  }, texts);
}

/** Starts an `eth_sendTransaction` that carries this text as its data. */
export async function pay(page: Page, text: string): Promise<void> {
  await page.evaluate((one) => (globalThis as unknown as PageWindow).pay(one), text);
}

export function told(page: Page): Promise<readonly Told[]> {
  return page.evaluate(() => (globalThis as unknown as PageWindow).told);
}

/** How often each text reached the wallet. */
export async function reached(session: Session): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { params } of await session.wallet.signingLog()) {
    const first: unknown = Array.isArray(params) ? params[0] : null;
    const data = typeof first === 'string' ? first : String(Reflect.get(Object(first), 'data'));
    const text = Buffer.from(data.slice(2), 'hex').toString();
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

export interface Waiting {
  readonly id: string;
  readonly origin: string | null;
  readonly state: string;
  /** The method and parameters, whole. */
  readonly technicalText: string;
  readonly explanation: { readonly challenge: { readonly answer: number } | null } | null;
}

/** The one waiting request that carries this text, once it may be decided. */
export async function ready({ desk }: Lab, text: string): Promise<Waiting> {
  const hex = Buffer.from(text).toString('hex');
  for (const until = Date.now() + 20_000; Date.now() < until; await pause(50)) {
    const item = (await desk.queue()).find(({ technicalText }) => technicalText.includes(`0x${hex}`));
    if (item?.state === 'ready') return item;
  }
  throw new Error(`"${text}" does not wait`);
}

/** The background as the review window speaks with it, and the switch that ends its worker. */
export interface Desk {
  /** Oldest first. */
  queue(): Promise<readonly Waiting[]>;
  /** True when it counted. */
  decide(item: Waiting, choice: 'continue' | 'reject'): Promise<boolean>;
  /** What session storage holds of requests. */
  stored(): Promise<readonly { readonly phase: string }[]>;
  /** Bytes of JavaScript in Countersign's worker. */
  heapBytes(): Promise<number>;
  /** Ends Countersign's worker, and no other, as Chromium does; resolves when it is gone. */
  killWorker(): Promise<void>;
}

async function openDesk({ context, id }: Session): Promise<Desk> {
  const page = await openSilentPage(context, id);
  const send = (message: object): Promise<unknown> =>
    page.evaluate((asked) => (globalThis as unknown as Extension).chrome.runtime.sendMessage(asked), message);
  const workers = await openWorkerSwitch(context, page);
  return {
    queue: async () => ((await send({ type: 'review/queue' })) as { items: Waiting[] }).items,
    async decide(item, choice) {
      const picked = choice === 'continue' ? (item.explanation?.challenge?.answer ?? null) : null;
      return ((await send({ type: 'review/decide', id: item.id, choice, picked })) as { ok: boolean }).ok;
    },
    stored: () =>
      page.evaluate(async () => {
        const all = await (globalThis as unknown as Extension).chrome.storage.session.get(null);
        return Object.entries(all).flatMap(([key, value]) => (key.startsWith('request/') ? [value] : []));
      }),
    heapBytes: () => workerHeapBytes(context, id),
    killWorker: () => workers.stop(id),
  };
}

interface Extension {
  readonly chrome: {
    readonly runtime: { sendMessage(message: object): Promise<unknown> };
    readonly storage: { readonly session: { get(keys: null): Promise<Record<string, { phase: string }>> } };
  };
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
