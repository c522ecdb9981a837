import type { BackgroundMessage, BridgeAsk, BridgeMessage } from '../protocol/bridge.ts';
import { api, type PagePort } from './api.ts';

/** How the background, or the lack of one, answered an ask. */
export type Answer =
  | { readonly choice: 'continue' }
  | { readonly choice: 'reject'; readonly code: number; readonly message: string };

export interface Line {
  ask(ask: BridgeAsk): Promise<Answer>;
  /** Tells the background what became of a decision; it re-sends until it hears this. */
  acknowledge(key: string): void;
}

/** Pauses before each new try to reach the background, milliseconds; after the last the ask is rejected. */
const RECONNECT_MS: readonly number[] = [0, 100, 300, 600, 900];
/** Asks of one document that may wait at once; the background has its own, smaller limit by origin. */
const MAX_WAITING = 64;
const LIMIT_EXCEEDED = -32005;
const INTERNAL = -32603;

/**
 * The runtime port to the background. The worker's death is normal: the line connects again and sends every waiting ask
 * again under the same key. A context that was updated away cannot connect: everything is rejected with the remedy.
 */
export function openLine(): Line {
  const waiting = new Map<string, { readonly ask: BridgeAsk; readonly settle: (answer: Answer) => void }>();
  let port: PagePort | null = null;
  let tries = 0;

  function connect(): PagePort | null {
    try {
      const fresh = api.runtime.connect({ name: 'countersign/bridge' });
      fresh.onMessage.addListener(receive);
      fresh.onDisconnect.addListener(() => {
        if (port === fresh) port = null;
        if (waiting.size > 0) setTimeout(reconnect, RECONNECT_MS[tries++] ?? 0);
      });
      return fresh;
    } catch {
      return null;
    }
  }

  function reconnect(): void {
    if (port !== null || waiting.size === 0) return;
    port = tries < RECONNECT_MS.length ? connect() : null;
    if (port === null) {
      failAll();
      return;
    }
    for (const { ask } of waiting.values()) post(ask);
  }

  function post(message: BridgeMessage): void {
    port ??= connect();
    try {
      port?.postMessage(message);
    } catch {
      port = null;
    }
  }

  function failAll(): void {
    tries = 0;
    const message = 'Countersign was updated: reload this page.';
    for (const { settle } of [...waiting.values()]) settle({ choice: 'reject', code: INTERNAL, message });
  }

  function receive(message: unknown): void {
    if (!isBackgroundMessage(message)) return;
    tries = 0;
    if (message.type === 'received') return;
    const entry = waiting.get(message.key);
    // A decision for an id that was consumed already: acknowledge again, forward nothing.
    if (entry === undefined) {
      post({ type: 'ack', key: message.key });
      return;
    }
    entry.settle(
      message.choice === 'continue'
        ? { choice: 'continue' }
        : { choice: 'reject', code: message.code, message: message.message },
    );
  }

  // A page restored from the back/forward cache finds its port closed: its waiting asks go out again.
  addEventListener('pageshow', (event) => {
    if (event.persisted && waiting.size > 0) reconnect();
  });

  return {
    ask(ask) {
      return new Promise((resolve) => {
        if (waiting.size >= MAX_WAITING) {
          const message = 'Too many requests are waiting for review.';
          return resolve({ choice: 'reject', code: LIMIT_EXCEEDED, message });
        }
        waiting.set(ask.key, {
          ask,
          settle(answer) {
            waiting.delete(ask.key);
            resolve(answer);
          },
        });
        post(ask);
        if (port === null) reconnect();
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
