import type { Page } from 'playwright';
import { startRpcProxy } from '../e2e/rpcProxy.ts';
import type { Chain } from '../setup/chain.ts';
import { reviewPages } from '../setup/reviewWindow.ts';
import type { Session } from '../setup/session.ts';
import { openSilentPage, openWorkerSwitch } from '../setup/workers.ts';
import type { Outside } from './Attack.ts';
import type { Reviewer } from './reviewer.ts';

export interface RestorableOutside extends Outside {
  /** Everything as it was, and the wallet awake. */
  restore(): Promise<void>;
  close(): Promise<void>;
}

/** Another chain that the wallet knows; its node is the same. */
const OTHER_CHAIN = '0x1';
/** How soon a review window stands at the latest, and how long somebody clicks on; milliseconds. */
const WINDOW_MS = 6_000;
const CLICKING_MS = 800;

export async function openOutside(
  chain: Chain,
  session: Session,
  walletId: string,
  reviewer: Reviewer | null,
): Promise<RestorableOutside> {
  const { context, wallet } = session;
  const proxy = await startRpcProxy(chain.rpcUrl);
  const silent = await openSilentPage(context, walletId);
  const workers = await openWorkerSwitch(context, silent);
  const chainId = `0x${chain.chainId.toString(16)}` as const;
  const usual = {
    privateKey: chain.accounts.user.privateKey,
    chains: { [chainId]: chain.rpcUrl, [OTHER_CHAIN]: chain.rpcUrl },
    chainId,
  };
  let touched = false;
  let proxied = false;

  const wake = (): Promise<void> =>
    silent.evaluate(() => {
      const { chrome } = globalThis as unknown as { chrome: { runtime: { connect(): { disconnect(): void } } } };
      chrome.runtime.connect().disconnect();
    });

  async function setRpc(rpcUrl: string | null): Promise<void> {
    await reviewer?.send({
      ...{ type: 'settings/write', chosen: true, rpcUrls: { [String(chain.chainId)]: rpcUrl } },
      ...{ show: 'default', language: '' },
    });
  }

  async function firstReview(): Promise<Page | undefined> {
    for (const end = Date.now() + WINDOW_MS; session.id !== '' && Date.now() < end; await sleep(20)) {
      const [window] = reviewPages(context, session.id);
      if (window !== undefined) return window;
    }
    return undefined;
  }

  return {
    async stopWorkers() {
      touched = true;
      await workers.stop(walletId, session.id);
    },
    async switchWallet(to) {
      touched = true;
      const privateKey = chain.accounts[to.account ?? 'user'].privateKey;
      await wallet.configure({ ...usual, privateKey, chainId: to.otherChain === true ? OTHER_CHAIN : chainId });
    },
    async rpc(mode) {
      touched = true;
      proxy.behave(mode);
      if (!proxied) await setRpc(proxy.rpcUrl);
      proxied = true;
    },
    async closeReview() {
      for (const page of reviewPages(context, session.id)) await page.close().catch(() => undefined);
    },
    async clickOn() {
      const window = await firstReview();
      for (const end = Date.now() + CLICKING_MS; window !== undefined && Date.now() < end; ) {
        const box = await window
          .locator('[data-choice="continue"]')
          .boundingBox({ timeout: CLICKING_MS })
          .catch(() => null);
        if (box !== null)
          await window.mouse.click(box.x + box.width / 2, box.y + box.height / 2).catch(() => undefined);
      }
    },
    async restore() {
      if (!touched) return;
      await wake();
      await wallet.configure(usual);
      proxy.behave('forward');
      if (proxied) await setRpc(null);
      touched = false;
      proxied = false;
    },
    close: proxy.close,
  };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
