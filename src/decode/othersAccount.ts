import type { Action } from './Action.ts';
import type { Call, CallReader, Open } from './calldata.ts';
import { Arguments } from './calldata.ts';
import { doneBy } from './safe.ts';

/**
 * `execute` and its kin sent to an account other than the sender's own address: the sender's ERC-4337 account, or one
 * bound to an item. What is inside is that account's doing. The call itself stays beside it as `outer`: any contract can
 * use the name, and then only a run shows what it does. `null` when it is none of these forms.
 */
export function openOthersAccount(call: Call, read: CallReader, open: Open, outer: Action): Action | null {
  const account = call.to;
  if (call.sender === account || !ACCOUNT_FORMS.has(call.data.slice(0, 10))) return null;
  const inside = read({ ...call, sender: account }, Arguments.of(call.data), open);
  if (inside === null) return null;
  const { actions, wrapper } = inside.kind === 'batch' ? inside : { actions: [inside], wrapper: 'execute' };
  return {
    kind: 'batch',
    wrapper,
    to: account,
    valueWei: call.valueWei,
    actions: [outer, ...actions.map((action) => doneBy(action, account))],
  };
}

const ACCOUNT_FORMS: ReadonlySet<string> = new Set([
  '0xb61d27f6', // execute(address,uint256,bytes)
  '0x47e1da2a', // executeBatch(address[],uint256[],bytes[])
  '0x18dfb3c7', // executeBatch(address[],bytes[])
  '0x34fcd5be', // executeBatch((address,uint256,bytes)[])
  '0xe9ae5c53', // execute(bytes32,bytes), ERC-7579 and ERC-7821
  '0x51945447', // execute(address,uint256,bytes,uint8), Kernel, Ambire and ERC-6551
  '0x0000189a', // execute_ncC(address,uint256,bytes), Biconomy
  '0x9e5d4c49', // executeCall(address,uint256,bytes), Biconomy and early ERC-6551
]);
