import { type Address, encodeFunctionData, type Hex, maxUint256, parseAbi } from 'viem';
import type { Around } from '../Extra.ts';
import { PERMIT2_ADDRESS } from '../permit2.ts';
import type { Giving } from './runTrial.ts';
import type { Want } from './wantsIn.ts';

/** The calls by which the user gives the power: the request's own, or what using the signature would come to. */
export function givingOf(want: Want, { scenario }: Around, user: Address): readonly Giving[] {
  if (!want.bySignature) {
    return (scenario?.calls ?? []).map(({ to, valueWei, data }) => ({ from: user, to, valueWei, data }));
  }
  const used = asUsed(want);
  return used === null ? [] : [{ from: user, valueWei: 0n, ...used }];
}

function asUsed(want: Want): { readonly to: Address; readonly data: Hex } | null {
  const { through, token, tokenType, limit, itemId, kept } = want;
  const amount = limit === 'unlimited' ? maxUint256 : limit;
  switch (kept) {
    case 'signature':
      return null;
    case 'permit2': {
      const args = [token, through, amount > MAX_UINT160 ? MAX_UINT160 : amount, MAX_UINT48] as const;
      return { to: PERMIT2_ADDRESS, data: encodeFunctionData({ abi: PERMIT2, functionName: 'approve', args }) };
    }
    case 'debt':
      return tokenCall(token, 'approveDelegation', through, amount);
    case 'paid':
      return tokenCall(token, 'transfer', through, amount);
    case 'token': {
      if (tokenType === 'erc20' || itemId !== null) return tokenCall(token, 'approve', through, itemId ?? amount);
      const args = [through, true] as const;
      return { to: token, data: encodeFunctionData({ abi: TOKEN, functionName: 'setApprovalForAll', args }) };
    }
  }
}

function tokenCall(
  to: Address,
  functionName: 'approve' | 'approveDelegation' | 'transfer',
  through: Address,
  amount: bigint,
): { readonly to: Address; readonly data: Hex } {
  return { to, data: encodeFunctionData({ abi: TOKEN, functionName, args: [through, amount] }) };
}

const MAX_UINT160 = (1n << 160n) - 1n;
const MAX_UINT48 = 2 ** 48 - 1;

const PERMIT2 = parseAbi(['function approve(address token, address spender, uint160 amount, uint48 expiration)']);
const TOKEN = parseAbi([
  'function approve(address spender, uint256 amount)',
  'function approveDelegation(address delegatee, uint256 amount)',
  'function transfer(address to, uint256 amount)',
  'function setApprovalForAll(address operator, bool approved)',
]);
