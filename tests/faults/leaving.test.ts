import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { reviewPage, reviewPages } from '../setup/reviewWindow.ts';
import type { RunningServer } from '../setup/serve.ts';
import { type Lab, openLab, openTab, pause, reached, ready, sign, told } from './lab.ts';

/** checks.md F6: the page or the person goes away while requests wait; each is rejected, nothing is orphaned. */

let lab: Lab;
let site: RunningServer;
let page: Page;
let count = 0;

beforeAll(async () => {
  lab = await openLab({ backForwardCache: true });
  site = await lab.site();
});

beforeEach(async () => {
  page = await openTab(lab.session, site);
});

afterAll(() => lab?.close());

const fresh = (what: string): string => `${what} ${++count}`;

async function nothingIsLeft(): Promise<void> {
  await expect.poll(() => lab.desk.stored(), { timeout: 20_000 }).toEqual([]);
  await expect.poll(() => reviewPages(lab.session.context, lab.session.id).length).toBe(0);
  expect((await reached(lab.session)).size).toBe(0);
}

async function waiting(texts: readonly string[]): Promise<Page> {
  await sign(page, ...texts);
  for (const text of texts) await ready(lab, text);
  const window = await reviewPage(lab.session.context, lab.session.id);
  if (window === null) throw new Error('No review window');
  return window;
}

describe('the page goes away', () => {
  it('by a closed tab: its requests end, those of another tab stay', async () => {
    const other = await openTab(lab.session, site);
    const stays = fresh('stays');
    await sign(other, stays);
    await ready(lab, stays);
    await waiting([fresh('closed'), fresh('closed')]);
    await page.close();
    await expect.poll(async () => (await lab.desk.queue()).length).toBe(1);
    const item = await ready(lab, stays);
    expect(reviewPages(lab.session.context, lab.session.id)).toHaveLength(1);
    await lab.desk.decide(item, 'reject');
    await expect.poll(() => told(other)).toEqual([{ text: stays, what: 4001 }]);
    await other.close();
    await nothingIsLeft();
  });

  it('by a reload: the new document inherits nothing', async () => {
    const text = fresh('reloaded');
    await waiting([text]);
    await page.reload();
    await nothingIsLeft();
    expect(await told(page)).toEqual([]);
    // The same request again is a request of its own.
    await sign(page, text);
    await lab.desk.decide(await ready(lab, text), 'reject');
    await expect.poll(() => told(page)).toEqual([{ text, what: 4001 }]);
  });

  it('by a script that leaves right after it asked', async () => {
    await page.evaluate(() => {
      (globalThis as unknown as { sign(text: string): void }).sign('left at once');
      location.href = '/elsewhere';
    });
    await page.waitForURL('**/elsewhere');
    await nothingIsLeft();
  });

  it('by a change of the address bar alone: that is no new document, the request waits on', async () => {
    const text = fresh('pushed');
    await waiting([text]);
    await page.evaluate(() => history.pushState(null, '', '/pushed'));
    await pause(4_000);
    await lab.desk.decide(await ready(lab, text), 'reject');
    await expect.poll(() => told(page)).toEqual([{ text, what: 4001 }]);
  });

  it('into the back/forward cache and back: one answer, and never a forward nobody continued', async () => {
    const text = fresh('cached');
    await waiting([text]);
    await page.evaluate(() => Reflect.set(globalThis, 'remembered', true));
    await page.goto(`${(await lab.site()).origin}/`);
    await nothingIsLeft();
    // A restored document loads nothing, so there is no load event to wait for.
    await page.goBack({ waitUntil: 'commit' });
    // The page's own memory is back, so it was not loaded anew; its request is asked again and is answered once.
    expect(await page.evaluate(() => Reflect.get(globalThis, 'remembered'))).toBe(true);
    await lab.desk.decide(await ready(lab, text), 'reject');
    await expect.poll(() => told(page)).toEqual([{ text, what: 4001 }]);
    await nothingIsLeft();
  });

  it('with a frame: only the requests of the frame end', async () => {
    const inner = await lab.site();
    const top = fresh('top');
    await waiting([top]);
    await page.evaluate((src) => {
      const frame = document.createElement('iframe');
      frame.src = src;
      document.body.append(frame);
    }, `${inner.origin}/`);
    const frame = await expect
      .poll(() => page.frames().find((one) => one.url().startsWith(inner.origin)))
      .toBeDefined()
      .then(() => page.frames().find((one) => one.url().startsWith(inner.origin)));
    await frame?.waitForFunction('window.ethereum !== undefined');
    await frame?.evaluate(() => (globalThis as unknown as { sign(text: string): void }).sign('of the frame'));
    const item = await ready(lab, 'of the frame');
    expect(item.origin).toBe(inner.origin);
    await page.evaluate(() => document.querySelector('iframe')?.remove());
    await expect.poll(async () => (await lab.desk.queue()).length, { timeout: 20_000 }).toBe(1);
    await lab.desk.decide(await ready(lab, top), 'reject');
    await expect.poll(() => told(page)).toEqual([{ text: top, what: 4001 }]);
    await nothingIsLeft();
  });
});

describe('the person closes the window', () => {
  it('with three waiting: all are rejected', async () => {
    const texts = [fresh('shut'), fresh('shut'), fresh('shut')];
    const window = await waiting(texts);
    await window.close();
    await expect.poll(async () => (await told(page)).map(({ what }) => what)).toEqual([4001, 4001, 4001]);
    await nothingIsLeft();
  });

  it('just after the worker died: still rejected', async () => {
    const text = fresh('shut');
    const window = await waiting([text]);
    await lab.desk.killWorker();
    await window.close();
    await expect.poll(() => told(page), { timeout: 20_000 }).toEqual([{ text, what: 4001 }]);
    await nothingIsLeft();
  });
});
