import { type Hex, numberToHex } from 'viem';

/**
 * Other values a storage word may soon have if somebody wants it to: switches thrown, one address put for another.
 * Words that hold an amount, a price or a time are left alone: they change every day and prove nothing.
 *
 * @param other an address nobody has.
 */
export function mutationsOf(word: bigint, other: bigint): readonly Hex[] {
  if (word === 0n) return [hex(1n), hex(1n << 8n)];
  if (word < ONE_BYTE_PER_FLAG && flagsIn(word).every((flag) => flag <= 1n)) {
    return flagsIn(word).map((_, at) => hex(word ^ (1n << (8n * BigInt(at)))));
  }
  const low = word & ADDRESS_MASK;
  if (!isAddress(low)) return [];
  const above = word >> 160n;
  if (above === 0n) return [hex(other), ...PACKED_FLAGS.map((bit) => hex(word | bit))];
  // An owner and a switch in one word, as Solidity packs them.
  const flags = [above & 0xffn, (above >> 8n) & 0xffn];
  if (above >> 16n !== 0n || flags.some((flag) => flag > 1n)) return [];
  return PACKED_FLAGS.map((bit) => hex(word ^ bit));
}

/** An address in the low 20 bytes of a word; `null` when it holds none. */
export function addressIn(word: bigint): Hex | null {
  const low = word & ADDRESS_MASK;
  return isAddress(low) && word >> 176n === 0n ? numberToHex(low, { size: 20 }) : null;
}

const ADDRESS_MASK = (1n << 160n) - 1n;
/**
 * From this many zero bytes on, 20 bytes are amounts packed together (a rate beside a time, an index in ray), not a
 * person's address: one in a million has four.
 */
const MANY_ZEROS = 4;

function isAddress(low: bigint): boolean {
  const bytes = Array.from({ length: 20 }, (_, at) => (low >> (8n * BigInt(at))) & 0xffn);
  return bytes.filter((byte) => byte === 0n).length < MANY_ZEROS;
}

const ONE_BYTE_PER_FLAG = 1n << 32n;
const PACKED_FLAGS = [1n << 160n, 1n << 168n];

/** The low four bytes. */
function flagsIn(word: bigint): readonly bigint[] {
  return [0n, 8n, 16n, 24n].map((shift) => (word >> shift) & 0xffn);
}

function hex(word: bigint): Hex {
  return numberToHex(word, { size: 32 });
}
