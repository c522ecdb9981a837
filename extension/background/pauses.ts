import { fitted, StoredPauses } from '../protocol/stored.ts';
import type { StorageArea } from './store.ts';

const KEY = 'pauses';
export const PAUSE_MS = 3_600_000;

/** The one off-switch: this host, for one hour, from our own popup only. Forgotten when the browser closes. */
export interface Pauses {
  until(host: string | null): number | null;
  set(host: string, on: boolean): Promise<void>;
}

export async function openPauses(session: StorageArea, now: () => number): Promise<Pauses> {
  let pauses = fitted(StoredPauses, (await session.get(KEY))[KEY], {});
  return {
    until(host) {
      const until = host !== null && Object.hasOwn(pauses, host) ? pauses[host] : undefined;
      // One that ends later than any pause can was written by another clock, or by nobody.
      return until !== undefined && until > now() && until <= now() + PAUSE_MS ? until : null;
    },
    async set(host, on) {
      const rest = Object.entries(pauses).filter(([name, until]) => name !== host && until > now());
      pauses = Object.fromEntries(on ? [...rest, [host, now() + PAUSE_MS]] : rest);
      await session.set({ [KEY]: pauses });
    },
  };
}
