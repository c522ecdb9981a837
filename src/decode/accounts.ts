import type { Action } from './Action.ts';
import { type Arguments, type Call, type CallReader, type Open, selectorOf } from './calldata.ts';

/** What smart accounts and proxies run for their owner, beyond the plain `execute` forms of `batch.ts`. */
export const ACCOUNT_READERS: ReadonlyMap<string, CallReader> = new Map<string, CallReader>([
  ['0x7bb37428', withOperation], // executeUserOp(address,uint256,bytes,uint8), Safe's 4337 module
  ['0x541d63c8', withOperation], // executeUserOpWithErrorString(address,uint256,bytes,uint8), the same
  ['0x51945447', withOperation], // execute(address,uint256,bytes,uint8), Kernel and Ambire
  ['0x0000189a', plain], // execute_ncC(address,uint256,bytes), Biconomy
  ['0x9e5d4c49', plain], // executeCall(address,uint256,bytes), Biconomy
  ['0x8dd7712f', prefixed], // executeUserOp(PackedUserOperation,bytes32): EntryPoint 0.7 accounts put it before the call
  ['0x1cff79cd', proxyRun], // execute(address,bytes), DSProxy
  ['0x0c53c51c', forSomebody], // executeMetaTransaction(address,bytes,bytes32,bytes32,uint8)
]);

/** How a `delegatecall` that a DSProxy makes is told from a Safe's: its owner uses it for every script. */
const DS_PROXY_EXECUTE = 'execute(address,bytes)';

/** `(to, value, data, operation)`: operation 1 runs the target's code as the account itself. */
function withOperation(call: Call, args: Arguments, open: Open): Action | null {
  const data = args.bytes(2);
  if (call.to !== call.sender || data === null) return null;
  const to = args.address(0);
  if (args.uint(3) === 1n) return { kind: 'delegatecall', of: call.to, to, functionName: 'execute' };
  return own(call, [open({ to, valueWei: args.uint(1), data, sender: call.sender })]);
}

function plain(call: Call, args: Arguments, open: Open): Action | null {
  const data = args.bytes(2);
  if (call.to !== call.sender || data === null) return null;
  return own(call, [open({ to: args.address(0), valueWei: args.uint(1), data, sender: call.sender })]);
}

/** What follows the selector is the account's own call. */
function prefixed(call: Call, _args: Arguments, open: Open): Action | null {
  if (call.to !== call.sender || call.data.length < 18) return null;
  return own(call, [open({ ...call, data: `0x${call.data.slice(10)}` })]);
}

/**
 * A DSProxy runs the target's code as its own, which may write its owner: a change of command that is plainly written
 * there is the proxy's, and beside any other script stands the call itself.
 */
function proxyRun(call: Call, args: Arguments, open: Open): Action | null {
  const data = args.bytes(1);
  if (data === null || data.length < 10) return null;
  const inner = open({ to: call.to, valueWei: 0n, data, sender: call.to });
  if (inner.kind === 'ownership') return own(call, [inner]);
  const { to, valueWei } = call;
  const outer: Action = {
    kind: 'call',
    to,
    selector: selectorOf(call.data),
    signature: DS_PROXY_EXECUTE,
    valueWei,
    data: call.data,
  };
  return own(call, [outer, { kind: 'delegatecall', of: to, to: args.address(0), functionName: DS_PROXY_EXECUTE }]);
}

/** Somebody's signed meta-transaction, sent on: it acts for the one who signed. */
function forSomebody(call: Call, args: Arguments, open: Open): Action | null {
  const data = args.bytes(1);
  if (data === null) return null;
  return {
    kind: 'batch',
    wrapper: 'executeMetaTransaction',
    to: call.to,
    valueWei: call.valueWei,
    actions: [open({ to: call.to, valueWei: 0n, data, sender: args.address(0) })],
  };
}

function own(call: Call, actions: readonly Action[]): Action {
  return { kind: 'batch', wrapper: 'execute', to: call.to, valueWei: call.valueWei, actions };
}
