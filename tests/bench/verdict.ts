import type { Page } from 'playwright';
import { type Chain, startChain } from '../setup/chain.ts';
import { reject, reviewPage } from '../setup/reviewWindow.ts';
import { serve } from '../setup/serve.ts';
import { chooseRpc, openSession, type Session } from '../setup/session.ts';
import { workerHeapBytes } from '../setup/workerHeap.ts';
import { openWorkerSwitch } from '../setup/workers.ts';
import { kB, ms, type Row, type Summary, summarise } from './stats.ts';

const WARM = 12;
const COLD = 5;

/** An approval from click to a window that shows its verdict: with everything awake, and with the worker dead. */
export async function benchVerdict(): Promise<Row[]> {
  const chain = await startChain();
  const site = await serve((_, response) =>
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>bench</title>'),
  );
  const session = await openSession(chain);
  try {
    const options = await chooseRpc(session, chain);
    const page = await session.context.newPage();
    await page.goto(site.origin);
    await page.evaluate(() => (window as unknown as Wallet).ethereum.request({ method: 'eth_requestAccounts' }));
    // By an extension page, because a debugger on the worker itself would keep it alive.
    const workers = await openWorkerSwitch(session.context, options);
    const warm = await measure(session, chain, page, WARM, async () => {});
    const cold = await measure(session, chain, page, COLD, () => workers.stop(session.id));
    return [
      { what: 'click to verdict on screen, warm', value: ms(warm) },
      {
        what: 'click to verdict on screen, worker dead',
        value: ms(cold),
        against: `${(cold.p50 / warm.p50).toFixed(2)} x warm`,
      },
      { what: 'worker heap in use after this', value: kB(await workerHeapBytes(session.context, session.id)) },
    ];
  } finally {
    await session.close();
    await site.close();
    await chain.stop();
  }
}

interface Wallet {
  readonly ethereum: { request(args: { method: string; params?: unknown[] }): Promise<unknown> };
}

async function measure(
  session: Session,
  chain: Chain,
  page: Page,
  n: number,
  before: () => Promise<void>,
): Promise<Summary> {
  const { user, stranger } = chain.accounts;
  const values: number[] = [];
  for (let index = 0; index < n + 2; index++) {
    await before();
    // Another amount each time: an identical request would be a repeat.
    const data = chain.encode('token', 'approve', [stranger.address, 10n ** 12n + BigInt(index)]);
    const start = performance.now();
    const answer = page.evaluate(
      ([from, to, input]) =>
        (window as unknown as Wallet).ethereum
          .request({ method: 'eth_sendTransaction', params: [{ from, to, data: input }] })
          .catch(() => 'rejected'),
      [user.address, chain.contracts.token, data] as const,
    );
    const review = await reviewPage(session.context, session.id);
    if (review === null) throw new Error('No review window came');
    values.push(performance.now() - start);
    await reject(review);
    await answer;
  }
  return summarise(values.slice(2));
}
