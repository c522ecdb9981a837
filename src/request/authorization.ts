import { readInteger } from '../text/hex.ts';
import { addressField, chainIdField, fieldsOf, isAbsent, isFields, optionalAddress, Unreadable } from './fields.ts';
import type { Ask, AuthorizationItem } from './SigningRequest.ts';

/**
 * EIP-7702 authorizations under the names wallets gave the method: `[{ contractAddress | address | delegate, chainId,
 * nonce }]`, one or several, or `[account, authorization]`.
 */
export function readAuthorization(params: readonly unknown[]): Ask {
  const items = params.filter(isFields);
  if (items.length === 0) throw new Unreadable('bad-params', 'no authorization is given');
  const first = items[0];
  const account = typeof params[0] === 'string' ? params[0] : (first?.account ?? first?.from);
  return {
    kind: 'authorization',
    account: optionalAddress(account, 'account'),
    items: items.map(authorizationItem),
  };
}

export function authorizationItem(value: unknown): AuthorizationItem {
  const fields = fieldsOf(value, 'an authorization');
  const nonce = isAbsent(fields.nonce) ? null : readInteger(fields.nonce);
  return {
    // Absent means every chain: the worse reading.
    chainId: isAbsent(fields.chainId) ? 0n : BigInt(chainIdField(fields.chainId, 'chainId')),
    delegate: addressField(fields.contractAddress ?? fields.address ?? fields.delegate, 'the delegate'),
    nonce: nonce === null || nonce < 0n ? null : nonce,
  };
}
