import type { Address } from 'viem';
import type { Amount, Asset, OrderAction, TypedDomain } from './Action.ts';
import { amountOf } from './amounts.ts';
import type { Struct } from './struct.ts';

export type Priced = { readonly asset: Asset; readonly amount: Amount };

export function order(
  protocol: string,
  offerer: Address | null,
  offers: OrderAction['offers'],
  receives: OrderAction['receives'],
  until: bigint,
  domain: TypedDomain,
): OrderAction {
  return { kind: 'order', protocol, offerer, offers, receives, until, domain };
}

export function sale(
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

export function payment(struct: Struct, token: string, amount: string): { asset: Asset; amount: Amount } | null {
  const address = struct.address(token);
  const value = struct.uint(amount);
  if (address === null || value === null) return null;
  const native = address === NATIVE || address === NATIVE_MARK;
  return { asset: native ? { type: 'native' } : { type: 'erc20', address }, amount: amountOf(value) };
}

export function soldItem(struct: Struct, address: string, id: string, type: 'erc721' | 'erc1155'): Asset | null {
  const collection = struct.address(address);
  const item = struct.uint(id);
  return collection === null || item === null ? null : { type, address: collection, id: item };
}

export function itemAsset(address: Address, id: bigint): Asset {
  return { type: 'erc721', address, id };
}

/** Orders read out of one signature. */
export const MOST_ORDERS = 256;

export const NATIVE: Address = '0x0000000000000000000000000000000000000000';

/** 0x and Element write the chain's own coin so. */
const NATIVE_MARK: Address = '0xeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee';
