import type { Hex } from 'viem';
import type { Action, Asset, TypedDomain } from './Action.ts';
import { amountOf } from './amounts.ts';
import { Arguments } from './calldata.ts';
import { itemAsset, MOST_ORDERS, order, type Priced } from './sale.ts';
import type { Struct } from './struct.ts';
import { tokenAsset } from './tokenOrder.ts';

/** X2Y2 as typed data (its own site signs a hash): `items` of a price and encoded `(address,uint256)[]`. */
export function x2y2(struct: Struct, domain: TypedDomain): Action | null {
  const user = struct.address('user');
  const items = struct.structs('items');
  const intent = struct.uint('intent');
  const currency = struct.address('currency');
  const until = struct.uint('deadline');
  if (user === null || items === null || intent === null || currency === null || until === null) return null;
  const given: Priced[] = [];
  const paid: Priced[] = [];
  for (const item of items) {
    const price = item.uint('price');
    const packed = item.bytes('data');
    const sold = packed === null ? null : itemsIn(packed);
    if (price === null || sold === null) return null;
    given.push(...sold.map((asset) => ({ asset, amount: 1n })));
    paid.push({ asset: tokenAsset(currency), amount: amountOf(price) });
  }
  // Intent 1 sells; the others buy.
  const [offers, taken] = intent === 1n ? [given, paid] : [paid, given];
  return order(
    'x2y2',
    user,
    offers,
    taken.map((one) => ({ ...one, recipient: user })),
    until,
    domain,
  );
}

/** As its delegates read them, `abi.encode((address,uint256)[])`; else packed pairs of 20 and 32 bytes. */
function itemsIn(data: Hex): readonly Asset[] | null {
  const pairs = Arguments.ofTuple(data).list(0, 2, MOST_ORDERS);
  if (pairs !== null) return pairs.map((pair) => itemAsset(pair.address(0), pair.uint(1)));
  const digits = data.slice(2);
  const count = digits.length / PAIR_DIGITS;
  if (count === 0 || !Number.isInteger(count) || count > MOST_ORDERS) return null;
  return Array.from({ length: count }, (_, at) => {
    const pair = digits.slice(at * PAIR_DIGITS, (at + 1) * PAIR_DIGITS);
    return itemAsset(`0x${pair.slice(0, 40)}`, BigInt(`0x${pair.slice(40)}`));
  });
}

const PAIR_DIGITS = 2 * (20 + 32);
