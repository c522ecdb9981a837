import type { Address } from 'viem';
import type { Action, Amount, Asset, OrderAction, TypedDomain } from './Action.ts';
import { payment, sale, soldItem } from './sale.ts';
import type { Struct } from './struct.ts';

/** Blur exchange v1: side 1 sells, side 0 buys; fees come off the price in basis points. */
export function blur(struct: Struct, domain: TypedDomain): Action | null {
  const trader = struct.address('trader');
  const side = struct.uint('side');
  const item = soldItem(struct, 'collection', 'tokenId', 'erc721');
  const price = payment(struct, 'paymentToken', 'price');
  const until = struct.uint('expirationTime');
  if (trader === null || side === null || item === null || price === null || until === null) return null;
  const amount = struct.uint('amount') ?? 1n;
  const made = sale('blur', side === 1n, trader, { asset: item, amount }, price, trader, until, domain);
  const fees = side === 1n ? (struct.structs('fees') ?? []) : [];
  return price.amount === 'unlimited' ? made : { ...made, receives: lessFees(made.receives, price.amount, fees) };
}

/** Blur exchange v2 signs a root of listings: nobody can read what is under it. */
export function blurV2(struct: Struct, domain: TypedDomain): Action | null {
  if (struct.bytes('listingsRoot') === null || struct.address('trader') === null) return null;
  return { kind: 'opaque', what: 'order-root', label: struct.typeName, domain };
}

/** A bare merkle root: nobody can read what is under it (taxonomy C4). */
export function root(struct: Struct, domain: TypedDomain): Action | null {
  return struct.bytes('root') === null ? null : { kind: 'opaque', what: 'order-root', label: struct.typeName, domain };
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

const BASIS_POINTS = 10_000n;
