import { hashMessage, keccak256 } from 'viem';
import type { TypedData } from '../request/SigningRequest.ts';
import type { Digests } from './Action.ts';
import { type HashBudget, hashStruct } from './hashStruct.ts';
import type { Struct } from './struct.ts';
import { readTypedValue } from './typedValue.ts';

/** EIP-191 hash of a message's bytes. */
export function messageDigests(bytes: `0x${string}`): Digests {
  return { kind: 'message', eip191Hash: hashMessage({ raw: bytes }) };
}

/**
 * EIP-712 hashes, as wallets on `@metamask/eth-sig-util` compute them: a domain is hashed under its declared members
 * alone, none when `EIP712Domain` is not declared. `null` when the domain does not fit its types, or the message is too
 * large to hash in time.
 */
export function typedDataDigests(typed: TypedData, root: Struct): Digests | null {
  const types: Record<string, readonly { name: string; type: string }[]> = Object.create(null);
  Object.assign(types, { EIP712Domain: [] }, typed.types);
  const counts = { values: MOST_DOMAIN_VALUES, absent: 0 };
  const domain = readTypedValue(typed.domain, 'EIP712Domain', types, DOMAIN_DEPTH, counts);
  if (!domain.ok || counts.absent > 0 || typed.primaryType === 'EIP712Domain') return null;
  const budget: HashBudget = { hashes: MOST_HASHES, digits: MOST_DIGITS };
  const domainHash = hashStruct('EIP712Domain', domain.value, types, budget);
  const messageHash = hashStruct(typed.primaryType, root.values, types, budget);
  if (domainHash === null || messageHash === null) return null;
  const eip712Hash = keccak256(`0x1901${domainHash.slice(2)}${messageHash.slice(2)}`);
  return { kind: 'typedData', domainHash, messageHash, eip712Hash };
}

const MOST_DOMAIN_VALUES = 1_000;
const DOMAIN_DEPTH = 4;
/** Together under 150 ms: measured 22 us a hash of a struct of four members, 40 ms a million digits, on one core. */
const MOST_HASHES = 2_000;
const MOST_DIGITS = 1_500_000;
