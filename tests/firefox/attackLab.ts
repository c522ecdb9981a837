import { randomBytes } from 'node:crypto';
import { kindOf } from '../../src/request/methods.ts';
import { DEFAULT_PATIENCE_MS, type Stage } from '../attack/Attack.ts';
import type { Discovery } from '../attack/kit.ts';
import type { NamedAttack, Outcome } from '../attack/lab.ts';
import { serveAttack } from '../attack/site.ts';
import type { Chain } from '../setup/chain.ts';
import type { RunningServer } from '../setup/serve.ts';
import type { LoggedRequest } from '../wallet/config.ts';
import type { Order } from '../wallet/manifest.ts';
import { openReviewer, type Reviewer } from './reviewer.ts';
import { type FirefoxSession, openFirefoxSession } from './session.ts';
import type { Tab } from './tab.ts';

/** `null`: without Countersign. */
export type Guard = Order | null;

/** One Firefox, with Countersign or without, in which the attacks of `tests/attack` are played several at a time. */
export interface FirefoxLab {
  readonly session: FirefoxSession;
  play(attacks: readonly NamedAttack[], watchMs: (attack: NamedAttack) => number): Promise<Map<string, Outcome>>;
  close(): Promise<void>;
}

interface Run {
  readonly attack: NamedAttack;
  readonly marker: string;
  readonly site: RunningServer;
  readonly tab: Tab;
  readonly begun: number;
  readonly driven: Promise<string | null>;
  tookMs: number;
}

const AT_ONCE = 6;
const POLL_MS = 200;
/** No wallet can be called by its id in Firefox: there is no `externally_connectable`. */
const NO_WALLET_ID = 'p'.repeat(32);

export async function openFirefoxLab(chain: Chain, guard: Guard, discovery: Discovery): Promise<FirefoxLab> {
  const guarded = guard !== null;
  const session = await openFirefoxSession(chain, { guarded, walletOrder: guard ?? 'after' });
  const reviewer = guarded ? await openReviewer(session) : null;
  await sleep(1_000);
  const kept = new Set((await session.firefox.tabs()).map(({ tab }) => tab.context));

  async function play(attacks: readonly NamedAttack[], watchMs: (attack: NamedAttack) => number) {
    const outcomes = new Map<string, Outcome>();
    for (let from = 0; from < attacks.length; from += AT_ONCE) {
      await session.wallet.clearLog();
      const runs: Run[] = [];
      for (const attack of attacks.slice(from, from + AT_ONCE)) runs.push(await begin(attack));
      await (guarded ? watch(runs, Math.max(...runs.map(({ attack }) => watchMs(attack)))) : until(runs));
      const log = await session.wallet.log();
      const shown = (await reviewer?.shown()) ?? [];
      for (const run of runs) outcomes.set(run.attack.name, await end(run, log, shown));
      await closeTheRest();
    }
    return outcomes;
  }

  async function begin(attack: NamedAttack): Promise<Run> {
    const marker = `c5${randomBytes(7).toString('hex')}`;
    const site = await serveAttack(attack, { marker, discovery, walletId: NO_WALLET_ID, chainId: chain.chainId });
    const tab = await session.firefox.open();
    const begun = Date.now();
    const go = async (): Promise<void> => {
      await tab.goto(`${site.origin}${attack.path ?? '/'}`, 'none');
      await (DRIVES[attack.name] ?? drive)(attack, tab, stageOf(site, marker, reviewer));
    };
    const driven = go().then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message.slice(0, 100) : String(error)),
    );
    return { attack, marker, site, tab, begun, driven, tookMs: 0 };
  }

  /** Without Countersign: until each has reached the wallet, or its patience is over. */
  async function until(runs: readonly Run[]): Promise<void> {
    for (let open = runs.length; open > 0; await sleep(POLL_MS)) {
      const log = await session.wallet.log();
      open = 0;
      for (const run of runs) {
        if (run.tookMs > 0) continue;
        const age = Date.now() - run.begun;
        const { patienceMs = DEFAULT_PATIENCE_MS, arrivals = 1 } = run.attack;
        if (reachedBy(run, log).length >= arrivals || age > patienceMs + SLOWER_MS) run.tookMs = age;
        else open += 1;
      }
    }
  }

  /** With Countersign: as long as asked for, and until what happens from outside has happened. */
  async function watch(runs: readonly Run[], atLeastMs: number): Promise<void> {
    await Promise.all(runs.map(({ driven }) => Promise.race([driven, sleep(20_000)])));
    const last = Math.max(...runs.map(({ begun }) => begun));
    await sleep(Math.max(AFTER_MS, last + atLeastMs - Date.now()));
    await arrivals(runs);
    for (const run of runs) run.tookMs = Date.now() - run.begun;
  }

  /** What a person approved is given time to reach the wallet, or nobody would see what it is rewritten to. */
  async function arrivals(runs: readonly Run[]): Promise<void> {
    for (const end = Date.now() + APPROVED_MS; Date.now() < end; await sleep(POLL_MS)) {
      const log = await session.wallet.log();
      if (runs.every((run) => withMarker(run, log).length >= (run.attack.allowed ?? 0))) return;
    }
  }

  async function end(run: Run, log: readonly LoggedRequest[], shown: readonly string[]): Promise<Outcome> {
    const title = await Promise.race([run.tab.run<string>('return document.title').catch(() => ''), sleep(2_000)]);
    const trouble = (await Promise.race([run.driven, sleep(100)])) ?? (title?.startsWith('error') ? title : null);
    await run.site.close();
    return {
      reached: reachedBy(run, log),
      arrived: withMarker(run, log),
      asked: shown.some((text) => text.includes(run.marker)),
      tookMs: run.tookMs,
      trouble,
    };
  }

  /** The attacks' own tabs and windows; the review window closes by itself when nothing waits. */
  async function closeTheRest(): Promise<void> {
    for (const { tab, url } of await session.firefox.tabs()) {
      if (!kept.has(tab.context) && !url.startsWith('moz-extension:')) await tab.close().catch(() => undefined);
    }
  }

  return { session, play, close: () => session.close() };
}

/** After the last approval, milliseconds. */
const AFTER_MS = 1_500;
const APPROVED_MS = 10_000;
/** A start that takes longer than Chromium's, milliseconds. */
const SLOWER_MS = 2_000;

type Drive = (attack: NamedAttack, tab: Tab, stage: Stage) => Promise<void>;

const drive: Drive = async (attack, _tab, stage) => attack.drive?.(stage);

/** What other attacks have Playwright do. */
const DRIVES: Readonly<Record<string, Drive>> = {
  'history-back': async (_attack, tab, { origin }) => {
    await tab.until("return document.readyState === 'complete'");
    await tab.run("sessionStorage.setItem('left', 'yes')");
    await tab.goto(`${origin}/blank.html`);
    await tab.back();
  },
};

const NO_ROW = 'this attack is driven over Playwright: no row in Firefox';

function stageOf({ origin }: RunningServer, marker: string, reviewer: Reviewer | null): Stage {
  return {
    get page(): never {
      throw new Error(NO_ROW);
    },
    get outside(): never {
      throw new Error(NO_ROW);
    },
    ...{ origin, marker },
    approve: async (text) => reviewer?.decide(text, 'continue'),
    reject: async (text) => reviewer?.decide(text, 'reject'),
  };
}

function withMarker({ marker }: { marker: string }, log: readonly LoggedRequest[]): LoggedRequest[] {
  return log.filter(({ params }) => JSON.stringify(params).includes(marker));
}

function reachedBy(run: { attack: NamedAttack; marker: string }, log: readonly LoggedRequest[]): LoggedRequest[] {
  const hits = withMarker(run, log).filter(({ method }) => kindOf(method).kind !== 'pass');
  return hits.slice(run.attack.allowed ?? 0);
}

function sleep(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), ms));
}
