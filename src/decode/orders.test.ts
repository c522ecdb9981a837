import { describe, expect, it } from 'vitest';
import { encodeSample, SAMPLE } from './sampleCall.ts';
import { decodeTypedSample } from './sampleTypedData.ts';

const { token, user, stranger, weth, router } = SAMPLE;
const ZERO = `0x${'0'.repeat(40)}`;
const NATIVE = { type: 'native' };
const ERC20 = { type: 'erc20', address: token };
const WETH = { type: 'erc20', address: weth };
const NFT = { type: 'erc721', address: token, id: 7n };
const word = (hex: string) => hex.replace('0x', '').padStart(64, '0');
const read = (types: Readonly<Record<string, string>>, primary: string, message: unknown) =>
  decodeTypedSample(types, primary, message).action;

describe('token orders', () => {
  const COW =
    'address sellToken,address buyToken,address receiver,uint256 sellAmount,uint256 buyAmount,uint32 validTo,bytes32 appData,uint256 feeAmount,string kind,bool partiallyFillable,string sellTokenBalance,string buyTokenBalance';
  const cow = {
    sellToken: token,
    buyToken: `0x${'ee'.repeat(20)}`,
    receiver: ZERO,
    sellAmount: '5',
    buyAmount: '7',
    validTo: 1_900_000_000,
    appData: `0x${'00'.repeat(32)}`,
    feeAmount: 0,
    kind: 'sell',
    partiallyFillable: false,
    sellTokenBalance: 'erc20',
    buyTokenBalance: 'erc20',
  };

  it('CoW: zero receives for the signer', () => {
    expect(read({ Order: COW }, 'Order', cow)).toMatchObject({
      protocol: 'cow',
      offerer: user,
      offers: [{ asset: ERC20, amount: 5n }],
      receives: [{ asset: NATIVE, amount: 7n, recipient: user }],
      until: 1_900_000_000n,
    });
    expect(read({ Order: COW }, 'Order', { ...cow, receiver: stranger })).toMatchObject({
      receives: [{ recipient: stranger }],
    });
  });

  it('1inch v4: expiry inside the traits', () => {
    const types = {
      Order:
        'uint256 salt,address maker,address receiver,address makerAsset,address takerAsset,uint256 makingAmount,uint256 takingAmount,uint256 makerTraits',
    };
    const order = { salt: 1, maker: user, receiver: ZERO, makerAsset: token, takerAsset: weth };
    const amounts = { makingAmount: 5, takingAmount: 7 };
    expect(read(types, 'Order', { ...order, ...amounts, makerTraits: String(99n << 80n) })).toMatchObject({
      protocol: '1inch',
      until: 99n,
      receives: [{ asset: WETH, amount: 7n, recipient: user }],
    });
    expect(read(types, 'Order', { ...order, ...amounts, makerTraits: 0 })).toMatchObject({ until: 'revoked' });
  });

  it('1inch v1: the transfers are the order', () => {
    const transfer = (from: string, to: string, amount: bigint) =>
      encodeSample('transferFrom(address,address,uint256)', [from, to, amount]);
    expect(
      read(
        { Order: 'uint256 salt,address makerAsset,address takerAsset,bytes makerAssetData,bytes takerAssetData' },
        'Order',
        {
          salt: 1,
          makerAsset: token,
          takerAsset: weth,
          makerAssetData: transfer(user, ZERO, 5n),
          takerAssetData: transfer(ZERO, stranger, 7n),
        },
      ),
    ).toMatchObject({ offers: [{ asset: ERC20, amount: 5n }], receives: [{ asset: WETH, recipient: stranger }] });
  });

  it('0x v4: limit, RFQ and OTC', () => {
    const limit =
      'address makerToken,address takerToken,uint128 makerAmount,uint128 takerAmount,address maker,address taker,uint64 expiry';
    const message = { makerToken: token, takerToken: weth, makerAmount: 5, takerAmount: 7, maker: user, taker: ZERO };
    for (const name of ['LimitOrder', 'RfqOrder']) {
      expect(read({ [name]: limit }, name, { ...message, expiry: 9 })).toMatchObject({ protocol: '0x', until: 9n });
    }
    const otc = limit.replace('uint64 expiry', 'uint256 expiryAndNonce');
    expect(
      read({ OtcOrder: otc }, 'OtcOrder', { ...message, expiryAndNonce: String((9n << 192n) + 1n) }),
    ).toMatchObject({ until: 9n });
  });

  it('Bebop: one token, several, and JAM', () => {
    const single =
      'uint64 partner_id,uint256 expiry,address taker_address,address maker_address,uint256 maker_nonce,address taker_token,address maker_token,uint256 taker_amount,uint256 maker_amount,address receiver,uint256 packed_commands';
    const base = { expiry: 9, taker_address: user, maker_address: router, receiver: stranger };
    expect(
      read({ SingleOrder: single }, 'SingleOrder', {
        ...base,
        partner_id: 0,
        maker_nonce: 1,
        taker_token: token,
        maker_token: weth,
        taker_amount: 5,
        maker_amount: 7,
        packed_commands: 0,
      }),
    ).toMatchObject({
      protocol: 'bebop',
      offers: [{ asset: ERC20 }],
      receives: [{ asset: WETH, recipient: stranger }],
    });
    const many =
      'uint256 expiry,address taker_address,address maker_address,address[] taker_tokens,address[] maker_tokens,uint256[] taker_amounts,uint256[] maker_amounts,address receiver';
    const lists = { taker_tokens: [token, weth], maker_tokens: [ZERO], taker_amounts: [5, 6], maker_amounts: [7] };
    expect(read({ MultiOrder: many }, 'MultiOrder', { ...base, ...lists })).toMatchObject({
      offers: [
        { asset: ERC20, amount: 5n },
        { asset: WETH, amount: 6n },
      ],
      receives: [{ asset: NATIVE, amount: 7n, recipient: stranger }],
    });
    expect(read({ MultiOrder: many }, 'MultiOrder', { ...base, ...lists, taker_amounts: [5] })).toMatchObject({
      kind: 'opaque',
    });
    const jam =
      'address taker,address receiver,uint256 expiry,address[] sellTokens,address[] buyTokens,uint256[] sellAmounts,uint256[] buyAmounts';
    expect(
      read({ JamOrder: jam }, 'JamOrder', {
        taker: user,
        receiver: user,
        expiry: 9,
        sellTokens: [token],
        buyTokens: [weth],
        sellAmounts: [5],
        buyAmounts: [7],
      }),
    ).toMatchObject({ offers: [{ amount: 5n }], receives: [{ amount: 7n, recipient: user }] });
  });
});

describe('asset data', () => {
  it('0x v3: an item for a token, and several at once', () => {
    const types = {
      Order:
        'address makerAddress,address takerAddress,uint256 makerAssetAmount,uint256 takerAssetAmount,uint256 expirationTimeSeconds,bytes makerAssetData,bytes takerAssetData',
    };
    const nft = `0x02571792${word(token)}${word('7')}`;
    const erc20 = `0xf47261b0${word(weth)}`;
    const order = { makerAddress: user, takerAddress: ZERO, makerAssetAmount: 1, takerAssetAmount: 9 };
    const message = { ...order, expirationTimeSeconds: 5, makerAssetData: nft, takerAssetData: erc20 };
    expect(read(types, 'Order', message)).toMatchObject({
      protocol: '0x',
      offers: [{ asset: NFT, amount: 1n }],
      receives: [{ asset: WETH, amount: 9n, recipient: user }],
    });
    const multi = encodeSample('a(uint256[],bytes[])', [
      [2n, 3n],
      [erc20, nft],
    ]).replace(/^0x.{8}/u, '0x94cfcdd7');
    expect(read(types, 'Order', { ...message, makerAssetData: multi })).toMatchObject({
      offers: [
        { asset: WETH, amount: 2n },
        { asset: NFT, amount: 3n },
      ],
    });
    expect(read(types, 'Order', { ...message, makerAssetData: '0x12345678' })).toMatchObject({ kind: 'opaque' });
  });

  it('Rarible', () => {
    const types = {
      Order:
        'address maker,Asset makeAsset,address taker,Asset takeAsset,uint256 salt,uint256 start,uint256 end,bytes4 dataType,bytes data',
      Asset: 'AssetType assetType,uint256 value',
      AssetType: 'bytes4 assetClass,bytes data',
    };
    const make = { assetType: { assetClass: '0x73ad2146', data: `0x${word(token)}${word('7')}` }, value: 1 };
    const take = { assetType: { assetClass: '0xaaaebeba', data: '0x' }, value: 0 };
    const rest = { taker: ZERO, salt: 1, start: 0, end: 0, dataType: '0xffffffff', data: '0x' };
    expect(read(types, 'Order', { maker: user, makeAsset: make, takeAsset: take, ...rest })).toMatchObject({
      protocol: 'rarible',
      offers: [{ asset: NFT, amount: 1n }],
      receives: [{ asset: NATIVE, amount: 0n, recipient: user }],
      until: 'revoked',
    });
  });
});

describe('Wyvern', () => {
  const types = {
    Order:
      'address exchange,address maker,address taker,uint256 makerRelayerFee,uint256 makerProtocolFee,address feeRecipient,uint8 side,address target,uint8 howToCall,bytes calldata,address paymentToken,uint256 basePrice,uint256 expirationTime',
  };
  const sale = {
    exchange: router,
    maker: user,
    taker: ZERO,
    makerRelayerFee: 250,
    makerProtocolFee: 0,
    feeRecipient: router,
    side: 1,
    target: token,
    howToCall: 0,
    calldata: encodeSample('transferFrom(address,address,uint256)', [user, ZERO, 7n]),
    paymentToken: ZERO,
    basePrice: 1000,
    expirationTime: 0,
  };

  it('is a sale of the item its call moves, less the fee', () => {
    expect(read(types, 'Order', sale)).toMatchObject({
      protocol: 'wyvern',
      offers: [{ asset: NFT, amount: 1n }],
      receives: [
        { asset: NATIVE, amount: 975n, recipient: user },
        { amount: 25n, recipient: router },
      ],
    });
    expect(read(types, 'Order', { ...sale, basePrice: 0 })).toMatchObject({ receives: [{ amount: 0n }] });
    expect(read(types, 'Order', { ...sale, side: 0 })).toMatchObject({ offers: [{ asset: NATIVE, amount: 1000n }] });
  });

  it('is foreign code when its call is no transfer (February 2022)', () => {
    expect(read(types, 'Order', { ...sale, target: stranger, howToCall: 1 })).toMatchObject({
      kind: 'delegatecall',
      of: user,
      to: stranger,
    });
    expect(read(types, 'Order', { ...sale, calldata: '0x', target: stranger })).toMatchObject({ kind: 'delegatecall' });
  });
});

describe('marketplaces', () => {
  it('LooksRare v2: ask, bid and tree', () => {
    const Maker =
      'uint8 quoteType,uint8 collectionType,address collection,address currency,address signer,uint256 endTime,uint256 price,uint256[] itemIds,uint256[] amounts';
    const ask = {
      quoteType: 1,
      collectionType: 0,
      collection: token,
      currency: ZERO,
      signer: user,
      endTime: 9,
      price: 100,
      itemIds: [7],
      amounts: [1],
    };
    const sold = { protocol: 'looksrare', offers: [{ asset: NFT }], receives: [{ asset: NATIVE, amount: 100n }] };
    expect(read({ Maker }, 'Maker', ask)).toMatchObject(sold);
    expect(read({ Maker }, 'Maker', { ...ask, quoteType: 0 })).toMatchObject({ offers: [{ amount: 100n }] });
    expect(
      read({ Maker, BatchOrder: 'Maker[2] tree' }, 'BatchOrder', { tree: [ask, { ...ask, signer: ZERO }] }),
    ).toMatchObject({ kind: 'batch', actions: [sold] });
  });

  it('Blur v2 signs a root', () => {
    expect(
      read({ Order: 'address trader,address collection,bytes32 listingsRoot,uint256 numberOfListings' }, 'Order', {
        trader: user,
        collection: token,
        listingsRoot: `0x${'ab'.repeat(32)}`,
        numberOfListings: 3,
      }),
    ).toMatchObject({ kind: 'opaque', what: 'order-root' });
  });

  it('X2Y2', () => {
    const types = {
      Order:
        'uint256 salt,address user,uint256 network,uint256 intent,uint256 deadline,address currency,OrderItem[] items',
      OrderItem: 'uint256 price,bytes data',
    };
    const data = `0x${word('20')}${word('1')}${word(token)}${word('7')}`;
    const message = { salt: 1, user, network: 1, deadline: 9, currency: ZERO, items: [{ price: 3, data }] };
    expect(read(types, 'Order', { ...message, intent: 1 })).toMatchObject({
      protocol: 'x2y2',
      offers: [{ asset: NFT }],
      receives: [{ asset: NATIVE, amount: 3n, recipient: user }],
    });
    const packed = `0x${token.slice(2)}${word('7')}`;
    const twice = { ...message, intent: 1, items: [{ price: 3, data: `${packed}${packed.slice(2)}` }] };
    expect(read(types, 'Order', twice)).toMatchObject({ protocol: 'x2y2', offers: [{ asset: NFT }, { asset: NFT }] });
    const cut = { ...message, intent: 1, items: [{ price: 3, data: packed.slice(0, -2) }] };
    expect(read(types, 'Order', cut)).toMatchObject({ kind: 'opaque' });
  });

  it('Element’s bulk sale', () => {
    const types = {
      BatchSignedERC721Orders:
        'address maker,uint256 expiryTime,address erc20Token,BasicCollection[] basicCollections,Collection[] collections',
      BasicCollection: 'address nftAddress,bytes32[] items',
      Collection: 'address nftAddress,OrderItem[] items',
      OrderItem: 'uint256 erc20TokenAmount,uint256 nftId',
    };
    const packed = `0x${'0'.repeat(22)}64${'7'.padStart(40, '0')}`;
    const message = {
      maker: user,
      expiryTime: 9,
      erc20Token: ZERO,
      basicCollections: [{ nftAddress: token, items: [packed] }],
      collections: [{ nftAddress: token, items: [{ erc20TokenAmount: 0, nftId: 8 }] }],
    };
    expect(read(types, 'BatchSignedERC721Orders', message)).toMatchObject({
      kind: 'batch',
      actions: [
        { offers: [{ asset: NFT }], receives: [{ amount: 100n }] },
        { offers: [{ asset: { id: 8n } }], receives: [{ amount: 0n }] },
      ],
    });
  });
});

describe('UniswapX', () => {
  const types = (witness: string) => ({
    PermitWitnessTransferFrom:
      'TokenPermissions permitted,address spender,uint256 nonce,uint256 deadline,Witness witness',
    TokenPermissions: 'address token,uint256 amount',
    OrderInfo: 'address reactor,address swapper,uint256 nonce,uint256 deadline',
    Output: 'address token,uint256 startAmount,uint256 endAmount,address recipient',
    PriorityInput: 'address token,uint256 amount',
    PriorityOutput: 'address token,uint256 amount,address recipient',
    Witness: witness,
  });
  const permit = { permitted: { token, amount: 5 }, spender: router, nonce: 1, deadline: 9 };
  const info = { reactor: router, swapper: user, nonce: 1, deadline: 9 };
  const outputs = [{ token: ZERO, startAmount: 8, endAmount: 7, recipient: stranger }];
  const ORDER = {
    kind: 'batch',
    actions: [
      { kind: 'permit2', spender: router },
      { kind: 'order', offers: [{ asset: ERC20, amount: 5n }], receives: [{ amount: 7n, recipient: stranger }] },
    ],
  };

  it('reads Dutch orders', () => {
    const dutch = 'OrderInfo info,address inputToken,uint256 inputStartAmount,uint256 inputEndAmount,Output[] outputs';
    expect(
      read(types(dutch), 'PermitWitnessTransferFrom', {
        ...permit,
        witness: { info, inputToken: token, inputStartAmount: 4, inputEndAmount: 5, outputs },
      }),
    ).toMatchObject(ORDER);
    const second =
      'OrderInfo info,address baseInputToken,uint256 baseInputStartAmount,uint256 baseInputEndAmount,Output[] baseOutputs';
    expect(
      read(types(second), 'PermitWitnessTransferFrom', {
        ...permit,
        witness: { info, baseInputToken: token, baseInputStartAmount: 5, baseInputEndAmount: 5, baseOutputs: outputs },
      }),
    ).toMatchObject(ORDER);
  });

  it('reads priority orders', () => {
    expect(
      read(types('OrderInfo info,PriorityInput input,PriorityOutput[] outputs'), 'PermitWitnessTransferFrom', {
        ...permit,
        witness: { info, input: { token, amount: 5 }, outputs: [{ token: ZERO, amount: 7, recipient: stranger }] },
      }),
    ).toMatchObject(ORDER);
  });

  it('leaves other witnesses the permit alone', () => {
    expect(
      read(types('bytes32 anything'), 'PermitWitnessTransferFrom', {
        ...permit,
        witness: { anything: `0x${'00'.repeat(32)}` },
      }),
    ).toMatchObject({ kind: 'permit2', form: 'witness', witnessType: 'Witness' });
  });
});
