import { sha256 } from '@noble/hashes/sha2.js';
import type { Address, Hex } from 'viem';

/** Bytes of a fingerprint. 64 bits: among a million entries a stranger matches with chance 5e-14. */
export const FINGERPRINT_BYTES = 8;

/** What stands in a list for a host: host name in ASCII (punycode), lower case, no trailing dot. */
export function hostFingerprint(host: string): Uint8Array {
  return fingerprint(`h:${host}`);
}

/** What stands in a list for an address, on whatever chain; the row's group says which. */
export function addressFingerprint(address: Address): Uint8Array {
  return fingerprint(`a:${address.toLowerCase()}`);
}

/** What stands in a list for a contract's code, by its keccak256. */
export function codeFingerprint(codeHash: Hex): Uint8Array {
  return fingerprint(`c:${codeHash.toLowerCase()}`);
}

/** Cut SHA-256 and not a quick hash: an attacker who picks host names must not be able to collide with an entry. */
function fingerprint(key: string): Uint8Array {
  return sha256(encoder.encode(key)).subarray(0, FINGERPRINT_BYTES);
}

const encoder = new TextEncoder();
