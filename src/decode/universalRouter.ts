import type { Address, Hex } from 'viem';
import { byteLength, hexToBytes } from '../text/hex.ts';
import type { Action, Asset } from './Action.ts';
import { amountOf, permit2AmountOf } from './amounts.ts';
import { Arguments, type Call, type CallReader } from './calldata.ts';
import { permitBatchOf, permitSingleAt } from './permit2.ts';
import { type Payout, pathEnds, recipientOf, settle, swap } from './router.ts';

/** Uniswap's Universal Router: a list of one-byte commands, each with its own input (Commands.sol, Dispatcher.sol). */
export const UNIVERSAL_ROUTER_READERS: ReadonlyMap<string, CallReader> = new Map<string, CallReader>([
  ['0x3593564c', execute], // execute(bytes,bytes[],uint256)
  ['0x24856bc3', execute], // execute(bytes,bytes[])
]);

/** `null` when the arguments are not a list of commands; a command that is not known becomes a `call`. */
function execute(call: Call, args: Arguments): Action | null {
  const commands = args.bytes(0);
  const inputs = args.bytesList(1, MOST_COMMANDS);
  if (commands === null || inputs === null || byteLength(commands) !== inputs.length || inputs.length === 0)
    return null;
  const actions: Action[] = [];
  const payouts: Payout[] = [];
  for (const [at, command] of hexToBytes(commands).entries()) {
    const input = inputs[at] ?? '0x';
    const inputArgs = Arguments.ofTuple(input);
    const payout = payoutOf(call, command & COMMAND_MASK, inputArgs);
    if (payout !== null) payouts.push(payout);
    const action = commandOf(call, command & COMMAND_MASK, inputArgs);
    if (action === null) actions.push(opaqueCommand(call.to, input));
    else if (action !== 'moves-nothing') add(actions, action, call.to);
  }
  const settled = settle(actions, call.to, payouts);
  return { kind: 'batch', wrapper: 'execute', to: call.to, valueWei: call.valueWei, actions: settled };
}

/**
 * A swap that sells what the router just got is the same trade gone on: the user sold what went in first. Such swaps
 * carry `router` as the seller's mark, see `swapOf`.
 */
function add(actions: Action[], action: Action, router: Address): void {
  const before = actions.at(-1);
  const fedByRouter = action.kind === 'swap' && action.valueWei === FED_BY_ROUTER;
  if (!fedByRouter) {
    actions.push(action);
    return;
  }
  const next = { ...action, valueWei: 0n };
  if (before?.kind === 'swap' && before.recipient === router && isSame(before.buy.asset, next.sell.asset)) {
    actions[actions.length - 1] = { ...before, buy: next.buy, recipient: next.recipient };
  } else if (before?.kind === 'transfer' && before.to === router && isSame(before.asset, next.sell.asset)) {
    actions[actions.length - 1] = { ...next, sell: { asset: before.asset, amount: before.amount } };
  } else actions.push(next);
}

/** SWEEP(token, recipient, minimum) and UNWRAP_WETH(recipient, minimum). */
function payoutOf(call: Call, command: number, args: Arguments): Payout | null {
  if (command === 0x04 && args.words >= 3) {
    const token = args.address(0) === ZERO ? null : args.address(0);
    return { token, recipient: recipientOf(args.address(1), call.to, call.sender), minimum: args.uint(2) };
  }
  if (command !== 0x0c || args.words < 2) return null;
  return { token: null, recipient: recipientOf(args.address(0), call.to, call.sender), minimum: args.uint(1) };
}

function commandOf(call: Call, command: number, args: Arguments): Action | 'moves-nothing' | null {
  switch (command) {
    case 0x00:
    case 0x01:
      return v3Swap(call, args, command === 0x01);
    case 0x08:
    case 0x09:
      return v2Swap(call, args, command === 0x09);
    case 0x02: // PERMIT2_TRANSFER_FROM(token, recipient, amount)
      return args.words < 3 ? null : takes(call, args.address(0), args.address(1), args.uint(2));
    case 0x03: {
      const batch = args.tuple(0);
      return batch === null ? null : permitBatchOf(batch, call.sender);
    }
    case 0x0a:
      return args.words < 6 ? null : permitSingleAt(args, 0, call.sender);
    // SWEEP, TRANSFER, PAY_PORTION, WRAP_ETH, UNWRAP_WETH: the router's own balance, already counted where it came in.
    case 0x04:
    case 0x05:
    case 0x06:
    case 0x0b:
    case 0x0c:
      return 'moves-nothing';
    default:
      return null;
  }
}

/** `(recipient, amount, limit, path, payerIsUser)`; exact outputs write the path backwards and the output first. */
function v3Swap(call: Call, args: Arguments, exactOut: boolean): Action | null {
  const path = args.bytes(3);
  const ends = path === null ? null : pathEnds(path);
  if (ends === null) return null;
  return exactOut ? swapOf(call, args, ends.last, ends.first, 2, 1) : swapOf(call, args, ends.first, ends.last, 1, 2);
}

function v2Swap(call: Call, args: Arguments, exactOut: boolean): Action | null {
  const path = args.addresses(3, MOST_COMMANDS);
  const first = path?.[0];
  const last = path?.at(-1);
  if (first === undefined || last === undefined) return null;
  return exactOut ? swapOf(call, args, first, last, 2, 1) : swapOf(call, args, first, last, 1, 2);
}

function swapOf(call: Call, args: Arguments, from: Address, to: Address, sellWord: number, buyWord: number): Action {
  const sell = { asset: erc20(from), amount: amountOf(args.uint(sellWord)) };
  const buy = { asset: erc20(to), minimum: args.uint(buyWord) };
  const recipient = recipientOf(args.address(0), call.to, call.sender);
  if (args.bool(4)) return swap({ ...call, valueWei: 0n }, sell, buy, recipient, null);
  // The router pays: from the value sent with the call, or from what an earlier command brought in.
  if (call.valueWei > 0n) {
    // "All of the router's balance" is written as 2^255: no more than the value sent can be the user's.
    const most = sell.amount === 'unlimited' || sell.amount > call.valueWei ? call.valueWei : sell.amount;
    return swap(call, { ...sell, amount: most }, buy, recipient, null);
  }
  return { ...swap(call, sell, buy, recipient, null), valueWei: FED_BY_ROUTER };
}

function takes(call: Call, token: Address, written: Address, value: bigint): Action {
  const to = recipientOf(written, call.to, call.sender);
  return {
    kind: 'transfer',
    asset: erc20(token),
    from: call.sender,
    to,
    amount: permit2AmountOf(value),
    data: NO_DATA,
  };
}

function opaqueCommand(to: Address, data: Hex): Action {
  return { kind: 'call', to, selector: null, signature: null, valueWei: 0n, data };
}

function erc20(address: Address): Asset {
  return { type: 'erc20', address };
}

function isSame(one: Asset, other: Asset): boolean {
  return one.type === 'erc20' && other.type === 'erc20' && one.address === other.address;
}

/** Marks a swap paid by the router until `add` has joined it to what fed it; no call can carry this value. */
const FED_BY_ROUTER = -1n;
const ZERO: Address = '0x0000000000000000000000000000000000000000';
const NO_DATA: Hex = '0x';
/** The top bit lets a command fail, the next is reserved. */
const COMMAND_MASK = 0x3f;
const MOST_COMMANDS = 256;
