import { describe, expect, it } from 'vitest';
import { ListUnavailableError } from '../errors.ts';
import { createLists } from './createLists.ts';
import { encodeList, type ListEntry } from './encodeList.ts';

const SOURCE = { id: 'one', name: 'One', lineage: 'one', date: '2026-01-02', url: null, appeal: null };
const DRAINER = '0x00000000000000000000000000000000000000aa';

function host(name: string, over: Partial<ListEntry> = {}): ListEntry {
  return { host: name, address: null, kind: 'phishing', reason: null, added: null, ...over };
}

function listsOf(entries: readonly ListEntry[], source = SOURCE) {
  return createLists([{ id: 'one.bin', bytes: encodeList(source, entries) }]);
}

describe('matchHost', () => {
  it('catches a listed domain and its subdomains, and says what the entry says', () => {
    const lists = listsOf([host('evil.com', { kind: 'drainer', reason: 'drains wallets', added: '2025-12-31' })]);
    for (const asked of ['evil.com', 'EVIL.com.', 'app.claim.evil.com']) {
      expect(lists.matchHost(asked)).toEqual([
        {
          value: 'evil.com',
          kind: 'drainer',
          reason: 'drains wallets',
          added: '2025-12-31',
          source: { ...SOURCE, entries: 1 },
        },
      ]);
    }
    for (const asked of ['notevil.com', 'evil.com.org', 'com', '', 'evil.co'])
      expect(lists.matchHost(asked)).toEqual([]);
  });

  it('keeps the tenants of a hosting platform apart', () => {
    const lists = listsOf([host('evil.vercel.app'), host('github.io')]);
    expect(lists.matchHost('evil.vercel.app')).toHaveLength(1);
    expect(lists.matchHost('vercel.app')).toEqual([]);
    expect(lists.matchHost('honest.vercel.app')).toEqual([]);
    expect(lists.matchHost('honest.github.io')).toEqual([]);
  });

  it('a listing of a subdomain does not catch the domain', () => {
    const lists = listsOf([host('claim.honest.com')]);
    expect(lists.matchHost('x.claim.honest.com')).toHaveLength(1);
    expect(lists.matchHost('honest.com')).toEqual([]);
  });

  it('a hundred labels do not hide the domain behind them', () => {
    const lists = listsOf([host('evil.com')]);
    expect(lists.matchHost(`${'a.'.repeat(100)}evil.com`)).toHaveLength(1);
  });

  it('gives every list’s word, allow entries too', () => {
    const other = { ...SOURCE, id: 'two', name: 'Two', lineage: 'two' };
    const lists = createLists([
      { id: 'one.bin', bytes: encodeList(SOURCE, [host('a.com'), host('a.com', { kind: 'impersonation' })]) },
      { id: 'two.bin', bytes: encodeList(other, [host('a.com', { kind: 'allow' })]) },
    ]);
    expect(
      lists
        .matchHost('a.com')
        .map(({ kind, source }) => `${source.id}:${kind}`)
        .sort(),
    ).toEqual(['one:impersonation', 'one:phishing', 'two:allow']);
    expect(lists.sources.map(({ entries }) => entries)).toEqual([2, 1]);
  });
});

describe('matchAddress', () => {
  const entry = (chainId: number | null): ListEntry => {
    return { host: null, address: { chainId, address: DRAINER }, kind: 'drainer', reason: null, added: null };
  };
  it('minds the chain where the entry names one', () => {
    const lists = listsOf([entry(1)]);
    expect(lists.matchAddress(1, '0x00000000000000000000000000000000000000AA')).toHaveLength(1);
    expect(lists.matchAddress(10, DRAINER)).toEqual([]);
    expect(lists.matchAddress(null, DRAINER)).toHaveLength(1);
    expect(listsOf([entry(null)]).matchAddress(10, DRAINER)).toHaveLength(1);
  });
});

describe('a list file', () => {
  const bytes = encodeList(
    SOURCE,
    ['a.com', 'b.com', 'c.com'].map((name) => host(name)),
  );

  it('is the same whatever the order of its entries', () => {
    expect(
      encodeList(
        SOURCE,
        ['c.com', 'a.com', 'b.com'].map((name) => host(name)),
      ),
    ).toEqual(bytes);
  });

  it('cut, grown or flipped anywhere is refused by name', () => {
    const damaged = [bytes.subarray(0, 0), bytes.subarray(0, 15), bytes.subarray(0, bytes.length - 1)];
    damaged.push(new Uint8Array([...bytes, 0]));
    for (let at = 0; at < bytes.length; at += 1) {
      damaged.push(bytes.map((byte, index) => (index === at ? byte ^ 0x10 : byte)));
    }
    for (const broken of damaged) {
      expect(() => createLists([{ id: 'one.bin', bytes: broken }])).toThrow(ListUnavailableError);
    }
    expect(() => createLists([{ id: 'one.bin', bytes: bytes.subarray(9) }])).toThrow(/one\.bin/u);
  });

  it('is read where it lies, at any offset', () => {
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(createLists([{ id: 'x', bytes: shifted.subarray(3) }]).matchHost('b.com')).toHaveLength(1);
  });

  it('may be empty', () => {
    expect(listsOf([]).matchHost('a.com')).toEqual([]);
  });
});

describe('matchCode', () => {
  it('catches the same code at whatever address, and nothing else', () => {
    const codeHash = `0x${'ab'.repeat(32)}` as const;
    const lists = listsOf([{ host: null, address: null, codeHash, kind: 'drainer', reason: null, added: null }]);
    expect(lists.matchCode?.(`0x${'AB'.repeat(32)}`)).toMatchObject([{ kind: 'drainer', source: SOURCE }]);
    expect(lists.matchCode?.(`0x${'ac'.repeat(32)}`)).toEqual([]);
    expect(lists.matchHost(codeHash)).toEqual([]);
    expect(lists.matchAddress(null, codeHash)).toEqual([]);
  });
});
