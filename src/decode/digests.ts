import { concat, hashDomain, hashMessage, hashStruct, keccak256 } from 'viem';
import type { TypedData } from '../request/SigningRequest.ts';
import type { Digests } from './Action.ts';
import type { Struct } from './struct.ts';
import { readTypedValue } from './typedValue.ts';

/** EIP-191 hash of a message's bytes. */
export function messageDigests(bytes: `0x${string}`): Digests {
  return { kind: 'message', eip191Hash: hashMessage({ raw: bytes }) };
}

/**
 * EIP-712 hashes, as wallets on `@metamask/eth-sig-util` compute them: a domain is hashed under its declared members
 * alone, none when `EIP712Domain` is not declared. `null` when the message is too large to hash in time, or holds what
 * implementations hash differently.
 */
export function typedDataDigests(typed: TypedData, root: Struct, structs: number): Digests | null {
  const declared = Object.values(typed.types).reduce((sum, members) => sum + 1 + members.length, 0);
  // viem walks all declared types once for each struct it hashes.
  if (structs * declared > MOST_HASH_WORK || typed.primaryType === 'EIP712Domain') return null;
  const types: Record<string, readonly { name: string; type: string }[]> = Object.create(null);
  Object.assign(types, { EIP712Domain: [] }, typed.types);
  const domain = readTypedValue(typed.domain, 'EIP712Domain', types, 4, { values: 1_000, structs: 0, absent: 0 });
  if (!domain.ok) return null;
  try {
    const domainHash = hashDomain({ domain: Object(domain.value), types });
    const messageHash = hashStruct({ data: root.values, primaryType: typed.primaryType, types });
    return {
      kind: 'typedData',
      domainHash,
      messageHash,
      eip712Hash: keccak256(concat(['0x1901', domainHash, messageHash])),
    };
  } catch {
    // An absent struct: version 4 hashes it as zero, viem does not hash it.
    return null;
  }
}

/** About 100 ms of hashing, measured on one 2024 laptop core. */
const MOST_HASH_WORK = 200_000;
