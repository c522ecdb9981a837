import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'playwright';
import type { Level } from '../../src/judge/Verdict.ts';
import type { Chain } from '../setup/chain.ts';
import { photograph, proceed, readReview, reject, reviewPage, type Shown } from '../setup/reviewWindow.ts';
import type { Session } from '../setup/session.ts';
import type { LoggedRequest } from '../wallet/config.ts';
import { EFFECTS, holdings } from './effects.ts';
import { REQUESTS, type RpcRequest } from './page/requests.ts';
import { demoConfig } from './serve.ts';

/** The level each request must be shown at. */
export const EXPECTED: Readonly<Record<string, readonly Level[]>> = {
  transfer: ['routine'],
  swap: ['routine'],
  login: ['routine'],
  approval: ['danger'],
  permit: ['danger'],
  permit2: ['danger'],
  claim: ['danger'],
  'blind-message': ['caution'],
  'blind-hash': ['danger'],
};

export interface Walked {
  readonly id: string;
  readonly title: string;
  /** What the window showed; `null` when none opened. */
  readonly shown: Shown | null;
  /** The second window, the one that was continued. */
  readonly shownLast: Shown | null;
  /** What reached the wallet after Continue. */
  readonly reached: LoggedRequest | null;
  /** File of the window's picture. */
  readonly picture: string | null;
  /** Everything that was not as it must be, in words. Empty: all held. */
  readonly faults: readonly string[];
}

/**
 * Clicks each button of the demo page, reads the review window, and answers it twice: Reject, after which the page has
 * error 4001, the wallet has seen nothing and the chain is as before; then Continue, after which the wallet has exactly
 * what the page asked and the chain shows the effect.
 */
export async function walk(
  session: Session,
  chain: Chain,
  page: Page,
  pictures: string,
  tell: (walked: Walked) => void = () => undefined,
): Promise<readonly Walked[]> {
  await mkdir(pictures, { recursive: true });
  await connect(session, page);
  const all: Walked[] = [];
  for (const [index, { id, title }] of REQUESTS.entries()) {
    const picture = join(pictures, `${String(index + 1).padStart(2, '0')}-${id}.png`);
    const walked = await walkOne(session, chain, page, id, title, picture);
    all.push(walked);
    tell(walked);
  }
  return all;
}

/** People who use Permit2 have approved it once; the demo's user has too. */
export async function prepare({ accounts, contracts, encode, send }: Chain): Promise<void> {
  for (const token of ['token', 'token2'] as const) {
    const data = encode(token, 'approve', [contracts.permit2, 2n ** 256n - 1n]);
    await send({ from: accounts.user.address, to: contracts[token], data });
  }
}

/** Connecting asks no question on an ordinary site; where it does, the walk goes on from there. */
export async function connect(session: Session, page: Page): Promise<void> {
  await page.click('#connect');
  const window = await windowOrAnswer(session, page, 'connect');
  if (window !== null) await proceed(window);
  const { code, text } = await answerOf(page, 'connect');
  if (code !== undefined) throw new Error(`Connecting was refused: ${text}`);
}

async function walkOne(
  session: Session,
  chain: Chain,
  page: Page,
  id: string,
  title: string,
  picture: string,
): Promise<Walked> {
  const faults: string[] = [];
  const restore = await chain.snapshot();
  const demo = await demoConfig(chain);
  const request = REQUESTS.find((item) => item.id === id)?.build(
    demo,
    lower(chain.accounts.user.address),
    origin(page),
  );
  if (request === undefined) throw new Error(`No demo request "${id}"`);

  // Reject.
  await session.wallet.clearLog();
  const before = await holdings(chain);
  await page.click(`#${id}`);
  const first = await windowOrAnswer(session, page, id);
  if (first === null) {
    await restore();
    const nothing = { shown: null, shownLast: null, reached: null, picture: null };
    return { id, title, ...nothing, faults: ['no review window opened'] };
  }
  const shown = await readReview(first);
  await photograph(first, picture);
  if (!EXPECTED[id]?.includes(shown.level)) faults.push(`shown as ${shown.level}, not ${EXPECTED[id]?.join(' or ')}`);
  await reject(first);
  const refused = await answerOf(page, id);
  if (refused.code !== '4001') faults.push(`Reject told the page ${refused.code ?? refused.text}, not 4001`);
  if ((await session.wallet.signingLog()).length > 0) faults.push('a rejected request reached the wallet');
  if ((await holdings(chain)) !== before) faults.push('the chain changed after Reject');

  // Continue.
  await page.click(`#${id}`);
  const second = await windowOrAnswer(session, page, id);
  const shownLast = second === null ? null : await readReview(second);
  if (second === null) faults.push('no review window opened for the second request');
  else await proceed(second);
  const answer = await answerOf(page, id);
  if (answer.code !== undefined) faults.push(`Continue told the page: ${answer.text}`);
  else faults.push(...(await afterContinue(session, chain, id, request, answer.text)));
  const [reached = null] = await session.wallet.signingLog();
  await restore();
  return { id, title, shown, shownLast, reached, picture, faults };
}

async function afterContinue(
  session: Session,
  chain: Chain,
  id: string,
  request: RpcRequest,
  answer: string,
): Promise<string[]> {
  const faults: string[] = [];
  const reached = await session.wallet.signingLog();
  const [only] = reached;
  if (only === undefined || reached.length !== 1) faults.push(`${reached.length} requests reached the wallet, not 1`);
  else if (only.method !== request.method || !isDeepStrictEqual(only.params, request.params)) {
    faults.push(`the wallet got ${JSON.stringify([only.method, only.params])}, not what the page asked`);
  }
  const effect = await EFFECTS[id]?.(chain, request, answer).catch((error: Error) => error.message);
  if (effect !== null) faults.push(`the chain does not show the effect: ${effect}`);
  return faults;
}

const POLL_MS = 50;
const PATIENCE_MS = 20_000;

/** Whichever comes first: a window with a verdict, or the page's own answer (`null`). */
async function windowOrAnswer(session: Session, page: Page, id: string): Promise<Page | null> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; ) {
    const window = await reviewPage(session.context, session.id, 0);
    if (window !== null) return window;
    if ((await page.getAttribute(latest(id), 'data-state')) !== 'waiting') return null;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error(`"${id}": no review window and no answer in ${PATIENCE_MS / 1000} s`);
}

async function answerOf(page: Page, id: string): Promise<{ code: string | undefined; text: string }> {
  const line = page.locator(latest(id));
  await page.waitForSelector(`${latest(id)}:not([data-state="waiting"])`);
  return {
    code: (await line.getAttribute('data-code')) ?? undefined,
    text: (await line.locator('.detail').textContent()) ?? '',
  };
}

/** The page puts its newest answer first. */
function latest(id: string): string {
  return `#answers li:first-child[data-request="${id}"]`;
}

function origin(page: Page): string {
  return new URL(page.url()).origin;
}

function lower(address: `0x${string}`): `0x${string}` {
  return `0x${address.slice(2).toLowerCase()}`;
}
