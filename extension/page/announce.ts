import type { Membrane } from './membrane.ts';
import {
  assign,
  create,
  detailOf,
  dispatch,
  freeze,
  get,
  isObject,
  listen,
  NativeCustomEvent,
  soon,
  stopNow,
  weakMap,
  win,
} from './primordials.ts';

/** EIP-6963. */
const ANNOUNCE = 'eip6963:announceProvider';

export interface Identity {
  readonly rdns: string | null;
  readonly name: string | null;
}

/**
 * Every announcement is stopped and made again with the wrapped provider, frozen as the EIP asks. One raw provider keeps
 * one detail object per uuid, so its identity holds across announcements.
 */
export function watchAnnouncements(membrane: Membrane, seen: (raw: object, identity: Identity) => void): void {
  const ours = weakMap<Event, true>();
  const details = weakMap<object, Record<string, object>>();

  listen(
    win,
    ANNOUNCE,
    (event) => {
      if (ours.get(event) === true) return;
      const detail = read(event);
      if (detail === null) return;
      stopNow(event);
      const again = new NativeCustomEvent(ANNOUNCE, assign(create(null), { detail: wrapped(detail) }));
      ours.set(again, true);
      dispatch(win, again);
    },
    true,
  );

  function wrapped(detail: { info: object; provider: object }): object {
    const raw = membrane.unwrap(detail.provider);
    if (!isObject(raw)) return detail;
    const info = assign({}, detail.info);
    const rdns = textOf(info, 'rdns');
    const uuid = textOf(info, 'uuid') ?? '';
    let byUuid = details.get(raw);
    if (byUuid === undefined) {
      byUuid = create(null) as Record<string, object>;
      details.set(raw, byUuid);
    }
    const known = byUuid[uuid];
    if (known !== undefined) return known;
    soon(() => seen(raw, { rdns, name: textOf(info, 'name') }));
    const made = freeze({ info: freeze(info), provider: membrane.wrap(raw) });
    byUuid[uuid] = made;
    return made;
  }
}

function read(event: Event): { info: object; provider: object } | null {
  try {
    const detail = detailOf(event);
    if (!isObject(detail)) return null;
    const info: unknown = get(detail, 'info');
    const provider: unknown = get(detail, 'provider');
    return isObject(info) && isObject(provider) ? { info, provider } : null;
  } catch {
    return null;
  }
}

function textOf(info: object, key: string): string | null {
  const value: unknown = get(info, key);
  return typeof value === 'string' ? value : null;
}
