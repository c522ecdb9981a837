import type { Report } from '../../src/check.ts';
import type { BackgroundMessage, BridgeAsk } from '../protocol/bridge.ts';
import type { Choice, StoredRequest } from '../protocol/stored.ts';
import { isWaiting, type RequestEvent, step } from './requestState.ts';
import type { Caller } from './senderRecord.ts';
import type { RequestStore } from './store.ts';
import { hasWorsened } from './worsened.ts';

/** One request as it lives in this worker; what must outlive the worker is in the store. */
export interface Live {
  readonly ask: BridgeAsk;
  readonly caller: Caller;
  report: Report | null;
  checkedAt: number;
  /** The report whose worsening by a later look counts: the first, or the last that was worse than the one before. */
  baseline?: Report;
  /** When a look last found it worse; 0 for never. What was decided on an older view was not seen. */
  worseAt?: number;
  /** What looks after the first found. */
  again?: { readonly block: bigint | null; readonly worseBlock: bigint | null };
}

/** Which report stands after a further look, out of the one before and the new one. */
export type Kept = (before: Report, found: Report) => Report | Promise<Report>;

/** A way to the bridge of one document. */
export interface BridgeLink {
  post(message: BackgroundMessage): void;
}

export interface DeskTools {
  readonly store: RequestStore;
  readonly now: () => number;
  readonly randomId: () => string;
  readonly digest: (text: string) => Promise<string>;
  readonly later: (run: () => void, delayMs: number) => unknown;
  /** Runs `check()` with every port; rejects only when not even that could be done. */
  readonly check: (id: string, live: Live) => Promise<Report>;
  /** False: a quiet routine repeat, or a harmless connection. */
  readonly opensWindow: (report: Report) => boolean;
  readonly isPaused: (caller: Caller) => boolean;
  readonly showWindow: () => void;
  /** Something a page shows has changed. */
  readonly changed: () => void;
  /** A request was decided: history, badge, window. */
  readonly decided: (request: StoredRequest, live: Live | null) => void;
}

export interface Desk {
  receive(caller: Caller, ask: BridgeAsk, link: BridgeLink): Promise<void>;
  acknowledge(document: string, key: string): Promise<void>;
  /** The document's bridge went away: a navigation, or a worker of ours that died and was reconnected to. */
  bridgeGone(document: string, link: BridgeLink): void;
  /** False when it was not this request's turn: decided already, or not there. */
  decide(id: string, choice: Choice, error?: { readonly code: number; readonly message: string }): Promise<boolean>;
  /** Checks again; a look that is under way already is joined. `null` when there is nothing to check any more. */
  recheck(id: string, kept?: Kept): Promise<{ readonly before: Report; readonly after: Report } | null>;
  /** True while a further look runs. */
  isLooking(id: string): boolean;
  waiting(): readonly { readonly request: StoredRequest; readonly live: Live | null }[];
  /** False when nothing is left to be swept: no request that waits, none whose answer is not acknowledged. */
  isBusy(): boolean;
  find(id: string): { readonly request: StoredRequest; readonly live: Live | null } | null;
  rejectWhere(test: (request: StoredRequest) => boolean, choice: Choice): Promise<void>;
  /** Expires what is too old or belongs to no connected document. */
  sweep(): Promise<void>;
}

/** checks.md A13 and the failure policy. */
export const MAX_WAITING_PER_ORIGIN = 20;
export const LIFE_MS = 600_000;
const LIMIT = { code: -32005, message: 'Too many requests from this site are waiting for review.' } as const;
const UNCHECKED = { code: -32603, message: 'Countersign could not check this request. Try again.' } as const;
const MISMATCH = { code: -32600, message: 'The request changed while it was reviewed.' } as const;
/** A bridge may be away this long (a worker's restart) before its requests count as gone. */
const BRIDGE_GRACE_MS = 3_000;
const RESEND_MS = 1_000;
const RESENDS = 8;
/** The window opens by now even if the check is not done (A13: a new origin is shown within 2 s). */
const SHOW_AFTER_MS = 1_000;

/** Takes requests in, sees them checked and decided, and answers each exactly once. */
export function openDesk(tools: DeskTools): Desk {
  const { store, now } = tools;
  const lives = new Map<string, Live>();
  const links = new Map<string, BridgeLink>();
  const ids = new Map<string, string>();
  const looks = new Map<string, ReturnType<Desk['recheck']>>();
  const openedAt = now();
  for (const request of [...store.all().values()]) {
    // Acknowledged, and the worker died before it could forget it.
    if (request.phase === 'done') void store.drop(request.id).catch(() => undefined);
    else ids.set(nameOf(request), request.id);
  }

  async function advance(id: string, event: RequestEvent): Promise<StoredRequest | null> {
    const request = store.all().get(id);
    const next = request === undefined ? null : step(request, event);
    if (next === null) return null;
    try {
      await store.put(next);
      return next;
    } catch {
      if (event.type !== 'decide' || next.code !== null) return next;
      // A Continue that cannot be written down could be given twice: it becomes a refusal.
      const refused: StoredRequest = { ...next, choice: 'reject', ...UNCHECKED };
      store.mend(refused);
      return refused;
    }
  }

  async function receive(caller: Caller, ask: BridgeAsk, link: BridgeLink): Promise<void> {
    const isBack = !links.has(caller.document);
    links.set(caller.document, link);
    if (isBack) resend(caller.document, ask.key);
    const name = nameOf({ document: caller.document, key: ask.key });
    const knownId = ids.get(name);
    if (knownId !== undefined) return resume(knownId, caller, ask, link);
    if (waitingOf(caller) >= MAX_WAITING_PER_ORIGIN) return reply(link, ask.key, LIMIT);
    const id = tools.randomId();
    ids.set(name, id);
    lives.set(id, { ask, caller, report: null, checkedAt: 0 });
    try {
      await store.put(freshRequest(id, caller, ask, await tools.digest(textOf(ask)), now()));
    } catch {
      // What cannot be written down cannot be answered exactly once.
      forget(id, name);
      await store.drop(id).catch(() => undefined);
      return reply(link, ask.key, UNCHECKED);
    }
    link.post({ type: 'received', key: ask.key });
    if (tools.isPaused(caller)) await decide(id, 'quiet');
    else await run(id);
  }

  /** The same request after a reconnect: same id, no second window, no second forward. */
  async function resume(id: string, caller: Caller, ask: BridgeAsk, link: BridgeLink): Promise<void> {
    const digest = await tools.digest(textOf(ask));
    const request = store.all().get(id);
    if (request === undefined || request.digest !== digest) return reply(link, ask.key, MISMATCH);
    link.post({ type: 'received', key: ask.key });
    if (!isWaiting(request)) return deliver(id);
    if (lives.has(id)) return;
    lives.set(id, { ask, caller, report: null, checkedAt: 0 });
    await run(id);
  }

  async function run(id: string): Promise<void> {
    const live = lives.get(id);
    if (live === undefined) return;
    tools.later(() => {
      if (live.report === null && isWaitingId(id)) tools.showWindow();
    }, SHOW_AFTER_MS);
    try {
      if ((await advance(id, { type: 'check' })) === null) return;
      tools.changed();
      const report = await tools.check(id, live);
      live.report = report;
      live.checkedAt = now();
      if ((await advance(id, { type: 'checked' })) === null) return;
      if (!tools.opensWindow(report)) return void (await decide(id, 'quiet'));
      tools.showWindow();
      tools.changed();
    } catch {
      await decide(id, 'reject', UNCHECKED);
    }
  }

  function recheck(id: string, kept: Kept = newest): ReturnType<Desk['recheck']> {
    const running = looks.get(id);
    if (running !== undefined) return running;
    const look = lookAgain(id, kept).finally(() => looks.delete(id));
    looks.set(id, look);
    return look;
  }

  async function lookAgain(id: string, kept: Kept) {
    const live = lives.get(id);
    const before = live?.report ?? null;
    if (live === undefined || before === null || !isWaitingId(id)) return null;
    const found = await tools.check(id, live);
    // Decided meanwhile: what was decided on is what is remembered.
    if (!isWaitingId(id)) return null;
    const after = await kept(before, found);
    noteLook(live, before, after, found.chain?.blockNumber ?? null, now());
    tools.changed();
    return { before, after };
  }

  async function decide(id: string, choice: Choice, error?: { code: number; message: string }): Promise<boolean> {
    const request = await advance(id, { type: 'decide', choice, ...error });
    if (request === null) return false;
    tools.decided(request, lives.get(id) ?? null);
    tools.changed();
    await deliver(id);
    return true;
  }

  async function deliver(id: string, attempt = 0): Promise<void> {
    const link = links.get(store.all().get(id)?.document ?? '');
    if (link === undefined) return;
    const request = await advance(id, { type: 'deliver' });
    if (request === null) return;
    reply(link, request.key, request.code === null ? null : { code: request.code, message: request.message ?? '' });
    if (attempt < RESENDS) tools.later(() => void deliver(id, attempt + 1), RESEND_MS);
  }

  /** A decision whose acknowledgement died with a worker: the bridge, which has consumed it, says so again. */
  function resend(document: string, except: string): void {
    for (const request of store.all().values()) {
      // The one that is asked again is answered when its text was compared.
      if (request.key === except || request.document !== document || isWaiting(request)) continue;
      void deliver(request.id);
    }
  }

  async function acknowledge(document: string, key: string): Promise<void> {
    const name = nameOf({ document, key });
    const id = ids.get(name);
    if (id === undefined || (await advance(id, { type: 'acknowledge' })) === null) return;
    forget(id, name);
    await store.drop(id);
    if (store.all().size === 0) tools.changed();
  }

  function bridgeGone(document: string, link: BridgeLink): void {
    if (links.get(document) !== link) return;
    links.delete(document);
    tools.later(() => {
      if (!links.has(document)) void abandon((request) => request.document === document);
    }, BRIDGE_GRACE_MS);
  }

  /** Nobody is there to hear the answer: decided as expired, written to the history, dropped. */
  async function abandon(test: (request: StoredRequest) => boolean): Promise<void> {
    for (const request of [...store.all().values()].filter(test)) {
      if (isWaiting(request)) await decide(request.id, 'expired');
      if (links.has(request.document)) continue;
      forget(request.id, nameOf(request));
      await store.drop(request.id);
    }
  }

  async function sweep(): Promise<void> {
    const at = now();
    await rejectWhere((request) => request.expiresAt <= at, 'expired');
    // A worker that was just woken gives the bridges time to come back before it says that nobody is there.
    if (at - openedAt <= BRIDGE_GRACE_MS) return void tools.later(() => void sweep(), BRIDGE_GRACE_MS);
    await abandon((request) => !links.has(request.document) && at - request.arrivedAt > BRIDGE_GRACE_MS);
  }

  async function rejectWhere(test: (request: StoredRequest) => boolean, choice: Choice): Promise<void> {
    const found = [...store.all().values()].filter((request) => isWaiting(request) && test(request));
    await Promise.all(found.map(({ id }) => decide(id, choice)));
  }

  function waitingOf(caller: Caller): number {
    const site = siteOf(caller);
    return [...lives].filter(([id, live]) => siteOf(live.caller) === site && isWaitingOrNew(id)).length;
  }

  function isWaitingId(id: string): boolean {
    const request = store.all().get(id);
    return request !== undefined && isWaiting(request);
  }

  /** A request that is still being written down counts: a flood must not slip through the first write. */
  function isWaitingOrNew(id: string): boolean {
    return !store.all().has(id) || isWaitingId(id);
  }

  function forget(id: string, name: string): void {
    ids.delete(name);
    lives.delete(id);
  }

  const both = (request: StoredRequest) => ({ request, live: lives.get(request.id) ?? null });
  return {
    receive,
    acknowledge,
    bridgeGone,
    decide,
    recheck,
    rejectWhere,
    sweep,
    waiting: () =>
      [...store.all().values()]
        .filter(isWaiting)
        .sort((a, b) => a.arrivedAt - b.arrivedAt)
        .map(both),
    isBusy: () => store.all().size > 0,
    isLooking: (id) => looks.has(id),
    find(id) {
      const request = store.all().get(id);
      return request === undefined ? null : both(request);
    },
  };
}

const newest: Kept = (_before, found) => found;

/** Drifts of less than what counts add up: each look is compared with the last report that the person was stopped at. */
function noteLook(live: Live, before: Report, after: Report, block: bigint | null, at: number): void {
  const isWorse = hasWorsened(live.baseline ?? before, after);
  live.baseline = isWorse ? after : (live.baseline ?? before);
  live.report = after;
  live.checkedAt = at;
  if (isWorse) live.worseAt = at;
  live.again = { block, worseBlock: isWorse ? block : (live.again?.worseBlock ?? null) };
}

function reply(link: BridgeLink, key: string, error: { readonly code: number; readonly message: string } | null): void {
  link.post(
    error === null
      ? { type: 'decision', key, choice: 'continue' }
      : { type: 'decision', key, choice: 'reject', code: error.code, message: error.message },
  );
}

function freshRequest(id: string, caller: Caller, ask: BridgeAsk, digest: string, at: number): StoredRequest {
  const { document, tabId, incognito, origin, topOrigin, documentId, frame } = caller;
  return {
    ...{ id, key: ask.key, document, tabId, incognito, origin, topOrigin, documentId, frame, digest },
    ...{ phase: 'received', choice: null, code: null, message: null, arrivedAt: at, expiresAt: at + LIFE_MS },
  };
}

function nameOf({ document, key }: { readonly document: string; readonly key: string }): string {
  return `${key} ${document}`;
}

function textOf(ask: BridgeAsk): string {
  return `${ask.method}\n${ask.paramsText}`;
}

/** Floods are counted by site; an opaque origin is one of its own. */
function siteOf(caller: Caller): string {
  return caller.origin ?? caller.document;
}
