import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../setup/accessibility.ts';
import { closeReviews, reject } from '../setup/reviewWindow.ts';
import { chooseRpc, type Session } from '../setup/session.ts';
import { type DemoLab, openDemo, openDemoLab, toldPage, windowFor } from './demoPage.ts';

/** The extension's own pages, as they stand in a real Chromium: no accessibility fault, no blocked script. */

let lab: DemoLab;
let session: Session;
let page: Page;

beforeAll(async () => {
  lab = await openDemoLab();
  session = lab.session;
  await (await chooseRpc(session, lab.chain)).close();
  page = await openDemo(session, lab.demo);
});

afterEach(() => closeReviews(session.context, session.id));

afterAll(() => lab?.close());

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  it.each(['transfer', 'approval', 'permit2', 'blind-message'])(
    'the review window for "%s" has no accessibility fault',
    async (id) => {
      const window = await windowFor(session, page, id);
      await window.emulateMedia({ colorScheme });
      const faults = await accessibilityFaults(window);
      await reject(window);
      await expect.poll(() => toldPage(page, id)).toBe('4001');
      expect(faults).toEqual([]);
    },
  );

  it.each(['options', 'popup'] as const)('the %s page has no accessibility fault', async (name) => {
    const own = await session.context.newPage();
    await own.emulateMedia({ colorScheme });
    await own.goto(session.pageUrl(name));
    await own.waitForSelector('h1, h2');
    const faults = await accessibilityFaults(own);
    await own.close();
    expect(faults).toEqual([]);
  });
});

describe('the technical detail', () => {
  it('leads from each check that spoke to what that check proves', async () => {
    const window = await windowFor(session, page, 'approval');
    await window.locator('details.detail > summary').click();
    const links = window.locator('a.detector');
    await links.first().waitFor();
    const [opened] = await Promise.all([session.context.waitForEvent('page'), links.first().click()]);
    const id = await links.first().textContent();
    expect(id).toBe('spender-is-eoa');
    await expect.poll(() => opened.url()).toContain(`/detectors.html#${id}`);
    expect(await opened.locator(`[id="${id}"]`).textContent()).toContain('Power over tokens goes to an address');
    expect(await accessibilityFaults(window)).toEqual([]);
    await opened.close();
    await reject(window);
  });
});

describe('the review window by keyboard', () => {
  it('has the focus on Reject when something may be wrong, and Escape rejects', async () => {
    const window = await windowFor(session, page, 'permit');
    expect(await window.evaluate(() => document.activeElement?.getAttribute('data-choice'))).toBe('reject');
    // The window may be gone before the press is over.
    await window.keyboard.press('Escape').catch(() => undefined);
    await expect.poll(() => toldPage(page, 'permit')).toBe('4001');
  });

  it('a key pressed at once does nothing: Continue is not awake yet', async () => {
    await session.wallet.clearLog();
    const window = await windowFor(session, page, 'blind-message');
    await window.focus('[data-choice="continue"]');
    await window.keyboard.press('Enter');
    await window.keyboard.press('Space');
    expect(await session.wallet.signingLog()).toEqual([]);
    expect(await toldPage(page, 'blind-message')).toBe('waiting');
    await reject(window);
    await expect.poll(() => toldPage(page, 'blind-message')).toBe('4001');
  });
});
