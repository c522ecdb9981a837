import type { Address } from 'viem';
import type { Action, Asset } from './Action.ts';
import { amountOf } from './amounts.ts';
import { BATCH_LIMITS } from './batch.ts';
import type { Arguments, Call, CallReader } from './calldata.ts';

/** OpenSea's TransferHelper: items of the sender's go to recipients (ProjectOpenSea/seaport, `TransferHelperStructs.sol`). */
export const BULK_TRANSFER_READERS: ReadonlyMap<string, CallReader> = new Map<string, CallReader>([
  ['0x32389b71', bulkTransfer], // bulkTransfer(((uint8,address,uint256,uint256)[],address,bool)[],bytes32)
]);

function bulkTransfer(call: Call, args: Arguments): Action | null {
  const groups = args.tuples(0, BATCH_LIMITS.actions);
  if (groups === null || groups.length === 0) return null;
  const actions: Action[] = [];
  for (const group of groups) {
    const items = group.list(0, 4, BATCH_LIMITS.actions - actions.length);
    if (items === null) return null;
    for (const item of items) {
      const asset = assetOf(item);
      if (asset === null) return null;
      const amount = amountOf(item.uint(3));
      actions.push({ kind: 'transfer', asset, from: call.sender, to: group.address(1), amount, data: '0x' });
    }
  }
  return { kind: 'batch', wrapper: 'bulkTransfer', to: call.to, valueWei: call.valueWei, actions };
}

/** Conduit item types: 1 ERC-20, 2 ERC-721, 3 ERC-1155; the helper refuses others. */
function assetOf(item: Arguments): Asset | null {
  const address: Address = item.address(1);
  const id = item.uint(2);
  switch (item.uint(0)) {
    case 1n:
      return { type: 'erc20', address };
    case 2n:
      return { type: 'erc721', address, id };
    case 3n:
      return { type: 'erc1155', address, id };
    default:
      return null;
  }
}
