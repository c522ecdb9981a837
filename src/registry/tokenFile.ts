import type { Address } from 'viem';
import type { RegistryToken } from './Registry.ts';
import { checksum, damaged } from './table.ts';

/**
 * The listed tokens, read in place.
 *
 * ```
 * 0   magic `CST1`, 4 u32 tokens, 8 u32 keys, 12 u32 length of the pool, 16 u32 checksum of everything after byte 20
 * 20  tokens x 36: address (20), u32 chain, u32 offset in the pool, u8 length of the symbol, u8 of the name,
 *     u8 decimals (255: none), u8 type (0 ERC-20, 1 ERC-721, 2 ERC-1155), u32 bits: which lists carry it
 * ..  keys x 12: u32 and u32 hash of a symbol's or name's key, u32 token; ascending
 * ..  pool: UTF-8, symbol and name of each token
 * ```
 * Tokens ascend by address, then chain. All numbers little endian.
 */
export interface TokenFile {
  find(chainId: number, address: Address): RegistryToken | null;
  /** The same address on whatever chain. */
  atAddress(address: Address): readonly RegistryToken[];
  /** Tokens of this chain, or of any for `null`, whose symbol, or whose name, has this `tokenKey`. */
  withKey(chainId: number | null, part: 'symbol' | 'name', key: string): readonly RegistryToken[];
  /** Tokens whose address begins and ends with these hex digits, lower case. Reads every row: for a person's question only. */
  withEnds(head: string, tail: string): readonly RegistryToken[];
}

export const TOKEN_MAGIC = 'CST1';
export const TOKEN_HEAD_BYTES = 20;
export const TOKEN_ROW_BYTES = 36;
export const TOKEN_KEY_BYTES = 12;
export const TOKEN_TYPES = ['erc20', 'erc721', 'erc1155'] as const;

/** @param lists names of the token lists, in the order of the bits. @throws ListUnavailableError */
export function readTokenFile(name: string, bytes: Uint8Array, lists: readonly string[]): TokenFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder();
  if (bytes.length < TOKEN_HEAD_BYTES || decoder.decode(bytes.subarray(0, 4)) !== TOKEN_MAGIC) throw damaged(name);
  const count = view.getUint32(4, true);
  const keyCount = view.getUint32(8, true);
  const keysAt = TOKEN_HEAD_BYTES + count * TOKEN_ROW_BYTES;
  const poolAt = keysAt + keyCount * TOKEN_KEY_BYTES;
  if (poolAt + view.getUint32(12, true) !== bytes.length) throw damaged(name);
  if (Number.parseInt(checksum(bytes.subarray(TOKEN_HEAD_BYTES)), 16) !== view.getUint32(16, true)) throw damaged(name);

  const rowAt = (index: number) => TOKEN_HEAD_BYTES + index * TOKEN_ROW_BYTES;
  const read = (index: number): RegistryToken => {
    // A key may name any row: the checksum finds accidents, not forgers.
    if (index >= count) throw damaged(name);
    const at = rowAt(index);
    const text = poolAt + view.getUint32(at + 24, true);
    const nameAt = text + view.getUint8(at + 28);
    const decimals = view.getUint8(at + 30);
    const bits = view.getUint32(at + 32, true);
    return {
      chainId: view.getUint32(at + 20, true),
      address: toAddress(bytes.subarray(at, at + 20)),
      symbol: decoder.decode(bytes.subarray(text, nameAt)),
      name: decoder.decode(bytes.subarray(nameAt, nameAt + view.getUint8(at + 29))),
      decimals: decimals === 255 ? null : decimals,
      type: TOKEN_TYPES[view.getUint8(at + 31)] ?? 'erc20',
      lists: lists.filter((_, bit) => (bits & (1 << bit)) !== 0),
    };
  };
  const compareAddress = (index: number, address: Uint8Array) => {
    const at = rowAt(index);
    for (let i = 0; i < 20; i += 1) {
      const difference = (bytes[at + i] ?? 0) - (address[i] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  };
  const atAddress = (address: Address) => {
    const wanted = fromAddress(address);
    if (wanted === null) return [];
    const found: RegistryToken[] = [];
    const first = firstAtLeast(count, (index) => compareAddress(index, wanted));
    for (let i = first; i < count && compareAddress(i, wanted) === 0; i += 1) found.push(read(i));
    return found;
  };
  return {
    atAddress,
    find: (chainId, address) => atAddress(address).find((token) => token.chainId === chainId) ?? null,
    withKey(chainId, part, key) {
      const [high, low] = keyHash(part, key);
      const compare = (index: number) => {
        const at = keysAt + index * TOKEN_KEY_BYTES;
        return view.getUint32(at, true) - high || view.getUint32(at + 4, true) - low;
      };
      const found: RegistryToken[] = [];
      for (let i = firstAtLeast(keyCount, compare); i < keyCount && compare(i) === 0; i += 1) {
        const token = view.getUint32(keysAt + i * TOKEN_KEY_BYTES + 8, true);
        if (chainId === null || view.getUint32(rowAt(token) + 20, true) === chainId) found.push(read(token));
      }
      return found;
    },
    withEnds(head, tail) {
      const found: RegistryToken[] = [];
      for (let i = 0; i < count; i += 1) {
        const digits = toAddress(bytes.subarray(rowAt(i), rowAt(i) + 20)).slice(2);
        if (digits.startsWith(head) && digits.endsWith(tail)) found.push(read(i));
      }
      return found;
    },
  };
}

/** Two FNV-1a hashes with different seeds. Who forges a collision only makes their own token look like an impostor. */
export function keyHash(part: 'symbol' | 'name', key: string): [number, number] {
  return [fnv(0x811c9dc5, `${part}:${key}`), fnv(0x01234567, `${key}:${part}`)];
}

/** `null` when it is no 20-byte address. */
export function fromAddress(address: string): Uint8Array | null {
  if (!/^0x[0-9a-f]{40}$/iu.test(address)) return null;
  return Uint8Array.from({ length: 20 }, (_, i) => Number.parseInt(address.slice(2 + 2 * i, 4 + 2 * i), 16));
}

function toAddress(bytes: Uint8Array): Address {
  let hex = '';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return `0x${hex}`;
}

function fnv(seed: number, text: string): number {
  let hash = seed;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

function firstAtLeast(length: number, compare: (index: number) => number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(middle) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
