import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readReview, reject } from '../setup/reviewWindow.ts';
import { chooseRpc, type Session } from '../setup/session.ts';
import { type DemoLab, openDemo, openDemoLab, toldPage, windowFor } from './demoPage.ts';
import { type RpcProxy, startRpcProxy } from './rpcProxy.ts';

/** Nothing is sent before the first-run page is answered; afterwards, only to the RPC chosen there. */

let lab: DemoLab;
let session: Session;
let proxy: RpcProxy;
let page: Page;
const hosts = new Set<string>();

beforeAll(async () => {
  lab = await openDemoLab();
  session = lab.session;
  proxy = await startRpcProxy(lab.chain.rpcUrl);
  // Playwright sees the requests of workers and pages of extensions alike.
  session.context.on('request', (request) => hosts.add(new URL(request.url()).host));
  page = await openDemo(session, lab.demo);
});

afterAll(async () => {
  await proxy?.close();
  await lab?.close();
});

async function reviewOf(id: string) {
  const window = await windowFor(session, page, id);
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
    const own = [new URL(lab.demo.origin).host, new URL(lab.chain.rpcUrl).host, session.id];
    expect([...hosts].filter((host) => host !== '' && !own.includes(host) && !isExtension(host))).toEqual([]);
  });

  it('once it is answered, the chosen RPC simulates, and no other host is asked', async () => {
    await (await chooseRpc(session, { chainId: lab.chain.chainId, rpcUrl: proxy.rpcUrl })).close();
    const shown = await reviewOf('transfer');
    expect(shown.level).toBe('routine');
    expect(proxy.asked).toContain('eth_simulateV1');
    const own = [new URL(lab.demo.origin).host, new URL(lab.chain.rpcUrl).host, new URL(proxy.rpcUrl).host];
    expect([...hosts].filter((host) => host !== '' && !own.includes(host) && !isExtension(host))).toEqual([]);
  });

  it('asks the RPC for nothing that signs or sends', () => {
    expect(proxy.asked.filter((method) => /send|sign|personal|wallet/iu.test(method))).toEqual([]);
  });
});

function isExtension(host: string): boolean {
  return /^[a-p]{32}$/u.test(host);
}
