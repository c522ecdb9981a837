import type { Action, TypedDomain } from './Action.ts';
import { oneInchFirst, rarible, zeroExLegacy } from './assetData.ts';
import { augustusItem } from './augustus.ts';
import { blur, blurV2, root } from './blur.ts';
import { element, elementBatch, zeroExItem } from './element.ts';
import { looksRare, looksRareTree, looksRareV2 } from './looksRare.ts';
import { seaport, seaportBulk } from './seaport.ts';
import type { Struct, StructReader } from './struct.ts';
import { bebop, jam, tokenOrder } from './tokenOrder.ts';
import { wyvern } from './wyvern.ts';
import { x2y2 } from './x2y2.ts';

/** Marketplace orders as signatures, by primaryType. */
export const ORDER_STRUCTS: ReadonlyMap<string, StructReader> = new Map<string, StructReader>([
  ['OrderComponents', seaport],
  ['BulkOrder', seaportBulk],
  ['Order', anyOrder],
  // Blur's first listings were signed as a plain `Message`.
  ['Message', blur],
  ['OrderStructure', tokenOrder],
  ['LimitOrder', tokenOrder],
  ['RfqOrder', tokenOrder],
  ['OtcOrder', tokenOrder],
  ['SingleOrder', tokenOrder],
  ['Quote', tokenOrder],
  ['RFQMQuote', tokenOrder],
  ['MultiOrder', bebop],
  ['AggregateOrder', bebop],
  ['JamOrder', jam],
  ['OrderNFT', augustusItem],
  ['MakerOrder', looksRare],
  ['Maker', looksRareV2],
  ['BatchOrder', looksRareTree],
  ['BatchSignedERC721Orders', elementBatch],
  ['ERC721Order', zeroExItem],
  ['ERC1155Order', zeroExItem],
  ['ERC721SellOrder', element],
  ['ERC721BuyOrder', element],
  ['ERC1155SellOrder', element],
  ['ERC1155BuyOrder', element],
  ['Root', root],
]);

/** `Order` is what half of all protocols call theirs: each reader knows its own by its members. */
function anyOrder(struct: Struct, domain: TypedDomain): Action | null {
  for (const read of [blur, blurV2, wyvern, rarible, zeroExLegacy, tokenOrder, oneInchFirst, x2y2]) {
    const action = read(struct, domain);
    if (action !== null) return action;
  }
  return null;
}
