import type { Address, Hex } from 'viem';
import { BadInputError } from '../errors.ts';
import { addressFingerprint, codeFingerprint, FINGERPRINT_BYTES, hostFingerprint } from './fingerprint.ts';
import { align, checksum, DAY_MS, LIST_EPOCH_MS, LIST_MAGIC, LIST_PREAMBLE_BYTES, type ListGroup } from './format.ts';
import type { ListMatch, ListSource } from './Lists.ts';

/** One entry as a list's compiler has it. Exactly one of `host`, `address` and `codeHash`. */
export interface ListEntry {
  /** Host in ASCII, lower case, e.g. `evil.com`; `null` for an address. */
  readonly host: string | null;
  readonly address: { readonly chainId: number | null; readonly address: Address } | null;
  /** keccak256 of a contract's code. */
  readonly codeHash?: Hex | null;
  readonly kind: ListMatch['kind'];
  readonly reason: string | null;
  /** YYYY-MM-DD. */
  readonly added: string | null;
}

/** Compiles one source's entries to the bytes that `readListFile` reads. Same entries, in any order: same bytes. */
export function encodeList(
  source: Omit<ListSource, 'entries'>,
  entries: readonly ListEntry[],
): Uint8Array<ArrayBuffer> {
  const groups: ListGroup[] = [];
  const groupIndex = new Map<string, number>();
  const groupOf = (group: ListGroup) => {
    const key = JSON.stringify([group.kind, group.reason, group.chainId]);
    const known = groupIndex.get(key);
    if (known !== undefined) return known;
    groupIndex.set(key, groups.length);
    return groups.push(group) - 1;
  };
  const sorted = entries.map((entry) => ({ entry, key: fingerprintOf(entry) })).sort((a, b) => byKey(a, b));
  const rows = sorted.map(({ entry, key }) => ({
    key,
    group: groupOf({ kind: entry.kind, reason: entry.reason, chainId: entry.address?.chainId ?? null }),
    days: daysOf(entry.added),
  }));

  const head = new TextEncoder().encode(JSON.stringify({ source: { ...source, entries: rows.length }, groups }));
  const fingerprintsAt = align(LIST_PREAMBLE_BYTES + head.length);
  const groupsAt = fingerprintsAt + rows.length * FINGERPRINT_BYTES;
  const datesAt = groupsAt + rows.length * 2;
  const bytes = new Uint8Array(datesAt + rows.length * 2);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(LIST_MAGIC), 0);
  view.setUint32(4, head.length, true);
  view.setUint32(8, rows.length, true);
  bytes.set(head, LIST_PREAMBLE_BYTES);
  rows.forEach((row, index) => {
    bytes.set(row.key, fingerprintsAt + index * FINGERPRINT_BYTES);
    view.setUint16(groupsAt + index * 2, row.group, true);
    view.setUint16(datesAt + index * 2, row.days, true);
  });
  view.setUint32(12, checksum(bytes, LIST_PREAMBLE_BYTES), true);
  return bytes;
}

interface Keyed {
  readonly key: Uint8Array;
  readonly entry: ListEntry;
}

function byKey(a: Keyed, b: Keyed): number {
  for (let i = 0; i < FINGERPRINT_BYTES; i += 1) {
    const difference = (a.key[i] ?? 0) - (b.key[i] ?? 0);
    if (difference !== 0) return difference;
  }
  const [first, second] = [JSON.stringify(a.entry), JSON.stringify(b.entry)];
  return first < second ? -1 : Number(first > second);
}

function fingerprintOf(entry: ListEntry): Uint8Array {
  if (entry.host !== null) return hostFingerprint(entry.host);
  if (entry.address !== null) return addressFingerprint(entry.address.address);
  if (entry.codeHash != null) return codeFingerprint(entry.codeHash);
  throw new BadInputError('A list entry has neither host, address nor code hash. Check the row it came from.');
}

function daysOf(date: string | null): number {
  if (date === null) return 0;
  const days = Math.round((Date.parse(date) - LIST_EPOCH_MS) / DAY_MS);
  if (days > 0 && days < 0x10000) return days;
  throw new BadInputError(`A list entry's date is ${date}. Check that it is YYYY-MM-DD and after 2015-01-01.`);
}
