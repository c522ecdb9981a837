import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Chain } from '../setup/chain.ts';
import { buildFirefoxWallet } from '../wallet/build.ts';
import type { LoggedRequest, WalletConfig } from '../wallet/config.ts';
import { FIREFOX_CONTROLS_PAGE, FIREFOX_WALLET_ID, type Order } from '../wallet/manifest.ts';
import { type Firefox, type FirefoxExtension, launchFirefox } from './firefox.ts';
import type { Tab } from './tab.ts';

/** As the build has it: DIST names another folder than `dist`. */
const FOLDER = join(process.env.DIST ?? join(import.meta.dirname, '../../dist'), 'firefox');
const COUNTERSIGN_UUID = 'c0000000-0000-4000-8000-000000000001';
const WALLET_UUID = 'c0000000-0000-4000-8000-000000000002';

export const COUNTERSIGN_PAGES = `moz-extension://${COUNTERSIGN_UUID}`;

/** A Firefox with Countersign and the test wallet in it, the wallet on one chain. */
export interface FirefoxSession {
  readonly firefox: Firefox;
  readonly wallet: WalletHandle;
  close(): Promise<void>;
}

export interface WalletHandle {
  /** Every request that reached the wallet, in order. */
  log(): Promise<LoggedRequest[]>;
  clearLog(): Promise<void>;
  configure(config: WalletConfig): Promise<void>;
}

export interface FirefoxSessionOptions {
  /** False leaves Countersign out: the control of an attack. */
  readonly guarded?: boolean;
  /** Whether the wallet's scripts run after Countersign's, as they do with its real id, or before. */
  readonly walletOrder?: Order;
}

export async function openFirefoxSession(chain: Chain, options: FirefoxSessionOptions = {}): Promise<FirefoxSession> {
  const { guarded = true, walletOrder = 'after' } = options;
  const wallet: FirefoxExtension = { folder: await buildFirefoxWallet(), id: FIREFOX_WALLET_ID, uuid: WALLET_UUID };
  // Firefox reads an unpacked extension's files whenever it needs them: a build beside a test would take them away.
  const folder = await mkdtemp(join(tmpdir(), 'countersign-build-'));
  const id = walletOrder === 'after' ? geckoId() : LATE_ID;
  await copyBuild(folder, id);
  const firefox = await launchFirefox(guarded ? [{ folder, id, uuid: COUNTERSIGN_UUID }, wallet] : [wallet]);
  const close = async (): Promise<void> => {
    await firefox.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const handle = walletHandle(await firefox.open(`moz-extension://${WALLET_UUID}/${FIREFOX_CONTROLS_PAGE}`));
    const hexChainId = `0x${chain.chainId.toString(16)}` as const;
    await handle.configure({
      privateKey: chain.accounts.user.privateKey,
      chains: { [hexChainId]: chain.rpcUrl },
      chainId: hexChainId,
    });
    return { firefox, wallet: handle, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Answers the first-run page, which the install has opened, as a person does: "my own", the address, Save. Resolves, with
 * the page still open, once the RPC was asked for its chain and gave the right one.
 */
export async function chooseRpc({ firefox }: FirefoxSession, chain: { chainId: number; rpcUrl: string }): Promise<Tab> {
  const page = await openPage(firefox, '/options/');
  await page.activate();
  const row = `[data-chain="${chain.chainId}"]`;
  await page.until(SELECT, `${row} select`, 'own');
  await page.until(TYPE, `${row} input[type="url"]`, chain.rpcUrl);
  await page.click('.save-bar button[type="submit"]');
  await page.until('return document.querySelector(args[0]) !== null', `${row} [data-probe="right"]`);
  return page;
}

/** Comes after the test wallet's id (`extensionOrder.ts`). */
const LATE_ID = 'countersign@countersign.invalid';

async function copyBuild(folder: string, id: string): Promise<void> {
  await cp(FOLDER, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  await writeFile(file, (await readFile(file, 'utf8')).replace(geckoId(), id));
}

/** Countersign's id in Firefox, by the manifest of the build. */
export function geckoId(): string {
  const file = join(FOLDER, 'manifest.json');
  if (!existsSync(file)) throw new Error('dist/firefox is not built: npm run build');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly browser_specific_settings: { readonly gecko: { readonly id: string } };
  };
  return manifest.browser_specific_settings.gecko.id;
}

const PATIENCE_MS = 20_000;

/** The one of Countersign's own pages whose path begins so, once it is open. */
export async function openPage(firefox: Firefox, path: string, timeoutMs = PATIENCE_MS): Promise<Tab> {
  for (const end = Date.now() + timeoutMs; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const found = (await firefox.tabs()).find(({ url }) => url.startsWith(`${COUNTERSIGN_PAGES}${path}`));
    if (found !== undefined) return found.tab;
    if (Date.now() > end) throw new Error(`No page of Countersign's at ${path} in ${timeoutMs / 1000} s`);
  }
}

/** React hears of a value that was set by the element's own setter, and of no other. */
const SET = `
const element = document.querySelector(args[0]);
if (element === null) return false;
Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), 'value').set.call(element, args[1]);`;
const SELECT = `${SET} element.dispatchEvent(new Event('change', { bubbles: true })); return true;`;
const TYPE = `${SET} element.dispatchEvent(new Event('input', { bubbles: true })); return true;`;

function walletHandle(page: Tab): WalletHandle {
  const call = <Result>(name: string, ...args: readonly unknown[]): Promise<Result> =>
    page.run<Result>(
      'return (await browser.runtime.getBackgroundPage()).wallet[args[0]](...args.slice(1))',
      name,
      ...args,
    );
  return {
    log: () => call('log'),
    clearLog: () => call('clearLog'),
    configure: async (config) => {
      await call('configure', config);
    },
  };
}
