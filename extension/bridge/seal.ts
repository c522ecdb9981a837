/** Makes a message unchangeable for everybody; false when that cannot be done, as with a typed array in it. */
export type Seal = (data: unknown) => boolean;

const MAX_DEPTH = 64;

/**
 * Firefox lends all worlds of a document one and the same `event.data`, so a listener of the page can rewrite a message
 * between the gate and the wallet. `null` where every world reads its own clone, as in Chromium.
 */
export const seal: Seal | null = createSeal(
  Reflect.get(globalThis, 'cloneInto') === undefined ? undefined : Reflect.get(globalThis, 'XPCNativeWrapper'),
);

/** `wrapper`: Firefox's `XPCNativeWrapper`, whose `unwrap` gives the page's own object: no other can be frozen. */
export function createSeal(wrapper: unknown): Seal | null {
  const unwrap: unknown = typeof wrapper === 'function' ? Reflect.get(wrapper, 'unwrap') : undefined;
  if (typeof unwrap !== 'function') return null;
  return (data) => {
    try {
      freeze(unwrap.call(wrapper, data), 0);
      return true;
    } catch {
      return false;
    }
  };
}

/** Frozen before its members are looked at; accessors are left alone: no content script is shown what they say. */
function freeze(value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > MAX_DEPTH) throw new RangeError('Nested too deep to be sealed.');
  Object.freeze(value);
  for (const key of Reflect.ownKeys(value)) {
    freeze(Reflect.getOwnPropertyDescriptor(value, key)?.value, depth + 1);
  }
}
