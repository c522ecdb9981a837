/**
 * Text for what may hold bigints, Maps and bytes: bigints become decimal strings, Maps become objects. One way only:
 * nothing that was shown is ever read back.
 */
export function readableJson(value: unknown): string {
  return JSON.stringify(value, plain, 2) ?? '';
}

function plain(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [String(key), item]));
  return value;
}
