import type { Page } from 'playwright';
import { connect } from '../demo/walkthrough.ts';
import type { RunningServer } from '../setup/serve.ts';
import type { Session } from '../setup/session.ts';

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
