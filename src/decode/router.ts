import type { Address, Hex } from 'viem';
import type { Action, Amount, Asset, SwapAction } from './Action.ts';
import { amountOf } from './amounts.ts';
import type { Arguments, Call, CallReader } from './calldata.ts';

/** Uniswap V2 and V3 routers (and their many copies), by selector. Selectors are checked in the tests. */
export const ROUTER_READERS: ReadonlyMap<string, CallReader> = new Map<string, CallReader>([
  ['0x38ed1739', v2({ sell: 0, buy: 1, path: 2 })], // swapExactTokensForTokens(uint256,uint256,address[],address,uint256)
  ['0x5c11d795', v2({ sell: 0, buy: 1, path: 2 })], // ...SupportingFeeOnTransferTokens
  ['0x8803dbee', v2({ sell: 1, buy: 0, path: 2 })], // swapTokensForExactTokens(uint256,uint256,address[],address,uint256)
  ['0x18cbafe5', v2({ sell: 0, buy: 1, path: 2, buysNative: true })], // swapExactTokensForETH(...)
  ['0x791ac947', v2({ sell: 0, buy: 1, path: 2, buysNative: true })], // ...SupportingFeeOnTransferTokens
  ['0x4a25d94a', v2({ sell: 1, buy: 0, path: 2, buysNative: true })], // swapTokensForExactETH(...)
  ['0x7ff36ab5', v2({ sell: null, buy: 0, path: 1 })], // swapExactETHForTokens(uint256,address[],address,uint256)
  ['0xb6f9de95', v2({ sell: null, buy: 0, path: 1 })], // ...SupportingFeeOnTransferTokens
  ['0xfb3bdb41', v2({ sell: null, buy: 0, path: 1 })], // swapETHForExactTokens(uint256,address[],address,uint256)
  ['0x472b43f3', v2({ sell: 0, buy: 1, path: 2, noDeadline: true })], // swapExactTokensForTokens(uint256,uint256,address[],address)
  ['0x42712a67', v2({ sell: 1, buy: 0, path: 2, noDeadline: true })], // swapTokensForExactTokens(uint256,uint256,address[],address)
  ['0x414bf389', v3Single({ deadline: 4, sell: 5, buy: 6 })], // exactInputSingle(tuple), SwapRouter
  ['0x04e45aaf', v3Single({ deadline: null, sell: 4, buy: 5 })], // exactInputSingle(tuple), SwapRouter02
  ['0xdb3e2198', v3Single({ deadline: 4, sell: 6, buy: 5 })], // exactOutputSingle(tuple), SwapRouter
  ['0x5023b4df', v3Single({ deadline: null, sell: 5, buy: 4 })], // exactOutputSingle(tuple), SwapRouter02
  ['0xc04b8d59', v3Path({ deadline: 2, sell: 3, buy: 4, reversed: false })], // exactInput(tuple), SwapRouter
  ['0xb858183f', v3Path({ deadline: null, sell: 2, buy: 3, reversed: false })], // exactInput(tuple), SwapRouter02
  ['0xf28c0498', v3Path({ deadline: 2, sell: 4, buy: 3, reversed: true })], // exactOutput(tuple), SwapRouter
  ['0x09b81346', v3Path({ deadline: null, sell: 3, buy: 2, reversed: true })], // exactOutput(tuple), SwapRouter02
  ['0xf3995c67', selfPermit], // selfPermit(address,uint256,uint256,uint8,bytes32,bytes32)
  ['0xc2e3140a', selfPermit], // selfPermitIfNecessary(...)
  ['0x4659a494', selfPermitAllowed], // selfPermitAllowed(address,uint256,uint256,uint8,bytes32,bytes32)
  ['0xa4a78f0c', selfPermitAllowed], // selfPermitAllowedIfNecessary(...)
]);

/** First and last token of a V3 path: 20 bytes, then 3 of fee and 20 for each hop. */
export function pathEnds(path: Hex): { first: Address; last: Address } | null {
  const digits = path.length - 2;
  if (digits < 86 || (digits - 40) % 46 !== 0) return null;
  return { first: `0x${path.slice(2, 42)}`, last: `0x${path.slice(-40)}` };
}

/**
 * Routers write "the caller" and "this router" as small numbers: 1 and 2 in SwapRouter02 and the Universal Router, 0
 * for itself in SwapRouter.
 */
export function recipientOf(written: Address, router: Address, sender: Address | null): Address {
  if (written === CALLER) return sender ?? written;
  return written === ITSELF || written === ZERO ? router : written;
}

export function swap(
  call: Call,
  sell: { asset: Asset; amount: Amount },
  buy: { asset: Asset; minimum: bigint },
  recipient: Address,
  deadlineSeconds: bigint | null,
): SwapAction {
  // Routers pay in wrapped coin from the value sent with the call, where that is enough: what leaves the user then is
  // the coin itself.
  const paidByValue = call.valueWei > 0n && sell.amount !== 'unlimited' && sell.amount <= call.valueWei;
  const paid = paidByValue ? { ...sell, asset: NATIVE } : sell;
  return { kind: 'swap', router: call.to, sell: paid, buy, recipient, deadlineSeconds, valueWei: call.valueWei };
}

/** Who is paid what the router still holds after its swaps. `token` is `null` for the chain's own coin. */
export interface Payout {
  readonly token: Address | null;
  readonly recipient: Address;
  readonly minimum: bigint;
}

/**
 * Swaps whose output stays with the router are paid out by a later item of the same call (`unwrapWETH9`, `SWEEP` ...).
 * The recipient and the floor written there are the ones that count.
 */
export function settle(actions: readonly Action[], router: Address, payouts: readonly Payout[]): readonly Action[] {
  const open = [...payouts];
  return actions.map((action) => {
    if (action.kind !== 'swap' || action.recipient !== router) return action;
    const bought = action.buy.asset.type === 'native' ? null : action.buy.asset.address;
    const at = open.findIndex((payout) => payout.token === bought || payout.token === null);
    const payout = open[at] ?? payouts.find((other) => other.token === bought || other.token === null);
    if (payout === undefined) return action;
    // One floor for several swaps is counted once.
    if (at >= 0) open.splice(at, 1);
    const floor = at >= 0 && payout.minimum > action.buy.minimum ? payout.minimum : action.buy.minimum;
    const asset = payout.token === null ? NATIVE : action.buy.asset;
    return { ...action, recipient: payout.recipient, buy: { asset, minimum: floor } };
  });
}

interface V2Shape {
  readonly sell: number | null;
  readonly buy: number;
  readonly path: number;
  readonly buysNative?: boolean;
  readonly noDeadline?: boolean;
}

function v2(shape: V2Shape): CallReader {
  return (call, args) => {
    const path = args.addresses(shape.path, MOST_HOPS);
    const first = path?.[0];
    const last = path?.at(-1);
    if (first === undefined || last === undefined) return null;
    const amount = shape.sell === null ? call.valueWei : amountOf(args.uint(shape.sell));
    const sell = { asset: shape.sell === null ? NATIVE : erc20(first), amount };
    const buy = { asset: shape.buysNative ? NATIVE : erc20(last), minimum: args.uint(shape.buy) };
    const recipient = recipientOf(args.address(shape.path + 1), call.to, call.sender);
    return swap(call, sell, buy, recipient, shape.noDeadline ? null : args.uint(shape.path + 2));
  };
}

interface V3Shape {
  readonly deadline: number | null;
  readonly sell: number;
  readonly buy: number;
}

/** `(tokenIn, tokenOut, fee, recipient, ...)`, a static tuple: its members are the arguments. */
function v3Single(shape: V3Shape): CallReader {
  return (call, args) => {
    if (args.words < Math.max(shape.sell, shape.buy) + 1) return null;
    const sell = { asset: erc20(args.address(0)), amount: amountOf(args.uint(shape.sell)) };
    const buy = { asset: erc20(args.address(1)), minimum: args.uint(shape.buy) };
    const recipient = recipientOf(args.address(3), call.to, call.sender);
    return swap(call, sell, buy, recipient, shape.deadline === null ? null : args.uint(shape.deadline));
  };
}

/** `(path, recipient, ...)`, a dynamic tuple; exact outputs write the path backwards. */
function v3Path(shape: V3Shape & { readonly reversed: boolean }): CallReader {
  return (call, args) => {
    const tuple = args.tuple(0);
    const path = tuple?.bytes(0) ?? null;
    const ends = path === null ? null : pathEnds(path);
    if (tuple === null || ends === null) return null;
    const [from, to] = shape.reversed ? [ends.last, ends.first] : [ends.first, ends.last];
    const sell = { asset: erc20(from), amount: amountOf(tuple.uint(shape.sell)) };
    const buy = { asset: erc20(to), minimum: tuple.uint(shape.buy) };
    const recipient = recipientOf(tuple.address(1), call.to, call.sender);
    return swap(call, sell, buy, recipient, shape.deadline === null ? null : tuple.uint(shape.deadline));
  };
}

/** The router uses a permit the user signed for it before. */
function selfPermit(call: Call, args: Arguments): Action | null {
  return args.words < 2 ? null : granted(call, args.address(0), amountOf(args.uint(1)));
}

function selfPermitAllowed(call: Call, args: Arguments): Action | null {
  return args.words < 2 ? null : granted(call, args.address(0), 'unlimited');
}

function granted(call: Call, token: Address, amount: Amount): Action {
  return { kind: 'allowance', asset: erc20(token), spender: call.to, amount, change: 'set', revokes: amount === 0n };
}

function erc20(address: Address): Asset {
  return { type: 'erc20', address };
}

const NATIVE: Asset = { type: 'native' };
const ZERO: Address = '0x0000000000000000000000000000000000000000';
const CALLER: Address = '0x0000000000000000000000000000000000000001';
const ITSELF: Address = '0x0000000000000000000000000000000000000002';
/** Real paths have up to about five hops. */
const MOST_HOPS = 64;
