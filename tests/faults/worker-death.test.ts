import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRpcProxy } from '../e2e/rpcProxy.ts';
import { chooseRpc } from '../setup/session.ts';
import { type Lab, openLab, openTab, pause, pay, reached, sign, told } from './lab.ts';

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

/** The one waiting request with this text, once it may be decided. */
async function ready(text: string) {
  const hex = Buffer.from(text).toString('hex');
  for (const until = Date.now() + 20_000; Date.now() < until; await pause(50)) {
    const item = (await lab.desk.queue()).find(({ technicalText }) => technicalText.includes(hex));
    if (item?.state === 'ready') return item;
  }
  throw new Error(`"${text}" does not wait`);
}

async function answer(text: string) {
  await expect
    .poll(async () => (await told(page)).filter((one) => one.text === text), { timeout: 20_000 })
    .toHaveLength(1);
  // A second answer, or a second forward, would come within the background's re-sending.
  await pause(1_500);
  const all = (await told(page)).filter((one) => one.text === text);
  expect(all).toHaveLength(1);
  return { what: all[0]?.what, forwards: (await reached(lab.session)).get(text) ?? 0 };
}

/** From the moment the page asks, to well after it is ready: the deaths fall into every phase between. */
const DELAYS_MS = [0, 3, 8, 15, 30, 60, 120, 250];

describe('a worker that dies while a request comes in and is checked', () => {
  it.each(DELAYS_MS)('after %d ms: the same request waits once, and is continued once', async (delayMs) => {
    const text = fresh('arriving');
    await sign(page, text);
    await pause(delayMs);
    await lab.desk.killWorker();
    const item = await ready(text);
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
    const item = await ready(text);
    const decided = lab.desk.decide(item, 'continue').catch(() => false);
    await pause(delayMs);
    await lab.desk.killWorker();
    // Where the press was lost with the worker, the request still waits and the person presses again.
    if (!(await decided) && (await told(page)).every((one) => one.text !== text)) {
      const again = (await lab.desk.queue()).find(({ id }) => id === item.id);
      if (again !== undefined) await lab.desk.decide(await ready(text), 'continue');
    }
    expect(await answer(text)).toEqual({ what: 'ok', forwards: 1 });
  });

  it.each(DELAYS_MS.slice(0, 5))('after %d ms: a Reject stays a Reject', async (delayMs) => {
    const text = fresh('refused');
    await sign(page, text);
    const item = await ready(text);
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
      await lab.desk.decide(await ready(text), index % 2 === 0 ? 'continue' : 'reject');
      if (index % 3 === 0) await lab.desk.killWorker();
    }
    for (const [index, text] of texts.entries()) {
      const expected = index % 2 === 0 ? { what: 'ok', forwards: 1 } : { what: 4001, forwards: 0 };
      expect(await answer(text)).toEqual(expected);
    }
  });

  it('leaves nothing in its storage once all is answered', async () => {
    await expect.poll(() => lab.desk.stored(), { timeout: 15_000 }).toEqual([]);
  });
});

describe('a worker that dies while the RPC keeps a check waiting', () => {
  it('checks again in its next life, and says what it could not', async () => {
    const proxy = await startRpcProxy(lab.chain.rpcUrl);
    const { chainId } = lab.chain;
    await (await chooseRpc(lab.session, { chainId, rpcUrl: proxy.rpcUrl })).close();
    proxy.behave('hang');
    const text = fresh('checking');
    await pay(page, text);
    await expect.poll(async () => (await lab.desk.stored()).map(({ phase }) => phase)).toEqual(['checking']);
    await lab.desk.killWorker();
    const item = await ready(text);
    expect(JSON.parse(item.technicalText)).toMatchObject({ verdict: { level: 'unknown' } });
    await lab.desk.decide(item, 'reject');
    expect(await answer(text)).toEqual({ what: 4001, forwards: 0 });
    await proxy.close();
  });
});
