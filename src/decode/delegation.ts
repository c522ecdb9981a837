import type { Action, TypedDomain } from './Action.ts';
import type { Struct, StructReader } from './struct.ts';
import { voteDelegation } from './vote.ts';

/** Power lent by signature: over votes, over all positions in a lending market, over the account itself. */
export const DELEGATION_STRUCTS: ReadonlyMap<string, StructReader> = new Map<string, StructReader>([
  ['Delegation', (struct, domain) => voteDelegation(struct, domain) ?? accountDelegation(struct)],
  ['Authorization', authorization],
]);

/**
 * ERC-7710, MetaMask's delegation framework: `Delegation(address delegate,address delegator,bytes32 authority,Caveat[]
 * caveats,uint256 salt)`. Caveats may narrow it in ways only their own code knows, so it counts as the whole account.
 */
function accountDelegation(struct: Struct): Action | null {
  const to = struct.address('delegate');
  const of = struct.address('delegator');
  if (to === null || of === null || struct.bytes('authority') === null) return null;
  return { kind: 'ownership', of, to, functionName: 'Delegation' };
}

/**
 * Morpho: `Authorization(address authorizer,address authorized,bool isAuthorized,uint256 nonce,uint256 deadline)`.
 * Compound v3: `Authorization(address owner,address manager,bool isAllowed,uint256 nonce,uint256 expiry)`. Either may
 * move, lend out and borrow against everything the signer has there.
 */
function authorization(struct: Struct, domain: TypedDomain): Action | null {
  const operator = struct.address('authorized') ?? struct.address('manager');
  const approved = struct.bool('isAuthorized') ?? struct.bool('isAllowed');
  const collection = domain.verifyingContract;
  if (operator === null || approved === null || collection === null) return null;
  return { kind: 'operatorApproval', collection, operator, approved };
}
