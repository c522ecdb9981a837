import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLists } from '../../src/lists/createLists.ts';
import { encodeList } from '../../src/lists/encodeList.ts';
import { LIST_PREAMBLE_BYTES, checksum as listChecksum } from '../../src/lists/format.ts';
import { encodeTokens } from '../../src/registry/encodeTokens.ts';
import { checksum, encodeTable, readTable } from '../../src/registry/table.ts';
import { readTokenFile, TOKEN_HEAD_BYTES, TOKEN_KEY_BYTES, TOKEN_ROW_BYTES } from '../../src/registry/tokenFile.ts';
import { canonicalJson, memberText, parseStrictJson } from '../../src/text/canonicalJson.ts';
import { declaredOnly, holds } from './fuzz.ts';

const ADDRESS = '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48';
const EVERY = { id: 'a', name: 'A', lineage: 'a', date: '2025-01-01', url: null, appeal: null };
const LIST = encodeList(EVERY, [
  { host: 'evil.example', address: null, kind: 'phishing', reason: 'r', added: '2024-01-01' },
  { host: null, address: { chainId: 1, address: ADDRESS }, kind: 'drainer', reason: null, added: null },
]);
const TOKENS = encodeTokens(
  [
    { chainId: 1, address: ADDRESS, symbol: 'USDC', name: 'USD Coin', decimals: 6, type: 'erc20', list: 'a' },
    { chainId: 10, address: ADDRESS, symbol: 'X', name: 'Y', decimals: null, type: 'erc721', list: 'a' },
  ],
  ['a'],
);
const TABLE = encodeTable('coins', [
  ['a', 'b'],
  ['c', 'd'],
]);

/** Some bytes changed, some cut or added. */
const damage = fc.tuple(fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }), fc.integer({ min: -40, max: 8 }));

type Damage = readonly [readonly (readonly [number, number])[], number];

function damaged(bytes: Uint8Array, [changes, length]: Damage): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(Math.max(0, bytes.length + length));
  copy.set(bytes.subarray(0, copy.length));
  for (const [at, byte] of changes) if (copy.length > 0) copy[at % copy.length] = byte;
  return copy;
}

/** A forger mends the checksum: what lies behind it must hold as well. */
function mended(bytes: Uint8Array, at: number, sum: number): Uint8Array {
  if (bytes.length >= at + 4) new DataView(bytes.buffer, bytes.byteOffset).setUint32(at, sum, true);
  return bytes;
}

describe('files (B1)', () => {
  it('are read when they are whole: what is damaged below is something', () => {
    const lists = createLists([{ id: 'a', bytes: LIST }]);
    expect(lists.matchHost('www.evil.example')).toHaveLength(1);
    expect(lists.matchAddress(1, ADDRESS)).toHaveLength(1);
    expect(readTokenFile('t', TOKENS, ['a']).withKey(null, 'symbol', 'usdc')).toHaveLength(1);
    expect(readTable('coins', TABLE).rows()).toHaveLength(2);
  });

  it('refuse a key that names a row that is not there (found by fuzzing)', () => {
    const bytes = TOKENS.slice();
    // A key's last number is its row; the checksum is mended as a forger would.
    const view = new DataView(bytes.buffer);
    const keysAt = TOKEN_HEAD_BYTES + 2 * TOKEN_ROW_BYTES;
    for (let key = 0; key < view.getUint32(8, true); key += 1)
      view.setUint32(keysAt + key * TOKEN_KEY_BYTES + 8, 9, true);
    mended(bytes, 16, Number.parseInt(checksum(bytes.subarray(TOKEN_HEAD_BYTES)), 16));
    const tokens = readTokenFile('t', bytes, ['a']);
    const found = ['usdc', 'x', 'usdcoin', 'y'].flatMap((key) =>
      (['symbol', 'name'] as const).map((part) => errorOf(() => tokens.withKey(null, part, key))),
    );
    expect(found).toContain('ListUnavailableError');
    expect(found).not.toContain('RangeError');
  });

  holds('list files: damaged, and damaged with a mended checksum', damage, async (how) => {
    for (const mend of [false, true]) {
      const bytes = damaged(LIST, how);
      if (mend && bytes.length >= LIST_PREAMBLE_BYTES) mended(bytes, 12, listChecksum(bytes, LIST_PREAMBLE_BYTES));
      await declaredOnly(() => {
        const lists = createLists([{ id: 'a', bytes }]);
        lists.matchHost('www.evil.example');
        lists.matchAddress(1, ADDRESS);
      });
    }
  });

  holds('token files: damaged, and damaged with a mended checksum', damage, async (how) => {
    for (const mend of [false, true]) {
      const bytes = damaged(TOKENS, how);
      const sum = Number.parseInt(checksum(bytes.subarray(TOKEN_HEAD_BYTES)), 16);
      if (mend) mended(bytes, 16, sum);
      await declaredOnly(() => {
        const tokens = readTokenFile('t', bytes, ['a']);
        tokens.find(1, ADDRESS);
        tokens.atAddress(ADDRESS);
        tokens.withKey(null, 'symbol', 'usdc');
        tokens.withEnds('a0b8', 'eb48');
      });
    }
  });

  holds(
    'tables',
    fc.oneof(
      damage.map((how) => damaged(TABLE, how)),
      fc.uint8Array(),
    ),
    (bytes) => declaredOnly(() => readTable('coins', bytes).rows()),
  );
});

describe('JSON (B3)', () => {
  holds('strict JSON agrees with JSON.parse, or refuses', fc.oneof(fc.json(), fc.string()), (text) => {
    const read = parseStrictJson(text);
    if (read.ok) expect(JSON.stringify(read.value)).toBe(JSON.stringify(JSON.parse(text)));
  });

  holds(
    'no name in it reaches a prototype',
    fc.dictionary(fc.constantFrom('__proto__', 'a'), fc.anything()),
    (value) => {
      const read = parseStrictJson(`{"__proto__":{"polluted":1},"b":${JSON.stringify(value) ?? 'null'}}`);
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
      if (read.ok) expect(Object.getPrototypeOf(read.value)).toBeNull();
    },
  );

  holds('canonical JSON writes what it can read back', fc.anything({ withSparseArray: true }), (value) =>
    declaredOnly(() => {
      const text = canonicalJson(value);
      expect(JSON.stringify(JSON.parse(text))).toBe(text);
    }),
  );

  holds('one member’s own text', fc.tuple(fc.oneof(fc.json(), fc.string()), fc.string()), ([text, name]) => {
    memberText(text, name);
  });
});

function errorOf(run: () => unknown): string | null {
  try {
    run();
    return null;
  } catch (error) {
    return error instanceof Error ? error.name : 'no error';
  }
}
