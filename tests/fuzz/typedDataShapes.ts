import fc from 'fast-check';
import { DELEGATION_STRUCTS } from '../../src/decode/delegation.ts';
import { META_STRUCTS } from '../../src/decode/metaTransaction.ts';
import { ORDER_STRUCTS } from '../../src/decode/order.ts';
import { PERMIT_STRUCTS } from '../../src/decode/permit.ts';
import { PERMIT2_STRUCTS } from '../../src/decode/permit2.ts';
import { SAFE_STRUCTS } from '../../src/decode/safeTx.ts';
import { USER_OPERATION_STRUCTS } from '../../src/decode/userOperation.ts';
import { VOTE_STRUCTS } from '../../src/decode/vote.ts';
import { address, anything, calldata, members } from './arbitraries.ts';

/** Every primaryType the decoder knows, over members it asks for by name, each of its right type or of another. */
const PRIMARY = [
  DELEGATION_STRUCTS,
  META_STRUCTS,
  ORDER_STRUCTS,
  PERMIT_STRUCTS,
  PERMIT2_STRUCTS,
  SAFE_STRUCTS,
  USER_OPERATION_STRUCTS,
  VOTE_STRUCTS,
].flatMap((structs) => [...structs.keys()]);

const NAMES: Readonly<Record<string, readonly string[]>> = {
  address:
    'owner spender holder operator from to maker taker trader collection token user currency signer sender receiver recipient offerer zone sellToken buyToken makerAsset takerAsset makerToken takerToken paymentToken target feeRecipient safe delegatee delegate delegator authorized manager verifyingContract erc20Token erc721Token nft taker_address taker_token maker_token taker makerAddress refundReceiver gasToken nftAddress'.split(
      ' ',
    ),
  uint256:
    'value nonce deadline expiry amount side price expirationTime endTime startTime tokenId direction itemType identifierOrCriteria startAmount endAmount sellAmount buyAmount validTo makingAmount takingAmount makerTraits expiryAndNonce makerAmount takerAmount basePrice howToCall quoteType collectionType intent operation sigDeadline end proposalId taker_amount maker_amount erc20TokenAmount nftId expiryTime validAfter validBefore makerRelayerFee txType gasPrice'.split(
      ' ',
    ),
  bytes: 'data functionSignature callData calldata makerAssetData takerAssetData root initCode'.split(' '),
  bool: 'allowed approved isOrderAsk isAuthorized support'.split(' '),
  'address[]': 'taker_tokens maker_tokens sellTokens buyTokens'.split(' '),
  'uint256[]': 'itemIds amounts taker_amounts maker_amounts sellAmounts buyAmounts'.split(' '),
  'Item[]':
    'offer consideration tree fees items outputs baseOutputs details permitted collections basicCollections'.split(' '),
  Item: 'details permitted witness info input baseInput makeAsset takeAsset assetType request'.split(' '),
};

const integer = fc.oneof(
  fc.bigInt({ min: 0n, max: (1n << 256n) - 1n }).map(String),
  fc.nat(5),
  fc.constantFrom('0x10', -1, 'x'),
);

/** A value of the type; `Item` is a struct of the same sort, `depth` levels of them at most. */
function valueFor(type: string, depth: number, types: Types): fc.Arbitrary<unknown> {
  if (type.endsWith('[]')) {
    return fc.array(valueFor(type.slice(0, -2), depth, types), { maxLength: 3 });
  }
  switch (type) {
    case 'address':
      return address;
    case 'uint256':
      return integer;
    case 'bool':
      return fc.constantFrom(true, false, 'true', 0, 1, null);
    case 'bytes':
      return fc.oneof(calldata, fc.string());
    default:
      return depth === 0 ? fc.constant(null) : structOf(type, depth - 1, types);
  }
}

type Types = Readonly<Record<string, readonly { readonly name: string; readonly type: string }[]>>;

function structOf(type: string, depth: number, types: Types): fc.Arbitrary<Record<string, unknown>> {
  return members(
    Object.fromEntries((types[type] ?? []).map((member) => [member.name, valueFor(member.type, depth, types)])),
  );
}

const memberList = fc
  .uniqueArray(
    fc
      .constantFrom(...Object.keys(NAMES))
      .chain((type) => fc.constantFrom(...(NAMES[type] ?? [])).map((name) => ({ name, type }))),
    { minLength: 1, maxLength: 24, selector: ({ name }) => name },
  )
  .map((list) => list.map((member) => ({ ...member })));

const DOMAIN = [
  { name: 'name', type: 'string' },
  { name: 'chainId', type: 'uint256' },
  { name: 'verifyingContract', type: 'address' },
];

/** Typed data whose message mostly fits its own types. */
export const typedData: fc.Arbitrary<unknown> = fc
  .tuple(fc.constantFrom(...PRIMARY), memberList, memberList)
  .chain(([primaryType, list, item]) => {
    const types = { EIP712Domain: DOMAIN, [primaryType]: list, Item: item };
    return fc.record({
      types: fc.constant(types),
      primaryType: fc.constant(primaryType),
      domain: members({
        name: fc.oneof(fc.string(), fc.constantFrom('zkSync', 'snapshot')),
        version: fc.constantFrom('1', '2'),
        chainId: fc.nat(),
        verifyingContract: address,
      }),
      message: structOf(primaryType, 2, types),
    });
  });

/** Typed data with anything in any place. */
export const brokenTypedData: fc.Arbitrary<unknown> = members({
  types: fc.dictionary(fc.string(), fc.oneof(fc.array(members({ name: fc.string(), type: fc.string() })), anything)),
  primaryType: fc.oneof(fc.constantFrom(...PRIMARY, '__proto__', 'constructor'), fc.string()),
  domain: anything,
  message: anything,
});
