import type { Address } from 'viem';
import type { Action, TypedDomain } from './Action.ts';
import { amountOf } from './amounts.ts';
import { itemAsset, MOST_ORDERS, order, payment, sale, soldItem } from './sale.ts';
import type { Struct } from './struct.ts';
import { tokenAsset } from './tokenOrder.ts';

/** 0x v4 NFT orders: direction 0 sells, 1 buys. */
export function zeroExItem(struct: Struct, domain: TypedDomain): Action | null {
  const direction = struct.uint('direction');
  return direction === null ? null : itemOrder('0x', struct, domain, direction === 0n);
}

/** Element's orders follow 0x, the direction in the name. */
export function element(struct: Struct, domain: TypedDomain): Action | null {
  return itemOrder('element', struct, domain, struct.typeName.endsWith('SellOrder'));
}

/** Element's bulk sale: each item is packed as 96 bits of price and 160 of id, or written out. */
export function elementBatch(struct: Struct, domain: TypedDomain): Action | null {
  const maker = struct.address('maker');
  const token = struct.address('erc20Token');
  const until = struct.uint('expiryTime');
  const packed = struct.structs('basicCollections');
  const plain = struct.structs('collections');
  if (maker === null || token === null || until === null || packed === null || plain === null) return null;
  const sales: { nft: Address; id: bigint; price: bigint }[] = [];
  for (const one of packed) {
    const nft = one.address('nftAddress');
    const items = one.bytesItems('items');
    if (nft === null || items === null) return null;
    for (const item of items) sales.push({ nft, id: BigInt(`0x${item.slice(26)}`), price: BigInt(item.slice(0, 26)) });
  }
  for (const one of plain) {
    const nft = one.address('nftAddress');
    for (const item of one.structs('items') ?? []) {
      const [id, price] = [item.uint('nftId'), item.uint('erc20TokenAmount')];
      if (nft === null || id === null || price === null) return null;
      sales.push({ nft, id, price });
    }
  }
  if (sales.length === 0 || sales.length > MOST_ORDERS) return null;
  const actions = sales.map(({ nft, id, price }) => {
    const paid = { asset: tokenAsset(token), amount: amountOf(price), recipient: maker };
    return order('element', maker, [{ asset: itemAsset(nft, id), amount: 1n }], [paid], until, domain);
  });
  return { kind: 'batch', wrapper: struct.typeName, to: domain.verifyingContract, valueWei: 0n, actions };
}

function itemOrder(protocol: string, struct: Struct, domain: TypedDomain, sells: boolean): Action | null {
  const maker = struct.address('maker');
  const type = struct.typeName.startsWith('ERC721') ? 'erc721' : 'erc1155';
  const named = struct.address('nft') !== null;
  const prefix = named ? 'nft' : `${type}Token`;
  const item = soldItem(struct, prefix, named ? 'nftId' : `${type}TokenId`, type);
  const price = payment(struct, 'erc20Token', 'erc20TokenAmount');
  const until = struct.uint('expiry');
  if (maker === null || item === null || price === null || until === null) return null;
  const amount = struct.uint(`${type}TokenAmount`) ?? 1n;
  // Element packs listing time and salt above the 32 bits of the expiry.
  return sale(protocol, sells, maker, { asset: item, amount }, price, maker, until & 0xffff_ffffn, domain);
}
