import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRpcProxy } from '../e2e/rpcProxy.ts';
import { chooseRpc } from '../setup/session.ts';
import { counted, type Lab, openLab, openTab, pause, pay, reached, ready, sign, told } from './lab.ts';

/** checks.md F1: the worker dies at each transition of a request's life; one decision each, no double forward. */

let lab: Lab;
let page: Page;
let count = 0;

beforeAll(async () => {
  lab = await openLab();
  page = await openTab(lab.session, await lab.site());
});

afterAll(() => lab?.close());

const fresh = (what: string): string => `${what} ${++count}`;

async function answer(text: string) {
  const all = async () => (await told(page)).filter((one) => one.text === text);
  await expect.poll(all, { timeout: 20_000 }).toHaveLength(1);
  return { what: (await all())[0]?.what, forwards: (await reached(lab.session)).get(text) ?? 0 };
}

/** From the moment the page asks, to well after it is ready: the deaths fall into every phase between. */
const ALL_DELAYS_MS = [0, 8, 30, 120, 3, 15, 60, 250, 1, 5, 10, 20, 25, 40, 50, 80, 100, 160, 200, 300];
const DELAYS_MS = ALL_DELAYS_MS.slice(0, counted('deaths by delay', 5, ALL_DELAYS_MS.length));

describe('a worker that dies while a request comes in and is checked', () => {
  it.each(DELAYS_MS)('after %d ms: the same request waits once, and is continued once', async (delayMs) => {
    const text = fresh('arriving');
    await sign(page, text);
    await pause(delayMs);
    await lab.desk.killWorker();
    const item = await ready(lab, text);
    const alike = (await lab.desk.queue()).filter(({ technicalText }) => technicalText === item.technicalText);
    expect(alike).toHaveLength(1);
    expect(await lab.desk.decide(item, 'continue')).toBe(true);
    expect(await answer(text)).toEqual({ what: 'ok', forwards: 1 });
  });
});

describe('a worker that dies while a decision is on its way', () => {
  it.each(DELAYS_MS)('after %d ms: Continue is given once or not at all, never twice', async (delayMs) => {
    const text = fresh('leaving');
    await sign(page, text);
    const item = await ready(lab, text);
    const decided = lab.desk.decide(item, 'continue').catch(() => false);
    await pause(delayMs);
    await lab.desk.killWorker();
    // Where the press was lost with the worker, the request still waits and the person presses again.
    if (!(await decided) && (await told(page)).every((one) => one.text !== text)) {
      const again = (await lab.desk.queue()).find(({ id }) => id === item.id);
      if (again !== undefined) await lab.desk.decide(await ready(lab, text), 'continue');
    }
    expect(await answer(text)).toEqual({ what: 'ok', forwards: 1 });
  });

  it.each(DELAYS_MS)('after %d ms: a Reject stays a Reject', async (delayMs) => {
    const text = fresh('refused');
    await sign(page, text);
    const item = await ready(lab, text);
    const decided = lab.desk.decide(item, 'reject').catch(() => false);
    await pause(delayMs);
    await lab.desk.killWorker();
    if (!(await decided) && (await told(page)).every((one) => one.text !== text)) {
      const again = (await lab.desk.queue()).find(({ id }) => id === item.id);
      if (again !== undefined) await lab.desk.decide(again, 'reject');
    }
    expect(await answer(text)).toEqual({ what: 4001, forwards: 0 });
  });
});

describe('a worker that dies again and again', () => {
  it('while ten wait: each gets its own answer, once', async () => {
    const texts = Array.from({ length: 10 }, () => fresh('many'));
    await sign(page, ...texts);
    for (let death = 0; death < 4; death += 1) {
      await pause(100);
      await lab.desk.killWorker();
    }
    for (const [index, text] of texts.entries()) {
      await lab.desk.decide(await ready(lab, text), index % 2 === 0 ? 'continue' : 'reject');
      if (index % 3 === 0) await lab.desk.killWorker();
    }
    for (const [index, text] of texts.entries()) {
      const expected = index % 2 === 0 ? { what: 'ok', forwards: 1 } : { what: 4001, forwards: 0 };
      expect(await answer(text)).toEqual(expected);
    }
  });

  it('has nothing answered or forwarded twice, not even late', async () => {
    // Longer than the background goes on re-sending a decision that nobody acknowledges.
    await pause(9_000);
    const answered = (await told(page)).map(({ text }) => text);
    expect(new Set(answered).size).toBe(answered.length);
    expect(Math.max(...(await reached(lab.session)).values())).toBe(1);
  });

  it('leaves nothing in its storage once all is answered', async () => {
    // An acknowledgement that died with the last worker leaves its request to the sweep, once a minute.
    await expect.poll(() => lab.desk.stored(), { timeout: 100_000 }).toEqual([]);
  }, 120_000);
});

describe('a worker that dies while the RPC keeps a check waiting', () => {
  it('checks again in its next life, and says what it could not', async () => {
    const proxy = await startRpcProxy(lab.chain.rpcUrl);
    const { chainId } = lab.chain;
    await (await chooseRpc(lab.session, { chainId, rpcUrl: proxy.rpcUrl })).close();
    proxy.behave('hang');
    const text = fresh('checking');
    await pay(page, text);
    await expect.poll(async () => (await lab.desk.stored()).map(({ phase }) => phase)).toContain('checking');
    await lab.desk.killWorker();
    const item = await ready(lab, text);
    expect(JSON.parse(item.technicalText)).toMatchObject({ verdict: { level: 'unknown' } });
    await lab.desk.decide(item, 'reject');
    expect(await answer(text)).toEqual({ what: 4001, forwards: 0 });
    await proxy.close();
  });
});
