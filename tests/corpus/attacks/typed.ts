import { type Address, type Hex, parseSignature } from 'viem';
import { PERMIT2 } from '../createWorld.ts';
import type { Typed } from './attack.ts';
import { type Deployed, FAR_SECONDS, type Heist, NO_LIMIT, NO_LIMIT_160 } from './Heist.ts';

/** EIP-712 structs as the standards and contracts have them, filled in for a victim. */

export function split(signature: Hex): readonly [number, Hex, Hex] {
  const { r, s, v } = parseSignature(signature);
  return [Number(v), r, s];
}

export async function permit2612(heist: Heist, coin: Deployed, spender: Address, value = NO_LIMIT): Promise<Typed> {
  return {
    domain: {
      name: String(await heist.world.read(coin.address, coin.abi, 'name')),
      version: '1',
      chainId: heist.world.chainId,
      verifyingContract: coin.address,
    },
    types: {
      Permit: [
        { name: 'owner', type: 'address' },
        { name: 'spender', type: 'address' },
        { name: 'value', type: 'uint256' },
        { name: 'nonce', type: 'uint256' },
        { name: 'deadline', type: 'uint256' },
      ],
    },
    primaryType: 'Permit',
    message: { owner: heist.user, spender, value, nonce: 0n, deadline: FAR_SECONDS },
  };
}

/** Submits a 2612 permit for the thief. */
export function usePermit(heist: Heist, coin: Deployed, spender: Address, signature: Hex, value = NO_LIMIT) {
  return heist.send(heist.thief, coin, 'permit', [heist.user, spender, value, FAR_SECONDS, ...split(signature)]);
}

export function permitDai(heist: Heist, coin: Deployed, spender: Address, expiry = 0n): Typed {
  return {
    domain: { name: 'Steady', version: '1', chainId: heist.world.chainId, verifyingContract: coin.address },
    types: {
      Permit: [
        { name: 'holder', type: 'address' },
        { name: 'spender', type: 'address' },
        { name: 'nonce', type: 'uint256' },
        { name: 'expiry', type: 'uint256' },
        { name: 'allowed', type: 'bool' },
      ],
    },
    primaryType: 'Permit',
    message: { holder: heist.user, spender, nonce: 0n, expiry, allowed: true },
  };
}

export function useDai(heist: Heist, coin: Deployed, spender: Address, signature: Hex, expiry = 0n) {
  return heist.send(heist.thief, coin, 'permit', [heist.user, spender, 0n, expiry, true, ...split(signature)]);
}

const DETAILS = [
  { name: 'token', type: 'address' },
  { name: 'amount', type: 'uint160' },
  { name: 'expiration', type: 'uint48' },
  { name: 'nonce', type: 'uint48' },
];
const FAR_48 = 2n ** 48n - 1n;

const permit2Domain = (heist: Heist) => ({
  name: 'Permit2',
  chainId: heist.world.chainId,
  verifyingContract: PERMIT2,
});

export function permitSingle(heist: Heist, coin: Deployed, spender: Address): Typed {
  return {
    domain: permit2Domain(heist),
    types: {
      PermitSingle: [
        { name: 'details', type: 'PermitDetails' },
        { name: 'spender', type: 'address' },
        { name: 'sigDeadline', type: 'uint256' },
      ],
      PermitDetails: DETAILS,
    },
    primaryType: 'PermitSingle',
    message: { details: detailsOf(coin.address), spender, sigDeadline: FAR_SECONDS },
  };
}

export function permitBatch(heist: Heist, coins: readonly Deployed[], spender: Address): Typed {
  return {
    domain: permit2Domain(heist),
    types: {
      PermitBatch: [
        { name: 'details', type: 'PermitDetails[]' },
        { name: 'spender', type: 'address' },
        { name: 'sigDeadline', type: 'uint256' },
      ],
      PermitDetails: DETAILS,
    },
    primaryType: 'PermitBatch',
    message: { details: coins.map(({ address }) => detailsOf(address)), spender, sigDeadline: FAR_SECONDS },
  };
}

function detailsOf(token: Address) {
  return { token, amount: NO_LIMIT_160, expiration: FAR_48, nonce: 0n };
}

const PERMISSIONS = [
  { name: 'token', type: 'address' },
  { name: 'amount', type: 'uint256' },
];

export interface Witness {
  readonly name: string;
  readonly fields: readonly { readonly name: string; readonly type: string }[];
  readonly value: Readonly<Record<string, unknown>>;
}

/** SignatureTransfer: one or several coins, spendable at once by `spender`, with or without a witness. */
export function permitTransfer(
  heist: Heist,
  permitted: readonly { readonly token: Address; readonly amount: bigint }[],
  spender: Address,
  options: { readonly batch?: boolean; readonly witness?: Witness } = {},
): Typed {
  const { batch = false, witness } = options;
  const primaryType = `Permit${batch ? 'Batch' : ''}${witness === undefined ? '' : 'Witness'}TransferFrom`;
  return {
    domain: permit2Domain(heist),
    types: {
      [primaryType]: [
        { name: 'permitted', type: batch ? 'TokenPermissions[]' : 'TokenPermissions' },
        { name: 'spender', type: 'address' },
        { name: 'nonce', type: 'uint256' },
        { name: 'deadline', type: 'uint256' },
        ...(witness === undefined ? [] : [{ name: 'witness', type: witness.name }]),
      ],
      TokenPermissions: PERMISSIONS,
      ...(witness === undefined ? {} : { [witness.name]: witness.fields }),
    },
    primaryType,
    message: {
      permitted: batch ? permitted : permitted[0],
      spender,
      nonce: 7n,
      deadline: FAR_SECONDS,
      ...(witness === undefined ? {} : { witness: witness.value }),
    },
  };
}

const AUTHORIZATION = [
  { name: 'from', type: 'address' },
  { name: 'to', type: 'address' },
  { name: 'value', type: 'uint256' },
  { name: 'validAfter', type: 'uint256' },
  { name: 'validBefore', type: 'uint256' },
  { name: 'nonce', type: 'bytes32' },
];

export const AUTHORIZATION_NONCE: Hex = `0x${'4b'.repeat(32)}`;

export function authorization(
  heist: Heist,
  coin: Deployed,
  to: Address,
  value: bigint,
  primaryType: 'TransferWithAuthorization' | 'ReceiveWithAuthorization',
): Typed {
  return {
    domain: { name: 'Checkout', version: '2', chainId: heist.world.chainId, verifyingContract: coin.address },
    types: { [primaryType]: AUTHORIZATION },
    primaryType,
    message: { from: heist.user, to, value, validAfter: 0n, validBefore: FAR_SECONDS, nonce: AUTHORIZATION_NONCE },
  };
}

export function permit4494(heist: Heist, art: Deployed, spender: Address, tokenId: bigint): Typed {
  return {
    domain: { name: 'Paper Foxes', version: '1', chainId: heist.world.chainId, verifyingContract: art.address },
    types: {
      Permit: [
        { name: 'spender', type: 'address' },
        { name: 'tokenId', type: 'uint256' },
        { name: 'nonce', type: 'uint256' },
        { name: 'deadline', type: 'uint256' },
      ],
    },
    primaryType: 'Permit',
    message: { spender, tokenId, nonce: 0n, deadline: FAR_SECONDS },
  };
}

export function permitForAll(heist: Heist, art: Deployed, operator: Address): Typed {
  return {
    domain: { name: 'Paper Foxes', version: '1', chainId: heist.world.chainId, verifyingContract: art.address },
    types: {
      PermitForAll: [
        { name: 'owner', type: 'address' },
        { name: 'operator', type: 'address' },
        { name: 'nonce', type: 'uint256' },
        { name: 'deadline', type: 'uint256' },
      ],
    },
    primaryType: 'PermitForAll',
    message: { owner: heist.user, operator, nonce: 0n, deadline: FAR_SECONDS },
  };
}
