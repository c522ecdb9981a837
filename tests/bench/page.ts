import type { Page } from 'playwright';
import { launchBrowser } from '../setup/browser.ts';
import { type Chain, startChain } from '../setup/chain.ts';
import { serve } from '../setup/serve.ts';
import { chooseRpc, openSession, type Session } from '../setup/session.ts';
import { ms, type Row, ratio, type Summary, summarise } from './stats.ts';

const LOADS = 40;
const READS = 2000;

/** Its first inline script notes when it runs: everything before it is the extensions' doing (and the parser's). */
const PAGE = `<!doctype html><meta charset="utf-8"><script>
  window.firstScriptMs = performance.now() - performance.getEntriesByType('navigation')[0].responseEnd;
</script><title>bench</title><p>bench`;

/** The same page without any extension, with the wallet alone, and with Countersign before the wallet. */
export async function benchPage(): Promise<Row[]> {
  const chain = await startChain();
  const site = await serve((_, response) => response.setHeader('content-type', 'text/html').end(PAGE));
  try {
    const bare = await withoutExtensions(site.origin);
    const wallet = await withSession(chain, false, site.origin);
    const both = await withSession(chain, true, site.origin);
    return [
      { what: 'first inline script, no extension', value: ms(bare) },
      { what: 'first inline script, wallet alone', value: ms(wallet.load) },
      {
        what: 'first inline script, with Countersign',
        value: ms(both.load),
        against: `${(both.load.p50 - wallet.load.p50).toFixed(2)} ms over the wallet alone, ${ratio(both.load.p50, bare.p50)} no extension`,
      },
      { what: 'eth_chainId, wallet alone', value: ms(wallet.read) },
      {
        what: 'eth_chainId, with Countersign',
        value: ms(both.read),
        against: `${(both.read.p50 - wallet.read.p50).toFixed(3)} ms more`,
      },
    ];
  } finally {
    await site.close();
    await chain.stop();
  }
}

async function withoutExtensions(url: string): Promise<Summary> {
  const browser = await launchBrowser({ extensions: [], headless: true });
  try {
    return await loads(await browser.context.newPage(), url);
  } finally {
    await browser.close();
  }
}

async function withSession(chain: Chain, guarded: boolean, url: string): Promise<{ load: Summary; read: Summary }> {
  const session: Session = await openSession(chain, { guarded });
  try {
    if (guarded) await (await chooseRpc(session, chain)).close();
    const page = await session.context.newPage();
    return { load: await loads(page, url), read: await reads(page) };
  } finally {
    await session.close();
  }
}

async function loads(page: Page, url: string): Promise<Summary> {
  const values: number[] = [];
  for (let index = 0; index < LOADS + 5; index++) {
    await page.goto(url);
    values.push(await page.evaluate(() => (window as unknown as { firstScriptMs: number }).firstScriptMs));
  }
  return summarise(values.slice(5));
}

/** A call that is not judged, one after the other. */
async function reads(page: Page): Promise<Summary> {
  const values = await page.evaluate(async (n) => {
    const { ethereum } = window as unknown as { ethereum: { request(args: { method: string }): Promise<unknown> } };
    const each: number[] = [];
    for (let index = 0; index < n; index++) {
      const start = performance.now();
      await ethereum.request({ method: 'eth_chainId' });
      each.push(performance.now() - start);
    }
    return each;
  }, READS);
  return summarise(values);
}
