import browser from 'webextension-polyfill';
import type { LoggedRequest } from './config.ts';

/** Every request that reached the wallet, kept in storage so that it outlives the worker. */

let last: Promise<unknown> = Promise.resolve();

/** Resolves when the entry is on disk: the wallet answers only after that. */
export function logRequest(entry: LoggedRequest): Promise<void> {
  return inOrder(async () => {
    await browser.storage.local.set({ log: [...(await stored()), entry] });
  });
}

export function readLog(): Promise<LoggedRequest[]> {
  return inOrder(stored);
}

export function clearLog(): Promise<void> {
  return inOrder(() => browser.storage.local.set({ log: [] }));
}

/** Reads and writes take turns, or two requests at once would overwrite each other. */
function inOrder<T>(task: () => Promise<T>): Promise<T> {
  const next = last.then(task, task);
  last = next.catch(() => undefined);
  return next;
}

async function stored(): Promise<LoggedRequest[]> {
  const { log } = (await browser.storage.local.get('log')) as { log?: LoggedRequest[] };
  return log ?? [];
}
