import type { Address, Hex } from 'viem';
import type { Action, AllowanceAction, Amount, Asset, TransferAction } from './Action.ts';
import { allowanceOf, amountOf } from './amounts.ts';
import type { Arguments, Call, CallReader } from './calldata.ts';

/** ERC-20, ERC-721 and ERC-1155 transfers and approvals, by selector. */
export const TOKEN_READERS: ReadonlyMap<string, CallReader> = new Map<string, CallReader>([
  ['0xa9059cbb', needs(2, (call, args) => move(call, null, args.address(0), args.uint(1)))], // transfer(address,uint256)
  ['0x23b872dd', needs(3, (call, args) => move(call, args.address(0), args.address(1), args.uint(2)))], // transferFrom(address,address,uint256)
  ['0x095ea7b3', needs(2, (call, args) => allow(call, args, 'set'))], // approve(address,uint256)
  ['0x39509351', needs(2, (call, args) => allow(call, args, 'increase'))], // increaseAllowance(address,uint256)
  ['0xd73dd623', needs(2, (call, args) => allow(call, args, 'increase'))], // increaseApproval(address,uint256)
  ['0xa457c2d7', needs(2, (call, args) => allow(call, args, 'decrease'))], // decreaseAllowance(address,uint256)
  ['0x66188463', needs(2, (call, args) => allow(call, args, 'decrease'))], // decreaseApproval(address,uint256)
  ['0xd505accf', needs(7, (call, args) => permitted(call, args, amountOf(args.uint(2))))], // permit(address,address,uint256,uint256,uint8,bytes32,bytes32)
  ['0x8fcbaf0c', needs(8, (call, args) => permitted(call, args, args.bool(4) ? 'unlimited' : 0n))], // permit(address,address,uint256,uint256,bool,uint8,bytes32,bytes32), DAI
  ['0xa22cb465', needs(2, operator)], // setApprovalForAll(address,bool)
  ['0x42842e0e', needs(3, item)], // safeTransferFrom(address,address,uint256)
  ['0xb88d4fde', needs(3, item)], // safeTransferFrom(address,address,uint256,bytes)
  ['0xf242432a', needs(4, items1155)], // safeTransferFrom(address,address,uint256,uint256,bytes)
  ['0x2eb2c2d6', needs(4, batch1155)], // safeBatchTransferFrom(address,address,uint256[],uint256[],bytes)
  ['0x42966c68', needs(1, (call, args) => move(call, null, ZERO, args.uint(0)))], // burn(uint256)
  ['0x79cc6790', needs(2, (call, args) => move(call, args.address(0), ZERO, args.uint(1)))], // burnFrom(address,uint256)
]);

/**
 * `approve` and `transferFrom` read the same for ERC-20 and ERC-721. The bytes do not tell which; once the chain or the
 * registry does, this gives the action in the right terms. Anything that does not depend on it comes back as it is.
 */
export function retype(action: Action, tokenType: 'erc20' | 'erc721' | 'erc1155'): Action {
  if (tokenType !== 'erc721') return action;
  if (action.kind === 'allowance' && action.asset.type === 'erc20' && action.change === 'set') {
    const asset = itemAsset(action.asset.address, action.amount);
    // ERC-721 takes an approval back by approving nobody; item 0 is an item like any other.
    return { ...action, asset, amount: 1n, revokes: action.spender === ZERO };
  }
  if (action.kind === 'transfer' && action.asset.type === 'erc20') {
    return { ...action, asset: itemAsset(action.asset.address, action.amount), amount: 1n };
  }
  if (action.kind === 'batch') return { ...action, actions: action.actions.map((inner) => retype(inner, tokenType)) };
  return action;
}

/** ERC-1155 batches become one transfer an item, up to this many (design: decode recurses with limits). */
const MOST_ITEMS = 256;
const ZERO: Address = '0x0000000000000000000000000000000000000000';

function needs(words: number, read: CallReader): CallReader {
  // Older compilers read missing bytes as zeros, so a cut last word still is a call: one whole word less is not.
  return (call, args, open) => (call.data.length > 10 + 64 * (words - 1) ? read(call, args, open) : null);
}

function move(call: Call, from: Address | null, to: Address, value: bigint): TransferAction {
  return transfer({ type: 'erc20', address: call.to }, from, to, amountOf(value));
}

function allow(call: Call, args: Arguments, change: AllowanceAction['change']): AllowanceAction {
  const spender = args.address(0);
  const value = args.uint(1);
  return {
    kind: 'allowance',
    asset: { type: 'erc20', address: call.to },
    spender,
    amount: allowanceOf(value),
    change,
    revokes: change === 'set' && (value === 0n || spender === ZERO),
  };
}

/** The sender's own permit, used on chain by the sender. Somebody else's permit is nothing of the user's. */
function permitted(call: Call, args: Arguments, amount: Amount): AllowanceAction | null {
  if (call.sender === null || args.address(0) !== call.sender) return null;
  const asset: Asset = { type: 'erc20', address: call.to };
  return { kind: 'allowance', asset, spender: args.address(1), amount, change: 'set', revokes: amount === 0n };
}

function operator(call: Call, args: Arguments): Action {
  return { kind: 'operatorApproval', collection: call.to, operator: args.address(0), approved: args.bool(1) };
}

function item(call: Call, args: Arguments): Action {
  const asset: Asset = { type: 'erc721', address: call.to, id: args.uint(2) };
  return transfer(asset, args.address(0), args.address(1), 1n);
}

function items1155(call: Call, args: Arguments): Action {
  const asset: Asset = { type: 'erc1155', address: call.to, id: args.uint(2) };
  return transfer(asset, args.address(0), args.address(1), amountOf(args.uint(3)));
}

function batch1155(call: Call, args: Arguments): Action | null {
  const ids = args.uints(2, MOST_ITEMS);
  const amounts = args.uints(3, MOST_ITEMS);
  if (ids === null || amounts === null || ids.length !== amounts.length) return null;
  const actions = ids.map((id, at) =>
    transfer({ type: 'erc1155', address: call.to, id }, args.address(0), args.address(1), amountOf(amounts[at] ?? 0n)),
  );
  return { kind: 'batch', wrapper: 'safeBatchTransferFrom', to: call.to, valueWei: call.valueWei, actions };
}

function transfer(asset: Asset, from: Address | null, to: Address, amount: Amount): TransferAction {
  return { kind: 'transfer', asset, from, to, amount, data: NO_DATA };
}

function itemAsset(address: Address, amount: Amount): Asset {
  return { type: 'erc721', address, id: amount === 'unlimited' ? null : amount };
}

const NO_DATA: Hex = '0x';
