import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MAX_WAITING_PER_ORIGIN } from '../../extension/background/desk.ts';
import { reviewPages } from '../setup/reviewWindow.ts';
import { counted, type Lab, openLab, openTab, reached, ready, sign, told, type Waiting } from './lab.ts';

/** checks.md L4 and A13: many at once. Each request has one answer, and no flood hides another site's request. */

const OVERFLOW = -32005;
const LARGEST_HEAP_BYTES = 250_000_000;

let lab: Lab;

beforeAll(async () => {
  lab = await openLab();
});

afterEach(async () => {
  for (const item of await lab.desk.queue()) await lab.desk.decide(item, 'reject');
});

afterAll(() => lab?.close());

async function allReady(count: number): Promise<readonly Waiting[]> {
  await expect
    .poll(async () => (await lab.desk.queue()).filter(({ state }) => state === 'ready').length, { timeout: 60_000 })
    .toBe(count);
  return lab.desk.queue();
}

/** The same text is the same request: each has its own. */
function paramsOf({ technicalText }: Waiting): string {
  return (JSON.parse(technicalText) as { params: string }).params;
}

describe('requests from many tabs at once', () => {
  it('get exactly one answer each, and the wallet exactly those that were continued', {
    timeout: 300_000,
  }, async () => {
    const tabs = counted('tabs', 8, 20);
    const each = 10;
    const pages: Page[] = [];
    for (let index = 0; index < tabs; index += 1) pages.push(await openTab(lab.session, await lab.site()));
    const texts = (tab: number) => Array.from({ length: each }, (_, index) => `tab ${tab} request ${index}`);
    await Promise.all(pages.map((page, tab) => sign(page, ...texts(tab))));
    const items = await allReady(tabs * each);
    const heapBytes = await lab.desk.heapBytes();
    console.log(`worker heap with ${items.length} waiting: ${Math.round(heapBytes / 1e6)} MB`);
    expect(heapBytes).toBeLessThan(LARGEST_HEAP_BYTES);
    expect(reviewPages(lab.session.context, lab.session.id)).toHaveLength(1);
    const continued = new Set(items.filter((_, index) => index % 3 === 0).map(paramsOf));
    const answers = async () => (await Promise.all(pages.map(told))).flat();
    // One press after the other, as a person can. A wallet too busy to say its chain in time is asked about again.
    let presses = 0;
    await expect
      .poll(
        async () => {
          for (const item of await lab.desk.queue()) {
            const choice = continued.has(paramsOf(item)) ? 'continue' : 'reject';
            if (item.state === 'ready' && (await lab.desk.decide(item, choice))) presses += 1;
          }
          return (await answers()).length;
        },
        { timeout: 120_000, interval: 500 },
      )
      .toBe(tabs * each);
    console.log(`presses: ${presses} for ${tabs * each} requests`);
    const all = await answers();
    expect(new Set(all.map(({ text }) => text)).size).toBe(tabs * each);
    const signed = all.filter(({ what }) => what === 'ok').map(({ text }) => text);
    expect(signed).toHaveLength(continued.size);
    expect(all.filter(({ what }) => what === 4001)).toHaveLength(tabs * each - continued.size);
    const forwards = await reached(lab.session);
    expect([...forwards.keys()].sort()).toEqual([...signed].sort());
    expect([...forwards.values()].every((count) => count === 1)).toBe(true);
    await expect.poll(() => reviewPages(lab.session.context, lab.session.id).length).toBe(0);
    await expect.poll(() => lab.desk.stored(), { timeout: 20_000 }).toEqual([]);
    for (const page of pages) await page.close();
    await lab.session.wallet.clearLog();
  });
});

describe('a flood from one site', () => {
  it('has one window, at most twenty waiting, and no say over another site', { timeout: 180_000 }, async () => {
    const prompts = counted('prompts', 200, 1_000);
    const flood = await openTab(lab.session, await lab.site());
    const quiet = await openTab(lab.session, await lab.site());
    await sign(flood, ...Array.from({ length: prompts }, (_, index) => `flood ${index}`));
    await expect
      .poll(async () => (await told(flood)).length, { timeout: 60_000 })
      .toBe(prompts - MAX_WAITING_PER_ORIGIN);
    expect(new Set((await told(flood)).map(({ what }) => what))).toEqual(new Set([OVERFLOW]));
    // The new site asks while the flood waits, and is shown while it still does.
    await sign(quiet, 'quiet');
    const item = await ready(lab, 'quiet');
    const queue = await lab.desk.queue();
    expect(queue.filter(({ origin }) => origin !== item.origin)).toHaveLength(MAX_WAITING_PER_ORIGIN);
    const windows = reviewPages(lab.session.context, lab.session.id);
    expect(windows).toHaveLength(1);
    const [window] = windows;
    const sections = window?.locator('.waiting-site');
    await expect.poll(() => sections?.count()).toBe(2);
    await expect.poll(() => sections?.nth(0).locator('li').count()).toBe(MAX_WAITING_PER_ORIGIN);
    await expect.poll(() => sections?.nth(1).locator('li').count()).toBe(1);
    // Answering the flood's neighbour frees nothing for the flood and costs it nothing.
    await lab.desk.decide(item, 'continue');
    await expect.poll(() => told(quiet)).toEqual([{ text: 'quiet', what: 'ok' }]);
    expect(await lab.desk.queue()).toHaveLength(MAX_WAITING_PER_ORIGIN);
    // "Reject all from this site", one press.
    await expect.poll(() => window?.getByRole('button', { name: /Reject all/u }).count()).toBe(1);
    await window?.getByRole('button', { name: /Reject all/u }).click();
    await expect.poll(async () => (await told(flood)).length, { timeout: 30_000 }).toBe(prompts);
    expect((await told(flood)).filter(({ what }) => what === 4001)).toHaveLength(MAX_WAITING_PER_ORIGIN);
    expect([...(await reached(lab.session))]).toEqual([['quiet', 1]]);
  });
});
