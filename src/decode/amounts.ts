import type { Amount, Until } from './Action.ts';

/** Half of what a word can hold: dapps write the maximum in several ways, and no supply comes near. */
const UNLIMITED = 1n << 255n;
const MAX_UINT160 = (1n << 160n) - 1n;
const MAX_UINT96 = (1n << 96n) - 1n;
const MAX_UINT48 = (1n << 48n) - 1n;

export function amountOf(value: bigint): Amount {
  return value >= UNLIMITED ? 'unlimited' : value;
}

/** UNI and COMP keep allowances in 96 bits and read their maximum as no limit. */
export function allowanceOf(value: bigint): Amount {
  return value === MAX_UINT96 ? 'unlimited' : amountOf(value);
}

/** Permit2 keeps allowances in 160 bits; its maximum means no limit (AllowanceTransfer.sol). */
export function permit2AmountOf(value: bigint): Amount {
  return value >= MAX_UINT160 ? 'unlimited' : value;
}

/** Permit2 expirations have 48 bits: the maximum is nine million years. */
export function permit2UntilOf(value: bigint): Until {
  return value >= MAX_UINT48 ? 'revoked' : value;
}
