import { describe, expect, it } from 'vitest';
import { createLists } from './createLists.ts';
import { encodeList } from './encodeList.ts';

/** Smaller than the check's million, for CI; `npm run bench` prints the times. */
const ENTRIES = 50_000;

describe('a list of many entries', () => {
  it('finds each and no stranger', () => {
    const source = { id: 'big', name: 'Big', lineage: 'big', date: '2026-01-01', url: null, appeal: null };
    const entries = Array.from({ length: ENTRIES }, (_, index) => {
      return { host: `listed-${index}.com`, address: null, kind: 'phishing' as const, reason: null, added: null };
    });
    const lists = createLists([{ id: 'big.bin', bytes: encodeList(source, entries) }]);
    let found = 0;
    let strangers = 0;
    for (let index = 0; index < ENTRIES; index += 1) {
      found += lists.matchHost(`listed-${index}.com`).length;
      strangers += lists.matchHost(`absent-${index}.com`).length;
    }
    expect({ found, strangers }).toEqual({ found: ENTRIES, strangers: 0 });
  });
});
