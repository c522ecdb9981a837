import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../setup/accessibility.ts';
import { closeReviews, reject } from '../setup/reviewWindow.ts';
import { chooseRpc, type Session } from '../setup/session.ts';
import { askToSend, picture } from './asking.ts';
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

describe('an allowance beyond what is held', () => {
  it('names the smaller one that would do, and where to type it', async () => {
    const { accounts, contracts, encode } = lab.chain;
    const data = encode('token', 'approve', [contracts.router, 2n ** 256n - 1n]);
    const { window, done } = await askToSend(session, page, {
      ...{ from: accounts.user.address, to: contracts.token, data },
    });
    expect(await window.locator('[data-block="power"]').textContent()).toMatch(
      /Less would doYou hold 10,000 of .* type that, or less, in their own window/u,
    );
    expect(await accessibilityFaults(window)).toEqual([]);
    await picture(window, 'less');
    await reject(window);
    expect(await done).toBe('4001');
  });
});

describe('clearing the history', () => {
  it('leaves nothing of what was decided in storage', async () => {
    const window = await windowFor(session, page, 'approval');
    await reject(window);
    await expect.poll(() => toldPage(page, 'approval')).toBe('4001');
    const settings = await session.context.newPage();
    await settings.goto(session.pageUrl('options'));
    const kept = () =>
      settings.evaluate(async () => {
        interface Storage {
          readonly storage: { readonly local: { get(key: string): Promise<{ readonly recent?: readonly unknown[] }> } };
        }
        const { chrome } = globalThis as unknown as { chrome: Storage };
        return (await chrome.storage.local.get('recent')).recent?.length ?? 0;
      });
    await expect.poll(kept).toBeGreaterThan(0);
    await settings.getByRole('button', { name: 'Clear history' }).click();
    await settings.getByText('Cleared.').waitFor();
    expect(await kept()).toBe(0);
    await picture(settings, 'history');
    await settings.close();
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
