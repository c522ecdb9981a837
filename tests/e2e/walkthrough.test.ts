import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REQUESTS } from '../demo/page/requests.ts';
import { serveDemo } from '../demo/serve.ts';
import { EXPECTED, prepare, type Walked, walk } from '../demo/walkthrough.ts';
import { type Chain, startChain } from '../setup/chain.ts';
import type { RunningServer } from '../setup/serve.ts';
import { chooseRpc, openSession, type Session } from '../setup/session.ts';
import { wasJudged } from './judgedBytes.ts';

const PICTURES = join(import.meta.dirname, '../../out/walkthrough');

let chain: Chain;
let demo: RunningServer;
let session: Session;
let walked: readonly Walked[];

beforeAll(async () => {
  chain = await startChain();
  demo = await serveDemo(chain);
  await prepare(chain);
  session = await openSession(chain);
  await (await chooseRpc(session, chain)).close();
  const page = await session.context.newPage();
  await page.goto(`${demo.origin}/`);
  await page.waitForSelector('body[data-ready]');
  walked = await walk(session, chain, page, PICTURES);
}, 180_000);

afterAll(async () => {
  await session?.close();
  await demo?.close();
  await chain?.stop();
});

describe.each(REQUESTS.map(({ id, title }) => ({ id, title })))('the demo: $title ($id)', ({ id }) => {
  const one = (): Walked => {
    const found = walked.find((item) => item.id === id);
    if (found === undefined) throw new Error(`The walk never came to "${id}"`);
    return found;
  };

  it('is shown at its level, refused by Reject and carried out by Continue', () => {
    expect(one().faults).toEqual([]);
    expect(EXPECTED[id]).toContain(one().shown?.level);
  });

  it('reads well: at most 12 words, no hex, never "safe" or "verified"', () => {
    const shown = one().shown;
    expect(shown).not.toBeNull();
    expect(shown?.headline.split(/\s+/u).length).toBeLessThanOrEqual(12);
    expect(shown?.headline).not.toMatch(/0x[0-9a-f]/iu);
    const words = [shown?.headline, shown?.advice, shown?.continueLabel, ...(shown?.reasons ?? [])].join(' ');
    expect(words).not.toMatch(/\b(?:safe|verified)\b/iu);
  });

  it('forwards the very text the window had judged', () => {
    const { reached, shownLast } = one();
    if (reached === null || shownLast === null) throw new Error('Nothing was shown, or nothing reached the wallet');
    expect(wasJudged(shownLast.technicalText, reached)).toBe(true);
  });
});
