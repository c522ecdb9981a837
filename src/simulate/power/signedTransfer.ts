import { type Address, encodeFunctionData, type Hex, hashStruct, isAddress, parseAbi } from 'viem';
import type { TypedData } from '../../request/SigningRequest.ts';
import type { Around } from '../Extra.ts';
import { PERMIT2_ADDRESS } from '../permit2.ts';
import type { Pull, Roles } from './argumentLists.ts';

/** What a Permit2 SignatureTransfer says, as the contract wants it handed in (SignatureTransfer.sol). */
export interface SignedTransfer {
  readonly permitted: readonly { readonly token: Address; readonly amount: bigint }[];
  readonly batch: boolean;
  readonly nonce: bigint;
  readonly deadline: bigint;
  /** What else is signed: its hash, and the end of the type's text that Permit2 does not know. */
  readonly witness: { readonly hash: Hex; readonly type: string } | null;
}

/** `null` when the request signs no such thing, or not in its members' usual form. */
export function signedTransfer({ query: { request } }: Around): SignedTransfer | null {
  const { ask } = request;
  if (ask.kind !== 'typedData' || !/^Permit(?:Witness|Batch|BatchWitness)?TransferFrom$/u.test(ask.typed.primaryType)) {
    return null;
  }
  const { typed } = ask;
  try {
    const { permitted, nonce, deadline } = typed.message;
    const items: readonly unknown[] = Array.isArray(permitted) ? permitted : [permitted];
    return {
      permitted: items.map(permissionOf),
      batch: Array.isArray(permitted),
      nonce: BigInt(String(nonce)),
      deadline: BigInt(String(deadline)),
      witness: witnessOf(typed),
    };
  } catch {
    // Not in that form: the trial has nothing to hand in.
    return null;
  }
}

/** Permit2's own call for it, which pays `by` as much of one token as there is. */
export function signedPull(signed: SignedTransfer, { token, user, by, amount }: Roles): Pull {
  const { permitted, batch, witness, ...rest } = signed;
  const asked = permitted.map((one) => ({ to: by, requestedAmount: sameAddress(one.token, token) ? amount : 0n }));
  const [first] = permitted;
  const [paid] = asked;
  if (first === undefined || paid === undefined)
    throw new RangeError('A Permit2 transfer of nothing; look at it first.');
  const single = { permitted: first, ...rest };
  const many = { permitted, ...rest };
  const data =
    witness === null
      ? batch
        ? encodeFunctionData({ abi: BATCH, args: [many, asked, user, '0x'] })
        : encodeFunctionData({ abi: SINGLE, args: [single, paid, user, '0x'] })
      : batch
        ? encodeFunctionData({ abi: BATCH_WITNESS, args: [many, asked, user, witness.hash, witness.type, '0x'] })
        : encodeFunctionData({ abi: WITNESS, args: [single, paid, user, witness.hash, witness.type, '0x'] });
  return { to: PERMIT2_ADDRESS, data };
}

function permissionOf(value: unknown): SignedTransfer['permitted'][number] {
  const members = new Map<string, unknown>(Object.entries(Object(value)));
  const token = String(members.get('token'));
  if (!isAddress(token, { strict: false })) throw new RangeError('No token; look at the permission.');
  return { token, amount: BigInt(String(members.get('amount'))) };
}

/** The member that stands behind the deadline. */
function witnessOf({ types, primaryType, message }: TypedData): SignedTransfer['witness'] {
  const members = types[primaryType] ?? [];
  const member = members[members.findIndex(({ name }) => name === 'deadline') + 1];
  if (member === undefined) return null;
  const value = message[member.name];
  if (JSON.stringify([types, value]).length > LONGEST) throw new RangeError('Too long to hash; try nobody.');
  const plain: Record<string, { name: string; type: string }[]> = {};
  for (const [name, list] of Object.entries(types)) plain[name] = [...list];
  const data: Record<string, unknown> = { ...Object(value) };
  const hash = hashStruct({ data, primaryType: member.type, types: plain });
  const named = [...typesBelow(member.type, types), ...typesBelow('TokenPermissions', types)];
  const written = [...new Set(named)].sort().map((name) => `${name}(${membersText(types[name] ?? [])})`);
  return { hash, type: `${member.type} ${member.name})${written.join('')}` };
}

function typesBelow(type: string, types: TypedData['types'], found: readonly string[] = []): readonly string[] {
  const name = type.replace(/\[.*$/u, '');
  const members = types[name];
  if (members === undefined || found.includes(name)) return found;
  return members.reduce<readonly string[]>((all, member) => typesBelow(member.type, types, all), [...found, name]);
}

function membersText(members: TypedData['types'][string]): string {
  return members.map(({ name, type }) => `${type} ${name}`).join();
}

function sameAddress(one: Address, other: Address): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Characters of types and witness: viem hashes a type anew for every struct, and a page may write many. */
const LONGEST = 12_000;

const STRUCTS = [
  'struct TokenPermissions { address token; uint256 amount; }',
  'struct Permit { TokenPermissions permitted; uint256 nonce; uint256 deadline; }',
  'struct Batch { TokenPermissions[] permitted; uint256 nonce; uint256 deadline; }',
  'struct Details { address to; uint256 requestedAmount; }',
] as const;
const SINGLE = parseAbi([
  ...STRUCTS,
  'function permitTransferFrom(Permit permit, Details details, address owner, bytes signature)',
]);
const BATCH = parseAbi([
  ...STRUCTS,
  'function permitTransferFrom(Batch permit, Details[] details, address owner, bytes signature)',
]);
const WITNESS = parseAbi([
  ...STRUCTS,
  'function permitWitnessTransferFrom(Permit permit, Details details, address owner, bytes32 witness, string witnessType, bytes signature)',
]);
const BATCH_WITNESS = parseAbi([
  ...STRUCTS,
  'function permitWitnessTransferFrom(Batch permit, Details[] details, address owner, bytes32 witness, string witnessType, bytes signature)',
]);
