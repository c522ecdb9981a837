import type { Report } from '../../src/check.ts';
import { hostOf } from '../../src/text/domains.ts';
import { BRIDGE_PORT } from '../protocol/bridge.ts';
import { PAGE_PORT } from '../protocol/pages.ts';
import { BOUNDARIES, type Own } from '../protocol/senders.ts';
import type { StoredRequest } from '../protocol/stored.ts';
import { browser } from './api.ts';
import { markActiveTab, setMark } from './badge.ts';
import { createChecker } from './checker.ts';
import { type BridgeLink, type Desk, type Live, openDesk } from './desk.ts';
import { createEarlierBook } from './earlier.ts';
import { heldReport } from './heldReport.ts';
import { openHistory } from './history.ts';
import { createModelHost, MODEL_IDLE_MS } from './model.ts';
import { modelFacts } from './modelFacts.ts';
import { loadPackaged } from './packaged.ts';
import { createPageAnswers } from './pageAnswers.ts';
import { openPauses } from './pauses.ts';
import { openQuietBook } from './quiet.ts';
import { createReviewWindow } from './reviewWindow.ts';
import { callerOf } from './senderRecord.ts';
import { openSettings } from './settings.ts';
import { markOldTabs, walletStates } from './status.ts';
import { openRequestStore } from './store.ts';
import { createWatch } from './watch.ts';

/** Wires the background. Every listener is registered in the first turn: a worker is woken for an event and for nothing else. */
const SWEEP = 'sweep';
const DROP_MODEL = 'drop-model';
const OPTIONS_PAGE = 'options/index.html';
const OWN: Own = { id: browser.runtime.id, base: browser.runtime.getURL('') };
type Port = Parameters<Parameters<typeof browser.runtime.onConnect.addListener>[0]>[0];
type Sender = NonNullable<Port['sender']>;

const pages = new Set<Port>();
const reviewWindow = createReviewWindow();
const model = createModelHost(() => {
  void browser.alarms.create(DROP_MODEL, { when: Date.now() + MODEL_IDLE_MS });
});
const started = start();

async function readFile(path: string): Promise<Uint8Array> {
  const response = await fetch(browser.runtime.getURL(path));
  if (!response.ok) throw new Error(`${path} is not in the package. Check the build.`);
  return new Uint8Array(await response.arrayBuffer());
}

async function start() {
  const { local, session } = browser.storage;
  const now = () => Date.now();
  const packaged = loadPackaged(readFile);
  const [store, settings, history, quiet, pauses] = await Promise.all([
    openRequestStore(session),
    openSettings(local),
    openHistory(local),
    openQuietBook(local, now),
    openPauses(session, now),
  ]);
  const language = () => settings.current().language || browser.i18n.getUILanguage();
  const earlier = createEarlierBook(now);
  const checker = createChecker({
    ...{ settings, packaged, history, language, earlier },
    classifier: model.classifier,
    localEvm: model.localEvm,
  });

  function opensWindow(report: Report): boolean {
    const { show } = settings.current();
    if (show === 'everything' || report.verdict.level !== 'routine') return true;
    const connect = report.request.ask.kind === 'permission' && report.request.ask.connect;
    if (connect || show === 'problems') return false;
    return !quiet.isRepeat(report);
  }

  async function remember(request: StoredRequest, live: Live | null): Promise<void> {
    if (request.choice === null || request.incognito) return;
    const report = live?.report ?? null;
    if (report !== null && request.choice === 'continue') {
      earlier.remember(report);
      await Promise.all([history.remember(report), quiet.remember(report)]);
    }
    const connect = report?.request.ask.kind === 'permission' && report.request.ask.connect;
    if (report === null || (connect && request.choice === 'quiet')) return;
    await history.add({
      id: request.id,
      at: now(),
      host: hostOf(request.origin) ?? '',
      headline: report.explanation.headline,
      level: report.verdict.level,
      choice: request.choice,
    });
  }

  const desk: Desk = openDesk({
    store,
    now,
    randomId,
    digest,
    later: (run, delayMs) => setTimeout(run, delayMs),
    check: (id, live) => checker.check(id, live),
    opensWindow,
    isPaused: (caller) => pauses.until(hostOf(caller.topOrigin ?? caller.origin)) !== null,
    showWindow: () => void reviewWindow.show(),
    changed,
    decided(request, live) {
      void remember(request, live).catch(() => undefined);
      const paused = pauses.until(hostOf(request.topOrigin ?? request.origin)) !== null;
      if (request.choice === 'quiet') void setMark({ kind: paused ? 'paused' : 'quiet' }, request.tabId);
      if (desk.waiting().length === 0) void reviewWindow.close();
    },
  });

  function changed(): void {
    for (const page of pages) page.postMessage({ type: 'changed' });
    const count = desk.waiting().length;
    void setMark(count === 0 ? { kind: 'none' } : { kind: 'waiting', count }, null);
    if (desk.isBusy()) void browser.alarms.create(SWEEP, { periodInMinutes: 1 });
    else void browser.alarms.clear(SWEEP);
  }

  const look = createWatch({
    ...{ desk, now },
    newestBlock: (chainId) => checker.newestBlock(chainId),
    held: async (before, found) => heldReport(before, found, (await packaged).registry),
  });
  const answer = createPageAnswers({
    ...{ desk, settings, history, pauses, packaged, checker, now, changed, look },
    model: () => modelFacts(readFile),
    pause: (durationMs) => new Promise((resolve) => setTimeout(resolve, durationMs)),
    async forget() {
      earlier.clear();
      await Promise.all([history.clear(), quiet.clear()]);
    },
    markPaused: (on) => void markActiveTab({ kind: on ? 'paused' : 'none' }),
  });
  return { desk, answer, settings };
}

browser.runtime.onConnect.addListener((port) => {
  if (port.name === PAGE_PORT && BOUNDARIES.pagePort.admits(port.sender, OWN)) {
    pages.add(port);
    port.onDisconnect.addListener(() => pages.delete(port));
    return;
  }
  if (port.name !== BRIDGE_PORT || !BOUNDARIES.bridgePort.admits(port.sender, OWN)) return port.disconnect();
  let document: string | null = null;
  const link: BridgeLink = {
    post(message) {
      try {
        port.postMessage(message);
      } catch {
        // The document went away; the desk hears of it by the port.
      }
    },
  };
  port.onMessage.addListener((raw) => void receive(raw));
  port.onDisconnect.addListener(() => {
    if (document !== null) void started.then(({ desk }) => desk.bridgeGone(document ?? '', link));
  });

  async function receive(raw: unknown): Promise<void> {
    const message = BOUNDARIES.bridgePort.take(raw, port.sender, OWN);
    const caller = callerOf(port.sender, OWN.id, message?.type === 'ask' ? message.ancestors : []);
    if (message === null || caller === null) return;
    document = caller.document;
    const { desk } = await started;
    if (message.type === 'ack') return desk.acknowledge(caller.document, message.key);
    model.warm();
    await desk.receive(caller, message, link);
  }
});

browser.runtime.onMessage.addListener(onMessage);

/** Two overloads, as the API has them: a promise answers, `undefined` leaves the message to others. */
function onMessage(raw: unknown, sender: Sender): undefined;
function onMessage(raw: unknown, sender: Sender): Promise<unknown>;
function onMessage(raw: unknown, sender: Sender): Promise<unknown> | undefined {
  const status = BOUNDARIES.pageStatus.take(raw, sender, OWN);
  if (status !== null && sender.tab?.id !== undefined) {
    if (walletStates(status).length > 0) void setMark({ kind: 'unprotected' }, sender.tab.id);
    return undefined;
  }
  const message = BOUNDARIES.pageMessage.take(raw, sender, OWN);
  return message === null ? undefined : started.then(({ answer }) => answer(message));
}

browser.windows.onRemoved.addListener((windowId) => {
  void reviewWindow.wasClosed(windowId).then(async (ours) => {
    if (ours) await (await started).desk.rejectWhere(() => true, 'reject');
  });
});

browser.tabs.onRemoved.addListener((tabId) => {
  void started.then(({ desk }) => desk.rejectWhere((request) => request.tabId === tabId, 'expired'));
});

browser.alarms.onAlarm.addListener(({ name }) => {
  if (name === SWEEP) void started.then(({ desk }) => desk.sweep());
  if (name === DROP_MODEL) void model.drop();
});

browser.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === 'install') {
    void markOldTabs('tab-older-than-install');
    void browser.tabs.create({ url: browser.runtime.getURL(`${OPTIONS_PAGE}#first-run`) });
  } else if (reason === 'update') {
    void markOldTabs('orphaned-page');
  }
});

function randomId(): string {
  return hex(crypto.getRandomValues(new Uint8Array(16)));
}

async function digest(text: string): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
