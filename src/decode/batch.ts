import type { Address, Hex } from 'viem';
import type { Action } from './Action.ts';
import { Arguments, type Call, type CallReader, type Open } from './calldata.ts';
import { settleWithdrawals } from './gist.ts';
import { type Payout, ROUTER_READERS, recipientOf, settle } from './router.ts';

/** Calls that carry calls which act for the same sender, by selector. */
export const BATCH_READERS: ReadonlyMap<string, CallReader> = new Map<string, CallReader>([
  ['0xac9650d8', multicall(0)], // multicall(bytes[])
  ['0x5ae401dc', multicall(1)], // multicall(uint256,bytes[])
  ['0x1f0464d1', multicall(1)], // multicall(bytes32,bytes[])
  ['0xb61d27f6', ownExecute], // execute(address,uint256,bytes)
  ['0x47e1da2a', ownExecuteBatch], // executeBatch(address[],uint256[],bytes[])
  ['0x18dfb3c7', ownExecuteTargets], // executeBatch(address[],bytes[]), ERC-4337 accounts before 0.7
  ['0x34fcd5be', ownExecuteCalls], // executeBatch((address,uint256,bytes)[])
  ['0xe9ae5c53', ownExecuteMode], // execute(bytes32,bytes), ERC-7579 and ERC-7821
]);

/** Decoding stops here; what is deeper or more is said to be unread. */
export const BATCH_LIMITS = { depth: 8, actions: 256 } as const;

/** The actions of a batch that are no batches themselves. */
export function leavesOf(action: Action): readonly Action[] {
  const leaves: Action[] = [];
  const waiting: Action[] = [action];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (next.kind === 'batch' && next.actions.length > 0) waiting.unshift(...next.actions);
    else leaves.push(next);
  }
  return leaves;
}

/** A contract that calls itself once for each item, so that each acts for the sender on the same contract. */
function multicall(word: number): CallReader {
  return (call, args, open) => {
    const items = args.bytesList(word, BATCH_LIMITS.actions);
    if (items === null || items.length === 0) return null;
    // Each item sees the whole value of the call: only a swap can say what it is for.
    const actions = items
      .map((data) => open({ ...call, data, valueWei: takesValue(data) ? call.valueWei : 0n }))
      .filter((action) => !movesOutputOnly(action));
    const payouts = items.map((data) => payoutOf(call, data)).filter((payout) => payout !== null);
    const paid = payouts.map(({ recipient }) => recipient);
    const settled = settleWithdrawals(settle(actions, call.to, payouts), call.to, paid, call.sender);
    return { kind: 'batch', wrapper: 'multicall', to: call.to, valueWei: call.valueWei, actions: settled };
  };
}

function takesValue(data: Hex): boolean {
  const selector = data.slice(0, 10);
  return ROUTER_READERS.has(selector) || BATCH_READERS.has(selector);
}

function payoutOf(call: Call, data: Hex): Payout | null {
  const args = Arguments.of(data);
  const sender = call.sender ?? call.to;
  switch (data.slice(0, 10)) {
    case '0x49404b7c': // unwrapWETH9(uint256,address)
      return { token: null, recipient: recipientOf(args.address(1), call.to, sender), minimum: args.uint(0) };
    case '0x49616997': // unwrapWETH9(uint256)
      return { token: null, recipient: sender, minimum: args.uint(0) };
    case '0xdf2ab5bb': // sweepToken(address,uint256,address)
      return {
        token: args.address(0),
        recipient: recipientOf(args.address(2), call.to, sender),
        minimum: args.uint(1),
      };
    case '0xe90a182f': // sweepToken(address,uint256)
      return { token: args.address(0), recipient: sender, minimum: args.uint(1) };
    default:
      return null;
  }
}

/** Payouts and refunds of a router's own balance say nothing more once the swap is settled. */
function movesOutputOnly(action: Action): boolean {
  return action.kind === 'call' && action.selector !== null && OUTPUT_ONLY.has(action.selector);
}

/** `execute` acts for the user only when the account called is the user's own (EIP-7702, ERC-4337). */
function ownExecute(call: Call, args: Arguments, open: Open): Action | null {
  const data = args.bytes(2);
  if (call.to !== call.sender || data === null) return null;
  return own(call, 'execute', [open({ to: args.address(0), valueWei: args.uint(1), data, sender: call.sender })]);
}

function ownExecuteBatch(call: Call, args: Arguments, open: Open): Action | null {
  const targets = args.addresses(0, BATCH_LIMITS.actions);
  const values = args.uints(1, BATCH_LIMITS.actions);
  const datas = args.bytesList(2, BATCH_LIMITS.actions);
  if (call.to !== call.sender || targets === null || values === null || datas === null) return null;
  if (targets.length !== datas.length) return null;
  const actions = targets.map((to, at) =>
    open({ to, valueWei: values[at] ?? 0n, data: datas[at] ?? '0x', sender: call.sender }),
  );
  return own(call, 'executeBatch', actions);
}

function ownExecuteTargets(call: Call, args: Arguments, open: Open): Action | null {
  const targets = args.addresses(0, BATCH_LIMITS.actions);
  const datas = args.bytesList(1, BATCH_LIMITS.actions);
  if (call.to !== call.sender || targets === null || datas === null || targets.length !== datas.length) return null;
  const actions = targets.map((to, at) => open({ to, valueWei: 0n, data: datas[at] ?? '0x', sender: call.sender }));
  return own(call, 'executeBatch', actions);
}

function ownExecuteCalls(call: Call, args: Arguments, open: Open): Action | null {
  return call.to === call.sender ? tuples(call, 'executeBatch', args, open) : null;
}

/** ERC-7579: the mode's first byte is 0 for one packed call, 1 for a list of calls. */
function ownExecuteMode(call: Call, args: Arguments, open: Open): Action | null {
  const execution = args.bytes(1);
  if (call.to !== call.sender || execution === null) return null;
  const mode = args.uint(0) >> 248n;
  if (mode === 1n) return tuples(call, 'execute', Arguments.ofTuple(execution), open);
  if (mode !== 0n || execution.length < 2 + 104) return null;
  const to: Address = `0x${execution.slice(2, 42)}`;
  const valueWei = BigInt(`0x${execution.slice(42, 106)}`);
  return own(call, 'execute', [open({ to, valueWei, data: `0x${execution.slice(106)}`, sender: call.sender })]);
}

function tuples(call: Call, wrapper: string, args: Arguments, open: Open): Action | null {
  const items = args.tuples(0, BATCH_LIMITS.actions);
  if (items === null || items.length === 0) return null;
  let room = call.data.length;
  const actions: Action[] = [];
  for (const item of items) {
    const data = item.bytes(2);
    // As in `bytesList`: many pointers to one long item are refused.
    room -= data?.length ?? 0;
    if (data === null || room < 0) return null;
    // ERC-7821 writes the account itself as zero.
    const to = item.address(0) === ZERO && call.sender !== null ? call.sender : item.address(0);
    actions.push(open({ to, valueWei: item.uint(1), data, sender: call.sender }));
  }
  return own(call, wrapper, actions);
}

function own(call: Call, wrapper: string, actions: readonly Action[]): Action {
  return { kind: 'batch', wrapper, to: call.to, valueWei: call.valueWei, actions };
}

const ZERO: Address = '0x0000000000000000000000000000000000000000';
/** refundETH, unwrapWETH9 (both), sweepToken (both). */
const OUTPUT_ONLY: ReadonlySet<string> = new Set([
  '0x12210e8a',
  '0x49404b7c',
  '0x49616997',
  '0xdf2ab5bb',
  '0xe90a182f',
]);
