import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright';
import type { Chain } from '../setup/chain.ts';
import { type RunningServer, serveFolder } from '../setup/serve.ts';
import type { Session } from '../setup/session.ts';
import { plant } from './plant.ts';

/** Where the public test dapp expects contracts on the chain with id 1. */
export const USDC = '0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48';
export const APES = '0xBC4CA0EdA7647A8aB7C2061c2E118A18a936f13D';
export const PERMIT_TOKEN = '0xCcCCccccCCCCcCCCCCCcCcCccCcCCCcCcccccccC';

/** MetaMask's own test dapp, served from its package. */
export function serveTestDapp(): Promise<RunningServer> {
  const manifest = createRequire(import.meta.url).resolve('@metamask/test-dapp/package.json');
  return serveFolder(join(dirname(manifest), 'dist'));
}

/** Contracts where the dapp's buttons point, and something for its user to lose. */
export async function plantTestDapp(chain: Chain): Promise<void> {
  const { user, deployer } = chain.accounts;
  await plant(chain, USDC, 'ListedDollar');
  await plant(chain, APES, 'DemoNft');
  await plant(chain, PERMIT_TOKEN, 'DemoToken', ['MyToken', 'MTK', 0]);
  for (const at of [USDC, PERMIT_TOKEN] as const) {
    await chain.send({
      from: deployer.address,
      to: at,
      data: chain.encode('token', 'mint', [user.address, 5_000_000_000n]),
    });
  }
  await chain.send({ from: deployer.address, to: APES, data: chain.encode('nft', 'mint', [user.address, 7n]) });
}

export interface OpenTestDapp {
  readonly page: Page;
  /** Codes, or else messages, of every failure since the last call: shown in the page, logged or unhandled. */
  told(): Promise<unknown[]>;
  /** Everything the page wrote to its console. */
  readonly logged: readonly string[];
}

/** Opens the dapp and listens to how it fails, without touching a provider. */
export async function openTestDapp(session: Session, url: string): Promise<OpenTestDapp> {
  const page = await session.context.newPage();
  const logged: string[] = [];
  page.on('console', (message) => logged.push(message.text()));
  await page.addInitScript(() => {
    const told: unknown[] = [];
    const note = (error: unknown): void => {
      const { code, message } = (error ?? {}) as { code?: unknown; message?: string };
      if (code !== undefined || message !== undefined) told.push(code ?? message);
    };
    const log = console.error;
    console.error = (...values: unknown[]) => {
      for (const value of values) note(value);
      log(...values);
    };
    window.addEventListener('unhandledrejection', ({ reason }) => note(reason));
    Object.assign(window, { told });
  });
  await page.goto(url);
  return { page, logged, told: () => page.evaluate(() => (window as unknown as { told: unknown[] }).told.splice(0)) };
}
