import type { Page } from 'playwright';
import { serveDemo } from '../demo/serve.ts';
import { connect } from '../demo/walkthrough.ts';
import { type Chain, startChain } from '../setup/chain.ts';
import { reviewPage } from '../setup/reviewWindow.ts';
import type { RunningServer } from '../setup/serve.ts';
import { openSession, type Session } from '../setup/session.ts';

/** A chain, the demo's site on it, and a Chromium with Countersign and the test wallet. */
export interface DemoLab {
  readonly chain: Chain;
  readonly demo: RunningServer;
  readonly session: Session;
  close(): Promise<void>;
}

export async function openDemoLab(): Promise<DemoLab> {
  const chain = await startChain();
  const demo = await serveDemo(chain);
  const stop = async (): Promise<void> => {
    await demo.close();
    await chain.stop();
  };
  const session = await openSession(chain).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return {
    ...{ chain, demo, session },
    async close() {
      await session.close();
      await stop();
    },
  };
}

/** The demo page, connected. */
export async function openDemo(session: Session, demo: RunningServer): Promise<Page> {
  const page = await session.context.newPage();
  await page.goto(`${demo.origin}/`);
  await page.waitForSelector('body[data-ready]');
  await connect(session, page);
  return page;
}

/** What the page was told of its last request of this name: an error's code, `answered`, or `waiting`. */
export async function toldPage(page: Page, id: string): Promise<string> {
  const line = page.locator(`#answers li[data-request="${id}"]`).first();
  const state = (await line.getAttribute('data-state')) ?? '';
  return state === 'refused' ? ((await line.getAttribute('data-code')) ?? 'none') : state;
}

/** Presses the demo's button of this name, and waits for the review window with its verdict. */
export async function windowFor(session: Session, page: Page, id: string): Promise<Page> {
  await page.bringToFront();
  await page.click(`#${id}`);
  const window = await reviewPage(session.context, session.id);
  if (window === null) throw new Error(`No review window for ${id}`);
  return window;
}
