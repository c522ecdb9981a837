import type { Address, Hex } from 'viem';
import { byteLength } from '../text/hex.ts';
import type { Action } from './Action.ts';
import { BATCH_LIMITS } from './batch.ts';
import { Arguments, type Call, type CallReader, type Open, selectorOf } from './calldata.ts';
import { isMultiSend } from './safeDeployments.ts';

/** What a Safe would do, as `execTransaction` and the typed data `SafeTx` write it alike. */
export interface SafeTransaction {
  readonly safe: Address;
  readonly to: Address;
  readonly valueWei: bigint;
  readonly data: Hex;
  readonly operation: bigint;
  readonly refund: SafeRefund;
}

/** What the Safe pays to whoever sends it: `(gas used + baseGas) * gasPrice`, in `gasToken`. */
export interface SafeRefund {
  readonly baseGas: bigint;
  readonly safeTxGas: bigint;
  readonly gasPrice: bigint;
  /** Zero is the chain's own coin. */
  readonly gasToken: Address;
  /** Zero is whoever sends it. */
  readonly receiver: Address;
}

export const SAFE_READERS: ReadonlyMap<string, CallReader> = new Map<string, CallReader>([
  ['0x6a761202', execTransaction], // execTransaction(address,uint256,bytes,uint8,uint256,uint256,uint256,address,address,bytes)
]);

/**
 * The Safe's own action: operation 0 calls, operation 1 runs the target's code inside the Safe. A known MultiSend is
 * opened; any other delegatecall is `delegatecall`. `null` when the Safe would refuse it.
 */
export function openSafe(wrapper: string, transaction: SafeTransaction, open: Open): Action | null {
  const { safe } = transaction;
  const inner = operationOf(transaction, open);
  if (inner === null) return null;
  const refund = refundOf(transaction, wrapper);
  const actions = refund === null ? [inner] : [inner, refund];
  return { kind: 'batch', wrapper, to: safe, valueWei: 0n, actions: actions.map((action) => doneBy(action, safe)) };
}

function execTransaction(call: Call, args: Arguments, open: Open): Action | null {
  const data = args.bytes(2);
  if (data === null) return null;
  const refund: SafeRefund = {
    safeTxGas: args.uint(4),
    baseGas: args.uint(5),
    gasPrice: args.uint(6),
    gasToken: args.address(7),
    // The sender of the transaction gets what names no receiver.
    receiver: args.address(8) === ZERO && call.sender !== null ? call.sender : args.address(8),
  };
  const inner = { to: args.address(0), valueWei: args.uint(1), data, operation: args.uint(3) };
  return openSafe('execTransaction', { safe: call.to, ...inner, refund }, open);
}

function operationOf(transaction: Omit<SafeTransaction, 'refund'>, open: Open): Action | null {
  const { safe, to, valueWei, data, operation } = transaction;
  if (operation === 0n) return open({ to, valueWei, data, sender: safe });
  if (operation !== 1n) return null;
  if (!isMultiSend(to) || selectorOf(data) !== MULTI_SEND) {
    return { kind: 'delegatecall', of: safe, to, functionName: 'delegatecall' };
  }
  const actions = multiSend(safe, Arguments.of(data).bytes(0), open);
  return actions === null
    ? { kind: 'unreadable', why: 'bad-params', detail: 'a MultiSend list that is cut, or too long' }
    : { kind: 'batch', wrapper: 'multiSend', to, valueWei: 0n, actions };
}

/** Packed items: operation (1 byte), to (20), value (32), length (32), data. `null` when they do not fit. */
function multiSend(safe: Address, packed: Hex | null, open: Open): readonly Action[] | null {
  if (packed === null) return null;
  const actions: Action[] = [];
  for (let at = 2; at < packed.length; ) {
    const length = byteCount(packed.slice(at + 106, at + 170));
    const end = at + ITEM_HEAD + 2 * (length ?? 0);
    if (length === null || end > packed.length || actions.length === BATCH_LIMITS.actions) return null;
    const item = {
      operation: BigInt(`0x${packed.slice(at, at + 2)}`),
      to: addressAt(packed, at + 2),
      valueWei: BigInt(`0x${packed.slice(at + 42, at + 106)}`),
      data: hexAt(packed, at + ITEM_HEAD, end),
    };
    const action = operationOf({ safe, ...item }, open);
    if (action === null) return null;
    actions.push(action);
    at = end;
  }
  return actions;
}

/** A refund is the author's to set, so it is stated at its most. Unused by Safe's own services, which set the price to 0. */
function refundOf({ safe, data, refund }: SafeTransaction, wrapper: string): Action | null {
  const { baseGas, safeTxGas, gasPrice, gasToken, receiver } = refund;
  if (gasPrice === 0n) return null;
  if (receiver === ZERO) return { kind: 'opaque', what: 'grant', label: `${wrapper} refund`, domain: null };
  const gas = baseGas + (safeTxGas === 0n ? BigInt(byteLength(data)) * GAS_PER_BYTE + GAS_AT_MOST : safeTxGas);
  return {
    kind: 'transfer',
    asset: gasToken === ZERO ? { type: 'native' } : { type: 'erc20', address: gasToken },
    from: safe,
    to: receiver,
    amount: gas * gasPrice,
    data: '0x',
    refund: { baseGas, gasPrice },
  };
}

/** Marks what the Safe does: it is neither the user's own account nor a stranger's. */
export function doneBy(action: Action, safe: Address): Action {
  switch (action.kind) {
    case 'batch':
      return { ...action, actions: action.actions.map((inner) => doneBy(inner, safe)) };
    case 'transfer':
    case 'allowance':
    case 'operatorApproval':
    case 'permit2':
    case 'swap':
    case 'call':
      // A Safe inside a Safe marked its own already.
      return action.by === undefined ? { ...action, by: safe } : action;
    default:
      return action;
  }
}

function byteCount(word: string): number | null {
  return /^0{56}[0-9a-f]{8}$/iu.test(word) ? Number.parseInt(word.slice(56), 16) : null;
}

function addressAt(hex: Hex, at: number): Address {
  return `0x${hex.slice(at, at + 40)}`;
}

function hexAt(hex: Hex, start: number, end: number): Hex {
  return `0x${hex.slice(start, end)}`;
}

const MULTI_SEND: Hex = '0x8d80ff0a';
/** Hex digits of an item before its data. */
const ITEM_HEAD = 170;
const ZERO: Address = '0x0000000000000000000000000000000000000000';
/** A byte of calldata, and what a transaction can burn on Ethereum (EIP-7825), where the Safe sets no limit itself. */
const GAS_PER_BYTE = 16n;
const GAS_AT_MOST = 16_777_216n;
