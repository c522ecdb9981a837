import { describe, expect, it } from 'vitest';
import { listedSite } from './listed-site.ts';
import {
  answer,
  arrives,
  grant,
  leaves,
  listMatch,
  makeLists,
  makeRegistry,
  makeRequest,
  makeScene,
} from './testing/scene.ts';

const EVIL = makeRequest({ origin: 'https://evil.example', topOrigin: 'https://evil.example' });
const lists = makeLists({ 'evil.example': [listMatch()] });
const on = (more: Parameters<typeof makeScene>[0]) => makeScene({ request: EVIL, lists, ...more });

describe('listed-site', () => {
  it('is danger with a request that takes value or gives power', () => {
    expect(answer(listedSite, on({ consequences: [leaves()] }))).toBe('fired: danger');
    expect(answer(listedSite, on({ consequences: [grant()] }))).toBe('fired: danger');
    expect(answer(listedSite, on({ consequences: [{ kind: 'unknown', why: 'blind-hash' }] }))).toBe('fired: danger');
  });

  it('is caution by itself: connecting, a revoke, an arrival', () => {
    expect(answer(listedSite, on({}))).toBe('fired: caution');
    expect(answer(listedSite, on({ consequences: [grant({ revokes: true })] }))).toBe('fired: caution');
    expect(answer(listedSite, on({ consequences: [arrives()] }))).toBe('fired: caution');
  });

  it('is caution when sources disagree', () => {
    expect(
      answer(listedSite, on({ consequences: [leaves()], registry: makeRegistry({ dapps: ['evil.example'] }) })),
    ).toBe('fired: caution');
    const disputed = makeLists({ 'evil.example': [listMatch(), listMatch({ kind: 'allow' })] });
    expect(answer(listedSite, on({ consequences: [leaves()], lists: disputed }))).toBe('fired: caution');
  });

  it('reads the tab’s site behind a frame', () => {
    const request = makeRequest({ topOrigin: 'https://evil.example', frame: 'sub' });
    expect(answer(listedSite, on({ request, consequences: [leaves()] }))).toBe('fired: danger');
  });

  it('stays quiet on other sites, on allow entries alone, and without any host', () => {
    expect(answer(listedSite, makeScene({ lists, consequences: [leaves()] }))).toBe('clear');
    const allowed = makeLists({ 'evil.example': [listMatch({ kind: 'allow' })] });
    expect(answer(listedSite, on({ lists: allowed, consequences: [leaves()] }))).toBe('clear');
    expect(answer(listedSite, on({ request: makeRequest({ origin: null, topOrigin: null }) }))).toBe('quiet');
  });

  it('cannot tell without lists', () => {
    expect(answer(listedSite, on({ lists: null }))).toBe('inconclusive');
  });

  it('has its own words for a site that was taken over', () => {
    const compromised = makeLists({ 'evil.example': [listMatch({ kind: 'compromised' })] });
    expect(listedSite.detect(on({ lists: compromised })).message).toBe('reason.listed-site.compromised');
    expect(listedSite.detect(on({})).message).toBe('reason.listed-site');
  });

  it('counts copies once, and gives source and the entry’s own date', () => {
    const [one] = lists.sources;
    const copies =
      one === undefined ? [] : [listMatch(), listMatch({ source: { ...one, id: 'copy', name: 'Copy' }, added: null })];
    const evidence = listedSite.detect(on({ lists: makeLists({ 'evil.example': copies }) }));
    expect(evidence.facts.lists).toEqual({ type: 'number', value: 1 });
    expect(listedSite.detect(on({})).sources).toEqual([{ name: 'MetaMask', date: '2025-05-01' }]);
  });
});
