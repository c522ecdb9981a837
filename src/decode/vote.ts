import type { Action, TypedDomain } from './Action.ts';
import type { CallReader } from './calldata.ts';
import type { Struct, StructReader } from './struct.ts';

/** Ballots and lent votes as signatures: OpenZeppelin and Compound governors, ERC20Votes, Snapshot. */
export const VOTE_STRUCTS: ReadonlyMap<string, StructReader> = new Map<string, StructReader>([
  ['Ballot', ballot],
  ['ExtendedBallot', ballot],
  ['Vote', snapshot],
]);

/** `Delegation(address delegatee,uint256 nonce,uint256 expiry)`, ERC20Votes. */
export function voteDelegation(struct: Struct, domain: TypedDomain): Action | null {
  const delegatee = struct.address('delegatee');
  if (delegatee === null || struct.uint('expiry') === null || domain.verifyingContract === null) return null;
  return { kind: 'vote', of: domain.verifyingContract, delegatee };
}

export const VOTE_READERS: ReadonlyMap<string, CallReader> = new Map<string, CallReader>([
  ['0x15373e3d', cast], // castVote(uint256,bool)
  ['0x56781388', cast], // castVote(uint256,uint8)
  ['0x7b3c71d3', cast], // castVoteWithReason(uint256,uint8,string)
]);

function cast(call: Parameters<CallReader>[0], args: Parameters<CallReader>[1]): Action | null {
  // A governor takes no money with a ballot: a call that pays is judged by what it pays.
  return call.valueWei > 0n || args.words < 2 ? null : { kind: 'vote', of: call.to, delegatee: null };
}

/** `Ballot(uint256 proposalId,uint8|bool support)`, with more members after it. */
function ballot(struct: Struct, domain: TypedDomain): Action | null {
  if (struct.uint('proposalId') === null || !struct.has('support') || domain.verifyingContract === null) return null;
  return { kind: 'vote', of: domain.verifyingContract, delegatee: null };
}

/** Snapshot counts votes off chain; its domain names no contract (snapshot.js, `sign/types.ts`). */
function snapshot(struct: Struct, domain: TypedDomain): Action | null {
  if (domain.name !== 'snapshot' || domain.verifyingContract !== null) return null;
  if (struct.text('space') === null || !struct.has('proposal') || !struct.has('choice')) return null;
  return { kind: 'vote', of: null, delegatee: null };
}
