import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page, Worker } from 'playwright';
import { buildWallet, extensionId } from '../wallet/build.ts';
import type { LoggedRequest, WalletConfig, WalletControls } from '../wallet/config.ts';
import type { Order } from '../wallet/manifest.ts';
import { type LaunchOptions, launchBrowser } from './browser.ts';
import type { Chain } from './chain.ts';
import type { AccountName } from './fixture.ts';

/** As the build has it: DIST names another folder than `dist`. */
export const COUNTERSIGN = join(process.env.DIST ?? join(import.meta.dirname, '../../dist'), 'chromium');

/** A Chromium with Countersign and the test wallet in it, the wallet on one chain. */
export interface Session {
  readonly context: BrowserContext;
  /** Countersign's extension id. */
  readonly id: string;
  readonly wallet: WalletHandle;
  /** Another test wallet of these `extensions`, from now on with this account on the same chain. */
  otherWallet(id: string, account?: AccountName): Promise<WalletHandle>;
  /** URL of one of Countersign's own pages, by the manifest: `options_ui.page`, `action.default_popup`. */
  pageUrl(page: 'options' | 'popup'): string;
  /** Countersign's service worker; it may have been replaced since the last call. */
  worker(): Promise<Worker>;
  close(): Promise<void>;
}

export interface WalletHandle {
  /** Every request that reached the wallet, in order. */
  log(): Promise<LoggedRequest[]>;
  /** Only those that ask for a signature. */
  signingLog(): Promise<LoggedRequest[]>;
  clearLog(): Promise<void>;
  configure(config: WalletConfig): Promise<void>;
}

export interface SessionOptions extends Pick<LaunchOptions, 'profile' | 'backForwardCache'> {
  readonly headless?: boolean;
  readonly walletOrder?: Order;
  /** False leaves Countersign out: the control of an attack. */
  readonly guarded?: boolean;
  /** What the wallet uses as RPC; the chain's own by default. */
  readonly walletRpcUrl?: string;
  /** More unpacked extensions, beside the wallet. */
  readonly extensions?: readonly string[];
}

/** @example const session = await openSession(chain); try { ... } finally { await session.close(); } */
export async function openSession(chain: Chain, options: SessionOptions = {}): Promise<Session> {
  const walletFolder = await buildWallet(options.walletOrder ?? 'after');
  const guarded = options.guarded ?? true;
  const walletId = idOf(await manifestOf(walletFolder));
  const manifest = guarded ? await manifestOf(COUNTERSIGN) : null;
  const id = manifest === null ? '' : idOf(manifest);
  const browser = await launchBrowser({
    extensions: [...(guarded ? [COUNTERSIGN] : []), walletFolder, ...(options.extensions ?? [])],
    headless: options.headless ?? true,
    ...(options.profile === undefined ? {} : { profile: options.profile }),
    backForwardCache: options.backForwardCache ?? false,
  });
  try {
    const { context } = browser;
    const hexChainId = `0x${chain.chainId.toString(16)}` as const;
    const walletWith = async (extension: string, account: AccountName = 'user'): Promise<WalletHandle> => {
      const handle = walletHandle(() => workerOf(context, extension));
      await handle.configure({
        privateKey: chain.accounts[account].privateKey,
        chains: { [hexChainId]: options.walletRpcUrl ?? chain.rpcUrl },
        chainId: hexChainId,
      });
      return handle;
    };
    const wallet = await walletWith(walletId);
    return {
      context,
      id,
      wallet,
      otherWallet: walletWith,
      pageUrl: (page) => `chrome-extension://${id}/${pagePath(manifest ?? {}, page)}`,
      worker: () => workerOf(context, id),
      close: browser.close,
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/**
 * Answers the first-run page as a person does: "my own", the address, Save; on every chain not named it stays "do not
 * simulate". Resolves, with the page still open, once the RPC was asked for its chain and gave the right one.
 */
export async function chooseRpc(session: Session, chain: { chainId: number; rpcUrl: string }): Promise<Page> {
  const url = `${session.pageUrl('options')}#first-run`;
  const page = session.context.pages().find((open) => open.url() === url) ?? (await session.context.newPage());
  if (page.url() !== url) await page.goto(url);
  const row = page.locator(`[data-chain="${chain.chainId}"]`);
  await row.locator('select').selectOption('own');
  await row.locator('input[type="url"]').fill(chain.rpcUrl);
  await page.click('.save-bar button[type="submit"]');
  await row.locator('[data-probe="right"]').waitFor();
  return page;
}

interface Manifest {
  readonly key?: string;
  readonly options_ui?: { readonly page: string };
  readonly action?: { readonly default_popup?: string };
}

async function manifestOf(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
}

function idOf({ key }: Manifest): string {
  if (key === undefined) throw new Error('A manifest has no key, so the extension has no known id');
  return extensionId(key);
}

function pagePath(manifest: Manifest, page: 'options' | 'popup'): string {
  const path = page === 'options' ? manifest.options_ui?.page : manifest.action?.default_popup;
  if (path === undefined) throw new Error(`The manifest names no ${page} page`);
  return path;
}

async function workerOf(context: BrowserContext, id: string): Promise<Worker> {
  const own = (worker: Worker) => worker.url().startsWith(`chrome-extension://${id}/`);
  return (
    context.serviceWorkers().find(own) ?? context.waitForEvent('serviceworker', { predicate: own, timeout: 10_000 })
  );
}

const SIGNS =
  /^(?:personal_sign|eth_sign|eth_sendTransaction|eth_signTransaction|wallet_sendCalls|wallet_invokeMethod)/u;

const TRIES = 4;
const RETRY_MS = 250;

function walletHandle(worker: () => Promise<Worker>): WalletHandle {
  /** A worker may end while it is asked, of idleness or because a test stops it; what is asked here is the same twice. */
  async function asked<Result>(ask: (worker: Worker) => Promise<Result>, tries = 1): Promise<Result> {
    try {
      return await ask(await worker());
    } catch (error) {
      if (tries === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      return asked(ask, tries + 1);
    }
  }
  const log = () =>
    asked((from) => from.evaluate(() => (globalThis as unknown as { wallet: WalletControls }).wallet.log()));
  return {
    log,
    signingLog: async () => (await log()).filter(({ method }) => SIGNS.test(method)),
    clearLog: () =>
      asked((from) => from.evaluate(() => (globalThis as unknown as { wallet: WalletControls }).wallet.clearLog())),
    configure: async (config) => {
      await asked((from) =>
        from.evaluate(
          (wanted) => (globalThis as unknown as { wallet: WalletControls }).wallet.configure(wanted),
          config,
        ),
      );
    },
  };
}
