import type { Page } from 'playwright';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ACCOUNTS } from '../setup/fixture.ts';
import { proceed, reviewPage, reviewPages } from '../setup/reviewWindow.ts';
import { type Lab, openLab, openTab, pause, reached, ready, sign, told } from './lab.ts';

/**
 * checks.md F5: Countersign is updated or switched off under a page that stays open. Its scripts go on there without a
 * background: what signs is rejected within two seconds with the remedy, what reads passes, nothing is forwarded unjudged.
 */

const LIMIT_MS = 2_000;
/** The machine's own time to take an extension down, which is not ours to judge. */
const TAKEN_DOWN_MS = 1_500;
const REMEDY = 'Countersign was updated: reload this page.';

let lab: Lab;
let page: Page;

beforeEach(async () => {
  lab = await openLab();
  page = await openTab(lab.session, await lab.site());
});

afterEach(() => lab?.close());

/** Every way in which an extension leaves the pages it stands in. */
const LEAVES = {
  updated: async (): Promise<void> => {
    const own = await lab.session.context.newPage();
    await own.goto(`chrome-extension://${lab.session.id}/manifest.json`);
    await own.evaluate('setTimeout(() => chrome.runtime.reload())');
  },
  'switched off': (): Promise<unknown> => setEnabled(false),
};

interface Chrome {
  readonly management: {
    setEnabled(id: string, on: boolean): Promise<void>;
    get(id: string): Promise<{ readonly enabled: boolean }>;
  };
}

/** By the browser's own page of extensions; `null` looks only. Resolves to whether Countersign is on. */
async function setEnabled(on: boolean | null): Promise<boolean> {
  const extensions = await lab.session.context.newPage();
  await extensions.goto('chrome://extensions');
  const enabled = await extensions.evaluate(
    async ([id, wanted]) => {
      const { management } = (globalThis as unknown as { chrome: Chrome }).chrome;
      if (wanted !== null) await management.setEnabled(id, wanted);
      return (await management.get(id)).enabled;
    },
    [lab.session.id, on] as const,
  );
  await extensions.close();
  return enabled;
}

/** Resolves with what a request came to and how long that took, milliseconds. */
function request(method: string, params: readonly unknown[] = []): Promise<{ what: unknown; tookMs: number }> {
  return page.evaluate(
    async ([name, list]) => {
      const { ethereum } = globalThis as unknown as { ethereum: { request(asked: object): Promise<unknown> } };
      const begun = performance.now();
      const what = await ethereum
        .request({ method: name, params: list })
        .catch((error: { code: number; message: string }) => ({ code: error.code, message: error.message }));
      return { what, tookMs: performance.now() - begun };
    },
    [method, params] as const,
  );
}

/** Posts `personal_sign` on the wallet's channel and resolves with the answer to it there. */
function post(text: string): Promise<{ error?: { code: number; message: string } }> {
  return page.evaluate(
    ([data, account]) =>
      new Promise((resolve) => {
        addEventListener('message', ({ data: heard }) => {
          if (heard?.target === 'metamask-inpage' && heard.data?.data?.id === 4711) resolve(heard.data.data);
        });
        const body = { jsonrpc: '2.0', id: 4711, method: 'personal_sign', params: [data, account] };
        postMessage({ target: 'metamask-contentscript', data: { name: 'metamask-provider', data: body } }, '*');
      }),
    [`0x${Buffer.from(text).toString('hex')}`, ACCOUNTS.user.address] as const,
  );
}

describe.each(Object.entries(LEAVES))('%s in mid-request', (_name, leave) => {
  it('what waits is rejected in time, with the remedy, and nothing reaches the wallet afterwards', async () => {
    const waits = request('personal_sign', ['0x77616974', ACCOUNTS.user.address]);
    await ready(lab, 'wait');
    const begun = Date.now();
    await leave();
    expect((await waits).what).toEqual({ code: -32603, message: REMEDY });
    expect(Date.now() - begun).toBeLessThan(LIMIT_MS + TAKEN_DOWN_MS);

    const { what, tookMs } = await request('personal_sign', ['0x6c61746572', ACCOUNTS.user.address]);
    expect(what).toEqual({ code: -32603, message: REMEDY });
    expect(tookMs).toBeLessThan(LIMIT_MS);
    expect(await post('round the hook')).toMatchObject({ error: { code: -32603, message: REMEDY } });
    expect((await request('eth_sendRawTransaction', ['0x00'])).what).toMatchObject({ code: -32603 });

    const chainId = `0x${lab.chain.chainId.toString(16)}`;
    const read = await request('eth_chainId');
    expect(read).toMatchObject({ what: chainId });
    expect(read.tookMs).toBeLessThan(LIMIT_MS);
    expect((await request('eth_getBalance', [ACCOUNTS.user.address, 'latest'])).what).toMatch(/^0x/u);
    await expect.poll(() => reviewPages(lab.session.context, lab.session.id).length).toBe(0);
    await pause(1_000);
    expect((await reached(lab.session)).size).toBe(0);
  });

  it('at the moment of Continue: forwarded once or rejected, never left hanging', async () => {
    await sign(page, 'at once');
    const item = await ready(lab, 'at once');
    await Promise.all([lab.desk.decide(item, 'continue').catch(() => false), leave()]);
    await expect.poll(() => told(page), { timeout: 10_000 }).toHaveLength(1);
    await pause(1_000);
    const [answer] = await told(page);
    expect([...(await reached(lab.session)).values()]).toEqual(answer?.what === 'ok' ? [1] : []);
    expect(['ok', -32603]).toContain(answer?.what);
  });
});

describe('once it is back', () => {
  it('the old page stays rejected until it is loaded anew, and is guarded then as ever', async () => {
    await LEAVES.updated();
    await expect.poll(() => setEnabled(null)).toBe(false);
    // An unpacked extension that was loaded by the command line stays off after `runtime.reload()`.
    await expect.poll(() => setEnabled(true)).toBe(true);
    const refused = await request('personal_sign', ['0x00', ACCOUNTS.user.address]);
    expect(refused.what).toEqual({ code: -32603, message: REMEDY });

    await page.reload();
    await page.waitForFunction('window.ethereum !== undefined');
    await sign(page, 'after');
    const window = await reviewPage(lab.session.context, lab.session.id);
    if (window === null) throw new Error('No review window');
    await proceed(window);
    await expect.poll(() => told(page)).toEqual([{ text: 'after', what: 'ok' }]);
    expect([...(await reached(lab.session))]).toEqual([['after', 1]]);
  });
});
