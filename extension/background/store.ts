import type { StoredRequest } from '../protocol/stored.ts';
import { storedRequest } from '../protocol/stored.ts';

/** The part of `storage.session` and `storage.local` that is used: one area, get, set, remove. */
export interface StorageArea {
  get(keys: string | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
}

export interface RequestStore {
  all(): ReadonlyMap<string, StoredRequest>;
  /** Resolves when it is written down. Rejects when it cannot be: the request must not go on then. */
  put(request: StoredRequest): Promise<void>;
  /** Corrects the mirror alone, after a write that failed. */
  mend(request: StoredRequest): void;
  drop(id: string): Promise<void>;
}

const PREFIX = 'request/';

/** Session storage is the truth that survives the worker; the map is its mirror. */
export async function openRequestStore(session: StorageArea): Promise<RequestStore> {
  const mirror = new Map<string, StoredRequest>();
  for (const [key, value] of Object.entries(await session.get(null))) {
    if (!key.startsWith(PREFIX)) continue;
    const request = storedRequest(value);
    if (request === null) await session.remove(key);
    else mirror.set(request.id, request);
  }
  return {
    all: () => mirror,
    async put(request) {
      // The mirror first: a second decision that comes while this is being written must find it taken.
      mirror.set(request.id, request);
      await session.set({ [PREFIX + request.id]: request });
    },
    mend: (request) => void mirror.set(request.id, request),
    async drop(id) {
      mirror.delete(id);
      await session.remove(PREFIX + id);
    },
  };
}
