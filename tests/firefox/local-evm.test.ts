import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemo } from '../demo/serve.ts';
import { type RpcProxy, startRpcProxy } from '../e2e/rpcProxy.ts';
import { type Chain, startChain } from '../setup/chain.ts';
import type { RunningServer } from '../setup/serve.ts';
import { findFirefox, NO_FIREFOX } from './findFirefox.ts';
import { readReview, reject, reviewPage } from './reviewWindow.ts';
import { chooseRpc, type FirefoxSession, openFirefoxSession } from './session.ts';
import type { Tab } from './tab.ts';

/** Firefox has no offscreen documents: its event page loads the local EVM itself, when an RPC simulates nothing. */

const found = findFirefox();
let chain: Chain;
let demo: RunningServer;
let proxy: RpcProxy;
let session: FirefoxSession;
let page: Tab;

beforeAll(async () => {
  if (found === null) return;
  chain = await startChain();
  demo = await serveDemo(chain);
  proxy = await startRpcProxy(chain.rpcUrl);
  proxy.refuse('eth_simulateV1', 'debug_traceCall');
  session = await openFirefoxSession(chain);
  await (await chooseRpc(session, { chainId: chain.chainId, rpcUrl: proxy.rpcUrl })).close();
  page = await session.firefox.open(`${demo.origin}/`);
  await page.until("return document.body.matches('[data-ready]')");
  await page.click('#connect');
  await page.until(
    'return document.querySelector(args[0]) !== null',
    '#answers li[data-request="connect"]:not([data-state="waiting"])',
  );
});

afterAll(async () => {
  await session?.close();
  await proxy?.close();
  await demo?.close();
  await chain?.stop();
});

describe('in Firefox, an RPC that simulates nothing', () => {
  it('the swap is run here', async ({ skip }) => {
    if (found === null) skip(NO_FIREFOX);
    await page.activate();
    await page.click('#swap');
    const window = await reviewPage(session);
    const { level, technicalText } = await readReview(window);
    expect((JSON.parse(technicalText) as { engine: unknown }).engine).toBe('local-evm');
    expect(level).toBe('routine');
    await reject(window);
  });
});
