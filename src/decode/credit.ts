import type { Address } from 'viem';
import type { Action, AllowanceAction, TypedDomain } from './Action.ts';
import { allowanceOf } from './amounts.ts';
import type { CallReader } from './calldata.ts';
import type { Struct, StructReader } from './struct.ts';

/** Aave's credit delegation: power to borrow against the user's deposits. Called on the debt token (aave-v3-core). */
export const CREDIT_READERS: ReadonlyMap<string, CallReader> = new Map<string, CallReader>([
  [
    '0xc04a8a10', // approveDelegation(address,uint256)
    (call, args) => (args.words < 2 ? null : credit(call.to, args.address(0), args.uint(1))),
  ],
]);

/** `DelegationWithSig(address delegatee,uint256 value,uint256 nonce,uint256 deadline)`; the domain is the debt token. */
export const CREDIT_STRUCTS: ReadonlyMap<string, StructReader> = new Map<string, StructReader>([
  ['DelegationWithSig', delegationWithSig],
]);

function delegationWithSig(struct: Struct, domain: TypedDomain): Action | null {
  const delegatee = struct.address('delegatee');
  const value = struct.uint('value');
  const token = domain.verifyingContract;
  return delegatee === null || value === null || token === null ? null : credit(token, delegatee, value);
}

function credit(debtToken: Address, spender: Address, value: bigint): AllowanceAction {
  return {
    kind: 'allowance',
    asset: { type: 'erc20', address: debtToken },
    spender,
    amount: allowanceOf(value),
    change: 'set',
    power: 'borrow',
    revokes: value === 0n,
  };
}
