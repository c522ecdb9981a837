import { addressOf } from '../text/hex.ts';
import type { Action, TypedDomain } from './Action.ts';
import { amountOf } from './amounts.ts';
import { order, type Priced } from './sale.ts';
import type { Struct } from './struct.ts';
import { tokenAsset } from './tokenOrder.ts';

/** Augustus RFQ: assets are integers whose upper bits tell the kind, 0 an ERC-20, 1 an ERC-1155, 2 an ERC-721. */
export function augustusItem(struct: Struct, domain: TypedDomain): Action | null {
  const maker = struct.address('maker');
  const until = struct.uint('expiry');
  const given = augustusAsset(struct, 'maker');
  const taken = augustusAsset(struct, 'taker');
  if (maker === null || until === null || given === null || taken === null) return null;
  return order('velora', maker, [given], [{ ...taken, recipient: maker }], until, domain);
}

function augustusAsset(struct: Struct, side: 'maker' | 'taker'): Priced | null {
  const packed = struct.uint(`${side}Asset`);
  const id = struct.uint(`${side}AssetId`);
  const amount = struct.uint(`${side}Amount`);
  const address = packed === null ? null : addressOf(packed & ((1n << 160n) - 1n));
  if (packed === null || address === null || id === null || amount === null) return null;
  const kind = packed >> 160n;
  if (kind === 0n) return { asset: tokenAsset(address), amount: amountOf(amount) };
  if (kind > 2n) return null;
  return { asset: { type: kind === 1n ? 'erc1155' : 'erc721', address, id }, amount: amountOf(amount) };
}
