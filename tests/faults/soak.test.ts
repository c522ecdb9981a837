import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { reviewPages } from '../setup/reviewWindow.ts';
import { heldHeapBytes } from '../setup/workerHeap.ts';
import { counted, type Lab, openLab, openTab, reached, ready, sign, told } from './lab.ts';

/** checks.md L5 and A1, in one page of a real Chromium: thousands of requests, and thousands of messages that are none. */

let lab: Lab;

beforeAll(async () => {
  lab = await openLab();
});

afterEach(() => lab.session.wallet.clearLog());

afterAll(() => lab?.close());

describe('forged and replayed messages to the bridge', () => {
  it('settle nothing, forward nothing and leave the honest request as it was', { timeout: 300_000 }, async () => {
    const count = counted('forged messages in one page', 2_000, 10_000);
    const page = await openTab(lab.session, await lab.site());
    await sign(page, 'honest');
    const item = await ready(lab, 'honest');
    const heard = await page.evaluate(forge, count);
    console.log(`answers on the wallet's own page channel meanwhile: ${heard}`);

    expect(await told(page)).toEqual([]);
    expect((await reached(lab.session)).size).toBe(0);
    const now = (await lab.desk.queue()).find(({ id }) => id === item.id);
    expect(now).toEqual(item);
    expect(reviewPages(lab.session.context, lab.session.id)).toHaveLength(1);

    await lab.desk.decide(item, 'reject');
    await expect.poll(() => told(page)).toEqual([{ text: 'honest', what: 4001 }]);
    for (const waits of await lab.desk.queue()) await lab.desk.decide(waits, 'reject');
    // In another document: this one has contradicted its wallet, and is not believed any more.
    const other = await openTab(lab.session, await lab.site());
    await sign(other, 'afterwards');
    await lab.desk.decide(await ready(lab, 'afterwards'), 'continue');
    await expect.poll(() => told(other)).toEqual([{ text: 'afterwards', what: 'ok' }]);
    expect([...(await reached(lab.session))]).toEqual([['afterwards', 1]]);
    await page.close();
    await expect.poll(() => lab.desk.stored(), { timeout: 20_000 }).toEqual([]);
  });
});

/** Runs in the page: `count` messages of every kind that a page can put before the bridge, the gate and the hook. */
async function forge(count: number): Promise<number> {
  const key = () =>
    [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const stream = (target: string, body: unknown) => ({ target, data: { name: 'metamask-provider', data: body } });
  // What was once seen on the channel is said again, and questions are answered before the wallet can.
  const seen: unknown[] = [];
  let answers = 0;
  addEventListener(
    'message',
    ({ data }: MessageEvent) => {
      if (data?.target === 'metamask-inpage' && data.data?.data?.error !== undefined) answers += 1;
      if (data?.target === 'metamask-inpage' && seen.length < 100) seen.push(data);
      const id: unknown = data?.target === 'metamask-contentscript' ? data.data?.data?.id : undefined;
      if (id !== undefined) postMessage(stream('metamask-inpage', { jsonrpc: '2.0', id, result: '0x1' }), '*');
    },
    true,
  );
  const makers: readonly ((id: string) => void)[] = [
    (id) => postMessage({ type: 'decision', key: id, choice: 'continue' }, '*'),
    (id) => postMessage({ t: 'go', id }, '*'),
    (id) => dispatchEvent(new MessageEvent('message', { data: { t: 'go', id } })),
    (id) => dispatchEvent(new MessageEvent('c:port', { data: { t: 'go', id }, ports: [new MessageChannel().port1] })),
    () => dispatchEvent(new Event('c:hello')),
    (id) => new BroadcastChannel('countersign/bridge').postMessage({ t: 'go', id }),
    (id) => postMessage(stream('metamask-inpage', { jsonrpc: '2.0', id, result: '0x1' }), '*'),
    () => postMessage(seen[Math.floor(Math.random() * seen.length)] ?? null, '*'),
    (id) => postMessage(stream('metamask-contentscript', { jsonrpc: '2.0', id, method: 'personal_sign' }), '*'),
    (id) =>
      dispatchEvent(
        new MessageEvent('message', {
          data: stream('metamask-contentscript', {
            id,
            method: 'eth_sendTransaction',
            params: [{ data: '0x666f72676564' }],
          }),
          source: window,
        }),
      ),
  ];
  for (let index = 0; index < count; index += 1) {
    makers[index % makers.length]?.(key());
    if (index % 200 === 199) await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  return answers;
}

describe('a soak', () => {
  /** checks.md L5. */
  const MOST_GROWTH = 1.1;
  const AT_ONCE = 10;

  it('of requests, each answered once, leaves the heap, the windows and the storage as they were', {
    timeout: 1_800_000,
  }, async () => {
    const count = counted('requests in the soak', 200, 10_000);
    const { context, id } = lab.session;
    const page = await openTab(lab.session, await lab.site());
    const round = async (from: number): Promise<void> => {
      const texts = Array.from({ length: AT_ONCE }, (_, index) => `soak ${from + index}`);
      await sign(page, ...texts);
      for (let open = AT_ONCE; open > 0; ) {
        for (const item of await lab.desk.queue()) if (await lab.desk.decide(item, 'reject')) open -= 1;
      }
      await expect.poll(async () => (await told(page)).length, { interval: 20 }).toBe(AT_ONCE);
      expect((await told(page)).every(({ what }) => what === 4001)).toBe(true);
      await page.evaluate('told.length = 0');
    };
    // What is loaded once, and the history at its full length, is no growth.
    const before = Math.min(count / 2, 1_000);
    let at = 0;
    for (; at < before; at += AT_ONCE) await round(at);
    const [workerBefore, pageBefore] = [await settled(() => heldHeapBytes(context, id)), await settled(pageHeap)];
    for (; at < before + count; at += AT_ONCE) await round(at);
    const [workerAfter, pageAfter] = [await settled(() => heldHeapBytes(context, id)), await settled(pageHeap)];
    const mb = (bytes: number): string => (bytes / 1e6).toFixed(1);
    console.log(
      `worker heap ${mb(workerBefore)} -> ${mb(workerAfter)} MB, page heap ${mb(pageBefore)} -> ${mb(pageAfter)} MB`,
    );
    expect(workerAfter / workerBefore).toBeLessThan(MOST_GROWTH);
    expect(pageAfter / pageBefore).toBeLessThan(MOST_GROWTH);
    expect((await reached(lab.session)).size).toBe(0);
    await expect.poll(() => reviewPages(lab.session.context, lab.session.id).length).toBe(0);
    await expect.poll(() => lab.desk.stored(), { timeout: 20_000 }).toEqual([]);

    /** Bytes of JavaScript in the page's process, its content scripts included. */
    async function pageHeap(): Promise<number> {
      const devtools = await context.newCDPSession(page);
      await devtools.send('HeapProfiler.collectGarbage');
      const { usedSize } = await devtools.send('Runtime.getHeapUsage');
      await devtools.detach();
      return usedSize;
    }
  });

  /** The least of a few looks: a heap is larger right before it is swept. */
  async function settled(look: () => Promise<number>): Promise<number> {
    const looks: number[] = [];
    for (let index = 0; index < 5; index += 1) {
      looks.push(await look());
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return Math.min(...looks);
  }
});
