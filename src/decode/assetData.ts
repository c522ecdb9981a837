import type { Address, Hex } from 'viem';
import type { Amount, Asset, OrderAction, TypedDomain } from './Action.ts';
import { amountOf } from './amounts.ts';
import { Arguments } from './calldata.ts';
import type { Struct } from './struct.ts';

type Item = { readonly asset: Asset; readonly amount: Amount };

/** 0x v2 and v3: `Order(address makerAddress,...,bytes makerAssetData,bytes takerAssetData,...)`. */
export function zeroExLegacy(struct: Struct, domain: TypedDomain): OrderAction | null {
  const maker = struct.address('makerAddress');
  const offers = assetDataOf(struct.bytes('makerAssetData'), struct.uint('makerAssetAmount'));
  const takes = assetDataOf(struct.bytes('takerAssetData'), struct.uint('takerAssetAmount'));
  const until = struct.uint('expirationTimeSeconds');
  if (maker === null || offers === null || takes === null || until === null) return null;
  const receives = takes.map((item) => ({ ...item, recipient: maker }));
  return { kind: 'order', protocol: '0x', offerer: maker, offers, receives, until, domain };
}

/** Rarible: `Order(address maker,Asset makeAsset,address taker,Asset takeAsset,...)`. */
export function rarible(struct: Struct, domain: TypedDomain): OrderAction | null {
  const maker = struct.address('maker');
  const make = raribleAsset(struct.struct('makeAsset'));
  const take = raribleAsset(struct.struct('takeAsset'));
  const end = struct.uint('end');
  if (maker === null || make === null || take === null || end === null) return null;
  const until = end === 0n ? 'revoked' : end;
  const receives = [{ ...take, recipient: maker }];
  return { kind: 'order', protocol: 'rarible', offerer: maker, offers: [make], receives, until, domain };
}

/** `Asset(AssetType assetType,uint256 value)` of rarible/protocol-contracts, `LibAsset.sol`. */
function raribleAsset(struct: Struct | null): Item | null {
  const type = struct?.struct('assetType') ?? null;
  const value = struct?.uint('value') ?? null;
  const kind = type?.bytes('assetClass') ?? null;
  const data = type?.bytes('data') ?? null;
  if (value === null || kind === null || data === null) return null;
  const asset = raribleKind(kind, Arguments.ofTuple(data));
  return asset === null ? null : { asset, amount: amountOf(value) };
}

function raribleKind(kind: Hex, args: Arguments): Asset | null {
  switch (kind) {
    case '0xaaaebeba': // ETH
      return { type: 'native' };
    case '0x8ae85d84': // ERC20
      return { type: 'erc20', address: args.address(0) };
    case '0x73ad2146': // ERC721
      return { type: 'erc721', address: args.address(0), id: args.uint(1) };
    case '0x973bb640': // ERC1155
      return { type: 'erc1155', address: args.address(0), id: args.uint(1) };
    case '0xf63c2825': // COLLECTION: any item of it
      return { type: 'erc721', address: args.address(0), id: null };
    case '0xd8f960c1': // ERC721_LAZY
    case '0x1cdfaa40': // ERC1155_LAZY: a token made when it is sold; its id comes first in the tuple
      return { type: kind === '0xd8f960c1' ? 'erc721' : 'erc1155', address: args.address(0), id: lazyId(args) };
    default:
      return null;
  }
}

function lazyId(args: Arguments): bigint | null {
  return args.tuple(1)?.uint(0) ?? null;
}

/** 0x asset data: a selector, then the asset (0xProject/protocol, `LibAssetData.sol`). `null` for what is not known. */
function assetDataOf(data: Hex | null, amount: bigint | null): readonly Item[] | null {
  if (data === null || amount === null) return null;
  const args = Arguments.of(data);
  const address: Address = args.address(0);
  switch (data.slice(0, 10)) {
    case '0xf47261b0': // ERC20Token(address)
      return [{ asset: { type: 'erc20', address }, amount: amountOf(amount) }];
    case '0x02571792': // ERC721Token(address,uint256)
      return [{ asset: { type: 'erc721', address, id: args.uint(1) }, amount: amountOf(amount) }];
    case '0xa7cb5fb7': // ERC1155Assets(address,uint256[],uint256[],bytes)
      return erc1155(address, args, amount);
    case '0x94cfcdd7': // MultiAsset(uint256[],bytes[])
      return several(args, amount);
    default:
      return null;
  }
}

function erc1155(address: Address, args: Arguments, amount: bigint): readonly Item[] | null {
  const ids = args.uints(1, MOST_ASSETS);
  const values = args.uints(2, MOST_ASSETS);
  if (ids === null || values === null || ids.length !== values.length) return null;
  return ids.map((id, at) => ({
    asset: { type: 'erc1155', address, id },
    amount: amountOf(amount * (values[at] ?? 0n)),
  }));
}

function several(args: Arguments, amount: bigint): readonly Item[] | null {
  const values = args.uints(0, MOST_ASSETS);
  const nested = args.bytesList(1, MOST_ASSETS);
  if (values === null || nested === null || values.length !== nested.length) return null;
  const items: Item[] = [];
  for (const [at, data] of nested.entries()) {
    // 0x allows no MultiAsset inside another.
    const inner = data.startsWith('0x94cfcdd7') ? null : assetDataOf(data, amount * (values[at] ?? 0n));
    if (inner === null || items.length > MOST_ASSETS) return null;
    items.push(...inner);
  }
  return items;
}

const MOST_ASSETS = 256;

/**
 * 1inch v1 and v2: the assets' data are the two `transferFrom` calls themselves, the maker's out and the maker's in.
 * Other calls there are no transfer anybody can name.
 */
export function oneInchFirst(struct: Struct, domain: TypedDomain): OrderAction | null {
  const give = struct.address('makerAsset');
  const take = struct.address('takerAsset');
  const out = transferIn(struct.bytes('makerAssetData'));
  const back = transferIn(struct.bytes('takerAssetData'));
  if (give === null || take === null || out === null || back === null) return null;
  return {
    kind: 'order',
    protocol: '1inch',
    offerer: out.from,
    offers: [{ asset: { type: 'erc20', address: give }, amount: amountOf(out.amount) }],
    receives: [{ asset: { type: 'erc20', address: take }, amount: amountOf(back.amount), recipient: back.to }],
    until: 'revoked',
    domain,
  };
}

function transferIn(data: Hex | null): { from: Address; to: Address; amount: bigint } | null {
  if (data === null || !data.startsWith('0x23b872dd')) return null;
  const args = Arguments.of(data);
  return args.words < 3 ? null : { from: args.address(0), to: args.address(1), amount: args.uint(2) };
}
