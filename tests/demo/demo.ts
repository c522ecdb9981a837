import { join, relative } from 'node:path';
import { startChain } from '../setup/chain.ts';
import { NoBrowserError } from '../setup/findBrowser.ts';
import { chooseRpc, openSession, type Session } from '../setup/session.ts';
import { serveDemo } from './serve.ts';
import { walkedText } from './table.ts';
import { prepare, walk } from './walkthrough.ts';

/**
 * Chain, demo dapp and a Chromium with Countersign and the test wallet. With a display it stays open for a person;
 * without one, or with `--headless`, it walks through every request itself and saves pictures; with `--readme` too, the
 * pictures are README's.
 */

const ROOT = join(import.meta.dirname, '../..');
const PICTURES = join(ROOT, process.argv.includes('--readme') ? 'tests/demo/pictures' : 'out/walkthrough');

const headless = process.argv.includes('--headless') || process.argv.includes('--readme') || !hasDisplay();
const chain = await startChain();
const demo = await serveDemo(chain);
try {
  const session = await openSession(chain, { headless });
  try {
    await prepare(chain);
    const settings = await chooseRpc(session, chain);
    const page = await session.context.newPage();
    await page.goto(`${demo.origin}/`);
    await page.waitForSelector('body[data-ready]');
    await settings.close();
    for (const blank of session.context.pages()) if (blank.url() === 'about:blank') await blank.close();
    console.log(`Chain ${chain.chainId} at ${chain.rpcUrl}, demo dapp at ${demo.origin}`);
    if (headless) await walkHeadless(session);
    else await stayOpen(session);
  } finally {
    await session.close();
  }
} catch (error) {
  if (!(error instanceof NoBrowserError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await demo.close();
  await chain.stop();
}

async function walkHeadless(session: Session): Promise<void> {
  const page = session.context.pages().at(-1);
  if (page === undefined) throw new Error('The demo page is gone');
  console.log('No display: walking through every request, once with Reject and once with Continue.\n');
  const walked = await walk(session, chain, page, PICTURES, (one) => console.log(`${walkedText(one)}\n`));
  const bad = walked.filter(({ faults }) => faults.length > 0);
  console.log(
    `${walked.length - bad.length} of ${walked.length} as they should be. Pictures: ${relative(ROOT, PICTURES)}`,
  );
  if (bad.length > 0) process.exitCode = 1;
}

async function stayOpen(session: Session): Promise<void> {
  console.log('The browser is open: connect on the demo page and press its buttons. Close the browser to end.');
  await new Promise<void>((resolve) => session.context.once('close', () => resolve()));
}

function hasDisplay(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
}
