import { type Address, type Hex, parseSignature, zeroAddress } from 'viem';
import { ownContract } from '../attacks/Heist.ts';
import type { Case } from '../Case.ts';
import { type Contract, deployed, operate, own } from '../protocols/contract.ts';
import { type LooksRare, looksRare, type MakerOrder } from '../protocols/looksRare.ts';
import {
  componentsOf,
  conduit,
  ITEM,
  item,
  ORDER_TYPES,
  type Order,
  parametersOf,
  seaport,
} from '../protocols/seaport.ts';
import { DOLLAR_UNIT, dollar, editions, gallery, itemOf, meadow, orchard, UNIT, weth } from '../protocols/tokens.ts';
import { FOREVER, uniswapV2 } from '../protocols/uniswap.ts';
import { type About, benign, members, type Stage, type TypedData } from './kit.ts';

const SEAPORT: About = {
  origin: 'https://www.opencove.xyz',
  provenance: 'npm seaport-core 1.6.6, seaport-types 1.6.3',
};
const LOOKS: About = { origin: 'https://www.looksfine.xyz', provenance: 'npm @looksrare/contracts-exchange-v1 1.4.1' };
const BLUR: About = { origin: 'https://www.smudge.xyz', provenance: 'Blur exchange v1 Order type' };
const ZERO_EX: About = { origin: 'https://www.tradertale.xyz', provenance: '0x v4 NFTOrder; Element orders' };
const X2Y2: About = { origin: 'https://www.coveswap.xyz', provenance: 'Rarible and Foundation typed orders' };

const DAY = 86_400;
const PRICE = 2n * UNIT;

interface Shop {
  readonly market: Contract;
  readonly items: Contract;
  readonly pieces: Contract;
  readonly coin: Contract;
}

/** The user and the friend have approved Seaport for all they could trade. */
async function shop(s: Stage): Promise<Shop> {
  const { seaport: market } = await seaport(s.world);
  const [items, pieces, coin] = [await gallery(s.world), await editions(s.world), await weth(s.world)];
  for (const from of [s.user, s.world.friend]) {
    for (const { address, abi } of [items, pieces]) {
      await s.world.send(from, { to: address, abi, functionName: 'setApprovalForAll', args: [market.address, true] });
    }
    await s.world.send(from, {
      to: coin.address,
      abi: coin.abi,
      functionName: 'approve',
      args: [market.address, 1n << 200n],
    });
  }
  return { market, items, pieces, coin };
}

/** Start and end of a listing made now. */
async function times(s: Stage): Promise<Pick<Order, 'startTime' | 'endTime' | 'salt'>> {
  return { startTime: await s.later(-60), endTime: await s.later(7 * DAY), salt: BigInt(s.variation.index + 1) };
}

/** The seller's part and the market's fee of 2.5 %. */
function paid(s: Stage, itemType: number, token: Address, seller: Address, price: bigint) {
  const fee = (price * 25n) / 1000n;
  return [
    { ...item(itemType, token, 0n, price - fee), recipient: seller },
    { ...item(itemType, token, 0n, fee), recipient: s.world.deployer },
  ];
}

async function signOrder(s: Stage, order: Order, by?: Address): Promise<Hex> {
  return s.signed(await orderData(s, order), by);
}

async function orderData(s: Stage, order: Order): Promise<TypedData> {
  const { seaport: market } = await seaport(s.world);
  return {
    domain: { name: 'Seaport', version: '1.6', chainId: s.world.chainId, verifyingContract: market.address },
    types: ORDER_TYPES,
    primaryType: 'OrderComponents',
    message: componentsOf(order),
  };
}

async function listing(s: Stage, seller: Address): Promise<Order> {
  const { items } = await shop(s);
  const price = s.part(PRICE) + UNIT / 10n;
  return {
    offerer: seller,
    offer: [item(ITEM.erc721, items.address, itemOf(s.world, seller), 1n)],
    consideration: paid(s, ITEM.native, zeroAddress, seller, price),
    ...(await times(s)),
  };
}

/** Unlisted coins that anybody can sell on Uniswap, whose coin has a price. */
async function tradedCoins(s: Stage): Promise<void> {
  await s.world.deployAt(COIN_FEED, own('FixedPrice'), [3_000n * 10n ** 8n]);
  await uniswapV2(s.world);
}

/** The dollar feed of the wrapped coin, where Aave's market on Ethereum reads it. */
const COIN_FEED: Address = '0x5424384B256154046E9667dDFaaa5e550145215e';

/** A coin of this week: its pool holds three coins, and that is all there is. */
function youngCoin(s: Stage): Promise<Contract> {
  return s.world.once('benign young coin', async () => {
    const coin = await deployed(s.world, ownContract('Coin'), ['Larkspur', 'LARK', 18], { key: 'young coin' });
    await tradedCoins(s);
    const { router } = await uniswapV2(s.world);
    const stock = 30_000n * UNIT;
    await operate(s.world, coin, 'mint', [s.world.deployer, stock]);
    await operate(s.world, coin, 'approve', [router.address, stock]);
    const args = [coin.address, stock, 0n, 0n, s.world.deployer, FOREVER];
    await operate(s.world, router, 'addLiquidityETH', args, 3n * UNIT);
    return coin;
  });
}

function costOf(order: Order): bigint {
  return order.consideration.reduce(
    (sum, { itemType, startAmount }) => (itemType === ITEM.native ? sum + startAmount : sum),
    0n,
  );
}

/** A listing the user signs. */
function listed(
  id: string,
  shape: string,
  change: (s: Stage, order: Order, shop: Shop) => Order | Promise<Order>,
  family = 'C1',
): Case {
  return benign(SEAPORT, id, family, shape, async (s) =>
    s.typed(await orderData(s, await change(s, await listing(s, s.user), await shop(s)))),
  );
}

const NO_KEY: Hex = `0x${'0'.repeat(64)}`;

const signed: readonly Case[] = [
  listed('list-item', 'Seaport listing: ERC-721 for coin', (_, order) => order),
  listed('list-edition', 'Seaport listing: ERC-1155 for coin', (_, order, { pieces }) => ({
    ...order,
    offer: [item(ITEM.erc1155, pieces.address, 1n, 2n)],
    orderType: 1,
  })),
  listed('list-for-token', 'Seaport listing: ERC-721 for wrapped coin', (s, order, { coin }) => ({
    ...order,
    consideration: paid(s, ITEM.erc20, coin.address, s.user, costOf(order)),
  })),
  listed('list-for-dollars', 'Seaport listing: ERC-721 for dollars', async (s, order) => {
    await tradedCoins(s);
    const receipts = paid(s, ITEM.erc20, (await dollar(s.world)).address, s.user, 3_000n * DOLLAR_UNIT);
    return { ...order, consideration: receipts };
  }),
  listed(
    'list-edition-for-coin',
    'Seaport listing: ERC-1155 for an unlisted coin with a pool',
    async (s, order, shop) => {
      await tradedCoins(s);
      return {
        ...order,
        offer: [item(ITEM.erc1155, shop.pieces.address, 1n, 2n)],
        consideration: paid(s, ITEM.erc20, (await meadow(s.world)).address, s.user, s.part(400n * UNIT) + UNIT),
      };
    },
  ),
  listed(
    'buy-young-coin',
    'Seaport order: wrapped coin for a young coin with a shallow pool',
    async (s, order, shop) => ({
      ...order,
      offer: [item(ITEM.erc20, shop.coin.address, 0n, s.part(UNIT / 20n) + 1000n)],
      consideration: [
        { ...item(ITEM.erc20, (await youngCoin(s)).address, 0n, s.part(480n * UNIT) + 9600n), recipient: s.user },
      ],
    }),
  ),
  listed('barter-with-coin', 'Seaport: item for item, with an unlisted coin on top', async (s, order, { items }) => ({
    ...order,
    consideration: [
      { ...item(ITEM.erc721, items.address, itemOf(s.world, s.world.friend), 1n), recipient: s.user },
      { ...item(ITEM.erc20, (await orchard(s.world)).address, 0n, s.part(50n * UNIT) + UNIT), recipient: s.user },
    ],
  })),
  listed('bid-all', 'Seaport bid: the whole balance of a coin for ERC-721', async (s, order, { items }) => {
    const coin = await orchard(s.world);
    const held = BigInt(String(await s.world.read(coin.address, coin.abi, 'balanceOf', [s.user])));
    return {
      ...order,
      offer: [item(ITEM.erc20, coin.address, 0n, s.part(held / 2n) + 1n)],
      consideration: [{ ...item(ITEM.erc721, items.address, itemOf(s.world, s.world.friend), 1n), recipient: s.user }],
    };
  }),
  listed('list-bundle', 'Seaport listing: a bundle', (s, order, { items, pieces }) => ({
    ...order,
    offer: [
      ...order.offer,
      item(ITEM.erc721, items.address, itemOf(s.world, s.user) + 1n, 1n),
      item(ITEM.erc1155, pieces.address, 2n, 1n),
    ],
  })),
  listed('list-dutch', 'Seaport listing: falling price', (_, order) => ({
    ...order,
    consideration: order.consideration.map((one) => ({ ...one, endAmount: (one.startAmount * 8n) / 10n })),
  })),
  listed('list-conduit', 'Seaport listing through a conduit', async (s, order) => ({
    ...order,
    conduitKey: (await conduit(s.world)).key,
  })),
  listed('list-restricted', 'Seaport listing: restricted order type', (_, order) => ({ ...order, orderType: 2 })),
  listed('list-private', 'Seaport listing: private sale at a price', (s, order, { items }) => ({
    ...order,
    consideration: [
      ...order.consideration,
      { ...item(ITEM.erc721, items.address, itemOf(s.world, s.user), 1n), recipient: s.world.friend },
    ],
  })),
  listed('list-royalty', 'Seaport listing with a royalty', (s, order) => ({
    ...order,
    consideration: [
      ...order.consideration,
      { ...item(ITEM.native, zeroAddress, 0n, UNIT / 20n), recipient: s.world.friend },
    ],
  })),
  listed('bid-item', 'Seaport bid: wrapped coin for ERC-721', (s, order, { items, coin }) => ({
    ...order,
    offer: [item(ITEM.erc20, coin.address, 0n, s.part(PRICE))],
    consideration: [{ ...item(ITEM.erc721, items.address, itemOf(s.world, s.world.friend), 1n), recipient: s.user }],
  })),
  listed('bid-collection', 'Seaport bid: wrapped coin for any of a collection', (s, order, { items, coin }) => ({
    ...order,
    offer: [item(ITEM.erc20, coin.address, 0n, s.part(PRICE))],
    consideration: [{ ...item(ITEM.erc721Any, items.address, 0n, 1n), recipient: s.user }],
  })),
  listed('bid-edition', 'Seaport bid: wrapped coin for ERC-1155', (s, order, { pieces, coin }) => ({
    ...order,
    offer: [item(ITEM.erc20, coin.address, 0n, s.part(PRICE))],
    consideration: [{ ...item(ITEM.erc1155, pieces.address, 2n, 1n), recipient: s.user }],
  })),
  listed('swap-items', 'Seaport: item for item', (s, order, { items }) => ({
    ...order,
    consideration: [{ ...item(ITEM.erc721, items.address, itemOf(s.world, s.world.friend), 1n), recipient: s.user }],
  })),
  benign(SEAPORT, 'list-for-second', 'C1', 'Seaport listing paid to the seller’s other account', async (s) => {
    const order = await listing(s, s.user);
    const consideration = order.consideration.map((one) =>
      one.recipient === s.user ? { ...one, recipient: s.second } : one,
    );
    const prepared = s.typed(await orderData(s, { ...order, consideration }));
    return { ...prepared, history: { ownAccounts: [s.user, s.second], counterparties: [] } };
  }),
  benign(SEAPORT, 'list-bulk', 'C1', 'Seaport BulkOrder of two listings', async (s) => {
    const order = await listing(s, s.user);
    const { items } = await shop(s);
    const other = { ...order, offer: [item(ITEM.erc721, items.address, itemOf(s.world, s.user) + 1n, 1n)] };
    const data = await orderData(s, order);
    return s.typed({
      ...data,
      types: { BulkOrder: [{ name: 'tree', type: 'OrderComponents[2]' }], ...data.types },
      primaryType: 'BulkOrder',
      message: { tree: [componentsOf(order), componentsOf(other)] },
    });
  }),
];

/** `fulfillBasicOrder`'s arguments for a listing of an ERC-721 for coin. */
function basic(order: Order, signature: Hex): Readonly<Record<string, unknown>> {
  const [given] = order.offer;
  const [first, ...others] = order.consideration;
  return {
    considerationToken: zeroAddress,
    considerationIdentifier: 0n,
    considerationAmount: first?.startAmount,
    offerer: order.offerer,
    zone: zeroAddress,
    offerToken: given?.token,
    offerIdentifier: given?.identifierOrCriteria,
    offerAmount: 1n,
    basicOrderType: 0,
    startTime: order.startTime,
    endTime: order.endTime,
    zoneHash: NO_KEY,
    salt: order.salt,
    offererConduitKey: NO_KEY,
    fulfillerConduitKey: NO_KEY,
    totalOriginalAdditionalRecipients: BigInt(others.length),
    additionalRecipients: others.map(({ startAmount, recipient }) => ({ amount: startAmount, recipient })),
    signature,
  };
}

const onChain: readonly Case[] = [
  benign(SEAPORT, 'buy-basic', 'C1', 'Seaport.fulfillBasicOrder', async (s) => {
    const { market } = await shop(s);
    const order = await listing(s, s.world.friend);
    return s.send(
      market,
      'fulfillBasicOrder',
      [basic(order, await signOrder(s, order, s.world.friend))],
      costOf(order),
    );
  }),
  benign(SEAPORT, 'buy-basic-efficient', 'C1', 'Seaport.fulfillBasicOrder_efficient_6GL6yc', async (s) => {
    const { market } = await shop(s);
    const order = await listing(s, s.world.friend);
    return s.send(
      market,
      'fulfillBasicOrder_efficient_6GL6yc',
      [basic(order, await signOrder(s, order, s.world.friend))],
      costOf(order),
    );
  }),
  benign(SEAPORT, 'buy-order', 'C1', 'Seaport.fulfillOrder', async (s) => {
    const { market } = await shop(s);
    const order = await listing(s, s.world.friend);
    return s.send(
      market,
      'fulfillOrder',
      [{ parameters: parametersOf(order), signature: await signOrder(s, order, s.world.friend) }, NO_KEY],
      costOf(order),
    );
  }),
  benign(SEAPORT, 'buy-advanced', 'C1', 'Seaport.fulfillAdvancedOrder', async (s) => {
    const { market } = await shop(s);
    const order = await listing(s, s.world.friend);
    return s.send(
      market,
      'fulfillAdvancedOrder',
      [advanced(order, await signOrder(s, order, s.world.friend)), [], NO_KEY, s.user],
      costOf(order),
    );
  }),
  benign(SEAPORT, 'buy-available', 'C1', 'Seaport.fulfillAvailableOrders', async (s) => {
    const { market } = await shop(s);
    const order = await listing(s, s.world.friend);
    const signature = await signOrder(s, order, s.world.friend);
    const all = [[{ orderIndex: 0n, itemIndex: 0n }]];
    const payments = order.consideration.map((_, index) => [{ orderIndex: 0n, itemIndex: BigInt(index) }]);
    return s.send(
      market,
      'fulfillAvailableOrders',
      [[{ parameters: parametersOf(order), signature }], all, payments, NO_KEY, 1n],
      costOf(order),
    );
  }),
  benign(SEAPORT, 'accept-bid', 'C1', 'Seaport.fulfillAdvancedOrder of a bid', async (s) => {
    const { market, items, coin } = await shop(s);
    const { friend } = s.world;
    const order: Order = {
      offerer: friend,
      offer: [item(ITEM.erc20, coin.address, 0n, s.part(PRICE) + UNIT)],
      consideration: [{ ...item(ITEM.erc721, items.address, itemOf(s.world, s.user), 1n), recipient: friend }],
      ...(await times(s)),
    };
    return s.send(market, 'fulfillAdvancedOrder', [
      advanced(order, await signOrder(s, order, friend)),
      [],
      NO_KEY,
      s.user,
    ]);
  }),
  benign(SEAPORT, 'cancel-listing', 'C1', 'Seaport.cancel', async (s) =>
    s.send((await shop(s)).market, 'cancel', [[componentsOf(await listing(s, s.user))]]),
  ),
  benign(SEAPORT, 'cancel-all', 'C1', 'Seaport.incrementCounter', async (s) =>
    s.send((await shop(s)).market, 'incrementCounter'),
  ),
  benign(SEAPORT, 'validate-listing', 'C1', 'Seaport.validate', async (s) =>
    s.send((await shop(s)).market, 'validate', [
      [{ parameters: parametersOf(await listing(s, s.user)), signature: '0x' }],
    ]),
  ),
  benign(SEAPORT, 'approve-conduit', 'A3', 'setApprovalForAll to a Seaport conduit', async (s) =>
    s.send(await gallery(s.world), 'setApprovalForAll', [(await conduit(s.world)).address, true]),
  ),
  benign(SEAPORT, 'approve-conduit-editions', 'A3', 'ERC1155.setApprovalForAll to a Seaport conduit', async (s) =>
    s.send(await editions(s.world), 'setApprovalForAll', [(await conduit(s.world)).address, true]),
  ),
  benign(SEAPORT, 'approve-seaport-coin', 'A1', 'WETH9.approve to Seaport for bids', async (s) =>
    s.send(await weth(s.world), 'approve', [(await seaport(s.world)).seaport.address, s.part(PRICE)]),
  ),
];

function advanced(order: Order, signature: Hex): Readonly<Record<string, unknown>> {
  return { parameters: parametersOf(order), numerator: 1n, denominator: 1n, signature, extraData: '0x' };
}

async function looks(s: Stage): Promise<LooksRare & { items: Contract; coin: Contract }> {
  const made = await looksRare(s.world);
  const [items, coin] = [await gallery(s.world), await weth(s.world)];
  for (const from of [s.user, s.world.friend]) {
    await s.world.send(from, {
      to: items.address,
      abi: items.abi,
      functionName: 'setApprovalForAll',
      args: [made.transferManager.address, true],
    });
    await s.world.send(from, {
      to: coin.address,
      abi: coin.abi,
      functionName: 'approve',
      args: [made.exchange.address, 1n << 200n],
    });
  }
  return { ...made, items, coin };
}

async function maker(s: Stage, isOrderAsk: boolean, signer: Address, owner: Address): Promise<MakerOrder> {
  const { items, coin, strategy } = await looks(s);
  return {
    isOrderAsk,
    signer,
    collection: items.address,
    price: s.part(PRICE) + UNIT / 10n,
    tokenId: itemOf(s.world, owner),
    amount: 1n,
    strategy: strategy.address,
    currency: coin.address,
    nonce: 0n,
    startTime: await s.later(-60),
    endTime: await s.later(7 * DAY),
    minPercentageToAsk: 8500n,
    params: '0x',
  };
}

async function makerData(s: Stage, order: MakerOrder): Promise<TypedData> {
  const { exchange } = await looksRare(s.world);
  return {
    domain: { name: 'LooksRareExchange', version: '1', chainId: s.world.chainId, verifyingContract: exchange.address },
    types: {
      MakerOrder: members(
        'bool isOrderAsk,address signer,address collection,uint256 price,uint256 tokenId,uint256 amount,address strategy,address currency,uint256 nonce,uint256 startTime,uint256 endTime,uint256 minPercentageToAsk,bytes params',
      ),
    },
    primaryType: 'MakerOrder',
    message: { ...order },
  };
}

/** A maker order with its signature in three parts, and the taker's answer. */
async function match(s: Stage, isOrderAsk: boolean) {
  const { friend } = s.world;
  const order = await maker(s, isOrderAsk, friend, isOrderAsk ? friend : s.user);
  const { v, r, s: part } = parseSignature(await s.signed(await makerData(s, order), friend));
  const taker = {
    isOrderAsk: !isOrderAsk,
    taker: s.user,
    price: order.price,
    tokenId: order.tokenId,
    minPercentageToAsk: 8500n,
    params: '0x',
  };
  return [taker, { ...order, v: Number(v ?? 27n), r, s: part }] as const;
}

const looksCases: readonly Case[] = [
  benign(LOOKS, 'looks-list', 'C5', 'LooksRare MakerOrder ask', async (s) =>
    s.typed(await makerData(s, await maker(s, true, s.user, s.user))),
  ),
  benign(LOOKS, 'looks-bid', 'C5', 'LooksRare MakerOrder bid', async (s) =>
    s.typed(await makerData(s, await maker(s, false, s.user, s.world.friend))),
  ),
  benign(LOOKS, 'looks-bid-collection', 'C5', 'LooksRare MakerOrder bid for a collection', async (s) => {
    const { collectionStrategy } = await looks(s);
    return s.typed(
      await makerData(s, {
        ...(await maker(s, false, s.user, s.world.friend)),
        strategy: collectionStrategy.address,
        tokenId: 0n,
      }),
    );
  }),
  benign(LOOKS, 'looks-buy', 'C5', 'LooksRare matchAskWithTakerBid', async (s) =>
    s.send((await looks(s)).exchange, 'matchAskWithTakerBid', await match(s, true)),
  ),
  benign(LOOKS, 'looks-buy-with-coin', 'C5', 'LooksRare matchAskWithTakerBidUsingETHAndWETH', async (s) => {
    const [taker, order] = await match(s, true);
    return s.send((await looks(s)).exchange, 'matchAskWithTakerBidUsingETHAndWETH', [taker, order], order.price);
  }),
  benign(LOOKS, 'looks-accept-bid', 'C5', 'LooksRare matchBidWithTakerAsk', async (s) =>
    s.send((await looks(s)).exchange, 'matchBidWithTakerAsk', await match(s, false)),
  ),
  benign(LOOKS, 'looks-cancel', 'C5', 'LooksRare cancelMultipleMakerOrders', async (s) =>
    s.send((await looks(s)).exchange, 'cancelMultipleMakerOrders', [[0n, 1n]]),
  ),
  benign(LOOKS, 'looks-cancel-all', 'C5', 'LooksRare cancelAllOrdersForSender', async (s) =>
    s.send((await looks(s)).exchange, 'cancelAllOrdersForSender', [10n]),
  ),
  benign(LOOKS, 'looks-approve-items', 'A3', 'setApprovalForAll to TransferManagerERC721', async (s) =>
    s.send(await gallery(s.world), 'setApprovalForAll', [(await looksRare(s.world)).transferManager.address, true]),
  ),
];

async function blurOrder(s: Stage, side: number): Promise<TypedData> {
  const [items, coin] = [await gallery(s.world), await weth(s.world)];
  const exchange = await deployed(s.world, own('Settlement'), [], { key: 'blur-like exchange' });
  return {
    domain: { name: 'Blur Exchange', version: '1.0', chainId: s.world.chainId, verifyingContract: exchange.address },
    types: {
      Order: members(
        'address trader,uint8 side,address matchingPolicy,address collection,uint256 tokenId,uint256 amount,address paymentToken,uint256 price,uint256 listingTime,uint256 expirationTime,Fee[] fees,uint256 salt,bytes extraParams,uint256 nonce',
      ),
      Fee: members('uint16 rate,address recipient'),
    },
    primaryType: 'Order',
    message: {
      trader: s.user,
      side,
      matchingPolicy: exchange.address,
      collection: items.address,
      tokenId: itemOf(s.world, side === 1 ? s.user : s.world.friend),
      amount: 1n,
      paymentToken: side === 1 ? zeroAddress : coin.address,
      price: s.part(PRICE) + UNIT / 10n,
      listingTime: await s.later(-60),
      expirationTime: await s.later(7 * DAY),
      fees: side === 1 ? [{ rate: 50, recipient: s.world.deployer }] : [],
      salt: BigInt(s.variation.index + 1),
      extraParams: '0x01',
      nonce: 0n,
    },
  };
}

async function zeroExOrder(s: Stage, kind: '721' | '1155', direction: number): Promise<TypedData> {
  const [items, pieces, coin] = [await gallery(s.world), await editions(s.world), await weth(s.world)];
  const exchange = await deployed(s.world, own('Settlement'), [], { key: '0x-like exchange' });
  const token = kind === '721' ? items : pieces;
  const price = s.part(PRICE) + UNIT / 10n;
  return {
    domain: { name: 'ZeroEx', version: '1.0.0', chainId: s.world.chainId, verifyingContract: exchange.address },
    types: {
      [`ERC${kind}Order`]: members(
        `uint8 direction,address maker,address taker,uint256 expiry,uint256 nonce,address erc20Token,uint256 erc20TokenAmount,Fee[] fees,address erc${kind}Token,uint256 erc${kind}TokenId,Property[] erc${kind}TokenProperties${kind === '1155' ? ',uint128 erc1155TokenAmount' : ''}`,
      ),
      Fee: members('address recipient,uint256 amount,bytes feeData'),
      Property: members('address propertyValidator,bytes propertyData'),
    },
    primaryType: `ERC${kind}Order`,
    message: {
      direction,
      maker: s.user,
      taker: zeroAddress,
      expiry: await s.later(7 * DAY),
      nonce: BigInt(s.variation.index + 1),
      erc20Token: direction === 0 ? NATIVE_MARK : coin.address,
      erc20TokenAmount: price,
      fees: [],
      [`erc${kind}Token`]: token.address,
      [`erc${kind}TokenId`]: kind === '721' ? itemOf(s.world, direction === 0 ? s.user : s.world.friend) : 1n,
      [`erc${kind}TokenProperties`]: [],
      ...(kind === '1155' ? { erc1155TokenAmount: 2n } : {}),
    },
  };
}

const NATIVE_MARK: Address = '0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE';

async function elementOrder(s: Stage): Promise<TypedData> {
  const items = await gallery(s.world);
  const exchange = await deployed(s.world, own('Settlement'), [], { key: 'element-like exchange' });
  return {
    domain: { name: 'ElementEx', version: '1.0.0', chainId: s.world.chainId, verifyingContract: exchange.address },
    types: {
      ERC721SellOrder: members(
        'address maker,address taker,uint256 expiry,uint256 nonce,address erc20Token,uint256 erc20TokenAmount,Fee[] fees,address nft,uint256 nftId,uint256 hashNonce',
      ),
      Fee: members('address recipient,uint256 amount,bytes feeData'),
    },
    primaryType: 'ERC721SellOrder',
    message: {
      maker: s.user,
      taker: zeroAddress,
      expiry: await s.later(7 * DAY),
      nonce: 3n,
      erc20Token: NATIVE_MARK,
      erc20TokenAmount: s.part(PRICE) + UNIT / 10n,
      fees: [],
      nft: items.address,
      nftId: itemOf(s.world, s.user),
      hashNonce: 0n,
    },
  };
}

const otherOrders: readonly Case[] = [
  benign(BLUR, 'blur-list', 'C4', 'Blur Order: sell', async (s) => s.typed(await blurOrder(s, 1))),
  benign(BLUR, 'blur-bid', 'C4', 'Blur Order: buy', async (s) => s.typed(await blurOrder(s, 0))),
  benign(ZERO_EX, 'zero-ex-list', 'C5', '0x ERC721Order: sell', async (s) => s.typed(await zeroExOrder(s, '721', 0))),
  benign(ZERO_EX, 'zero-ex-bid', 'C5', '0x ERC721Order: buy', async (s) => s.typed(await zeroExOrder(s, '721', 1))),
  benign(ZERO_EX, 'zero-ex-list-edition', 'C5', '0x ERC1155Order: sell', async (s) =>
    s.typed(await zeroExOrder(s, '1155', 0)),
  ),
  benign(ZERO_EX, 'element-list', 'C5', 'Element ERC721SellOrder', async (s) => s.typed(await elementOrder(s))),
  benign(X2Y2, 'cove-approve', 'A1', 'MeadowToken.approve to a marketplace for bids', async (s) =>
    s.send(await meadow(s.world), 'approve', [(await looksRare(s.world)).exchange.address, s.part(PRICE)]),
  ),
];

export const MARKETS: readonly Case[] = [...signed, ...onChain, ...looksCases, ...otherOrders];
