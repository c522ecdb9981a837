import fc from 'fast-check';
import { address, anything, calldata, members, quantity } from './arbitraries.ts';

/**
 * Typed data of every protocol the decoder knows, in the compact notation of the standards: `address owner,uint256 value`.
 * Structs refer to the others of this table by name.
 */
const STRUCTS: Readonly<Record<string, string>> = {
  Permit: 'address owner,address spender,uint256 value,uint256 nonce,uint256 deadline',
  'Permit dai': 'address holder,address spender,uint256 nonce,uint256 expiry,bool allowed',
  'Permit 4494': 'address spender,uint256 tokenId,uint256 nonce,uint256 deadline',
  PermitForAll: 'address owner,address operator,bool approved,uint256 nonce,uint256 deadline',
  TransferWithAuthorization:
    'address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce',
  PermitSingle: 'PermitDetails details,address spender,uint256 sigDeadline',
  PermitBatch: 'PermitDetails[] details,address spender,uint256 sigDeadline',
  PermitDetails: 'address token,uint160 amount,uint48 expiration,uint48 nonce',
  PermitTransferFrom: 'TokenPermissions permitted,address spender,uint256 nonce,uint256 deadline',
  PermitBatchTransferFrom: 'TokenPermissions[] permitted,address spender,uint256 nonce,uint256 deadline',
  PermitWitnessTransferFrom:
    'TokenPermissions permitted,address spender,uint256 nonce,uint256 deadline,DutchOrder witness',
  TokenPermissions: 'address token,uint256 amount',
  DutchOrder: 'OrderInfo info,address inputToken,uint256 inputStartAmount,uint256 inputEndAmount,DutchOutput[] outputs',
  OrderInfo: 'address reactor,address swapper,uint256 nonce,uint256 deadline',
  DutchOutput: 'address token,uint256 startAmount,uint256 endAmount,address recipient',
  OrderComponents:
    'address offerer,address zone,OfferItem[] offer,ConsiderationItem[] consideration,uint8 orderType,uint256 startTime,uint256 endTime',
  OfferItem: 'uint8 itemType,address token,uint256 identifierOrCriteria,uint256 startAmount,uint256 endAmount',
  ConsiderationItem:
    'uint8 itemType,address token,uint256 identifierOrCriteria,uint256 startAmount,uint256 endAmount,address recipient',
  BulkOrder: 'OrderComponents[2][2] tree',
  'Order blur':
    'address trader,uint8 side,address collection,uint256 tokenId,uint256 amount,address paymentToken,uint256 price,uint256 expirationTime,Fee[] fees',
  Fee: 'uint16 rate,address recipient',
  'Order blur2': 'address trader,address collection,bytes32 listingsRoot,uint256 numberOfListings',
  'Order wyvern':
    'address maker,uint256 makerRelayerFee,address feeRecipient,uint8 side,address target,uint8 howToCall,bytes calldata,address paymentToken,uint256 basePrice,uint256 expirationTime',
  'Order rarible': 'address maker,Asset makeAsset,address taker,Asset takeAsset,uint256 start,uint256 end',
  Asset: 'AssetType assetType,uint256 value',
  AssetType: 'bytes4 assetClass,bytes data',
  'Order 0x':
    'address makerAddress,uint256 makerAssetAmount,uint256 takerAssetAmount,uint256 expirationTimeSeconds,bytes makerAssetData,bytes takerAssetData',
  'Order cow':
    'address sellToken,address buyToken,address receiver,uint256 sellAmount,uint256 buyAmount,uint32 validTo',
  'Order 1inch':
    'uint256 salt,address maker,address receiver,address makerAsset,address takerAsset,uint256 makingAmount,uint256 takingAmount,uint256 makerTraits',
  'Order 1inch1': 'uint256 salt,address makerAsset,address takerAsset,bytes makerAssetData,bytes takerAssetData',
  'Order x2y2': 'address user,uint256 intent,uint256 deadline,address currency,OrderItem[] items',
  OrderItem: 'uint256 price,bytes data',
  OtcOrder:
    'address makerToken,address takerToken,uint128 makerAmount,uint128 takerAmount,address maker,uint256 expiryAndNonce',
  MultiOrder:
    'uint256 expiry,address taker_address,address[] taker_tokens,address[] maker_tokens,uint256[] taker_amounts,uint256[] maker_amounts,address receiver',
  OrderNFT:
    'uint128 expiry,uint256 makerAsset,uint256 makerAssetId,uint256 takerAsset,uint256 takerAssetId,address maker,uint256 makerAmount,uint256 takerAmount',
  MakerOrder:
    'bool isOrderAsk,address signer,address collection,uint256 price,uint256 tokenId,uint256 amount,address currency,uint256 endTime',
  Maker:
    'uint8 quoteType,uint8 collectionType,address collection,address currency,address signer,uint256 endTime,uint256 price,uint256[] itemIds,uint256[] amounts',
  BatchOrder: 'Maker[2] tree',
  BatchSignedERC721Orders:
    'address maker,uint256 expiryTime,address erc20Token,BasicCollection[] basicCollections,Collection[] collections',
  BasicCollection: 'address nftAddress,bytes32[] items',
  Collection: 'address nftAddress,Item721[] items',
  Item721: 'uint256 erc20TokenAmount,uint256 nftId',
  ERC721Order:
    'uint8 direction,address maker,address taker,uint256 expiry,address erc20Token,uint256 erc20TokenAmount,address erc721Token,uint256 erc721TokenId',
  ERC1155SellOrder:
    'address maker,uint256 expiry,address erc20Token,uint256 erc20TokenAmount,address erc1155Token,uint256 erc1155TokenId,uint128 erc1155TokenAmount',
  Root: 'bytes32 root',
  SafeTx:
    'address to,uint256 value,bytes data,uint8 operation,uint256 safeTxGas,uint256 baseGas,uint256 gasPrice,address gasToken,address refundReceiver,uint256 nonce',
  MetaTransaction: 'uint256 nonce,address from,bytes functionSignature',
  ForwardRequest: 'address from,address to,uint256 value,uint256 gas,uint256 nonce,bytes data',
  RelayRequest: 'ForwardRequest request,RelayData relayData',
  RelayData: 'uint256 gasPrice,address paymaster',
  PackedUserOperation: 'address sender,uint256 nonce,bytes initCode,bytes callData,bytes32 gasFees',
  Delegation: 'address delegatee,uint256 nonce,uint256 expiry',
  'Delegation 7710': 'address delegate,address delegator,bytes32 authority,uint256 salt',
  Authorization: 'address authorizer,address authorized,bool isAuthorized,uint256 nonce',
  DelegationWithSig: 'address delegatee,uint256 value,uint256 nonce,uint256 deadline',
  Ballot: 'uint256 proposalId,uint8 support',
  Transaction: 'uint256 txType,uint256 from,uint256 to,uint256 value,bytes data',
};

type Member = { readonly name: string; readonly type: string };
type Types = Readonly<Record<string, readonly Member[]>>;

function membersOf(text: string): Member[] {
  return text.split(',').map((member) => {
    const [type = '', name = ''] = member.split(' ');
    return { name, type };
  });
}

/** The struct itself and all it refers to, under the name it is signed by. */
function typesFor(entry: string): Types {
  const types: Record<string, readonly Member[]> = { [primaryOf(entry)]: membersOf(STRUCTS[entry] ?? '') };
  for (const list of Object.values(types)) {
    for (const { type } of list) {
      const base = type.replace(/\[.*$/u, '');
      if (base in STRUCTS && !(base in types)) Object.assign(types, typesFor(base));
    }
  }
  return types;
}

function primaryOf(entry: string): string {
  return entry.split(' ')[0] ?? entry;
}

const asset = fc
  .tuple(
    fc.constantFrom('0x73ad2146', '0x8ae85d84', '0xaaaebeba', '0x02571792', '0xf47261b0', '0x94cfcdd7', '0xa7cb5fb7'),
    calldata,
  )
  .map(([head, data]) => `${head}${data.slice(10)}`);

/** A value of the type, `depth` levels of structs at most. */
function valueFor(type: string, depth: number, types: Types): fc.Arbitrary<unknown> {
  const list = /^(.*)\[(\d*)\]$/u.exec(type);
  if (list !== null) {
    const length = list[2] === '' ? { maxLength: 3 } : { minLength: Number(list[2]), maxLength: Number(list[2]) };
    return fc.array(valueFor(list[1] ?? '', depth, types), length);
  }
  if (types[type] !== undefined) return depth === 0 ? fc.constant(null) : structOf(type, depth - 1, types);
  if (type === 'address') return address;
  if (type === 'bool') return fc.boolean();
  if (type === 'bytes') return fc.oneof(calldata, calldata, asset);
  if (type === 'bytes4') return asset.map((text) => text.slice(0, 10));
  if (type === 'bytes32') return fc.bigInt({ min: 0n, max: (1n << 256n) - 1n }).map(hex32);
  const bits = BigInt(/\d+$/u.exec(type)?.[0] ?? '256');
  return fc.oneof(fc.nat(3), fc.bigInt({ min: 0n, max: (1n << bits) - 1n }).map(String));
}

function hex32(value: bigint): string {
  return `0x${value.toString(16).padStart(64, '0')}`;
}

function structOf(type: string, depth: number, types: Types): fc.Arbitrary<Record<string, unknown>> {
  return members(
    Object.fromEntries((types[type] ?? []).map((member) => [member.name, valueFor(member.type, depth, types)])),
  );
}

const DOMAIN = membersOf('string name,string version,uint256 chainId,address verifyingContract');

/** Typed data that fits its types; now and then a member is lost, renamed or of another type. */
export const typedData: fc.Arbitrary<unknown> = fc.constantFrom(...Object.keys(STRUCTS)).chain((entry) => {
  const primaryType = primaryOf(entry);
  const types = typesFor(entry);
  const changed = fc.oneof(
    { weight: 8, arbitrary: fc.constant(types) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.nat(), fc.constantFrom('address', 'uint256', 'bytes', 'bool', 'string'))
        .map(([at, type]) => retyped(types, primaryType, at, type)),
    },
  );
  return fc.record({
    types: changed.map((all) => ({ EIP712Domain: DOMAIN, ...all })),
    primaryType: fc.constant(primaryType),
    domain: members({
      name: fc.constantFrom('x', 'zkSync', 'snapshot'),
      version: fc.constantFrom('1', '2'),
      chainId: fc.nat(),
      verifyingContract: address,
    }),
    message: structOf(primaryType, 3, types),
  });
});

function retyped(types: Types, primaryType: string, at: number, type: string): Types {
  const list = types[primaryType] ?? [];
  return {
    ...types,
    [primaryType]: list.map((member, index) => (index === at % list.length ? { ...member, type } : member)),
  };
}

/** Typed data with anything in any place. */
export const brokenTypedData: fc.Arbitrary<unknown> = members({
  types: fc.dictionary(fc.string(), fc.oneof(fc.array(members({ name: fc.string(), type: fc.string() })), anything)),
  primaryType: fc.oneof(fc.constantFrom(...Object.keys(STRUCTS), '__proto__', 'constructor'), fc.string()),
  domain: anything,
  message: fc.oneof(anything, fc.dictionary(fc.string(), quantity)),
});

/** Every protocol of the table, by the name `bigTypedData` takes. */
export const TYPED_ENTRIES: readonly string[] = Object.keys(STRUCTS);

/** Typed data that fits its types, its lists as long as `fields` values in all allow, its bytes as long as 2 MB do. */
export function bigTypedData(entry: string, fields: number): unknown {
  const primaryType = primaryOf(entry);
  const types = typesFor(entry);
  const bytes = Math.max(1, countOf('bytes', primaryType, types, 3));
  const lists = Math.max(1, countOf('[]', primaryType, types, 3));
  const value = (type: string, depth: number): unknown => {
    const list = /^(.*)\[(\d*)\]$/u.exec(type);
    if (list !== null) {
      const inner = value(list[1] ?? '', depth);
      const each = leavesIn(inner) * (types[list[1] ?? ''] === undefined ? 1 : 2);
      const most = Math.floor(Math.min(fields / each, 1_200_000 / (JSON.stringify(inner)?.length ?? 1)) / lists);
      return Array.from({ length: list[2] === '' ? most : Number(list[2]) }, () => inner);
    }
    if (types[type] !== undefined) {
      if (depth === 0) return null;
      return Object.fromEntries((types[type] ?? []).map((each) => [each.name, value(each.type, depth - 1)]));
    }
    if (type === 'address') return '0x68b3465833fb72a70ecdf485e0e4c7bd8665fc45';
    if (type === 'bool') return true;
    if (type === 'bytes') return lists > 1 ? '0x' : `0xac9650d8${'00'.repeat(Math.floor(800_000 / bytes))}`;
    if (type.startsWith('bytes')) return `0x${'01'.repeat(Number(type.slice(5)))}`;
    return 1;
  };
  return {
    types: { EIP712Domain: DOMAIN, ...types },
    primaryType,
    domain: { name: 'x', version: '1', chainId: 1, verifyingContract: '0x68b3465833fb72a70ecdf485e0e4c7bd8665fc45' },
    message: value(primaryType, 4),
  };
}

function countOf(ending: string, type: string, types: Types, depth: number): number {
  if (depth < 0) return 0;
  return (types[type] ?? []).reduce(
    (sum, each) =>
      sum + (each.type.endsWith(ending) ? 1 : 0) + countOf(ending, each.type.replace(/\[.*$/u, ''), types, depth - 1),
    0,
  );
}

function leavesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((sum: number, each) => sum + leavesIn(each), 0) || 1;
}
