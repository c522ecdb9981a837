import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeReviews, proceed, readReview, reject, reviewPage, reviewPages } from '../setup/reviewWindow.ts';
import { chooseRpc, type Session } from '../setup/session.ts';
import { openSilentPage, openWorkerSwitch } from '../setup/workers.ts';
import { type DemoLab, openDemo, openDemoLab, toldPage, windowFor } from './demoPage.ts';
import { type Mode, type RpcProxy, startRpcProxy } from './rpcProxy.ts';

/** What breaks in use: the RPC, the worker, the window, the tab. Each request gets one answer, and never a silent pass. */

const VERDICT_LIMIT_MS = 6000;

let lab: DemoLab;
let session: Session;
let proxy: RpcProxy;
let page: Page;

beforeAll(async () => {
  lab = await openDemoLab();
  session = lab.session;
  proxy = await startRpcProxy(lab.chain.rpcUrl);
  await (await chooseRpc(session, { chainId: lab.chain.chainId, rpcUrl: proxy.rpcUrl })).close();
  page = await openDemo(session, lab.demo);
});

afterEach(() => closeReviews(session.context, session.id));

afterAll(async () => {
  await proxy?.close();
  await lab?.close();
});

beforeEach(async () => {
  proxy.behave('forward');
  await session.wallet.clearLog();
});

describe('a broken RPC', () => {
  it.each<Mode>(['refuse', 'html', 'hang'])(
    '%s: a verdict in time, never routine, the missing fact named',
    async (mode) => {
      proxy.behave(mode);
      const begun = Date.now();
      const window = await windowFor(session, page, 'swap');
      expect(Date.now() - begun).toBeLessThan(VERDICT_LIMIT_MS);
      const shown = await readReview(window);
      expect(shown.level).toBe('unknown');
      expect(shown.unknowns.length).toBeGreaterThan(0);
      await reject(window);
      await expect.poll(() => toldPage(page, 'swap')).toBe('4001');
    },
  );
});

describe('the worker dies while a request waits', () => {
  it('resumes the same request: one window, one decision, one forward', async () => {
    const window = await windowFor(session, page, 'approval');
    const { requestId } = await readReview(window);
    await killWorker(session);
    const again = await reviewPage(session.context, session.id);
    if (again === null) throw new Error('The review window is gone');
    // The next life checks anew, and the window says so in between.
    await expect.poll(async () => (await readReview(again).catch(() => null))?.requestId).toBe(requestId);
    expect(reviewPages(session.context, session.id)).toHaveLength(1);
    const done = () =>
      proceed(again).then(
        () => true,
        () => false,
      );
    await expect.poll(done).toBe(true);
    await expect.poll(() => toldPage(page, 'approval'), { timeout: 15_000 }).toBe('answered');
    expect(await session.wallet.signingLog()).toHaveLength(1);
  });

  it('and Reject after its death is still 4001', async () => {
    const window = await windowFor(session, page, 'permit');
    await killWorker(session);
    await reject(window);
    await expect.poll(() => toldPage(page, 'permit'), { timeout: 15_000 }).toBe('4001');
    expect(await session.wallet.signingLog()).toEqual([]);
  });
});

describe('the person goes away', () => {
  it('closing the window is Reject', async () => {
    const window = await windowFor(session, page, 'claim');
    await window.close();
    await expect.poll(() => toldPage(page, 'claim')).toBe('4001');
    expect(await session.wallet.signingLog()).toEqual([]);
  });

  it('leaving the page ends its request, and nothing reaches the wallet', async () => {
    await windowFor(session, page, 'claim');
    await page.goto('about:blank');
    await expect.poll(() => reviewPages(session.context, session.id).length).toBe(0);
    expect(await session.wallet.signingLog()).toEqual([]);
    page = await openDemo(session, lab.demo);
  });
});

describe('many at once', () => {
  it('three requests wait in one window and each gets its own answer', async () => {
    for (const id of ['approval', 'claim', 'blind-hash']) await page.click(`#${id}`);
    for (let left = 3; left > 0; left -= 1) {
      const window = await reviewPage(session.context, session.id);
      if (window === null) throw new Error(`${left} requests still wait, and no window shows them`);
      expect(reviewPages(session.context, session.id)).toHaveLength(1);
      const { requestId } = await readReview(window);
      await reject(window);
      await expect
        .poll(async () => {
          const open = await reviewPage(session.context, session.id, 0);
          return open === null ? null : (await readReview(open).catch(() => null))?.requestId;
        })
        .not.toBe(requestId);
    }
    for (const id of ['approval', 'claim', 'blind-hash']) expect(await toldPage(page, id)).toBe('4001');
    expect(await session.wallet.signingLog()).toEqual([]);
  });
});

async function killWorker({ context, id }: Session): Promise<void> {
  const helper = await openSilentPage(context, id);
  await (await openWorkerSwitch(context, helper)).stop(id);
  await helper.close();
}
