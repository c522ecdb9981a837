import type { Address } from 'viem';
import type { Action, TypedDomain } from './Action.ts';
import type { Struct, StructReader } from './struct.ts';

/** Coinbase's spend permissions (github.com/coinbase/spend-permissions, `SpendPermissionManager.sol`): so much a period. */
export const SPEND_PERMISSION_STRUCTS: ReadonlyMap<string, StructReader> = new Map<string, StructReader>([
  ['SpendPermission', (struct, domain) => permission(struct, struct, domain)],
  ['SpendPermissionBatch', batch],
]);

/** `(address account,uint48 period,uint48 start,uint48 end,PermissionDetails[] permissions)`. */
function batch(struct: Struct, domain: TypedDomain): Action | null {
  const actions = (struct.structs('permissions') ?? []).map((one) => permission(one, struct, domain));
  if (actions.length === 0 || !actions.every((one) => one !== null)) return null;
  return { kind: 'batch', wrapper: 'SpendPermissionBatch', to: domain.verifyingContract, valueWei: 0n, actions };
}

/** `(address account,address spender,address token,uint160 allowance,uint48 period,uint48 start,uint48 end,...)`. */
function permission(one: Struct, terms: Struct, domain: TypedDomain): Action | null {
  const [account, spender, token] = [terms.address('account'), one.address('spender'), one.address('token')];
  const [amount, seconds, end] = [one.uint('allowance'), terms.uint('period'), terms.uint('end')];
  if (account === null || spender === null || token === null || domain.name !== DOMAIN) return null;
  if (amount === null || seconds === null || end === null) return null;
  const each = amount >= NO_LIMIT ? 'unlimited' : amount;
  return {
    kind: 'allowance',
    asset: token === NATIVE ? { type: 'native' } : { type: 'erc20', address: token },
    spender,
    amount: amount === 0n ? 0n : 'unlimited',
    change: 'set',
    revokes: amount === 0n,
    until: end >= NEVER ? 'revoked' : end,
    budget: { initial: 0n, every: { amount: each, seconds: seconds === 0n ? 1n : seconds } },
    ...(account === terms.account ? {} : { by: account }),
  };
}

const DOMAIN = 'Spend Permission Manager';
const NATIVE: Address = '0xeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee';
const NO_LIMIT = (1n << 160n) - 1n;
const NEVER = (1n << 48n) - 1n;
