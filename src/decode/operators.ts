import type { Address } from 'viem';
import type { Action, AllowanceAction, Asset } from './Action.ts';
import { allowanceOf, amountOf } from './amounts.ts';
import type { Arguments, Call, CallReader } from './calldata.ts';

/**
 * Grants of the token standards beside ERC-20, ERC-721 and ERC-1155: ERC-777's operators, ERC-6909's operators and
 * allowances (ERC-5216 writes them alike), ERC-1363's `approveAndCall`, LUKSO's LSP7 and LSP8; and the transfers of
 * ERC-777 and ERC-6909.
 */
export const OPERATOR_READERS: ReadonlyMap<string, CallReader> = new Map<string, CallReader>([
  ['0x959b8c3f', needs(1, (call, args) => everything(call, args, true))], // authorizeOperator(address), ERC-777
  ['0xfad8b32a', needs(1, (call, args) => everything(call, args, false))], // revokeOperator(address), ERC-777
  ['0x9bd9bbc6', needs(3, (call, args) => coins(call, null, args.address(0), args.uint(1)))], // send(address,uint256,bytes), ERC-777
  ['0x62ad1b83', needs(5, (call, args) => coins(call, args.address(0), args.address(1), args.uint(2)))], // operatorSend(address,address,uint256,bytes,bytes), ERC-777
  ['0x558a7297', needs(2, operator)], // setOperator(address,bool), ERC-6909
  ['0x426a8493', needs(3, editions)], // approve(address,uint256,uint256), ERC-6909 and ERC-5216
  ['0x095bcdb6', needs(3, (call, args) => items(call, call.sender, args, 0))], // transfer(address,uint256,uint256), ERC-6909
  ['0xfe99049a', needs(4, (call, args) => items(call, args.address(0), args, 1))], // transferFrom(address,address,uint256,uint256), ERC-6909
  ['0x3177029f', needs(2, approveAndCall)], // approveAndCall(address,uint256), ERC-1363
  ['0xcae9ca51', needs(3, approveAndCall)], // approveAndCall(address,uint256,bytes), ERC-1363
  ['0xb49506fd', needs(3, (call, args) => amount(call, args, 'set', args.uint(1)))], // authorizeOperator(address,uint256,bytes), LSP7
  ['0x2bc1da82', needs(3, (call, args) => amount(call, args, 'increase', args.uint(1)))], // increaseAllowance(address,uint256,bytes), LSP7
  ['0x4521748e', needs(3, (call, args) => amount(call, args, 'set', 0n))], // revokeOperator(address,bool,bytes), LSP7
  ['0x30d0dc37', needs(4, revokeOf)], // revokeOperator(address,address,bool,bytes), LSP7
  ['0x86a10ddd', needs(3, (call, args) => item(call, args, false))], // authorizeOperator(address,bytes32,bytes), LSP8
  ['0xdb8c9663', needs(4, (call, args) => item(call, args, true))], // revokeOperator(address,bytes32,bool,bytes), LSP8
]);

/** What ERC-1363 calls the spender with. */
const ON_APPROVAL = { selector: '0x7b04a2d0', signature: 'onApprovalReceived(address,uint256,bytes)' } as const;

function needs(words: number, read: CallReader): CallReader {
  // Missing bytes are zeros to older compilers, and a last empty `bytes` says nothing.
  return (call, args, open) => (call.data.length > 10 + 64 * (words - 1) ? read(call, args, open) : null);
}

/** An operator of ERC-777 moves all there is, and all that comes. */
function everything(call: Call, args: Arguments, given: boolean): AllowanceAction {
  return {
    kind: 'allowance',
    asset: { type: 'erc20', address: call.to },
    spender: args.address(0),
    amount: given ? 'unlimited' : 0n,
    change: 'set',
    revokes: !given,
    standard: 'erc777',
  };
}

function operator(call: Call, args: Arguments): Action {
  const approved = args.bool(1);
  return { kind: 'operatorApproval', collection: call.to, operator: args.address(0), approved, standard: 'erc6909' };
}

/** So many of one id. */
function editions(call: Call, args: Arguments): AllowanceAction {
  const asset: Asset = { type: 'erc1155', address: call.to, id: args.uint(1) };
  const value = args.uint(2);
  const given = { amount: allowanceOf(value), change: 'set', revokes: value === 0n, standard: 'erc6909' } as const;
  return { kind: 'allowance', asset, spender: args.address(0), ...given };
}

function amount(
  call: Call,
  args: Arguments,
  change: 'set' | 'increase',
  value: bigint,
  spender = args.address(0),
): AllowanceAction {
  const asset: Asset = { type: 'erc20', address: call.to };
  const revokes = change === 'set' && value === 0n;
  return { kind: 'allowance', asset, spender, amount: allowanceOf(value), change, revokes, standard: 'lsp7' };
}

/** Names whose operator it is: somebody else's is nothing of the user's. */
function revokeOf(call: Call, args: Arguments): Action | null {
  return call.sender === null || args.address(1) !== call.sender ? null : amount(call, args, 'set', 0n);
}

function item(call: Call, args: Arguments, revokes: boolean): AllowanceAction {
  const asset: Asset = { type: 'erc721', address: call.to, id: args.uint(1) };
  return { kind: 'allowance', asset, spender: args.address(0), amount: 1n, change: 'set', revokes };
}

/** The spender is called at once, and may use the allowance within the call: two actions. */
function approveAndCall(call: Call, args: Arguments): Action {
  const spender = args.address(0);
  const value = args.uint(1);
  const asset: Asset = { type: 'erc20', address: call.to };
  const handed = args.words > 2 ? (args.bytes(2) ?? call.data) : '0x';
  const allowance: AllowanceAction = {
    kind: 'allowance',
    asset,
    spender,
    amount: allowanceOf(value),
    change: 'set',
    revokes: value === 0n,
  };
  const then: Action = {
    kind: 'call',
    to: spender,
    ...ON_APPROVAL,
    valueWei: 0n,
    data: `${ON_APPROVAL.selector}${handed.slice(2)}`,
  };
  return { kind: 'batch', wrapper: 'approveAndCall', to: call.to, valueWei: call.valueWei, actions: [allowance, then] };
}

function coins(call: Call, from: Address | null, to: Address, value: bigint): Action {
  const asset: Asset = { type: 'erc20', address: call.to };
  return { kind: 'transfer', asset, from, to, amount: amountOf(value), data: '0x' };
}

function items(call: Call, from: Address | null, args: Arguments, at: number): Action {
  const asset: Asset = { type: 'erc1155', address: call.to, id: args.uint(at + 1) };
  return { kind: 'transfer', asset, from, to: args.address(at), amount: amountOf(args.uint(at + 2)), data: '0x' };
}
