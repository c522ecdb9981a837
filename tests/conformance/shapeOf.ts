/** The part of `seen` that `known` names: its members, and as many first items of a list. */
export function shapeOf(seen: unknown, known: unknown): unknown {
  if (Array.isArray(known) && Array.isArray(seen)) return known.map((one, at) => shapeOf(seen[at], one));
  if (isRecord(known) && isRecord(seen)) {
    return Object.fromEntries(Object.entries(known).map(([key, one]) => [key, shapeOf(seen[key], one)]));
  }
  return seen;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
