import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { closeReviews, proceed, readReview, reject, reviewPages } from '../setup/reviewWindow.ts';
import { chooseRpc, openSession, type Session } from '../setup/session.ts';
import { type DemoLab, openDemo, openDemoLab, toldPage, windowFor } from './demoPage.ts';

/** The toolbar popup: what Countersign does on this site, what it does not, and the one off-switch. */

let lab: DemoLab;
let session: Session;
let page: Page;

beforeAll(async () => {
  lab = await openDemoLab();
  session = lab.session;
});

afterEach(() => closeReviews(session.context, session.id));

afterAll(() => lab?.close());

/** The popup as it opens over the demo page. Only the wallet's log knows that tab's number. */
async function openPopup(over: Session): Promise<Page> {
  const tabId = (await over.wallet.log()).find(({ origin }) => origin === lab.demo.origin)?.tabId;
  const popup = await over.context.newPage();
  await popup.goto(`${over.pageUrl('popup')}?tab=${tabId}`);
  await popup.waitForSelector('.protection');
  return popup;
}

async function gaps(popup: Page): Promise<string[]> {
  return popup
    .locator('[data-unprotected]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-unprotected') ?? ''));
}

describe('the popup', () => {
  it('names what is not simulated before the first-run page is answered', async () => {
    page = await openDemo(session, lab.demo);
    const popup = await openPopup(session);
    expect(await gaps(popup)).toContain('not-simulated');
    await popup.close();
  });

  it('says that this site is protected once it is, with the wallet it guards', async () => {
    await (await chooseRpc(session, lab.chain)).close();
    const popup = await openPopup(session);
    expect(await gaps(popup)).toEqual([]);
    expect(await popup.getAttribute('.protection', 'data-reach')).toBe('full');
    expect(await popup.textContent('.popup-host')).toBe('localhost');
    expect(await popup.textContent('main')).toContain('Test Wallet');
    await popup.close();
  });

  it('lists the last requests and what became of each', async () => {
    const window = await windowFor(session, page, 'permit');
    const { headline } = await readReview(window);
    await reject(window);
    await expect.poll(() => toldPage(page, 'permit')).toBe('4001');
    const popup = await openPopup(session);
    expect(await popup.textContent('.recent li')).toContain(headline);
    await popup.close();
  });

  it('a routine repeat passes without a window, and stands in the list', async () => {
    await proceed(await windowFor(session, page, 'transfer'));
    await expect.poll(() => toldPage(page, 'transfer')).toBe('answered');
    await session.wallet.clearLog();
    await page.bringToFront();
    await page.click('#transfer');
    await expect.poll(() => toldPage(page, 'transfer')).toBe('answered');
    expect(reviewPages(session.context, session.id)).toEqual([]);
    expect(await session.wallet.signingLog()).toHaveLength(1);
  });

  it('"pause on this site for one hour" lets requests pass, says so, and is taken back', async () => {
    await page.reload();
    await page.waitForSelector('body[data-ready]');
    await page.click('#connect');
    await expect.poll(() => toldPage(page, 'connect')).toBe('answered');
    const popup = await openPopup(session);
    await popup.click('.pause button');
    await expect.poll(() => gaps(popup)).toContain('paused');
    await session.wallet.clearLog();
    await page.bringToFront();
    await page.click('#blind-hash');
    await expect.poll(() => toldPage(page, 'blind-hash')).toBe('answered');
    expect(await session.wallet.signingLog()).toHaveLength(1);

    await popup.bringToFront();
    await popup.click('.pause button');
    await expect.poll(() => gaps(popup)).toEqual([]);
    await popup.close();
    const window = await windowFor(session, page, 'blind-hash');
    await reject(window);
    await expect.poll(() => toldPage(page, 'blind-hash')).toBe('4001');
  });
});

describe('a wallet whose scripts run before ours', () => {
  it('is named in the popup', async () => {
    const early = await openSession(lab.chain, { walletOrder: 'before' });
    try {
      const other = await early.context.newPage();
      await other.goto(`${lab.demo.origin}/`);
      await other.waitForSelector('body[data-ready]');
      const popup = await openPopup(early);
      await expect.poll(() => gaps(popup)).toContain('wallet-loads-first');
    } finally {
      await early.close();
    }
  });
});
