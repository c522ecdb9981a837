import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright';
import { kindOf } from '../../src/request/methods.ts';
import type { Chain } from '../setup/chain.ts';
import type { RunningServer } from '../setup/serve.ts';
import { openSession, type Session } from '../setup/session.ts';
import { extensionId } from '../wallet/build.ts';
import type { LoggedRequest } from '../wallet/config.ts';
import { type Order, walletManifest } from '../wallet/manifest.ts';
import { type Attack, DEFAULT_PATIENCE_MS } from './Attack.ts';
import type { Discovery } from './kit.ts';
import { buildOtherMakes } from './otherMakes.ts';
import { buildOtherWallet } from './otherWallet.ts';
import { openOutside } from './outside.ts';
import { openReviewer } from './reviewer.ts';
import { serveAttack } from './site.ts';

/** What one play of one attack came to. */
export interface Outcome {
  /** Requests that reached the wallet beyond those a person approved. */
  readonly reached: readonly LoggedRequest[];
  /** Everything with the marker that the wallet got: approved requests and reads too. */
  readonly arrived: readonly LoggedRequest[];
  /** True when the review window showed the request: it was held, not lost. */
  readonly asked: boolean;
  readonly tookMs: number;
  /** What the page or the play stumbled over, for reading; it decides nothing. */
  readonly trouble: string | null;
}

export interface NamedAttack extends Attack {
  readonly name: string;
}

/** One browser, with Countersign or without, in which attacks are played several at a time. */
export interface Lab {
  readonly session: Session;
  /** `watchMs`: how long to watch an attack that must not reach, milliseconds. */
  play(
    attacks: readonly NamedAttack[],
    discovery: Discovery,
    watchMs?: (attack: NamedAttack) => number,
  ): Promise<Map<string, Outcome>>;
  close(): Promise<void>;
}

export interface LabOptions {
  readonly guarded: boolean;
  readonly order: Order;
}

/** Pages open at once. More are not faster on two cores. */
const AT_ONCE = 10;
const POLL_MS = 150;

export async function openLab(chain: Chain, { guarded, order }: LabOptions): Promise<Lab> {
  const [fork, makes] = [await buildOtherWallet(), await buildOtherMakes(order)];
  const session = await openSession(chain, {
    ...{
      guarded,
      walletOrder: order,
      extensions: [fork, ...makes].map(({ folder }) => folder),
      backForwardCache: true,
    },
  });
  const reviewer = guarded ? await openReviewer(session) : null;
  const walletId = walletIdOf(order);
  const outside = await openOutside(chain, session, walletId, reviewer);
  const wallets = [session.wallet, await session.otherWallet(fork.id, 'second')];
  for (const { id } of makes) wallets.push(await session.otherWallet(id));
  const readLog = async () => (await Promise.all(wallets.map((wallet) => wallet.log()))).flat();

  const play: Lab['play'] = async (attacks, discovery, watchMs = () => 0) => {
    const outcomes = new Map<string, Outcome>();
    for (const round of rounds(attacks)) {
      for (const wallet of wallets) await wallet.clearLog();
      const runs = await Promise.all(round.map((attack) => begin(attack, discovery)));
      await (guarded ? watch(runs, Math.max(...runs.map(({ attack }) => watchMs(attack)))) : until(runs));
      await outside.restore();
      const log = await readLog();
      const shown = (await reviewer?.shown()) ?? [];
      const ended = await Promise.all(runs.map((run) => end(run, log, shown)));
      for (const [at, { attack }] of runs.entries()) {
        const outcome = ended[at];
        if (outcome !== undefined) outcomes.set(attack.name, outcome);
      }
    }
    return outcomes;
  };

  interface Run {
    readonly attack: NamedAttack;
    readonly marker: string;
    readonly site: RunningServer;
    readonly page: Page;
    readonly begun: number;
    readonly drive: Promise<void>;
    driven: boolean;
    trouble: string | null;
    tookMs: number;
  }

  async function begin(attack: NamedAttack, discovery: Discovery): Promise<Run> {
    const marker = `c5${randomBytes(7).toString('hex')}`;
    const site = await serveAttack(attack, { marker, discovery, walletId, chainId: chain.chainId });
    const page = await session.context.newPage();
    const approve = async (text: string, onlyFor?: string): Promise<void> =>
      reviewer?.decide(text, 'continue', onlyFor);
    const reject = async (text: string): Promise<void> => reviewer?.decide(text, 'reject');
    page.once('crash', () => {
      run.trouble = 'the page crashed';
    });
    const begun = Date.now();
    const play = async (): Promise<void> => {
      await page.goto(`${site.origin}${attack.path ?? '/'}`, { waitUntil: 'commit' });
      await attack.drive?.({ page, origin: site.origin, marker, approve, reject, outside });
    };
    const run: Run = {
      ...{ attack, marker, site, page, begun, driven: false, trouble: null, tookMs: 0 },
      drive: play().then(
        () => {
          run.driven = true;
        },
        (error: unknown) => {
          run.driven = true;
          run.trouble = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
        },
      ),
    };
    return run;
  }

  /** Without Countersign: until each has reached the wallet, or its patience is over. */
  async function until(runs: readonly Run[]): Promise<void> {
    for (;;) {
      const log = await readLog();
      let open = 0;
      for (const run of runs) {
        if (run.tookMs > 0) continue;
        const age = Date.now() - run.begun;
        const patience = run.attack.patienceMs ?? DEFAULT_PATIENCE_MS;
        if (reachedBy(run, log).length >= (run.attack.arrivals ?? 1) || age > patience) run.tookMs = age;
        else open += 1;
      }
      if (open === 0) return;
      await sleep(POLL_MS);
    }
  }

  /** With Countersign: as long as asked for, and until what happens from outside has happened. */
  async function watch(runs: readonly Run[], atLeastMs: number): Promise<void> {
    await Promise.all(runs.map(({ drive }) => Promise.race([drive, sleep(20_000)])));
    const last = Math.max(...runs.map(({ begun }) => begun));
    await sleep(Math.max(500, last + atLeastMs - Date.now()));
    for (const run of runs) run.tookMs = Date.now() - run.begun;
  }

  async function end(run: Run, log: readonly LoggedRequest[], shown: readonly string[]): Promise<Outcome> {
    const said = await Promise.race([run.page.title().catch(() => ''), sleep(2_000)]);
    const trouble = run.trouble ?? (said?.startsWith('error') ? said : null);
    await closeAll(run.site.origin);
    await run.page.close();
    await run.site.close();
    return {
      reached: reachedBy(run, log),
      arrived: log.filter(({ params }) => JSON.stringify(params).includes(run.marker)),
      asked: shown.some((text) => text.includes(run.marker)),
      tookMs: run.tookMs,
      trouble,
    };
  }

  /** Windows an attack opened itself. */
  async function closeAll(origin: string): Promise<void> {
    const { port } = new URL(origin);
    for (const page of session.context.pages()) {
      const own = page.url().includes(`:${port}/`);
      const opener = own ? await page.opener() : null;
      if (opener !== null) await page.close();
    }
  }

  return {
    session,
    play,
    async close() {
      await session.close();
      await outside.close();
    },
  };
}

/** As many at once as there may be; one that is played alone by itself. */
function rounds(attacks: readonly NamedAttack[]): NamedAttack[][] {
  const together = attacks.filter(({ alone }) => alone !== true);
  const out = attacks.filter(({ alone }) => alone === true).map((attack) => [attack]);
  for (let from = 0; from < together.length; from += AT_ONCE) out.push(together.slice(from, from + AT_ONCE));
  return out;
}

function reachedBy(run: { attack: Attack; marker: string }, log: readonly LoggedRequest[]): LoggedRequest[] {
  const hits = log.filter((entry) => asksForSomething(entry) && JSON.stringify(entry.params).includes(run.marker));
  return hits.slice(run.attack.allowed ?? 0);
}

/** A read that carries the marker (`eth_call`, `eth_estimateGas`) is no signing request. */
function asksForSomething({ method }: LoggedRequest): boolean {
  return kindOf(method).kind !== 'pass';
}

function walletIdOf(order: Order): string {
  const manifest = walletManifest(order);
  return 'key' in manifest && typeof manifest.key === 'string' ? extensionId(manifest.key) : '';
}

function sleep(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), ms));
}
