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
  NativeEvent,
  putOwn,
  soon,
  stopNow,
  weakMap,
  win,
} from './primordials.ts';

/** EIP-6963. */
const ANNOUNCE = 'eip6963:announceProvider';
const REQUEST = 'eip6963:requestProvider';
/** Announcements that are kept to answer with; a page that makes more of its own has them answered by itself. */
const MAX_KEPT = 64;

export interface Identity {
  readonly rdns: string | null;
  readonly name: string | null;
}

/**
 * Every announcement is stopped and made again with the wrapped provider, frozen as the EIP asks. One raw provider keeps
 * one detail object per uuid, so its identity holds across announcements. A page's question is stopped too: the wallets are
 * asked by us, and for one that keeps silent now we answer with what it announced before.
 */
export function watchAnnouncements(membrane: Membrane, seen: (raw: object, identity: Identity) => void): void {
  const ours = weakMap<Event, true>();
  const details = weakMap<object, Record<string, object>>();
  const told = weakMap<object, number>();
  const kept: Kept[] = [];
  /** Which of the page's questions is being answered, counted from 1; 0 while there is none. */
  let answering = 0;
  let questions = 0;

  listen(
    win,
    ANNOUNCE,
    (event) => {
      if (ours.get(event) === true) return;
      const detail = read(event);
      if (detail === null) return;
      stopNow(event);
      announce(wrapped(detail));
    },
    true,
  );

  listen(
    win,
    REQUEST,
    (event) => {
      if (ours.get(event) === true) return;
      stopNow(event);
      const before = answering;
      answering = ++questions;
      send(new NativeEvent(REQUEST));
      for (let index = 0; index < kept.length; index++) {
        const entry = kept[index];
        if (entry !== undefined) announce(entry.detail);
      }
      answering = before;
    },
    true,
  );
  // A wallet that announced itself before us is asked for it again.
  send(new NativeEvent(REQUEST));

  function announce(detail: object): void {
    if (answering > 0) {
      if (told.get(detail) === answering) return;
      told.set(detail, answering);
    }
    send(new NativeCustomEvent(ANNOUNCE, assign(create(null), { detail })));
  }

  function send(event: Event): void {
    ours.set(event, true);
    dispatch(win, event);
  }

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
    keep(raw, rdns, made);
    return made;
  }

  /** One of a provider and a name: a wallet that takes a new uuid each time is still one wallet. */
  function keep(raw: object, rdns: string | null, detail: object): void {
    let at = 0;
    while (at < kept.length && (kept[at]?.raw !== raw || kept[at]?.rdns !== rdns)) at += 1;
    if (at < MAX_KEPT) putOwn(kept, at, { raw, rdns, detail });
  }
}

interface Kept {
  readonly raw: object;
  readonly rdns: string | null;
  readonly detail: object;
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
