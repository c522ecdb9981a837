import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BareChromium, launchBareChromium } from '../setup/bareChromium.ts';
import { type Chain, startChain } from '../setup/chain.ts';
import { ACCOUNTS } from '../setup/fixture.ts';
import { type RunningServer, serve } from '../setup/serve.ts';
import { COUNTERSIGN } from '../setup/session.ts';
import { buildWallet, extensionId } from '../wallet/build.ts';
import type { LoggedRequest } from '../wallet/config.ts';
import { pause } from './lab.ts';

/**
 * A page that Chromium prerenders runs before anybody sees it, and asks then, through the provider and round it: without
 * Countersign both reach the wallet; with it they are held until the page is shown, and are asked about then.
 */

const PRERENDER = '{"prerender":[{"source":"list","urls":["/prerendered.html"],"eagerness":"immediate"}]}';
const MARKER = { provider: '0x70726f7669646572', channel: '0x6368616e6e656c' } as const;
const START = `<!doctype html><title>Start</title><script type="speculationrules">${PRERENDER}</script><script>
(async () => { while ((await (await fetch('/go')).text()) !== 'go') await new Promise((done) => setTimeout(done, 100)); location.href = '/prerendered.html'; })();
</script>`;
const PRERENDERED = `<!doctype html><title>Prerendered</title><script>
const say = (what) => fetch('/said?' + encodeURIComponent(what + ' ' + (document.prerendering ? 'prerendered' : 'shown')));
say('ran');
document.addEventListener('prerenderingchange', () => say('activated'));
const ask = (data) => ({ method: 'personal_sign', params: [data, '${ACCOUNTS.user.address}'] });
(async () => {
  await ethereum.request({ method: 'eth_chainId' });
  say('read');
  ethereum.request(ask('${MARKER.provider}')).then(() => say('signed'), (error) => say('refused ' + error.code));
  postMessage({ target: 'metamask-contentscript', data: { name: 'metamask-provider', data: { jsonrpc: '2.0', id: 1, ...ask('${MARKER.channel}') } } }, '*');
})();
</script>`;

let chain: Chain;
let wallet: string;

beforeAll(async () => {
  chain = await startChain();
  wallet = await buildWallet();
});

afterAll(() => chain?.stop());

interface Stand {
  readonly browser: BareChromium;
  readonly said: readonly string[];
  /** What asks for a signature, by its data, in the order it reached the wallet. */
  reached(): Promise<string[]>;
  /** Addresses of Countersign's review windows. */
  reviews(): Promise<string[]>;
  /** The person goes to the page that was prerendered. */
  show(): void;
  close(): Promise<void>;
}

async function stand(extensions: readonly string[]): Promise<Stand> {
  const said: string[] = [];
  let shown = false;
  const site: RunningServer = await serve((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (pathname === '/said') said.push(decodeURIComponent(search.slice(1)));
    if (pathname === '/go') return void response.end(shown ? 'go' : 'wait');
    response.end(pathname === '/prerendered.html' ? PRERENDERED : pathname === '/' ? START : '');
  });
  const browser = await launchBareChromium(extensions);
  const walletId = await idOf(wallet);
  const hexChainId = `0x${chain.chainId.toString(16)}`;
  const { privateKey } = chain.accounts.user;
  const config = { privateKey, chains: { [hexChainId]: chain.rpcUrl }, chainId: hexChainId };
  await browser.inWorker(walletId, `wallet.configure(${JSON.stringify(config)})`);
  if (extensions.includes(COUNTERSIGN)) await closeFirstRun(browser);
  await browser.openPage(`${site.origin}/`);
  return {
    browser,
    said,
    reached: async () => {
      const log = await browser.inWorker<readonly LoggedRequest[]>(walletId, 'wallet.log()');
      return log
        .filter(({ method }) => method === 'personal_sign')
        .map(({ params }) => String(Reflect.get(Object(params), 0)));
    },
    reviews: async () =>
      (await browser.targets()).map(({ url }) => url).filter((url) => url.includes('/review/index.html')),
    show: () => {
      shown = true;
    },
    async close() {
      await browser.close();
      await site.close();
    },
  };
}

/** A tab that is not in front prerenders nothing. */
async function closeFirstRun(browser: BareChromium): Promise<void> {
  const find = async () => (await browser.targets()).find(({ url }) => url.includes('/options/index.html'));
  await expect.poll(find, { timeout: 15_000 }).toBeDefined();
  await browser.closePage((await find())?.targetId ?? '');
}

async function idOf(folder: string): Promise<string> {
  const { key } = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as { key: string };
  return extensionId(key);
}

describe('a page that is prerendered', () => {
  it('is prerendered here, and without Countersign asks the wallet for both', async () => {
    const bare = await stand([wallet]);
    try {
      await expect.poll(() => bare.said, { timeout: 15_000 }).toContain('ran prerendered');
      await pause(2_000);
      expect(bare.said).toContain('signed prerendered');
      expect(await bare.reached()).toHaveLength(2);
      bare.show();
      await expect.poll(() => bare.said, { timeout: 15_000 }).toContain('activated shown');
    } finally {
      await bare.close();
    }
  });

  it('is held with Countersign until it is shown, and is asked about then', async () => {
    const guarded = await stand([COUNTERSIGN, wallet]);
    try {
      await expect.poll(() => guarded.said, { timeout: 15_000 }).toContain('ran prerendered');
      await pause(3_000);
      expect(await guarded.reached()).toEqual([]);
      expect(await guarded.reviews()).toEqual([]);
      guarded.show();
      await expect.poll(() => guarded.said, { timeout: 15_000 }).toContain('activated shown');
      await expect.poll(() => guarded.reviews(), { timeout: 15_000 }).toHaveLength(1);
      await pause(2_000);
      expect(await guarded.reached()).toEqual([]);
      const window = (await guarded.browser.targets()).find(({ url }) => url.includes('/review/index.html'));
      await guarded.browser.closePage(window?.targetId ?? '');
      await expect.poll(() => guarded.said, { timeout: 15_000 }).toContain('refused 4001 shown');
      expect(await guarded.reached()).toEqual([]);
    } finally {
      await guarded.close();
    }
  });
});
