import type { Address } from 'viem';
import type { Action, PermitAction, TypedDomain } from './Action.ts';
import { allowanceOf, amountOf } from './amounts.ts';
import type { Struct, StructReader } from './struct.ts';

/** Signatures that grant allowances or move tokens, by primaryType. The token is the domain's verifyingContract. */
export const PERMIT_STRUCTS: ReadonlyMap<string, StructReader> = new Map<string, StructReader>([
  ['Permit', (struct, domain) => erc2612(struct, domain) ?? dai(struct, domain) ?? erc4494(struct, domain)],
  ['TransferWithAuthorization', erc3009],
  ['ReceiveWithAuthorization', erc3009],
  ['PermitForAll', permitForAll],
]);

/** ERC-2612: `Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)`. */
function erc2612(struct: Struct, domain: TypedDomain): Action | null {
  const owner = struct.address('owner');
  const spender = struct.address('spender');
  const value = struct.uint('value');
  const token = domain.verifyingContract;
  if (owner === null || spender === null || value === null || token === null) return null;
  return {
    ...base(struct, domain, owner, spender),
    standard: 'erc2612',
    asset: { type: 'erc20', address: token },
    amount: allowanceOf(value),
    deadlineSeconds: struct.uint('deadline'),
  };
}

/** DAI: `Permit(address holder,address spender,uint256 nonce,uint256 expiry,bool allowed)`; expiry 0 is no deadline. */
function dai(struct: Struct, domain: TypedDomain): Action | null {
  const holder = struct.address('holder');
  const spender = struct.address('spender');
  const allowed = struct.bool('allowed');
  const expiry = struct.uint('expiry');
  const token = domain.verifyingContract;
  if (holder === null || spender === null || allowed === null || expiry === null || token === null) return null;
  return {
    ...base(struct, domain, holder, spender),
    standard: 'dai',
    asset: { type: 'erc20', address: token },
    amount: allowed ? 'unlimited' : 0n,
    deadlineSeconds: expiry === 0n ? null : expiry,
  };
}

/** ERC-4494: `Permit(address spender,uint256 tokenId,uint256 nonce,uint256 deadline)`; the owner is who signs. */
function erc4494(struct: Struct, domain: TypedDomain): Action | null {
  const spender = struct.address('spender');
  const id = struct.uint('tokenId');
  const token = domain.verifyingContract;
  if (spender === null || id === null || token === null) return null;
  return {
    ...base(struct, domain, struct.account ?? NOBODY, spender),
    standard: 'erc4494',
    asset: { type: 'erc721', address: token, id },
    amount: 1n,
    deadlineSeconds: struct.uint('deadline'),
  };
}

/** ERC-3009: whoever holds the signature moves the money to `to`, once, between two times. */
function erc3009(struct: Struct, domain: TypedDomain): Action | null {
  const from = struct.address('from');
  const to = struct.address('to');
  const value = struct.uint('value');
  const validBefore = struct.uint('validBefore');
  const token = domain.verifyingContract;
  if (from === null || to === null || value === null || validBefore === null || token === null) return null;
  const nonce = struct.bytes('nonce');
  return {
    ...base(struct, domain, from, to),
    standard: 'erc3009',
    asset: { type: 'erc20', address: token },
    amount: amountOf(value),
    until: validBefore,
    deadlineSeconds: validBefore,
    nonce: nonce === null ? null : BigInt(nonce),
  };
}

/** `PermitForAll(address owner,address operator,bool approved,uint256 nonce,uint256 deadline)`, as ERC-1155s use it. */
function permitForAll(struct: Struct, domain: TypedDomain): Action | null {
  const operator = struct.address('operator');
  const collection = domain.verifyingContract;
  if (operator === null || collection === null) return null;
  return { kind: 'operatorApproval', collection, operator, approved: struct.bool('approved') ?? true };
}

function base(
  struct: Struct,
  domain: TypedDomain,
  owner: Address,
  spender: Address,
): Pick<PermitAction, 'kind' | 'owner' | 'spender' | 'until' | 'nonce' | 'domain'> {
  // The deadline is the signature's; the allowance it makes stays until it is taken back.
  return { kind: 'permit', owner, spender, until: 'revoked', nonce: struct.uint('nonce'), domain };
}

const NOBODY: Address = '0x0000000000000000000000000000000000000000';
