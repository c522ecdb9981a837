import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../setup/accessibility.ts';
import { closeReviews, proceed, readReview, reject } from '../setup/reviewWindow.ts';
import { chooseRpc, type Session } from '../setup/session.ts';
import { askToSend, picture } from './asking.ts';
import { type DemoLab, openDemo, openDemoLab } from './demoPage.ts';
import { type RpcProxy, startRpcProxy } from './rpcProxy.ts';

/** An RPC that gives state and simulates nothing: the extension's own EVM runs the request (simulation.md, 5). */

const VERDICT_LIMIT_MS = 6_000;

let lab: DemoLab;
let session: Session;
let proxy: RpcProxy;
let page: Page;

beforeAll(async () => {
  lab = await openDemoLab();
  session = lab.session;
  proxy = await startRpcProxy(lab.chain.rpcUrl);
  proxy.refuse('eth_simulateV1', 'debug_traceCall');
  await (await chooseRpc(session, { chainId: lab.chain.chainId, rpcUrl: proxy.rpcUrl })).close();
  page = await openDemo(session, lab.demo);
});

afterEach(() => closeReviews(session.context, session.id));

afterAll(async () => {
  await proxy?.close();
  await lab?.close();
});

describe('an RPC that simulates nothing', () => {
  it('a swap is run here: what leaves and what arrives was shown by a simulation', async () => {
    const { accounts, contracts, encode } = lab.chain;
    const path = [contracts.weth, contracts.token];
    const data = encode('router', 'swapExactETHForTokens', [190_000_000n, path, accounts.user.address, 4_000_000_000n]);
    const begun = Date.now();
    const { window, done } = await askToSend(session, page, {
      ...{ from: accounts.user.address, to: contracts.router, data, value: '0x16345785d8a0000' },
    });
    expect(Date.now() - begun).toBeLessThan(VERDICT_LIMIT_MS);
    const shown = await readReview(window);
    expect(engineOf(shown.technicalText)).toBe('local-evm');
    expect(shown.level).toBe('routine');
    expect(shown.leaves.join()).toContain('0.1');
    expect(shown.arrives.join()).toContain('199.4');
    expect(await window.locator('[data-block="arrives"]').textContent()).toContain('simulation');
    await picture(window, 'local-evm');
    expect(await accessibilityFaults(window)).toEqual([]);
    await proceed(window);
    expect(await done).toBe('answered');
  });

  it('an allowance is run here too, and its danger is found', async () => {
    const { accounts, contracts, encode } = lab.chain;
    const data = encode('token', 'approve', [accounts.stranger.address, 2n ** 256n - 1n]);
    const { window, done } = await askToSend(session, page, {
      ...{ from: accounts.user.address, to: contracts.token, data },
    });
    const shown = await readReview(window);
    expect(engineOf(shown.technicalText)).toBe('local-evm');
    expect(shown.level).toBe('danger');
    expect(await window.locator('[data-block="power"]').textContent()).toContain('simulation');
    await reject(window);
    expect(await done).toBe('4001');
  });

  it('asks the RPC for state alone', () => {
    expect(proxy.asked).toContain('eth_getStorageAt');
    expect(proxy.asked.filter((method) => /send|sign|personal|wallet/iu.test(method))).toEqual([]);
  });
});

function engineOf(technicalText: string): unknown {
  return (JSON.parse(technicalText) as { engine: unknown }).engine;
}
