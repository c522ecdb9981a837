import { hostOf } from '../../src/text/domains.ts';
import type { PageStatus } from '../protocol/bridge.ts';
import { readPageStatus } from '../protocol/read.ts';
import type { StatusView, Unprotected } from '../protocol/views.ts';
import { browser } from './api.ts';
import type { Checker } from './checker.ts';

const TABS_KEY = 'oldTabs';

export interface TabFacts {
  readonly tabId: number;
  readonly pausedUntil: (host: string | null) => number | null;
  readonly chosen: boolean;
  readonly recent: StatusView['recent'];
  readonly waiting: number;
}

/** What Countersign does, and does not do, in one tab. */
export async function readStatus(facts: TabFacts, checker: Checker): Promise<StatusView> {
  const page = await askPage(facts.tabId);
  const origin = page?.origin ?? null;
  const host = hostOf(origin);
  const pausedUntil = facts.pausedUntil(host);
  const unprotected: Unprotected[] = page === null ? [await whyUnreachable(facts.tabId)] : walletStates(page.status);
  if (pausedUntil !== null) unprotected.unshift('paused');
  if (!facts.chosen) unprotected.push('not-simulated');
  return {
    host,
    unprotected,
    wallets: page?.status.wallets ?? [],
    pausedUntil,
    siteWarning: origin === null ? null : await siteWarning(origin, checker),
    recent: facts.recent,
    waiting: facts.waiting,
  };
}

/** Tabs open at install or update hold no script of ours, or one that lost its way back. */
export async function markOldTabs(why: 'tab-older-than-install' | 'orphaned-page'): Promise<void> {
  const tabs = await browser.tabs.query({});
  const old = Object.fromEntries(tabs.map(({ id }) => [String(id), why]));
  await browser.storage.session.set({ [TABS_KEY]: old });
}

export function walletStates({ wallets, walletFirst }: PageStatus): Unprotected[] {
  const states: Unprotected[] = [];
  if (wallets.length === 0) states.push('no-wallet-seen');
  if (walletFirst) states.push('wallet-loads-first');
  else if (wallets.some(({ gated }) => !gated)) states.push('wallet-not-gated');
  return states;
}

async function askPage(tabId: number): Promise<{ status: PageStatus; origin: string | null } | null> {
  try {
    const answer: unknown = await browser.tabs.sendMessage(tabId, { type: 'status?' }, { frameId: 0 });
    const status = readPageStatus(answer);
    return status === null ? null : { status, origin: status.origin };
  } catch {
    return null;
  }
}

async function whyUnreachable(tabId: number): Promise<Unprotected> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (tab?.incognito === true && !(await browser.extension.isAllowedIncognitoAccess())) return 'private-window';
  // `contains` says no to a pattern that is optional too, though the content scripts hold it.
  const { origins = [] } = await browser.permissions.getAll();
  if (!['http://*/*', 'https://*/*'].every((pattern) => origins.includes(pattern))) return 'site-access-withheld';
  const old: unknown = (await browser.storage.session.get(TABS_KEY))[TABS_KEY];
  const why: unknown = typeof old === 'object' && old !== null ? Reflect.get(old, String(tabId)) : undefined;
  return why === 'tab-older-than-install' || why === 'orphaned-page' ? why : 'browser-page';
}

async function siteWarning(origin: string, checker: Checker): Promise<StatusView['siteWarning']> {
  try {
    const { verdict, explanation } = await checker.checkSite(origin);
    if (verdict.level !== 'caution' && verdict.level !== 'danger') return null;
    return { level: verdict.level, text: explanation.reasons[0]?.text ?? explanation.headline };
  } catch {
    return null;
  }
}
