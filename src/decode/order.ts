import type { Address } from 'viem';
import type { Action, Amount, Asset, OrderAction, TypedDomain } from './Action.ts';
import { amountOf } from './amounts.ts';
import type { Struct, StructReader } from './struct.ts';

/** Marketplace orders as signatures, by primaryType. */
export const ORDER_STRUCTS: ReadonlyMap<string, StructReader> = new Map<string, StructReader>([
  ['OrderComponents', seaport],
  ['BulkOrder', seaportBulk],
  ['Order', blur],
  ['MakerOrder', looksRare],
  ['ERC721Order', zeroExItem],
  ['ERC1155Order', zeroExItem],
  ['ERC721SellOrder', element],
  ['ERC721BuyOrder', element],
  ['ERC1155SellOrder', element],
  ['ERC1155BuyOrder', element],
  ['Root', root],
]);

/** Seaport (EIP-712 `OrderComponents`, ProjectOpenSea/seaport `ConsiderationStructs.sol`). */
function seaport(struct: Struct, domain: TypedDomain): OrderAction | null {
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
function seaportBulk(struct: Struct, domain: TypedDomain): Action | null {
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

/** Blur exchange v1: side 1 sells, side 0 buys; fees come off the price in basis points. */
function blur(struct: Struct, domain: TypedDomain): Action | null {
  const trader = struct.address('trader');
  const side = struct.uint('side');
  const item = soldItem(struct, 'collection', 'tokenId', 'erc721');
  const price = payment(struct, 'paymentToken', 'price');
  const until = struct.uint('expirationTime');
  if (trader === null || side === null || item === null || price === null || until === null) return null;
  const amount = struct.uint('amount') ?? 1n;
  const made = trade('blur', side === 1n, trader, { asset: item, amount }, price, trader, until, domain);
  const fees = side === 1n ? (struct.structs('fees') ?? []) : [];
  return price.amount === 'unlimited' ? made : { ...made, receives: lessFees(made.receives, price.amount, fees) };
}

/** Blur's `Fee(uint16 rate,address recipient)`: what others take off the seller's price. */
function lessFees(receives: OrderAction['receives'], price: bigint, fees: readonly Struct[]): OrderAction['receives'] {
  let left = price;
  const shares: { asset: Asset; amount: Amount; recipient: Address }[] = [];
  for (const fee of fees) {
    const recipient = fee.address('recipient');
    const share = (price * (fee.uint('rate') ?? 0n)) / BASIS_POINTS;
    const [first] = receives;
    if (recipient === null || first === undefined) continue;
    left -= share;
    shares.push({ asset: first.asset, amount: share, recipient });
  }
  return [...receives.map((receive) => ({ ...receive, amount: left < 0n ? 0n : left })), ...shares];
}

function looksRare(struct: Struct, domain: TypedDomain): Action | null {
  const signer = struct.address('signer');
  const sells = struct.bool('isOrderAsk');
  const item = soldItem(struct, 'collection', 'tokenId', 'erc721');
  const price = payment(struct, 'currency', 'price');
  const until = struct.uint('endTime');
  if (signer === null || sells === null || item === null || price === null || until === null) return null;
  return trade(
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

/** 0x v4 NFT orders: direction 0 sells, 1 buys. */
function zeroExItem(struct: Struct, domain: TypedDomain): Action | null {
  const direction = struct.uint('direction');
  return direction === null ? null : itemOrder('0x', struct, domain, direction === 0n);
}

/** Element's orders follow 0x, the direction in the name. */
function element(struct: Struct, domain: TypedDomain): Action | null {
  return itemOrder('element', struct, domain, struct.typeName.endsWith('SellOrder'));
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
  return trade(protocol, sells, maker, { asset: item, amount }, price, maker, until & 0xffff_ffffn, domain);
}

/** A bare merkle root: nobody can read what is under it (taxonomy C4). */
function root(struct: Struct, domain: TypedDomain): Action | null {
  return struct.bytes('root') === null ? null : { kind: 'opaque', what: 'order-root', label: struct.typeName, domain };
}

function soldItem(struct: Struct, address: string, id: string, type: 'erc721' | 'erc1155'): Asset | null {
  const collection = struct.address(address);
  const item = struct.uint(id);
  return collection === null || item === null ? null : { type, address: collection, id: item };
}

function payment(struct: Struct, token: string, amount: string): { asset: Asset; amount: Amount } | null {
  const address = struct.address(token);
  const value = struct.uint(amount);
  if (address === null || value === null) return null;
  const native = address === NATIVE || address === NATIVE_MARK;
  return { asset: native ? { type: 'native' } : { type: 'erc20', address }, amount: amountOf(value) };
}

function trade(
  protocol: string,
  sells: boolean,
  offerer: Address,
  item: { asset: Asset; amount: Amount },
  price: { asset: Asset; amount: Amount },
  recipient: Address,
  until: bigint,
  domain: TypedDomain,
): OrderAction {
  const [given, taken] = sells ? [item, price] : [price, item];
  return order(protocol, offerer, [given], [{ ...taken, recipient }], until, domain);
}

function order(
  protocol: string,
  offerer: Address | null,
  offers: OrderAction['offers'],
  receives: OrderAction['receives'],
  until: bigint,
  domain: TypedDomain,
): OrderAction {
  return { kind: 'order', protocol, offerer, offers, receives, until, domain };
}

const BASIS_POINTS = 10_000n;
const MOST_ORDERS = 256;
const NATIVE: Address = '0x0000000000000000000000000000000000000000';
/** 0x and Element write the chain's own coin so. */
const NATIVE_MARK: Address = '0xeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee';
