import type { Address } from 'viem';
import { PERMIT2 } from '../createWorld.ts';
import type { Contract } from '../protocols/contract.ts';
import { ERC20 } from '../protocols/tokens.ts';
import { members, type Stage, type TypedData } from './kit.ts';

const HALF_AN_HOUR = 1800;

/** ERC-2612 `Permit` of `token` for `spender`. */
export async function erc2612(
  s: Stage,
  token: Contract,
  name: string,
  spender: Address,
  value: bigint,
  version = '1',
): Promise<TypedData> {
  return {
    domain: { name, version, chainId: s.world.chainId, verifyingContract: token.address },
    types: { Permit: members('address owner,address spender,uint256 value,uint256 nonce,uint256 deadline') },
    primaryType: 'Permit',
    message: { owner: s.user, spender, value, nonce: await nonceOf(s, token), deadline: await s.later(1200) },
  };
}

/** Dai's `Permit`. */
export async function daiPermit(s: Stage, token: Contract, spender: Address): Promise<TypedData> {
  return {
    domain: { name: 'Orchard Stable', version: '1', chainId: s.world.chainId, verifyingContract: token.address },
    types: { Permit: members('address holder,address spender,uint256 nonce,uint256 expiry,bool allowed') },
    primaryType: 'Permit',
    message: { holder: s.user, spender, nonce: await nonceOf(s, token), expiry: await s.later(1200), allowed: true },
  };
}

const PERMIT_DETAILS = members('address token,uint160 amount,uint48 expiration,uint48 nonce');
export const TOKEN_PERMISSIONS = members('address token,uint256 amount');

/** Permit2's `PermitSingle`, good for half an hour. */
export async function permitSingle(s: Stage, token: Contract, spender: Address, amount: bigint): Promise<TypedData> {
  const expiration = Number(await s.later(HALF_AN_HOUR));
  return {
    domain: permit2Domain(s),
    types: {
      PermitDetails: PERMIT_DETAILS,
      PermitSingle: members('PermitDetails details,address spender,uint256 sigDeadline'),
    },
    primaryType: 'PermitSingle',
    message: {
      details: { token: token.address, amount, expiration, nonce: 0 },
      spender,
      sigDeadline: await s.later(HALF_AN_HOUR),
    },
  };
}

/** Permit2's `PermitBatch`. */
export async function permitBatch(
  s: Stage,
  items: readonly { token: Contract; amount: bigint }[],
  spender: Address,
): Promise<TypedData> {
  const expiration = Number(await s.later(HALF_AN_HOUR));
  return {
    domain: permit2Domain(s),
    types: {
      PermitDetails: PERMIT_DETAILS,
      PermitBatch: members('PermitDetails[] details,address spender,uint256 sigDeadline'),
    },
    primaryType: 'PermitBatch',
    message: {
      details: items.map(({ token, amount }) => ({ token: token.address, amount, expiration, nonce: 0 })),
      spender,
      sigDeadline: await s.later(HALF_AN_HOUR),
    },
  };
}

export function permit2Domain(s: Stage): TypedData['domain'] {
  return { name: 'Permit2', chainId: s.world.chainId, verifyingContract: PERMIT2 };
}

async function nonceOf(s: Stage, token: Contract): Promise<bigint> {
  return BigInt(String(await s.world.read(token.address, ERC20, 'nonces', [s.user])));
}
