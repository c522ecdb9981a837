import './testing/realm.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { watchAnnouncements } from './announce.ts';
import { createMembrane } from './membrane.ts';

const ANNOUNCE = 'eip6963:announceProvider';
const REQUEST = 'eip6963:requestProvider';
const page = window as EventTarget;
const membrane = createMembrane(() => null);

interface Detail {
  readonly info: { readonly uuid: string; readonly rdns: string };
  readonly provider: object;
}

/** Announces as a wallet does that is asked, or is not. */
function wallet(rdns: string, uuid = rdns) {
  const provider = { request: async () => rdns };
  const announce = (id = uuid) =>
    page.dispatchEvent(new CustomEvent(ANNOUNCE, { detail: { info: { rdns, uuid: id, name: rdns }, provider } }));
  return { provider, announce };
}

const heard: Detail[] = [];
const ask = (): Detail[] => {
  heard.length = 0;
  page.dispatchEvent(new Event(REQUEST));
  return heard.filter(({ info }) => info.rdns.startsWith(current));
};
let current = '';
let count = 0;

// One page for all: what is announced stays announced.
const early = wallet('early');
page.addEventListener(REQUEST, () => early.announce());
const seen: (string | null)[] = [];
watchAnnouncements(membrane, (_raw, { rdns }) => seen.push(rdns));
page.addEventListener(ANNOUNCE, (event) => heard.push((event as CustomEvent<Detail>).detail));

beforeEach(() => {
  current = `t${++count}.`;
});

describe('a question for announcements', () => {
  it('is put by us at the start: a wallet that stood there before is heard', async () => {
    await Promise.resolve();
    expect(seen).toContain('early');
  });

  it('is answered for a wallet that announced itself once, with the same wrapped provider each time', () => {
    const silent = wallet(`${current}silent`);
    silent.announce();
    const [first, ...more] = ask();
    expect(more).toEqual([]);
    expect(first?.provider).toBe(membrane.wrap(silent.provider));
    expect(first?.provider).not.toBe(silent.provider);
    expect(ask()).toEqual([first]);
    expect(ask()[0]).toBe(first);
  });

  it('reaches a wallet that only answers, and is answered by it once', () => {
    const lazy = wallet(`${current}lazy`);
    page.addEventListener(REQUEST, () => lazy.announce());
    expect(ask().map(({ provider }) => provider)).toEqual([membrane.wrap(lazy.provider)]);
    expect(ask()).toHaveLength(1);
  });

  it('does not reach a listener as the page put it', () => {
    const asked = new Event(REQUEST);
    const events: Event[] = [];
    page.addEventListener(REQUEST, (event) => events.push(event));
    page.dispatchEvent(asked);
    expect(events).toHaveLength(1);
    expect(events[0]).not.toBe(asked);
  });

  it('is answered once for a wallet that takes a new uuid each time, and once for each name of a provider', () => {
    let turns = 0;
    const restless = wallet(`${current}restless`);
    page.addEventListener(REQUEST, () => restless.announce(`${turns++}`));
    expect(ask()).toHaveLength(1);
    expect(ask()).toHaveLength(1);
    const two = [`${current}a`, `${current}b`].map((rdns) => ({ rdns, uuid: rdns, name: rdns }));
    for (const info of two)
      page.dispatchEvent(new CustomEvent(ANNOUNCE, { detail: { info, provider: restless.provider } }));
    expect(
      ask()
        .map(({ info }) => info.rdns)
        .sort(),
    ).toEqual([`${current}a`, `${current}b`, `${current}restless`]);
  });
});
