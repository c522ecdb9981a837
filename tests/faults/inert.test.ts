import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { reviewPage, reviewPages } from '../setup/reviewWindow.ts';
import type { RunningServer } from '../setup/serve.ts';
import { type Lab, openLab, openTab, pause, reached, sign, told } from './lab.ts';

/** checks.md A7: Continue is inert as warnings.md rule 8 says, against mouse and keys. */

const CONTINUE = '[data-choice="continue"]';
const AWAKE = `${CONTINUE}[aria-disabled="false"]`;
/** Looks like a hash, so the window asks for consideration: one second. */
const CAUTION = `0x${'ab'.repeat(32)}`;

let lab: Lab;
let site: RunningServer;
let page: Page;
let window: Page;

beforeAll(async () => {
  lab = await openLab();
  site = await lab.site();
});

beforeEach(async () => {
  page = await openTab(lab.session, site);
});

afterEach(async () => {
  for (const item of await lab.desk.queue()) await lab.desk.decide(item, 'reject');
  await expect.poll(() => reviewPages(lab.session.context, lab.session.id).length).toBe(0);
  await page.close();
  await lab.session.wallet.clearLog();
});

afterAll(() => lab?.close());

/** The window as it opens, before it has a verdict if the eye is quick. */
async function opens(text: string): Promise<void> {
  await sign(page, text);
  await expect
    .poll(() => reviewPages(lab.session.context, lab.session.id).length, { interval: 10, timeout: 10_000 })
    .toBe(1);
  const [first] = reviewPages(lab.session.context, lab.session.id);
  if (first === undefined) throw new Error('No review window');
  window = first;
}

async function isUndecided(): Promise<void> {
  expect(await told(page)).toEqual([]);
  expect((await reached(lab.session)).size).toBe(0);
}

/** Presses where Continue is, whatever it says of itself. */
async function pressContinue(): Promise<void> {
  const box = await window.locator(CONTINUE).boundingBox();
  if (box === null) throw new Error('Continue is not there');
  await window.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** Shows the window's own clock: presses are counted as early only while this is below the wait. */
async function atOnce(act: () => Promise<void>): Promise<void> {
  await reviewPage(lab.session.context, lab.session.id);
  // The wait begins again here, whatever this machine did until now: the window's own rule for a resize.
  await window.evaluate(() => dispatchEvent(new Event('resize')));
  await act();
}

describe('Continue, too early', () => {
  it('does nothing under the mouse, and wakes for a press after its wait', async () => {
    await opens(CAUTION);
    await atOnce(pressContinue);
    await isUndecided();
    await window.bringToFront();
    await window.waitForSelector(AWAKE);
    await pressContinue();
    await expect.poll(async () => (await told(page)).map(({ what }) => what)).toEqual(['ok']);
  });

  it('does nothing for keys mashed since before it opened: none acts until Continue has focus', async () => {
    const mashing = { on: true };
    const mash = (async () => {
      while (mashing.on) {
        const [open] = reviewPages(lab.session.context, lab.session.id);
        for (const key of ['Enter', 'Space', 'y', 'c', 'Enter']) {
          await open?.keyboard.press(key, { delay: 1 }).catch(() => undefined);
        }
        await pause(5);
      }
    })();
    await sign(page, 'Good morning');
    await reviewPage(lab.session.context, lab.session.id);
    await pause(1_500);
    mashing.on = false;
    await mash;
    expect((await told(page)).filter(({ what }) => what === 'ok')).toEqual([]);
    expect((await reached(lab.session)).size).toBe(0);
  });

  it('does nothing for a key held down on it from before it woke', async () => {
    await opens(CAUTION);
    await atOnce(async () => {
      await window.focus(CONTINUE);
      await window.keyboard.down('Enter');
    });
    await window.bringToFront();
    await window.waitForSelector(AWAKE);
    for (let repeat = 0; repeat < 5; repeat += 1) await window.keyboard.down('Enter');
    await window.keyboard.up('Enter');
    await pause(300);
    await isUndecided();
  });

  it('does nothing for a press that began while it slept and ended when it was awake', async () => {
    await opens(CAUTION);
    await atOnce(async () => {
      const box = await window.locator(CONTINUE).boundingBox();
      if (box === null) throw new Error('Continue is not there');
      await window.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await window.mouse.down();
    });
    await window.waitForSelector(AWAKE);
    await window.mouse.up();
    await pause(300);
    await isUndecided();
  });

  it('falls asleep again when the window is resized or loses the focus', async () => {
    await opens(CAUTION);
    await window.bringToFront();
    await window.waitForSelector(AWAKE);
    await atOnce(pressContinue);
    await isUndecided();
    await window.waitForSelector(AWAKE);
    await window.evaluate(() => dispatchEvent(new Event('blur')));
    await window.waitForSelector(`${CONTINUE}[aria-disabled="true"]`);
    await pressContinue();
    await isUndecided();
  });

  it('is asleep for the request that takes the place of a decided one: a double click decides one', async () => {
    await opens('first');
    await sign(page, 'second');
    await expect.poll(async () => (await lab.desk.queue()).filter(({ state }) => state === 'ready').length).toBe(2);
    await window.bringToFront();
    await window.waitForSelector(AWAKE);
    const box = await window.locator(CONTINUE).boundingBox();
    if (box === null) throw new Error('Continue is not there');
    await window.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2);
    await expect.poll(async () => (await told(page)).length).toBe(1);
    await pause(300);
    expect(await told(page)).toEqual([{ text: 'first', what: 'ok' }]);
    expect(await lab.desk.queue()).toHaveLength(1);
  });
});
