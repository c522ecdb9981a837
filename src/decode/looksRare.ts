import type { Action, OrderAction, TypedDomain } from './Action.ts';
import { amountOf } from './amounts.ts';
import { MOST_ORDERS, NATIVE, order, payment, sale, soldItem } from './sale.ts';
import type { Struct } from './struct.ts';

export function looksRare(struct: Struct, domain: TypedDomain): Action | null {
  const signer = struct.address('signer');
  const sells = struct.bool('isOrderAsk');
  const item = soldItem(struct, 'collection', 'tokenId', 'erc721');
  const price = payment(struct, 'currency', 'price');
  const until = struct.uint('endTime');
  if (signer === null || sells === null || item === null || price === null || until === null) return null;
  return sale(
    'looksrare',
    sells,
    signer,
    { asset: item, amount: struct.uint('amount') ?? 1n },
    price,
    signer,
    until,
    domain,
  );
}

/** LooksRare v2: quoteType 1 asks, 0 bids; collectionType 0 is ERC-721, 1 ERC-1155 (`OrderStructs.sol`). */
export function looksRareV2(struct: Struct, domain: TypedDomain): OrderAction | null {
  const signer = struct.address('signer');
  const quote = struct.uint('quoteType');
  const collection = struct.address('collection');
  const ids = struct.uints('itemIds');
  const amounts = struct.uints('amounts');
  const price = payment(struct, 'currency', 'price');
  const until = struct.uint('endTime');
  if (signer === null || quote === null || collection === null || ids === null || amounts === null) return null;
  if (price === null || until === null || ids.length > MOST_ORDERS) return null;
  const type = struct.uint('collectionType') === 1n ? 'erc1155' : 'erc721';
  // A bid on any item of the collection names none.
  const named = ids.length === 0 ? [null] : ids;
  const items = named.map((id, at) => ({
    asset: { type, address: collection, id } as const,
    amount: amountOf(amounts[at] ?? 1n),
  }));
  const [offers, taken] = quote === 1n ? [items, [price]] : [[price], items];
  return order(
    'looksrare',
    signer,
    offers,
    taken.map((one) => ({ ...one, recipient: signer })),
    until,
    domain,
  );
}

/** LooksRare v2's tree of orders under one signature. */
export function looksRareTree(struct: Struct, domain: TypedDomain): Action | null {
  const leaves = struct.structs('tree') ?? [];
  if (leaves.length === 0 || leaves.length > MOST_ORDERS) return null;
  const actions: Action[] = [];
  for (const leaf of leaves) {
    if (leaf.address('signer') === NATIVE) continue;
    const action = looksRareV2(leaf, domain);
    if (action === null) return null;
    actions.push(action);
  }
  return { kind: 'batch', wrapper: 'BatchOrder', to: domain.verifyingContract, valueWei: 0n, actions };
}
