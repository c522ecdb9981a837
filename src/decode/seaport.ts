import type { Address } from 'viem';
import type { Action, Amount, Asset, OrderAction, TypedDomain } from './Action.ts';
import { amountOf } from './amounts.ts';
import { MOST_ORDERS, NATIVE, order } from './sale.ts';
import type { Struct } from './struct.ts';

/** Seaport (EIP-712 `OrderComponents`, ProjectOpenSea/seaport `ConsiderationStructs.sol`). */
export function seaport(struct: Struct, domain: TypedDomain): OrderAction | null {
  const offer = struct.structs('offer');
  const consideration = struct.structs('consideration');
  const endTime = struct.uint('endTime');
  if (offer === null || consideration === null || endTime === null) return null;
  const offers: { asset: Asset; amount: Amount }[] = [];
  for (const item of offer) {
    const asset = seaportAsset(item);
    const range = seaportRange(item);
    if (asset === null || range === null) return null;
    // The amount may slide between the two: the most is what can leave.
    offers.push({ asset, amount: amountOf(range.most) });
  }
  const receives: { asset: Asset; amount: Amount; recipient: Address }[] = [];
  for (const item of consideration) {
    const asset = seaportAsset(item);
    const range = seaportRange(item);
    const recipient = item.address('recipient');
    if (asset === null || range === null || recipient === null) return null;
    receives.push({ asset, amount: amountOf(range.least), recipient });
  }
  return order('seaport', struct.address('offerer'), offers, receives, endTime, domain);
}

/** Seaport's tree of orders under one signature: each of them is signed. */
export function seaportBulk(struct: Struct, domain: TypedDomain): Action | null {
  const orders = struct.structs('tree') ?? [];
  if (orders.length === 0 || orders.length > MOST_ORDERS) return null;
  const actions: Action[] = [];
  for (const one of orders) {
    // Trees are filled up to a power of two with empty orders.
    if (one.address('offerer') === NATIVE && one.structs('offer')?.length === 0) continue;
    const action = seaport(one, domain);
    if (action === null) return null;
    actions.push(action);
  }
  return { kind: 'batch', wrapper: 'BulkOrder', to: domain.verifyingContract, valueWei: 0n, actions };
}

function seaportAsset(item: Struct): Asset | null {
  const type = item.uint('itemType');
  const address = item.address('token');
  const id = item.uint('identifierOrCriteria');
  if (type === null || address === null || id === null) return null;
  if (type === 0n) return { type: 'native' };
  if (type === 1n) return { type: 'erc20', address };
  if (type === 2n) return { type: 'erc721', address, id };
  if (type === 3n) return { type: 'erc1155', address, id };
  // Criteria: any item under a root, or any at all.
  if (type === 4n) return { type: 'erc721', address, id: null };
  return type === 5n ? { type: 'erc1155', address, id: null } : null;
}

function seaportRange(item: Struct): { least: bigint; most: bigint } | null {
  const start = item.uint('startAmount');
  const end = item.uint('endAmount');
  if (start === null || end === null) return null;
  return start < end ? { least: start, most: end } : { least: end, most: start };
}
