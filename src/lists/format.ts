import * as v from 'valibot';
import { ListUnavailableError } from '../errors.ts';
import { FINGERPRINT_BYTES } from './fingerprint.ts';
import type { ListMatch, ListSource } from './Lists.ts';

/**
 * A compiled list: one file per source, read in place.
 *
 * ```
 * 0   magic `CSL1`
 * 4   u32 length of the head (JSON, UTF-8), 8 u32 rows, 12 u32 checksum of everything after byte 16
 * 16  head: { source, groups: [{ kind, reason, chainId }] }, then zeros up to a multiple of 8
 * ..  rows x 8 bytes: fingerprints, ascending, equal ones allowed
 * ..  rows x u16: the row's group
 * ..  rows x u16: the entry's own date, days since 2015-01-01, 0 for none
 * ```
 * All numbers little endian; fingerprints compare byte by byte. The checksum finds accidents, not forgers.
 */
export interface ListFile {
  readonly source: ListSource;
  readonly groups: readonly ListGroup[];
  readonly rows: number;
  /** First row with this fingerprint and how many there are; `count` is 0 for a stranger. */
  find(fingerprint: Uint8Array): { readonly first: number; readonly count: number };
  group(row: number): ListGroup;
  /** YYYY-MM-DD or `null`. */
  added(row: number): string | null;
}

/** What many rows share. `chainId` narrows an address to one chain; `null` for hosts and for any chain. */
export interface ListGroup {
  readonly kind: ListMatch['kind'];
  readonly reason: string | null;
  readonly chainId: number | null;
}

export const LIST_MAGIC = 'CSL1';
export const LIST_PREAMBLE_BYTES = 16;
/** Day 0 of the date column; no scam list is older. */
export const LIST_EPOCH_MS = Date.UTC(2015, 0, 1);
export const DAY_MS = 86_400_000;

/** @throws ListUnavailableError when the bytes are not a whole, undamaged list. */
export function readListFile(id: string, bytes: Uint8Array): ListFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < LIST_PREAMBLE_BYTES || text(bytes.subarray(0, 4)) !== LIST_MAGIC) throw damaged(id, 'no list');
  const headLength = view.getUint32(4, true);
  const rows = view.getUint32(8, true);
  const fingerprintsAt = align(LIST_PREAMBLE_BYTES + headLength);
  const groupsAt = fingerprintsAt + rows * FINGERPRINT_BYTES;
  const datesAt = groupsAt + rows * 2;
  if (datesAt + rows * 2 !== bytes.length) throw damaged(id, 'cut short or too long');
  if (checksum(bytes, LIST_PREAMBLE_BYTES) !== view.getUint32(12, true)) throw damaged(id, 'checksum differs');
  const head = readHead(id, bytes.subarray(LIST_PREAMBLE_BYTES, LIST_PREAMBLE_BYTES + headLength));

  const compare = (row: number, key: Uint8Array) => {
    const at = fingerprintsAt + row * FINGERPRINT_BYTES;
    for (let i = 0; i < FINGERPRINT_BYTES; i += 1) {
      const difference = (bytes[at + i] ?? 0) - (key[i] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  };
  return {
    ...head,
    rows,
    find(key) {
      let low = 0;
      let high = rows;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (compare(middle, key) < 0) low = middle + 1;
        else high = middle;
      }
      let count = 0;
      while (low + count < rows && compare(low + count, key) === 0) count += 1;
      return { first: low, count };
    },
    group(row) {
      const group = head.groups[view.getUint16(groupsAt + row * 2, true)];
      if (group === undefined) throw damaged(id, 'a row names no group');
      return group;
    },
    added(row) {
      const days = view.getUint16(datesAt + row * 2, true);
      return days === 0 ? null : new Date(LIST_EPOCH_MS + days * DAY_MS).toISOString().slice(0, 10);
    },
  };
}

export function align(offset: number): number {
  return Math.ceil(offset / 8) * 8;
}

/** FNV-1a over 32-bit words from `start`, then the bytes left over. */
export function checksum(bytes: Uint8Array, start: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, bytes.byteLength - start);
  const words = view.byteLength >>> 2;
  let hash = 0x811c9dc5;
  for (let i = 0; i < words; i += 1) hash = Math.imul(hash ^ view.getUint32(i * 4, true), 0x01000193);
  for (let i = words * 4; i < view.byteLength; i += 1) hash = Math.imul(hash ^ view.getUint8(i), 0x01000193);
  return hash >>> 0;
}

const Source = v.object({
  id: v.string(),
  name: v.string(),
  lineage: v.string(),
  date: v.string(),
  entries: v.number(),
  url: v.nullable(v.string()),
  appeal: v.nullable(v.string()),
});

const Head = v.object({
  source: Source,
  groups: v.array(
    v.object({
      kind: v.picklist(['phishing', 'drainer', 'impersonation', 'compromised', 'sanctioned', 'allow']),
      reason: v.nullable(v.string()),
      chainId: v.nullable(v.number()),
    }),
  ),
});

function readHead(id: string, bytes: Uint8Array): v.InferOutput<typeof Head> {
  try {
    return v.parse(Head, JSON.parse(text(bytes)));
  } catch (cause) {
    throw damaged(id, 'unreadable head', cause);
  }
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function damaged(id: string, what: string, cause?: unknown): ListUnavailableError {
  return new ListUnavailableError(`List file "${id}" is damaged (${what}). Check that it was fetched or built whole.`, {
    cause,
  });
}
