import type { Hex } from 'viem';
import { codeHash } from '../codeHash.ts';

/**
 * keccak256 of the code without the metadata that Solidity appends (a CBOR map and its length in two bytes): two copies
 * of one source, compiled with other comments or paths, have the same core. `null` when there is no such tail.
 *
 * Source: https://docs.soliditylang.org/en/latest/metadata.html#encoding-of-the-metadata-hash-in-the-bytecode
 */
export function codeCore(code: Hex): Hex | null {
  const digits = code.slice(2).toLowerCase();
  const length = Number.parseInt(digits.slice(-4), 16);
  const tailAt = digits.length - 2 * (length + 2);
  // NaN for empty code; a tail longer than the code is no tail.
  if (!(length >= MIN_TAIL && length <= MAX_TAIL && tailAt > 0)) return null;
  return TAIL.test(digits.slice(tailAt)) ? codeHash(`0x${digits.slice(0, tailAt)}`) : null;
}

/** Bytes: `{"solc": x.y.z}` alone is 10; with a swarm hash, a switch and a version about 60. */
const MIN_TAIL = 10;
const MAX_TAIL = 128;
/** A map of one to four entries whose first key is ipfs, bzzr0, bzzr1, solc or experimental. */
const TAIL = /^a[1-4](?:6469706673|65627a7a72(?:30|31)|64736f6c63|6c6578706572696d656e74616c)/u;
