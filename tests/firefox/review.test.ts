import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { StatusView } from '../../extension/protocol/views.ts';
import { kindOf } from '../../src/request/methods.ts';
import { REQUESTS } from '../demo/page/requests.ts';
import { serveDemo } from '../demo/serve.ts';
import { EXPECTED, prepare } from '../demo/walkthrough.ts';
import { wasJudged } from '../e2e/judgedBytes.ts';
import { type Chain, startChain } from '../setup/chain.ts';
import type { RunningServer } from '../setup/serve.ts';
import type { LoggedRequest } from '../wallet/config.ts';
import { findFirefox, NO_FIREFOX } from './findFirefox.ts';
import { proceed, queue, readReview, reject, reviewPage } from './reviewWindow.ts';
import { COUNTERSIGN_PAGES, chooseRpc, type FirefoxSession, openFirefoxSession } from './session.ts';
import type { Tab } from './tab.ts';

/** A transaction, a login, a signature that gives tokens away, and a drainer: one of each kind of ask and of each end. */
const REVIEWED = ['transfer', 'login', 'permit2', 'claim'];

const found = findFirefox();
let chain: Chain;
let demo: RunningServer;
let session: FirefoxSession;
let page: Tab;

beforeAll(async () => {
  if (found === null) return;
  chain = await startChain();
  demo = await serveDemo(chain);
  await prepare(chain);
  session = await openFirefoxSession(chain);
  await (await chooseRpc(session, chain)).close();
  page = await session.firefox.open(`${demo.origin}/`);
  await page.until("return document.body.matches('[data-ready]')");
  await page.click('#connect');
  expect((await answerOf('connect')).code).toBeNull();
});

afterAll(async () => {
  await session?.close();
  await demo?.close();
  await chain?.stop();
});

describe('in Firefox', () => {
  it('Countersign runs before the wallet, and gates its channel', async ({ skip }) => {
    if (found === null) skip(NO_FIREFOX);
    const popup = await session.firefox.open(`${COUNTERSIGN_PAGES}/popup/index.html`);
    const status = await popup.run<StatusView>(STATUS_OF, `${demo.origin}/`);
    await popup.close();
    expect(status.wallets).toEqual([{ name: 'Test Wallet', gated: true }]);
    expect(status.unprotected).toEqual([]);
  });
});

/** What the popup says of this page's tab. */
const STATUS_OF = `
const tab = (await browser.tabs.query({})).find(({ url }) => url === args[0]);
return browser.runtime.sendMessage({ type: 'popup/status', tabId: tab.id });`;

/** A test that failed in the middle leaves a request waiting, and the next one its own window. */
afterEach(async () => {
  const left = (await session?.firefox.tabs())?.find(({ url }) => url.startsWith(`${COUNTERSIGN_PAGES}/review/`));
  if (left !== undefined) await left.tab.close();
});

describe.each(REQUESTS.filter(({ id }) => REVIEWED.includes(id)))('in Firefox: $title ($id)', ({ id }) => {
  it('is shown at its level in words, refused by Reject, and forwarded as it was judged by Continue', async ({
    skip,
  }) => {
    if (found === null) skip(NO_FIREFOX);
    const restore = await chain.snapshot();
    await session.wallet.clearLog();

    const first = await press(id);
    const shown = await readReview(first);
    expect(EXPECTED[id]).toContain(shown.level);
    expect(shown.headline.split(/\s+/u).length).toBeLessThanOrEqual(12);
    expect(shown.headline).not.toMatch(/0x[0-9a-f]/iu);
    expect(shown.site).toContain('localhost');
    await reject(first);
    expect((await answerOf(id)).code).toBe('4001');
    expect(await asked()).toEqual([]);

    const second = await press(id);
    const { technicalText } = await readReview(second);
    // The ONNX runtime lives in the event page here, and in an offscreen document in Chromium. By the second window it
    // is loaded; on a busy machine the first verdict does not wait for it.
    const [waiting] = await queue(second);
    expect(waiting?.coverage.ran).toContain('model');
    expect(waiting?.coverage.failed).toEqual([]);
    await proceed(second);
    expect((await answerOf(id)).code).toBeNull();
    const [reached, ...more] = await asked();
    expect(more).toEqual([]);
    if (reached === undefined) throw new Error('Nothing reached the wallet after Continue');
    expect(wasJudged(technicalText, reached)).toBe(true);
    await restore();
  });
});

async function press(id: string): Promise<Tab> {
  await page.activate();
  await page.click(`#${id}`);
  return reviewPage(session);
}

/** Requests that reached the wallet and are not merely read. */
async function asked(): Promise<LoggedRequest[]> {
  return (await session.wallet.log()).filter(({ method }) => kindOf(method).kind !== 'pass');
}

/** The page puts its newest answer first. */
function answerOf(id: string): Promise<{ code: string | null; text: string }> {
  return page.until(
    `const line = document.querySelector('#answers li:first-child[data-request="' + args[0] + '"]:not([data-state="waiting"])');
return line && { code: line.dataset.code ?? null, text: line.querySelector('.detail').textContent };`,
    id,
  );
}
