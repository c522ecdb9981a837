import type { StorageArea } from '../store.ts';

/** A storage area in memory; `fail` makes every write reject, as a full disk does. */
export function memoryArea(
  items: Record<string, unknown> = {},
): StorageArea & { items: Record<string, unknown>; fail: boolean } {
  const area = {
    items: structuredClone(items),
    fail: false,
    async get(keys: string | null) {
      const found = keys === null ? area.items : keys in area.items ? { [keys]: area.items[keys] } : {};
      return structuredClone(found);
    },
    async set(fresh: Record<string, unknown>) {
      if (area.fail) throw new Error('QUOTA_BYTES quota exceeded');
      Object.assign(area.items, structuredClone(fresh));
    },
    async remove(keys: string | string[]) {
      for (const key of [keys].flat()) delete area.items[key];
    },
  };
  return area;
}
