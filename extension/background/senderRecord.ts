import type { SenderLike } from '../protocol/senders.ts';

/** Where a request comes from, by the browser's own record; nothing in it was said by a page. */
export interface Caller {
  /** `null`: an opaque origin (sandboxed frame, `data:`). */
  readonly origin: string | null;
  readonly topOrigin: string | null;
  readonly documentId: string | null;
  /** Names the document for the life of its port: the document id, or tab, frame and address where there is none. */
  readonly document: string;
  readonly frame: 'top' | 'sub';
  readonly tabId: number;
  readonly incognito: boolean;
}

/** `null` when the sender is no content script of ours. `ancestors` (innermost first) serves where the tab's URL is withheld. */
export function callerOf(sender: SenderLike | undefined, ownId: string, ancestors: readonly string[]): Caller | null {
  if (sender === undefined || sender.id !== ownId || sender.tab?.id === undefined) return null;
  const { tab, frameId = 0, url = '' } = sender;
  const frame = frameId === 0 ? 'top' : 'sub';
  const origin = plainOrigin(sender.origin ?? originOf(url));
  const outermost = ancestors.at(-1);
  const topOrigin = frame === 'top' ? origin : plainOrigin(tab.url === undefined ? outermost : originOf(tab.url));
  const documentId = sender.documentId ?? null;
  return {
    origin,
    topOrigin,
    documentId,
    document: documentId ?? `${tab.id}/${frameId}/${url}`,
    frame,
    tabId: tab.id ?? 0,
    incognito: tab.incognito,
  };
}

function originOf(url: string): string {
  try {
    const parsed = new URL(url);
    // Every file is an origin of its own; the browser writes "null" for it or "file://".
    return parsed.protocol === 'file:' ? 'file://' : parsed.origin;
  } catch {
    return 'null';
  }
}

function plainOrigin(origin: string | undefined): string | null {
  return origin === undefined || origin === 'null' || origin === '' ? null : origin;
}
