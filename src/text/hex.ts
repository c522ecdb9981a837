import type { Address, Hex } from 'viem';

/** How a text differed from lower-case, even-length, `0x`-prefixed hex. Wallets repair all three. */
export type HexOddity = 'odd-hex' | 'no-0x' | 'upper-0x';

export interface ReadHex {
  readonly hex: Hex;
  readonly oddities: readonly HexOddity[];
}

/**
 * Bytes as wallets read them: `0x` is added when missing, odd-length hex is padded on the left (MetaMask's
 * `padHexToEvenLength`), the empty text is no bytes. `null` when it is no hex at all. Lower case.
 */
export function readHex(value: unknown): ReadHex | null {
  if (typeof value !== 'string') return null;
  const oddities: HexOddity[] = [];
  let digits = value;
  if (value.startsWith('0x')) digits = value.slice(2);
  else if (value.startsWith('0X')) {
    digits = value.slice(2);
    oddities.push('upper-0x');
  } else if (value !== '') oddities.push('no-0x');
  if (!HEX_DIGITS.test(digits)) return null;
  if (digits.length % 2 === 1) {
    digits = `0${digits}`;
    oddities.push('odd-hex');
  }
  return { hex: `0x${digits.toLowerCase()}`, oddities };
}

/** 20 bytes in hex, with or without `0x`, any casing. Lower case; `null` for anything else. */
export function readAddress(value: unknown): Address | null {
  if (typeof value !== 'string') return null;
  const match = ADDRESS.exec(value);
  return match?.[1] === undefined ? null : `0x${match[1].toLowerCase()}`;
}

/** An integer's low 20 bytes as an address; `null` when it does not fit. */
export function addressOf(integer: bigint): Address | null {
  if (integer < 0n || integer >> 160n !== 0n) return null;
  return `0x${integer.toString(16).padStart(40, '0')}`;
}

/**
 * A JSON number (safe integers only), decimal text or `0x` text. `null` for fractions, exponents, unsafe numbers and
 * texts longer than 256 bits and a sign can be.
 */
export function readInteger(value: unknown): bigint | null {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : null;
  if (typeof value !== 'string' || value.length > LONGEST_INTEGER) return null;
  if (DECIMAL.test(value)) return BigInt(value);
  return HEX_INTEGER.test(value) ? BigInt(`0x${value.slice(2)}`) : null;
}

export function isHex(value: unknown): value is Hex {
  return typeof value === 'string' && value.startsWith('0x') && HEX_DIGITS.test(value.slice(2));
}

/** Bytes in an even-length hex text. */
export function byteLength(hex: Hex): number {
  return (hex.length - 2) >> 1;
}

export function utf8ToHex(text: string): Hex {
  return bytesToHex(new TextEncoder().encode(text));
}

/** `null` when the bytes are not UTF-8: no replacement characters that would make two messages look alike. */
export function hexToUtf8(hex: Hex): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(hexToBytes(hex));
  } catch {
    return null;
  }
}

export function hexToBytes(hex: Hex): Uint8Array {
  const bytes = new Uint8Array(byteLength(hex));
  for (let at = 0; at < bytes.length; at += 1) {
    bytes[at] = (digitOf(hex.charCodeAt(2 + 2 * at)) << 4) | digitOf(hex.charCodeAt(3 + 2 * at));
  }
  return bytes;
}

export function bytesToHex(bytes: Uint8Array): Hex {
  const digits = new Uint8Array(2 * bytes.length);
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    digits[2 * at] = codeOf(byte >> 4);
    digits[2 * at + 1] = codeOf(byte & 15);
  }
  return `0x${new TextDecoder().decode(digits)}`;
}

function codeOf(digit: number): number {
  return digit < 10 ? digit + 48 : digit + 87;
}

function digitOf(code: number): number {
  return code <= 57 ? code - 48 : (code | 32) - 87;
}

const HEX_DIGITS = /^[0-9a-fA-F]*$/u;
const ADDRESS = /^(?:0[xX])?([0-9a-fA-F]{40})$/u;
const DECIMAL = /^-?[0-9]+$/u;
const HEX_INTEGER = /^0[xX][0-9a-fA-F]+$/u;
/** 2^256 has 78 decimal digits; wallets accept leading zeros, so some room is left. */
const LONGEST_INTEGER = 128;
