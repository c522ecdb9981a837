import { describe, expect, it } from 'vitest';
import { SAMPLE } from './sampleCall.ts';
import { decodeTypedSample } from './sampleTypedData.ts';

const { token, user, stranger, weth } = SAMPLE;
const ZERO = `0x${'0'.repeat(40)}`;
const domain = {
  name: 'Seaport',
  version: '1.5',
  chainId: 1,
  verifyingContract: '0x00000000000000adc04c56bf30ac9d3c0aaf14dc',
};
const SEAPORT = {
  OrderComponents:
    'address offerer,OfferItem[] offer,ConsiderationItem[] consideration,uint256 startTime,uint256 endTime',
  OfferItem: 'uint8 itemType,address token,uint256 identifierOrCriteria,uint256 startAmount,uint256 endAmount',
  ConsiderationItem:
    'uint8 itemType,address token,uint256 identifierOrCriteria,uint256 startAmount,uint256 endAmount,address recipient',
};
const OFFER = { itemType: 2, token, identifierOrCriteria: '7', startAmount: '1', endAmount: '1' };
const PRICE = {
  itemType: 0,
  token: ZERO,
  identifierOrCriteria: 0,
  startAmount: '100',
  endAmount: '90',
  recipient: user,
};
const ORDER = { offerer: user, offer: [OFFER], consideration: [PRICE], startTime: 1, endTime: 1_900_000_000 };

describe('Seaport', () => {
  it('reads the most that can leave and the least that must come', () => {
    expect(decodeTypedSample(SEAPORT, 'OrderComponents', ORDER, domain).action).toMatchObject({
      kind: 'order',
      protocol: 'seaport',
      offerer: user,
      offers: [{ asset: { type: 'erc721', address: token, id: 7n }, amount: 1n }],
      receives: [{ asset: { type: 'native' }, amount: 90n, recipient: user }],
      until: 1_900_000_000n,
    });
  });

  it('reads an order for nothing, and one that pays somebody else', () => {
    expect(decodeTypedSample(SEAPORT, 'OrderComponents', { ...ORDER, consideration: [] }, domain).action).toMatchObject(
      { receives: [] },
    );
    const paid = { ...ORDER, consideration: [{ ...PRICE, recipient: stranger }] };
    expect(decodeTypedSample(SEAPORT, 'OrderComponents', paid, domain).action).toMatchObject({
      receives: [{ recipient: stranger }],
    });
  });

  it('reads offers by criteria as any item', () => {
    const any = { ...ORDER, offer: [{ ...OFFER, itemType: 4, identifierOrCriteria: 0 }] };
    expect(decodeTypedSample(SEAPORT, 'OrderComponents', any, domain).action).toMatchObject({
      offers: [{ asset: { id: null } }],
    });
  });

  it('opens a tree of orders', () => {
    const types = { BulkOrder: 'OrderComponents[2][2] tree', ...SEAPORT };
    const empty = { ...ORDER, offerer: ZERO, offer: [], consideration: [] };
    const tree = [
      [ORDER, { ...ORDER, endTime: 5 }],
      [empty, empty],
    ];
    const read = decodeTypedSample(types, 'BulkOrder', { tree }, domain);
    expect(read.action).toMatchObject({ kind: 'batch', wrapper: 'BulkOrder' });
    expect(read.actions.map((action) => action.kind)).toEqual(['order', 'order']);
  });
});

describe('other markets', () => {
  it('reads Blur, fees taken off the price', () => {
    const types = {
      Order:
        'address trader,uint8 side,address collection,uint256 tokenId,uint256 amount,address paymentToken,uint256 price,uint256 expirationTime,Fee[] fees',
      Fee: 'uint16 rate,address recipient',
    };
    const message = {
      trader: user,
      side: 1,
      collection: token,
      tokenId: 5,
      amount: 1,
      paymentToken: ZERO,
      price: '1000',
      expirationTime: 9,
      fees: [{ rate: 10_000, recipient: stranger }],
    };
    expect(decodeTypedSample(types, 'Order', message).action).toMatchObject({
      protocol: 'blur',
      offers: [{ asset: { type: 'erc721', id: 5n } }],
      receives: [
        { asset: { type: 'native' }, amount: 0n, recipient: user },
        { amount: 1000n, recipient: stranger },
      ],
    });
    expect(decodeTypedSample(types, 'Order', { ...message, side: 0, paymentToken: weth }).action).toMatchObject({
      offers: [{ asset: { type: 'erc20', address: weth }, amount: 1000n }],
    });
  });

  it('reads 0x and Element', () => {
    const members = 'address maker,uint256 expiry,address erc20Token,uint256 erc20TokenAmount';
    const message = {
      maker: user,
      expiry: 9,
      erc20Token: weth,
      erc20TokenAmount: 4,
      direction: 0,
      erc721Token: token,
      erc721TokenId: 8,
    };
    const zeroEx = { ERC721Order: `uint8 direction,${members},address erc721Token,uint256 erc721TokenId` };
    expect(decodeTypedSample(zeroEx, 'ERC721Order', message).action).toMatchObject({
      protocol: '0x',
      offers: [{ asset: { type: 'erc721', id: 8n } }],
      receives: [{ amount: 4n }],
    });
    const element = {
      ERC1155BuyOrder: `${members},address erc1155Token,uint256 erc1155TokenId,uint128 erc1155TokenAmount`,
    };
    const buy = { ...message, erc1155Token: token, erc1155TokenId: 8, erc1155TokenAmount: 3 };
    expect(decodeTypedSample(element, 'ERC1155BuyOrder', buy).action).toMatchObject({
      protocol: 'element',
      offers: [{ asset: { type: 'erc20' }, amount: 4n }],
      receives: [{ asset: { type: 'erc1155', id: 8n }, amount: 3n, recipient: user }],
    });
  });

  it('says that a bare root cannot be read', () => {
    expect(decodeTypedSample({ Root: 'bytes32 root' }, 'Root', { root: `0x${'ab'.repeat(32)}` }).action).toMatchObject({
      kind: 'opaque',
      what: 'order-root',
    });
  });
});
