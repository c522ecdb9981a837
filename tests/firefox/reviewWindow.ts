import type { ReviewView } from '../../extension/protocol/views.ts';
import { LEVELS, type Level } from '../../src/judge/Verdict.ts';
import type { FirefoxSession } from './session.ts';
import { openPage } from './session.ts';
import type { Tab } from './tab.ts';

/** What a person reads in the review window, taken from its DOM. */
export interface Shown {
  readonly requestId: string;
  readonly level: Level;
  readonly headline: string;
  readonly advice: string;
  readonly reasons: readonly string[];
  readonly site: string;
  readonly continueLabel: string;
  readonly technicalText: string;
}

const READY = 'dialog.request[data-state="ready"]:not([data-level="checking"])';

/** The review window, once it shows a request with a verdict. */
export async function reviewPage(session: FirefoxSession, timeoutMs = 20_000): Promise<Tab> {
  const page = await openPage(session.firefox, '/review/', timeoutMs);
  await page.until('return document.querySelector(args[0]) !== null', READY);
  return page;
}

export async function readReview(page: Tab): Promise<Shown> {
  const { level, ...shown } = await page.run<Shown & { level: string }>(
    `
const dialog = document.querySelector(args[0]);
const all = (selector) => [...dialog.querySelectorAll(selector)].map((item) => item.textContent.trim());
return {
  requestId: dialog.dataset.request,
  level: dialog.dataset.level,
  headline: all('#headline')[0],
  advice: all('.advice')[0],
  reasons: all('.reason-text'),
  site: all('.site-name')[0],
  continueLabel: all('[data-choice="continue"]')[0],
  technicalText: all('.detail pre')[0],
};`,
    READY,
  );
  const known = LEVELS.find((one) => one === level);
  if (known === undefined) throw new Error(`The review window shows no known level: "${level}"`);
  return { ...shown, level: known };
}

export async function reject(page: Tab): Promise<void> {
  await page.click('[data-choice="reject"]');
}

/** Continues the way a person must: the true fact where danger asks for one, and the button once it is awake. */
export async function proceed(page: Tab): Promise<void> {
  const { requestId } = await readReview(page);
  await page.activate();
  const asked = await page.run<number>("return document.querySelectorAll('fieldset.challenge input').length");
  if (asked > 0) {
    const fact = await trueFact(page, requestId);
    await page.run("document.querySelectorAll('fieldset.challenge input')[args[0]].click()", fact);
  }
  await page.run("document.querySelector('label.challenge input')?.click()");
  await page.until('return document.querySelector(\'[data-choice="continue"][aria-disabled="false"]\') !== null');
  await page.click('[data-choice="continue"]');
}

/** What the background knows of the waiting requests. */
export async function queue(page: Tab): Promise<readonly ReviewView[]> {
  const { items } = await page.run<{ items: readonly ReviewView[] }>(
    "return browser.runtime.sendMessage({ type: 'review/queue' })",
  );
  return items;
}

async function trueFact(page: Tab, requestId: string): Promise<number> {
  const item = (await queue(page)).find(({ id }) => id === requestId);
  const answer = item?.explanation?.challenge?.answer;
  if (answer === undefined) throw new Error('The window asks for a fact, and the background has none');
  return answer;
}
