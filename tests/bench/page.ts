import type { Page } from 'playwright';
import { launchBrowser } from '../setup/browser.ts';
import { type Chain, startChain } from '../setup/chain.ts';
import { ACCOUNTS } from '../setup/fixture.ts';
import { serve } from '../setup/serve.ts';
import { openSession, type Session } from '../setup/session.ts';
import { ms, type Row, ratio, summarise } from './stats.ts';

/**
 * What a page pays. A busy machine slows everything for seconds on end, so every figure is measured in short rounds that
 * alternate between the browsers compared, one right after the other, and what is reported is the middle of the
 * differences of such neighbours.
 */
const BUDGET_MS = 15_000;
/** However slow the machine is. */
const LEAST_ROUNDS = 7;
/** A page's clock shows a tenth of a millisecond, so one call cannot be timed. */
const READS = 20;
/** How many reads these came to is printed: as many as fit into a minute, into ten where COUNTERSIGN_FULL=1. */
const FLOOD = 200;
const FLOOD_AT_ONCE = 20;
const FLOOD_BUDGET_MS = process.env.COUNTERSIGN_FULL === '1' ? 600_000 : 60_000;
const OWN_CALLS = 2_000;
const MESSAGES = 250;
const SIGNS = 5;
/** More than a site may have waiting: the next is refused by the background before it is judged. */
const FILLED = 20;

/** Its first inline script notes when it runs: everything before it is the extensions' doing (and the parser's). */
const PAGE = `<!doctype html><meta charset="utf-8"><script>
  window.firstScriptMs = performance.now() - performance.getEntriesByType('navigation')[0].responseEnd;
</script><title>bench</title><p>bench`;

interface Sides {
  readonly bare: Page;
  readonly wallet: Page;
  readonly both: Page;
  /** The test wallet writes every request into one growing list: both begin each round with an empty one. */
  clearLogs(): Promise<void>;
}

/** The same page without any extension, with the wallet alone, and with Countersign before the wallet. */
export async function benchPage(): Promise<Row[]> {
  const chain = await startChain();
  const site = await serve((_, response) => response.setHeader('content-type', 'text/html').end(PAGE));
  const browser = await launchBrowser({ extensions: [], headless: true });
  const sessions: Session[] = [];
  try {
    for (const guarded of [false, true]) sessions.push(await openSession(chain, { guarded }));
    const [alone, guarded] = sessions;
    if (alone === undefined || guarded === undefined) throw new Error('No browsers');
    const [bare, wallet, both] = await Promise.all(
      [browser.context, alone.context, guarded.context].map((context) => context.newPage()),
    );
    if (bare === undefined || wallet === undefined || both === undefined) throw new Error('No pages');
    const clearLogs = async (): Promise<void> => {
      for (const session of sessions) await session.wallet.clearLog();
    };
    const sides = { bare, wallet, both, clearLogs };
    return [
      ...(await firstScript(sides, site.origin)),
      ...(await reads(sides)),
      ...(await ownCost(both)),
      ...(await ownMessages(sides)),
      ...(await flood(sides)),
      ...(await signing(sides, chain)),
    ];
  } finally {
    for (const session of sessions) await session.close();
    await browser.close();
    await site.close();
    await chain.stop();
  }
}

/** Values of each measurement by round, as many rounds as fit into the time. */
async function alternate<Name extends string>(
  budgetMs: number,
  measures: Readonly<Record<Name, () => Promise<number>>>,
  before: () => Promise<void> = async () => undefined,
): Promise<Readonly<Record<Name, number[]>>> {
  const names = Object.keys(measures) as Name[];
  const values = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (const name of names) await measures[name]();
  const end = performance.now() + budgetMs;
  for (let round = 0; round < LEAST_ROUNDS || performance.now() < end; round += 1) {
    // Who goes first changes, or the second would always find a warmer machine.
    const order = round % 2 === 0 ? names : [...names].reverse();
    for (const name of order) {
      await before();
      values[name].push(await measures[name]());
    }
  }
  return values;
}

const middle = (values: readonly number[]): number => summarise(values).p50;
const more = (one: readonly number[], other: readonly number[]): number =>
  middle(one.map((value, round) => value - (other[round] ?? Number.NaN)));
const times = (one: readonly number[], other: readonly number[]): number =>
  middle(one.map((value, round) => value / (other[round] ?? Number.NaN)));

async function firstScript({ bare, wallet, both }: Sides, url: string): Promise<Row[]> {
  const load = (page: Page) => async (): Promise<number> => {
    await page.goto(url);
    return page.evaluate(() => (window as unknown as { firstScriptMs: number }).firstScriptMs);
  };
  const all = await alternate(BUDGET_MS, { bare: load(bare), wallet: load(wallet), both: load(both) });
  return [
    { what: 'first inline script, no extension', value: ms(summarise(all.bare)) },
    { what: 'first inline script, wallet alone', value: ms(summarise(all.wallet)) },
    {
      what: 'first inline script, with Countersign',
      value: ms(summarise(all.both)),
      against: `${more(all.both, all.wallet).toFixed(2)} ms over the wallet alone (at most 5), ${ratio(middle(all.both), middle(all.bare))} no extension`,
    },
  ];
}

interface Provider {
  request(args: { method: string; params?: unknown[] }): Promise<unknown>;
}

interface PageWindow {
  readonly ethereum: Provider;
}

/** Milliseconds a call in this page takes, of `count` calls with so many on their way at once. */
function callMs(page: Page, count: number, atOnce: number): Promise<number> {
  return page.evaluate(
    async ([calls, lanes]) => {
      const { ethereum } = window as unknown as PageWindow;
      const begun = performance.now();
      const lanesDone = Array.from({ length: lanes }, async () => {
        for (let index = 0; index < calls / lanes; index += 1) await ethereum.request({ method: 'eth_chainId' });
      });
      await Promise.all(lanesDone);
      return (performance.now() - begun) / calls;
    },
    [count, atOnce] as const,
  );
}

/** A call that is not judged, one after the other, through a real wallet. */
async function reads({ wallet, both, clearLogs }: Sides): Promise<Row[]> {
  const all = await alternate(
    BUDGET_MS,
    {
      wallet: () => callMs(wallet, READS, 1),
      both: () => callMs(both, READS, 1),
    },
    clearLogs,
  );
  return [
    { what: 'a read, wallet alone', value: ms(summarise(all.wallet)) },
    {
      what: 'a read, with Countersign',
      value: ms(summarise(all.both)),
      against: `${more(all.both, all.wallet).toFixed(3)} ms more (at most 0.1)`,
    },
  ];
}

/** The hook by itself: a provider that answers at once, raw and wrapped, in one page. */
async function ownCost(page: Page): Promise<Row[]> {
  await page.evaluate(() => {
    const raw = {
      async request() {
        return '0x1';
      },
    };
    addEventListener('eip6963:announceProvider', (event) => {
      const { info, provider } = (event as CustomEvent<{ info: { rdns: string }; provider: object }>).detail;
      if (info.rdns === 'org.example.bench') Object.assign(window, { raw, wrapped: provider });
    });
    const info = { uuid: crypto.randomUUID(), name: 'Bench', icon: 'data:,', rdns: 'org.example.bench' };
    dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail: Object.freeze({ info, provider: raw }) }));
  });
  const call = (name: 'raw' | 'wrapped') => (): Promise<number> =>
    page.evaluate(
      async ([which, calls]) => {
        const provider = (window as unknown as Record<string, Provider>)[which];
        const begun = performance.now();
        for (let index = 0; index < calls; index += 1) await provider?.request({ method: 'eth_chainId' });
        return (performance.now() - begun) / calls;
      },
      [name, OWN_CALLS] as const,
    );
  const all = await alternate(BUDGET_MS / 2, { raw: call('raw'), wrapped: call('wrapped') });
  const microseconds = more(all.wrapped, all.raw) * 1_000;
  const n = all.raw.length * OWN_CALLS;
  const against = 'our own part of a read (at most 100)';
  return [{ what: 'a read, the hook by itself', value: `${microseconds.toFixed(2)} µs (n ${n})`, against }];
}

/** The gate by itself: messages that a page posts to itself, and that are on no wallet's channel. */
async function ownMessages({ wallet, both }: Sides): Promise<Row[]> {
  const post = (page: Page) => (): Promise<number> =>
    page.evaluate(async (count) => {
      const begun = performance.now();
      await new Promise<void>((resolve) => {
        let heard = 0;
        const over = new AbortController();
        addEventListener(
          'message',
          ({ data }: MessageEvent) => {
            if (data?.bench !== true || ++heard < count) return;
            over.abort();
            resolve();
          },
          { signal: over.signal },
        );
        for (let index = 0; index < count; index += 1) postMessage({ bench: true, index }, location.origin);
      });
      return (performance.now() - begun) / count;
    }, MESSAGES);
  const all = await alternate(BUDGET_MS / 2, { wallet: post(wallet), both: post(both) });
  return [
    {
      what: "a message of the page's own",
      value: `${(middle(all.both) * 1_000).toFixed(1)} µs`,
      against: `${(more(all.both, all.wallet) * 1_000).toFixed(1)} µs more than with the wallet alone; a read is two messages`,
    },
  ];
}

async function flood({ wallet, both, clearLogs }: Sides): Promise<Row[]> {
  const all = await alternate(
    FLOOD_BUDGET_MS,
    {
      wallet: () => callMs(wallet, FLOOD, FLOOD_AT_ONCE),
      both: () => callMs(both, FLOOD, FLOOD_AT_ONCE),
    },
    clearLogs,
  );
  const percent = (times(all.both, all.wallet) - 1) * 100;
  return [
    {
      what: `${all.both.length * FLOOD} reads, ${FLOOD_AT_ONCE} at once`,
      value: `${middle(all.both).toFixed(3)} ms each`,
      against: `${percent.toFixed(1)} % over the wallet alone (at most 2)`,
    },
  ];
}

/**
 * From the page's call to the answer of a background that has not judged: its site has as many waiting as it may. The
 * wallet is asked for chain and account on the way, and that is its time; a read of both is taken off.
 */
async function signing({ both, clearLogs }: Sides, chain: Chain): Promise<Row[]> {
  const ask = (count: number) => (): Promise<number> =>
    both.evaluate(
      async ([calls, account]) => {
        const { ethereum } = window as unknown as PageWindow;
        const begun = performance.now();
        for (let index = 0; index < calls; index += 1) {
          await ethereum.request({ method: 'personal_sign', params: ['0x00', account] }).catch(() => undefined);
        }
        return (performance.now() - begun) / calls;
      },
      [count, ACCOUNTS.user.address] as const,
    );
  await both.evaluate(
    ([waiting, account]) => {
      const { ethereum } = window as unknown as PageWindow;
      for (let index = 0; index < waiting; index += 1) {
        void ethereum
          .request({ method: 'personal_sign', params: [`0x0${index % 10}`, account] })
          .catch(() => undefined);
      }
    },
    [FILLED, ACCOUNTS.user.address] as const,
  );
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  const claims = (): Promise<number> =>
    both.evaluate(async (calls) => {
      const { ethereum } = window as unknown as PageWindow;
      const begun = performance.now();
      for (let index = 0; index < calls; index += 1) {
        await Promise.all(['eth_chainId', 'eth_accounts'].map((method) => ethereum.request({ method })));
      }
      return (performance.now() - begun) / calls;
    }, SIGNS);
  const all = await alternate(BUDGET_MS, { signing: ask(SIGNS), claims }, clearLogs);
  return [
    {
      what: `a signing call to the background and back, unjudged (chain ${chain.chainId})`,
      value: ms(summarise(all.signing)),
      against: `${more(all.signing, all.claims).toFixed(2)} ms over asking the wallet its chain and accounts (at most 5)`,
    },
  ];
}
