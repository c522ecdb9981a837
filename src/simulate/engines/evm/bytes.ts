import { type Hex, hexToBytes } from 'viem';

export function bytesOf(hex: string): Uint8Array {
  return hexToBytes(`0x${hex.slice(2)}`);
}

export function hexOf(bytes: Uint8Array): Hex {
  return `0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Words are kept without leading zeros, as the EVM writes them. */
export function trimmed(value: bigint): Uint8Array {
  if (value === 0n) return new Uint8Array(0);
  const digits = value.toString(16);
  return bytesOf(`0x${digits.length % 2 === 0 ? digits : `0${digits}`}`);
}
