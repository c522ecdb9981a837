import { DEFAULT_SETTINGS, fitted, SETTINGS_VERSION, StoredSettings } from '../protocol/stored.ts';
import type { StorageArea } from './store.ts';

const KEY = 'settings';

export interface Settings {
  current(): StoredSettings;
  save(next: Omit<StoredSettings, 'version'>): Promise<void>;
  /** Reads again what another context wrote. */
  reload(): Promise<void>;
}

/** What is missing, corrupt or of an unknown version is the defaults: nothing chosen, so nothing is sent. */
export async function openSettings(local: StorageArea): Promise<Settings> {
  let current = DEFAULT_SETTINGS;
  const reload = async (): Promise<void> => {
    current = readSettings((await local.get(KEY))[KEY]);
  };
  await reload();
  return {
    current: () => current,
    reload,
    async save(next) {
      const { secondRpcUrls } = current;
      // Who says nothing of them changes nothing about them.
      const kept = secondRpcUrls === undefined ? {} : { secondRpcUrls };
      const settings = { ...kept, ...next, version: SETTINGS_VERSION } as const;
      await local.set({ [KEY]: settings });
      current = settings;
    },
  };
}

/** Versions before the first release carried no `version`; their fields are the same. */
export function readSettings(stored: unknown): StoredSettings {
  const migrated =
    typeof stored === 'object' && stored !== null && !('version' in stored)
      ? { ...DEFAULT_SETTINGS, ...stored, version: SETTINGS_VERSION }
      : stored;
  return fitted(StoredSettings, migrated, DEFAULT_SETTINGS);
}
