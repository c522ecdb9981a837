import type { BackgroundMessage, BridgeAsk, BridgeMessage } from '../protocol/bridge.ts';
import type { PageApi, PagePort } from './api.ts';

/** How the background, or the lack of one, answered an ask. */
export type Answer =
  | { readonly choice: 'continue' }
  | { readonly choice: 'reject'; readonly code: number; readonly message: string };

export interface Line {
  ask(ask: BridgeAsk): Promise<Answer>;
  /** Tells the background what became of a decision; it re-sends until it hears this. */
  acknowledge(key: string): void;
  /** Sends every waiting ask again, as after the back/forward cache. */
  resume(): void;
}

/** How often a line with waiting asks looks whether anybody is still there, milliseconds (checks.md F5: 2 s). */
export const WATCH_MS = 500;
/** A background that has not said "received" in this many looks is connected to again; in so many more, given up. */
const SILENT_LOOKS = 6;
const GIVE_UP_LOOKS = 24;
/** Asks of one document that may wait at once; the background has its own, smaller limit by origin. */
const MAX_WAITING = 64;
const TOO_MANY = { choice: 'reject', code: -32005, message: 'Too many requests are waiting for review.' } as const;
const ORPHANED = { choice: 'reject', code: -32603, message: 'Countersign was updated: reload this page.' } as const;
const UNREACHED = {
  choice: 'reject',
  code: -32603,
  message: 'Countersign could not be reached: reload this page.',
} as const;

interface Waiting {
  readonly ask: BridgeAsk;
  readonly settle: (answer: Answer) => void;
  /** The background has written it down. */
  received: boolean;
}

/**
 * The runtime port to the background. The worker's death is normal: the line connects again and sends every waiting ask
 * again under the same key. A context that was updated away cannot connect: everything is rejected with the remedy.
 */
export function openLine(api: PageApi, every: (run: () => void, delayMs: number) => () => void): Line {
  const waiting = new Map<string, Waiting>();
  let port: PagePort | null = null;
  let stopWatching: (() => void) | null = null;
  let silentLooks = 0;

  function connect(): PagePort | null {
    try {
      if (api.runtime?.id === undefined) return null;
      const fresh = api.runtime.connect({ name: 'countersign/bridge' });
      fresh.onMessage.addListener(receive);
      fresh.onDisconnect.addListener(() => {
        if (port === fresh) port = null;
        resume();
      });
      return fresh;
    } catch {
      return null;
    }
  }

  /** Opens the port where there is none and sends what waits; without a way back, everything is rejected. */
  function resume(): void {
    if (waiting.size === 0 || port !== null) return;
    port = connect();
    if (port === null) settleAll(ORPHANED);
    for (const entry of waiting.values()) {
      entry.received = false;
      post(entry.ask);
    }
  }

  function look(): void {
    const silent = [...waiting.values()].some(({ received }) => !received);
    silentLooks = silent ? silentLooks + 1 : 0;
    if (isOrphaned()) settleAll(ORPHANED);
    else if (silentLooks >= GIVE_UP_LOOKS) settleAll(UNREACHED);
    else if (silentLooks > 0 && silentLooks % SILENT_LOOKS === 0) {
      port = null;
      resume();
    }
  }

  function isOrphaned(): boolean {
    return api.runtime?.id === undefined;
  }

  function post(message: BridgeMessage): void {
    port ??= connect();
    try {
      port?.postMessage(message);
    } catch {
      port = null;
    }
  }

  function settleAll(answer: Answer): void {
    for (const { settle } of [...waiting.values()]) settle(answer);
  }

  function receive(message: unknown): void {
    if (!isBackgroundMessage(message)) return;
    const entry = waiting.get(message.key);
    if (message.type === 'received') {
      if (entry !== undefined) entry.received = true;
    } else if (entry === undefined) {
      // A decision for an id that was consumed already: acknowledge again, forward nothing.
      post({ type: 'ack', key: message.key });
    } else {
      const { choice } = message;
      entry.settle(choice === 'continue' ? { choice } : { choice, code: message.code, message: message.message });
    }
  }

  return {
    resume() {
      // The port a cached document went to sleep with is closed, and no event says so.
      port = null;
      resume();
    },
    ask(ask) {
      if (isOrphaned()) return Promise.resolve(ORPHANED);
      if (waiting.size >= MAX_WAITING) return Promise.resolve(TOO_MANY);
      return new Promise((resolve) => {
        waiting.set(ask.key, {
          ask,
          received: false,
          settle(answer) {
            waiting.delete(ask.key);
            if (waiting.size === 0) {
              stopWatching?.();
              stopWatching = null;
              silentLooks = 0;
            }
            resolve(answer);
          },
        });
        stopWatching ??= every(look, WATCH_MS);
        if (port === null) resume();
        else post(ask);
      });
    },
    acknowledge: (key) => post({ type: 'ack', key }),
  };
}

function isBackgroundMessage(value: unknown): value is BackgroundMessage {
  if (typeof value !== 'object' || value === null) return false;
  if (!('type' in value && 'key' in value) || typeof value.key !== 'string') return false;
  if (value.type === 'received') return true;
  if (value.type !== 'decision' || !('choice' in value)) return false;
  if (value.choice === 'continue') return true;
  return (
    value.choice === 'reject' &&
    'code' in value &&
    typeof value.code === 'number' &&
    'message' in value &&
    typeof value.message === 'string'
  );
}
