import { kindOf } from '../../src/request/methods.ts';
import type { Chain } from '../setup/chain.ts';
import { proceed, reject, reviewPage } from '../setup/reviewWindow.ts';
import { chooseRpc, openSession, type Session } from '../setup/session.ts';
import type { Check, Env } from './page/Check.ts';
import { hexChainId } from './world.ts';

/** What one check observed, and what of it came to the wallet. */
export interface Observed {
  readonly seen: unknown;
  /** Requests that need a decision, as the wallet got them. */
  readonly reached: readonly string[];
}

export interface Side {
  observe(check: Check): Promise<Observed>;
  close(): Promise<void>;
}

const CHECK_TIMEOUT_MS = 45_000;

/** One browser: the wallet alone, or the wallet and Countersign. */
export async function openSide(chain: Chain, env: Env, url: string, guarded: boolean): Promise<Side> {
  const session = await openSession(chain, { guarded });
  if (guarded) await (await chooseRpc(session, chain)).close();
  return {
    close: session.close,
    async observe(check) {
      const restore = await chain.snapshot();
      await reset(session, chain, env);
      const page = await session.context.newPage();
      const person = guarded ? decide(session, check.decision ?? 'continue') : null;
      try {
        await page.goto(url);
        await page.waitForSelector('body[data-ready]', { state: 'attached' });
        await session.wallet.clearLog();
        const seen = await within(page.evaluate((title) => window.conformance.run(title), check.title));
        const log = await session.wallet.log();
        const reached = log.filter(({ method }) => kindOf(method).kind !== 'pass');
        return { seen, reached: reached.map(({ method, paramsText }) => `${method} ${paramsText}`) };
      } catch (error) {
        return { seen: `failed: ${error instanceof Error ? error.message : String(error)}`, reached: [] };
      } finally {
        await person?.leave();
        await page.close();
        await restore();
      }
    },
  };
}

async function reset(session: Session, chain: Chain, env: Env): Promise<void> {
  await session.wallet.configure({
    privateKey: chain.accounts.user.privateKey,
    chains: { [hexChainId(env.chainId)]: env.rpcUrl, [hexChainId(env.otherChainId)]: env.otherRpcUrl },
    chainId: hexChainId(env.chainId),
  });
}

/** A person who answers each review window the same way, until told to leave. */
function decide(session: Session, choice: 'continue' | 'reject'): { leave(): Promise<void> } {
  let here = true;
  const work = (async () => {
    while (here) {
      const window = await reviewPage(session.context, session.id, 0);
      if (window === null) await new Promise((resolve) => setTimeout(resolve, 50));
      // The window may close, or show the next request, between two looks of ours: then it is looked at again.
      else await (choice === 'continue' ? proceed(window) : reject(window)).catch(() => undefined);
    }
  })();
  return {
    leave: () => {
      here = false;
      return work;
    },
  };
}

function within(seen: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, fail) => {
    timer = setTimeout(() => fail(new Error('the page did not come to an end')), CHECK_TIMEOUT_MS);
  });
  return Promise.race([seen, late]).finally(() => clearTimeout(timer));
}
