import type { BrowserContext, Page } from 'playwright';
import { LEVELS, type Level } from '../../src/judge/Verdict.ts';

/** What a person reads in the review window, taken from its DOM. */
export interface Shown {
  readonly requestId: string;
  readonly level: Level;
  readonly headline: string;
  readonly advice: string;
  readonly leaves: readonly string[];
  readonly arrives: readonly string[];
  readonly power: readonly string[];
  readonly reasons: readonly string[];
  readonly unknowns: readonly string[];
  readonly quote: string | null;
  readonly site: string;
  readonly continueLabel: string;
  /** "Technical detail", unfolded. */
  readonly technicalText: string;
}

const READY = 'dialog.request[data-state="ready"]:not([data-level="checking"])';
/** Requests that were answered here: a window on its way out may still show one. */
const answered = new Set<string>();
const LOOK_MS = 50;
const POLL_MS = 50;
const FACT_MS = 5000;

/** The review window, once it shows a request with a verdict. `timeoutMs` 0 looks once. */
export async function reviewPage(
  context: BrowserContext,
  extensionId: string,
  timeoutMs = 20_000,
): Promise<Page | null> {
  const until = Date.now() + timeoutMs;
  do {
    for (const page of reviewPages(context, extensionId)) {
      const id = await page.getAttribute(READY, 'data-request', { timeout: LOOK_MS }).catch(() => null);
      if (id !== null && !answered.has(id)) return page;
    }
    await pause();
  } while (Date.now() < until);
  return null;
}

/** Every open review window, with a verdict or without. */
export function reviewPages(context: BrowserContext, extensionId: string): Page[] {
  return context.pages().filter((page) => isReview(page.url(), extensionId));
}

function isReview(url: string, extensionId: string): boolean {
  return url.startsWith(`chrome-extension://${extensionId}/`) && /\/review(?:\/|\.html)/u.test(url);
}

const PARTS = {
  headline: '#headline',
  advice: '.advice',
  leaves: '[data-block="leaves"] .line-text',
  arrives: '[data-block="arrives"] .line-text',
  power: '[data-block="power"] .line-text',
  reasons: '.reason-text',
  unknowns: '.doubts li',
  quote: '.quote blockquote',
  site: '.site-name',
  continueLabel: '[data-choice="continue"]',
  technicalText: '.detail pre',
} as const;

/** Reads the open request in one go; what is folded away is read too. */
export async function readReview(page: Page): Promise<Shown> {
  const dialog = page.locator(READY);
  const { requestId, level, texts } = await dialog.evaluate(
    (element, parts) => ({
      requestId: element.dataset.request ?? '',
      level: element.dataset.level ?? '',
      texts: Object.fromEntries(
        Object.entries(parts).map(([name, selector]) => [
          name,
          [...element.querySelectorAll(selector)].map((item) => (item.textContent ?? '').trim()),
        ]),
      ),
    }),
    PARTS,
  );
  const all = (name: keyof typeof PARTS): string[] => texts[name] ?? [];
  const one = (name: keyof typeof PARTS): string => all(name)[0] ?? '';
  if (!isLevel(level)) throw new Error(`The review window shows no known level: "${level}"`);
  return {
    requestId,
    level,
    headline: one('headline'),
    advice: one('advice'),
    leaves: all('leaves'),
    arrives: all('arrives'),
    power: all('power'),
    reasons: all('reasons'),
    unknowns: all('unknowns'),
    quote: all('quote')[0] ?? null,
    site: one('site'),
    continueLabel: one('continueLabel'),
    technicalText: one('technicalText'),
  };
}

function isLevel(text: string): text is Level {
  return LEVELS.some((level) => level === text);
}

/** Closes whatever still waits, which is Reject: one failed test must not answer for the next. */
export async function closeReviews(context: BrowserContext, extensionId: string): Promise<void> {
  for (const page of reviewPages(context, extensionId)) await page.close().catch(() => undefined);
}

/** One press on Reject. */
export async function reject(page: Page): Promise<void> {
  await press(page, '[data-choice="reject"]');
}

/**
 * Continues the way a person must: picks the true fact where danger asks for one, waits until the button is awake, and
 * presses it. The fact is asked of the background, because a person has it and a script has not.
 */
export async function proceed(page: Page): Promise<void> {
  const { requestId } = await readReview(page);
  const options = page.locator('fieldset.challenge input');
  if ((await options.count()) > 0) await options.nth(await trueFact(page, requestId)).check();
  // Where nothing could be checked there is no fact to pick: the person says that they know.
  const unchecked = page.locator('label.challenge input');
  if ((await unchecked.count()) > 0) await unchecked.check();
  await page.bringToFront();
  await page.waitForSelector('[data-choice="continue"][aria-disabled="false"]');
  await press(page, '[data-choice="continue"]');
}

/** The last decision closes the window, which may be gone before the press is over. */
async function press(page: Page, selector: string): Promise<void> {
  answered.add((await page.getAttribute(READY, 'data-request')) ?? '');
  await page.click(selector).catch((error: unknown) => {
    if (!page.isClosed()) throw error;
  });
}

/** Asked again for a while: a worker that was just restarted checks the request anew. */
async function trueFact(page: Page, requestId: string): Promise<number> {
  for (const until = Date.now() + FACT_MS; Date.now() < until; await pause()) {
    const answer = await page.evaluate(askFact, requestId);
    if (answer !== null) return answer;
  }
  throw new Error('The window asks for a fact, and the background has none');
}

/** Runs in the review window. */
async function askFact(id: string): Promise<number | null> {
  interface Item {
    readonly id: string;
    readonly explanation: { readonly challenge: { readonly answer: number } | null } | null;
  }
  interface Extension {
    readonly runtime: { sendMessage(message: object): Promise<{ readonly items: readonly Item[] }> };
  }
  const { runtime } = (globalThis as unknown as { chrome: Extension }).chrome;
  const { items } = await runtime.sendMessage({ type: 'review/queue' });
  return items.find((item) => item.id === id)?.explanation?.challenge?.answer ?? null;
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, POLL_MS));
}

/** A picture of everything the window says, as if it were tall enough: its bar of buttons stays at the bottom. */
export async function photograph(page: Page, path: string): Promise<void> {
  const { width, height } = await page.evaluate(() => ({ width: window.innerWidth, height: window.innerHeight }));
  await page.setViewportSize({
    width,
    height: Math.max(height, await page.evaluate(() => document.body.scrollHeight)),
  });
  await page.screenshot({ path });
  await page.setViewportSize({ width, height });
}
