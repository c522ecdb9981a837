import { BadInputError } from '../errors.ts';
import type { RegistryToken } from './Registry.ts';
import { checksum } from './table.ts';
import {
  fromAddress,
  keyHash,
  TOKEN_HEAD_BYTES,
  TOKEN_KEY_BYTES,
  TOKEN_MAGIC,
  TOKEN_ROW_BYTES,
  TOKEN_TYPES,
} from './tokenFile.ts';
import { tokenKey } from './tokenKey.ts';

/** One list's word on one token. */
export interface TokenEntry extends Omit<RegistryToken, 'lists' | 'address'> {
  readonly address: string;
  readonly list: string;
}

/**
 * Compiles the entries of several lists to the bytes that `readTokenFile` reads. The first list in `lists` that carries
 * a token gives its symbol, name and decimals; the other lists' ways of writing it find it as well.
 */
export function encodeTokens(entries: readonly TokenEntry[], lists: readonly string[]): Uint8Array<ArrayBuffer> {
  const merged = merge(entries, lists);
  const encoder = new TextEncoder();
  const pool: number[] = [];
  const keys: [number, number, number][] = [];
  const rows = new Uint8Array(merged.length * TOKEN_ROW_BYTES);
  const rowView = new DataView(rows.buffer);
  merged.forEach((token, index) => {
    const at = index * TOKEN_ROW_BYTES;
    const symbol = encoder.encode(token.first.symbol).subarray(0, 255);
    const name = encoder.encode(token.first.name).subarray(0, 255);
    rows.set(token.address, at);
    rowView.setUint32(at + 20, token.first.chainId, true);
    rowView.setUint32(at + 24, pool.length, true);
    rowView.setUint8(at + 28, symbol.length);
    rowView.setUint8(at + 29, name.length);
    rowView.setUint8(at + 30, token.first.decimals ?? 255);
    rowView.setUint8(at + 31, TOKEN_TYPES.indexOf(token.first.type));
    rowView.setUint32(at + 32, token.bits, true);
    pool.push(...symbol, ...name);
    for (const hash of token.hashes.values()) keys.push([...hash, index]);
  });
  keys.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);

  const keysAt = TOKEN_HEAD_BYTES + rows.length;
  const poolAt = keysAt + keys.length * TOKEN_KEY_BYTES;
  const bytes = new Uint8Array(poolAt + pool.length);
  const view = new DataView(bytes.buffer);
  bytes.set(encoder.encode(TOKEN_MAGIC), 0);
  view.setUint32(4, merged.length, true);
  view.setUint32(8, keys.length, true);
  view.setUint32(12, pool.length, true);
  bytes.set(rows, TOKEN_HEAD_BYTES);
  keys.forEach((key, index) => {
    key.forEach((number, part) => {
      view.setUint32(keysAt + index * TOKEN_KEY_BYTES + part * 4, number, true);
    });
  });
  bytes.set(pool, poolAt);
  view.setUint32(16, Number.parseInt(checksum(bytes.subarray(TOKEN_HEAD_BYTES)), 16), true);
  return bytes;
}

interface Merged {
  readonly address: Uint8Array;
  readonly id: string;
  readonly first: TokenEntry;
  bits: number;
  readonly hashes: Map<string, [number, number]>;
}

function merge(entries: readonly TokenEntry[], lists: readonly string[]): Merged[] {
  const byList = [...entries].sort((a, b) => lists.indexOf(a.list) - lists.indexOf(b.list));
  const merged = new Map<string, Merged>();
  for (const entry of byList) {
    const address = fromAddress(entry.address);
    if (address === null) throw new BadInputError(`${entry.list}: ${entry.address} is no address. Check the list.`);
    const id = `${entry.address.toLowerCase()}:${String(entry.chainId).padStart(10, '0')}`;
    const token: Merged = merged.get(id) ?? { address, id, first: entry, bits: 0, hashes: new Map() };
    merged.set(id, token);
    token.bits |= 1 << lists.indexOf(entry.list);
    for (const part of ['symbol', 'name'] as const) {
      const key = tokenKey(entry[part]);
      if (key !== '') token.hashes.set(`${part}:${key}`, keyHash(part, key));
    }
  }
  return [...merged.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
