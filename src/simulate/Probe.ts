import type { Address, Hex } from 'viem';
import { encodeFunctionData, padHex, parseAbi } from 'viem';
import { PERMIT2_ADDRESS } from './permit2.ts';
import type { Read } from './probeCode.ts';

/** One value of the user's that is read before and after the run. Addresses are lower case. */
export type Probe =
  | { readonly kind: 'account' }
  | { readonly kind: 'erc20'; readonly token: Address }
  | {
      readonly kind: 'allowance';
      readonly token: Address;
      readonly spender: Address;
      /** Absent: ERC-20's. */
      readonly standard?: 'erc777' | 'lsp7';
    }
  | { readonly kind: 'itemAllowance'; readonly token: Address; readonly spender: Address; readonly id: bigint }
  | { readonly kind: 'owner'; readonly token: Address; readonly id: bigint }
  | { readonly kind: 'approved'; readonly token: Address; readonly id: bigint }
  | { readonly kind: 'items'; readonly token: Address; readonly id: bigint }
  | {
      readonly kind: 'operator';
      readonly token: Address;
      readonly operator: Address;
      /** Absent: that of ERC-721 and ERC-1155. */
      readonly standard?: 'erc6909';
    }
  | { readonly kind: 'permit2'; readonly token: Address; readonly spender: Address }
  | {
      readonly kind: 'command';
      readonly contract: Address;
      /** An ENS name's node; absent: who owns the contract itself. */
      readonly node?: Hex;
    };

const VIEWS = parseAbi([
  'function owner() view returns (address)',
  'function balanceOf(address owner) view returns (uint256)',
  'function allowance(address owner, address spender) view returns (uint256)',
  'function ownerOf(uint256 id) view returns (address)',
  'function getApproved(uint256 id) view returns (address)',
  'function isApprovedForAll(address owner, address operator) view returns (bool)',
]);
const ITEM_VIEWS = parseAbi([
  'function balanceOf(address owner, uint256 id) view returns (uint256)',
  'function isOperator(address owner, address spender) view returns (bool)',
  'function allowance(address owner, address spender, uint256 id) view returns (uint256)',
]);
/** Operator first, holder second. */
const OPERATOR_VIEWS = parseAbi([
  'function isOperatorFor(address operator, address holder) view returns (bool)',
  'function authorizedAmountFor(address operator, address holder) view returns (uint256)',
]);
const NAME_VIEWS = parseAbi(['function owner(bytes32 node) view returns (address)']);
const PERMIT2_VIEWS = parseAbi([
  'function allowance(address owner, address token, address spender) view returns (uint160, uint48, uint48)',
]);

/** Most values one run reads: bounds what a contract that names a thousand tokens in its logs can cost. */
export const MAX_PROBES = 128;

/** Equal probes have equal keys. */
export function probeKey(probe: Probe): string {
  const { kind, ...rest } = probe;
  return [kind, ...Object.values(rest)].join(' ');
}

/** Without repetition, in order, at most `MAX_PROBES`. */
export function uniteProbes(...lists: readonly (readonly Probe[])[]): readonly Probe[] {
  const united = new Map<string, Probe>();
  for (const probe of lists.flat()) {
    if (united.size < MAX_PROBES && !united.has(probeKey(probe))) united.set(probeKey(probe), probe);
  }
  return [...united.values()];
}

/** The view call that reads a probe for `user`; `accountReader` is where the account code was placed. */
export function readOf(probe: Probe, user: Address, accountReader: Address): Read {
  switch (probe.kind) {
    case 'account':
      return { to: accountReader, data: padHex(user, { size: 32 }) };
    case 'command':
      if (probe.node !== undefined) {
        const data = encodeFunctionData({ abi: NAME_VIEWS, functionName: 'owner', args: [probe.node] });
        return { to: probe.contract, data };
      }
      return { to: probe.contract, data: encodeFunctionData({ abi: VIEWS, functionName: 'owner' }) };
    case 'erc20':
      return { to: probe.token, data: encodeFunctionData({ abi: VIEWS, functionName: 'balanceOf', args: [user] }) };
    case 'allowance': {
      if (probe.standard !== undefined) {
        const functionName = probe.standard === 'erc777' ? 'isOperatorFor' : 'authorizedAmountFor';
        const data = encodeFunctionData({ abi: OPERATOR_VIEWS, functionName, args: [probe.spender, user] });
        return { to: probe.token, data };
      }
      const args = [user, probe.spender] as const;
      return { to: probe.token, data: encodeFunctionData({ abi: VIEWS, functionName: 'allowance', args }) };
    }
    case 'itemAllowance': {
      const args = [user, probe.spender, probe.id] as const;
      return { to: probe.token, data: encodeFunctionData({ abi: ITEM_VIEWS, functionName: 'allowance', args }) };
    }
    case 'owner':
      return { to: probe.token, data: encodeFunctionData({ abi: VIEWS, functionName: 'ownerOf', args: [probe.id] }) };
    case 'approved':
      return {
        to: probe.token,
        data: encodeFunctionData({ abi: VIEWS, functionName: 'getApproved', args: [probe.id] }),
      };
    case 'items': {
      const args = [user, probe.id] as const;
      return { to: probe.token, data: encodeFunctionData({ abi: ITEM_VIEWS, functionName: 'balanceOf', args }) };
    }
    case 'operator': {
      const args = [user, probe.operator] as const;
      if (probe.standard === 'erc6909')
        return { to: probe.token, data: encodeFunctionData({ abi: ITEM_VIEWS, functionName: 'isOperator', args }) };
      return { to: probe.token, data: encodeFunctionData({ abi: VIEWS, functionName: 'isApprovedForAll', args }) };
    }
    case 'permit2': {
      const args = [user, probe.token, probe.spender] as const;
      return {
        to: PERMIT2_ADDRESS,
        data: encodeFunctionData({ abi: PERMIT2_VIEWS, functionName: 'allowance', args }),
      };
    }
  }
}
