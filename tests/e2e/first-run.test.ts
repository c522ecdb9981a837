import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemo } from '../demo/serve.ts';
import { type Chain, startChain } from '../setup/chain.ts';
import { readReview, reject, reviewPage } from '../setup/reviewWindow.ts';
import type { RunningServer } from '../setup/serve.ts';
import { chooseRpc, openSession, type Session } from '../setup/session.ts';
import { openDemo, toldPage } from './demoPage.ts';
import { type RpcProxy, startRpcProxy } from './rpcProxy.ts';

/** Nothing is sent before the first-run page is answered; afterwards, only to the RPC chosen there. */

let chain: Chain;
let demo: RunningServer;
let session: Session;
let proxy: RpcProxy;
let page: Page;
const hosts = new Set<string>();

beforeAll(async () => {
  chain = await startChain();
  demo = await serveDemo(chain);
  proxy = await startRpcProxy(chain.rpcUrl);
  session = await openSession(chain);
  // Playwright sees the requests of workers and pages of extensions alike.
  session.context.on('request', (request) => hosts.add(new URL(request.url()).host));
  page = await openDemo(session, demo);
});

afterAll(async () => {
  await session?.close();
  await proxy?.close();
  await demo?.close();
  await chain?.stop();
});

async function reviewOf(id: string) {
  await page.bringToFront();
  await page.click(`#${id}`);
  const window = await reviewPage(session.context, session.id);
  if (window === null) throw new Error(`No review window for ${id}`);
  const shown = await readReview(window);
  await reject(window);
  await expect.poll(() => toldPage(page, id)).toBe('4001');
  return shown;
}

describe('the first-run page', () => {
  it('opens by itself on installation', async () => {
    const url = session.pageUrl('options');
    await expect.poll(() => session.context.pages().some((open) => open.url().startsWith(url))).toBe(true);
  });

  it('until it is answered nothing is sent, and the window says that nothing was simulated', async () => {
    const shown = await reviewOf('claim');
    expect(shown.level).not.toBe('routine');
    expect(proxy.asked).toEqual([]);
    const own = [new URL(demo.origin).host, new URL(chain.rpcUrl).host, session.id];
    expect([...hosts].filter((host) => host !== '' && !own.includes(host) && !isExtension(host))).toEqual([]);
  });

  it('once it is answered, the chosen RPC simulates, and no other host is asked', async () => {
    await (await chooseRpc(session, { chainId: chain.chainId, rpcUrl: proxy.rpcUrl })).close();
    const shown = await reviewOf('transfer');
    expect(shown.level).toBe('routine');
    expect(proxy.asked).toContain('eth_simulateV1');
    const own = [new URL(demo.origin).host, new URL(chain.rpcUrl).host, new URL(proxy.rpcUrl).host];
    expect([...hosts].filter((host) => host !== '' && !own.includes(host) && !isExtension(host))).toEqual([]);
  });

  it('asks the RPC for nothing that signs or sends', () => {
    expect(proxy.asked.filter((method) => /send|sign|personal|wallet/iu.test(method))).toEqual([]);
  });
});

function isExtension(host: string): boolean {
  return /^[a-p]{32}$/u.test(host);
}
