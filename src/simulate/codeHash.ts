import { type Hex, keccak256 } from 'viem';

/** Codes remembered: what a few looks one after the other meet, 3 MB at most. */
const MAX_KNOWN = 64;

const KNOWN = new Map<Hex, Hex>();

/** keccak256 of a contract's code. The same few contracts come with every look, and hashing them was a sixth of its time. */
export function codeHash(code: Hex): Hex {
  const known = KNOWN.get(code);
  if (known !== undefined) return known;
  const hash = keccak256(code);
  const [oldest] = KNOWN.keys();
  if (KNOWN.size >= MAX_KNOWN && oldest !== undefined) KNOWN.delete(oldest);
  KNOWN.set(code, hash);
  return hash;
}
