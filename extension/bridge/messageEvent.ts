/** A message event in this document, of this window unless `like` says otherwise. */
export function messageEvent(data: unknown, like: MessageEvent | null): MessageEvent {
  return new MessageEvent('message', {
    data: forPage(data),
    origin: like?.origin ?? location.origin,
    source: like === null ? window : like.source,
  });
}

/** Firefox keeps an isolated world's objects from the page unless they are cloned into it. */
function forPage(data: unknown): unknown {
  const clone: unknown = Reflect.get(globalThis, 'cloneInto');
  return typeof clone === 'function' ? (clone(data, window) as unknown) : data;
}
