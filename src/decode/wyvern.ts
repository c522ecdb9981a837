import type { Address, Hex } from 'viem';
import type { Action, Asset, OrderAction, TypedDomain } from './Action.ts';
import { amountOf } from './amounts.ts';
import { Arguments } from './calldata.ts';
import type { Struct } from './struct.ts';

/**
 * Wyvern (OpenSea until 2022; ExchangeCore.sol): the maker's proxy runs `calldata` on `target`. Side 1 sells. A
 * delegatecall to code other than OpenSea's own, or a call that is no transfer of an item, is what emptied accounts in
 * February 2022: the proxy would run whatever stands there.
 */
export function wyvern(struct: Struct, domain: TypedDomain): Action | null {
  const maker = struct.address('maker');
  const target = struct.address('target');
  const side = struct.uint('side');
  const data = struct.bytes('calldata');
  const price = struct.uint('basePrice');
  const token = struct.address('paymentToken');
  const until = struct.uint('expirationTime');
  const how = struct.uint('howToCall');
  if (maker === null || target === null || side === null || data === null || how === null) return null;
  if (price === null || token === null || until === null) return null;
  if (how === 1n && target !== MERKLE_VALIDATOR) return runs(maker, target);
  const asset = itemOf(target, data);
  if (asset === null) return side === 1n ? runs(maker, target) : null;
  const item = { asset, amount: 1n };
  const money: Asset = token === ZERO ? { type: 'native' } : { type: 'erc20', address: token };
  // The seller pays the relayer fee out of the price; 10,000 is all of it.
  const fee = (price * ((struct.uint('makerRelayerFee') ?? 0n) + (struct.uint('makerProtocolFee') ?? 0n))) / 10_000n;
  const net = fee > price ? 0n : price - fee;
  const sells = side === 1n;
  const paid = { asset: money, amount: amountOf(sells ? net : price) };
  const collector = struct.address('feeRecipient') ?? ZERO;
  const fees = sells && fee > 0n ? [{ asset: money, amount: amountOf(fee), recipient: collector }] : [];
  const receives: OrderAction['receives'] = [{ ...(sells ? paid : item), recipient: maker }, ...fees];
  const offers = [sells ? item : paid];
  return {
    kind: 'order',
    protocol: 'wyvern',
    offerer: maker,
    offers,
    receives,
    until: until === 0n ? 'revoked' : until,
    domain,
  };
}

function runs(maker: Address, target: Address): Action {
  return { kind: 'delegatecall', of: maker, to: target, functionName: 'wyvern' };
}

/** The item a sale's call moves: ERC-721 and ERC-1155 transfers, and the merkle validator's own two functions. */
function itemOf(target: Address, data: Hex): Asset | null {
  const args = Arguments.of(data);
  switch (data.slice(0, 10)) {
    case '0x23b872dd': // transferFrom(address,address,uint256)
    case '0x42842e0e': // safeTransferFrom(address,address,uint256)
      return { type: 'erc721', address: target, id: args.uint(2) };
    case '0xf242432a': // safeTransferFrom(address,address,uint256,uint256,bytes)
      return { type: 'erc1155', address: target, id: args.uint(2) };
    case '0xfb16a595': // matchERC721UsingCriteria(address,address,address,uint256,bytes32,bytes32[])
    case '0xc5a0236e': // matchERC721WithSafeTransferUsingCriteria(...)
      return { type: 'erc721', address: args.address(2), id: args.uint(3) };
    case '0x96809f90': // matchERC1155UsingCriteria(address,address,address,uint256,uint256,bytes32,bytes32[])
      return { type: 'erc1155', address: args.address(2), id: args.uint(3) };
    default:
      return null;
  }
}

/** OpenSea's MerkleValidator, the one library its orders delegatecall. */
const MERKLE_VALIDATOR: Address = '0xbaf2127b49fc93cbca6269fade0f7f31df4c88a7';
const ZERO: Address = '0x0000000000000000000000000000000000000000';
