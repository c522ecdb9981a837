import type { Action, TypedDomain } from './Action.ts';
import { amountOf } from './amounts.ts';
import { Arguments } from './calldata.ts';
import { itemAsset, MOST_ORDERS, order, type Priced } from './sale.ts';
import type { Struct } from './struct.ts';
import { tokenAsset } from './tokenOrder.ts';

/** X2Y2 as typed data (its own site signs a hash): `items` of a price and packed `(address,uint256)[]`. */
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
    const pairs = packed === null ? null : Arguments.ofTuple(packed).list(0, 2, MOST_ORDERS);
    if (price === null || pairs === null) return null;
    given.push(...pairs.map((pair) => ({ asset: itemAsset(pair.address(0), pair.uint(1)), amount: 1n })));
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
