import type { SigningRequest, TypedData, TypedDataAsk } from '../request/SigningRequest.ts';
import { readInteger } from '../text/hex.ts';
import type { Action, Digests, TypedDomain } from './Action.ts';
import { CREDIT_STRUCTS } from './credit.ts';
import { DELEGATION_STRUCTS } from './delegation.ts';
import { typedDataDigests } from './digests.ts';
import { META_STRUCTS } from './metaTransaction.ts';
import { ORDER_STRUCTS } from './order.ts';
import { PERMIT_STRUCTS } from './permit.ts';
import { PERMIT2_STRUCTS } from './permit2.ts';
import { SAFE_STRUCTS } from './safeTx.ts';
import { SPEND_PERMISSION_STRUCTS } from './spendPermission.ts';
import { readAgent, STATEMENT_STRUCTS } from './statement.ts';
import { readTyped, type StructReader } from './struct.ts';
import { addressFrom } from './typedValue.ts';
import { USER_OPERATION_STRUCTS } from './userOperation.ts';
import { VOTE_STRUCTS } from './vote.ts';

/** What EIP-712 typed data says it does. Typed data that does not fit its own types is unreadable. */
export function decodeTypedData(
  ask: TypedDataAsk,
  request: SigningRequest,
): { action: Action; digests: Digests | null } {
  const account = ask.account ?? request.account;
  const domain = domainOf(ask.typed);
  if (ask.version === 'v1') return { action: opaque('typed-data', ask.typed.primaryType, domain), digests: null };
  const read = readTyped(ask.typed, account);
  if (!read.ok) return { action: { kind: 'unreadable', why: 'bad-typed-data', detail: read.detail }, digests: null };
  const action =
    READERS.get(ask.typed.primaryType)?.(read.root, domain) ??
    readAgent(read.root, domain) ??
    opaque('typed-data', ask.typed.primaryType, domain);
  return { action, digests: read.absent > 0 ? null : typedDataDigests(ask.typed, read.root) };
}

/** The domain as written, whether declared or not; parts that are not what EIP-712 says are `null`. */
export function domainOf(typed: TypedData): TypedDomain {
  const { name, version, chainId, verifyingContract } = typed.domain;
  const declared = typed.types.EIP712Domain ?? [];
  return {
    name: typeof name === 'string' ? name.slice(0, LONGEST_NAME) : null,
    version: typeof version === 'string' || typeof version === 'number' ? String(version).slice(0, LONGEST_NAME) : null,
    chainId: readInteger(chainId),
    verifyingContract: addressFrom(verifyingContract),
    missing: declared.length === 0,
  };
}

function opaque(what: 'typed-data', label: string, domain: TypedDomain): Action {
  return { kind: 'opaque', what, label: label.slice(0, LONGEST_NAME), domain };
}

const LONGEST_NAME = 1024;
const READERS: ReadonlyMap<string, StructReader> = new Map<string, StructReader>([
  ...PERMIT_STRUCTS,
  ...PERMIT2_STRUCTS,
  ...ORDER_STRUCTS,
  ...SAFE_STRUCTS,
  ...CREDIT_STRUCTS,
  ...META_STRUCTS,
  ...USER_OPERATION_STRUCTS,
  ...VOTE_STRUCTS,
  ...DELEGATION_STRUCTS,
  ...STATEMENT_STRUCTS,
  ...SPEND_PERMISSION_STRUCTS,
]);
