import { keccak256, zeroHash } from 'viem';
import type { Case } from '../../Case.ts';
import type { Contract } from '../../protocols/contract.ts';
import { looksRare } from '../../protocols/looksRare.ts';
import {
  componentsOf,
  conduit,
  ITEM,
  item,
  ORDER_TYPES,
  type Order,
  parametersOf,
  seaport,
} from '../../protocols/seaport.ts';
import { gallery, itemOf, weth } from '../../protocols/tokens.ts';
import { COW_ORDER, LIMIT_ORDER, MAKER_ORDER, seaportTyped, settlement } from '../attacks/orders.ts';
import { lumen, portraitOf, portraits, quarry, usdc } from '../coins.ts';
import { benign, CENTS, members, type Site, type Stage, UNIT, ZERO } from '../kit.ts';

const MARKET: Site = { origin: 'https://market.eastpier.gallery', provenance: 'npm seaport-core 1.6.6, own front end' };
const COW: Site = { origin: 'https://swap.cow.fi', provenance: 'CoW Protocol orders' };
const DESK: Site = { origin: 'https://desk.marlinlend.xyz', provenance: '0x limit orders; Morpho authorizations' };

async function stall(s: Stage): Promise<{ market: Contract; key: `0x${string}`; items: Contract; id: bigint }> {
  const [{ seaport: market }, by, items] = [await seaport(s.world), await conduit(s.world), await portraits(s.world)];
  await s.did(items, 'setApprovalForAll', [by.address, true]);
  return { market, key: by.key, items, id: portraitOf(s.world, s.user) };
}

async function listing(
  s: Stage,
  key: `0x${string}`,
  items: Contract,
  id: bigint,
  price: bigint,
  seller = s.user,
): Promise<Order> {
  const fee = (price * 25n) / 1000n;
  return {
    offerer: seller,
    offer: [item(ITEM.erc721, items.address, id, 1n)],
    consideration: [
      { ...item(ITEM.native, ZERO, 0n, price - fee), recipient: seller },
      { ...item(ITEM.native, ZERO, 0n, fee), recipient: s.world.deployer },
    ],
    startTime: 0n,
    endTime: await s.in(86_400 * 30),
    salt: 40_411n,
    conduitKey: key,
  };
}

export const ORDERS: readonly Case[] = [
  benign(MARKET, 'sea-listing', 'C1', 'Seaport listing with a fee', async (s) => {
    const { market, key, items, id } = await stall(s);
    return s.typed(seaportTyped(s, market, await listing(s, key, items, id, s.part(3n * UNIT) + 1000n)));
  }),
  benign(MARKET, 'sea-bid', 'C1', 'Seaport bid: WETH for an item', async (s) => {
    const { market, key, items } = await stall(s);
    const coin = await weth(s.world);
    await s.allowed(coin, await conduit(s.world));
    const order: Order = {
      offerer: s.user,
      offer: [item(ITEM.erc20, coin.address, 0n, s.part(2n * UNIT))],
      consideration: [
        { ...item(ITEM.erc721, items.address, portraitOf(s.world, s.world.friend), 1n), recipient: s.user },
      ],
      startTime: 0n,
      endTime: await s.in(86_400),
      salt: 8n,
      conduitKey: key,
    };
    return s.typed(seaportTyped(s, market, order));
  }),
  benign(MARKET, 'sea-collection-bid', 'C1', 'Seaport bid: WETH for any item of a collection', async (s) => {
    const { market, key, items } = await stall(s);
    const coin = await weth(s.world);
    await s.allowed(coin, await conduit(s.world));
    const order: Order = {
      offerer: s.user,
      offer: [item(ITEM.erc20, coin.address, 0n, s.part(UNIT))],
      consideration: [{ ...item(ITEM.erc721Any, items.address, 0n, 1n), recipient: s.user }],
      startTime: 0n,
      endTime: await s.in(86_400),
      salt: 9n,
      conduitKey: key,
    };
    return s.typed(seaportTyped(s, market, order));
  }),
  benign(MARKET, 'sea-bulk', 'C1', 'Seaport BulkOrder of two listings', async (s) => {
    const { market, key, items, id } = await stall(s);
    const two = [await listing(s, key, items, id, 2n * UNIT), await listing(s, key, items, id + 1n, 3n * UNIT)];
    return s.typed({
      ...seaportTyped(s, market, two[0] ?? (await listing(s, key, items, id, UNIT))),
      types: { BulkOrder: members('OrderComponents[2] tree'), ...ORDER_TYPES },
      primaryType: 'BulkOrder',
      message: { tree: two.map(componentsOf) },
    });
  }),
  benign(MARKET, 'sea-buy', 'C1', 'fulfillOrder: buys an item at its price', async (s) => {
    const { market, key, items } = await stall(s);
    const { friend } = s.world;
    await s.did(items, 'setApprovalForAll', [(await conduit(s.world)).address, true], 0n, friend);
    const price = s.part(2n * UNIT) + 1000n;
    const order = await listing(s, key, items, portraitOf(s.world, friend), price, friend);
    const signature = await s.signed(seaportTyped(s, market, order), friend);
    return s.call(market, 'fulfillOrder', [{ parameters: parametersOf(order), signature }, zeroHash], price);
  }),
  benign(MARKET, 'sea-cancel', 'C1', 'Seaport cancel', async (s) => {
    const { market, key, items, id } = await stall(s);
    return s.call(market, 'cancel', [[componentsOf(await listing(s, key, items, id, UNIT))]]);
  }),
  benign(MARKET, 'sea-counter', 'C1', 'Seaport incrementCounter', async (s) =>
    s.call((await seaport(s.world)).seaport, 'incrementCounter'),
  ),
  benign(MARKET, 'looks-bid', 'C5', 'LooksRare MakerOrder: a bid', async (s) => {
    const [market, items, coin] = [await looksRare(s.world), await gallery(s.world), await weth(s.world)];
    await s.allowed(coin, market.exchange);
    return s.typed({
      domain: {
        name: 'LooksRareExchange',
        version: '1',
        chainId: s.world.chainId,
        verifyingContract: market.exchange.address,
      },
      types: { MakerOrder: MAKER_ORDER },
      primaryType: 'MakerOrder',
      message: {
        isOrderAsk: false,
        signer: s.user,
        collection: items.address,
        price: s.part(UNIT),
        tokenId: itemOf(s.world, s.world.friend),
        amount: 1n,
        strategy: market.strategy.address,
        currency: coin.address,
        nonce: 0n,
        startTime: 0n,
        endTime: await s.in(86_400),
        minPercentageToAsk: 9800n,
        params: '0x',
      },
    });
  }),
  benign(COW, 'cow-order', 'G4', 'CoW Order to oneself', async (s) => {
    const [exchange, sell, buy] = [await settlement(s), await usdc(s.world), await weth(s.world)];
    await s.allowed(sell, exchange);
    return s.typed({
      domain: { name: 'Gnosis Protocol', version: 'v2', chainId: s.world.chainId, verifyingContract: exchange.address },
      types: { Order: COW_ORDER },
      primaryType: 'Order',
      message: {
        sellToken: sell.address,
        buyToken: buy.address,
        receiver: s.user,
        sellAmount: s.part(3000n * CENTS),
        buyAmount: s.part(UNIT),
        validTo: Number(await s.in(1800)),
        appData: keccak256('0x0c'),
        feeAmount: 0n,
        kind: 'sell',
        partiallyFillable: false,
        sellTokenBalance: 'erc20',
        buyTokenBalance: 'erc20',
      },
    });
  }),
  benign(DESK, 'limit-order', 'C5', '0x LimitOrder at a fair price', async (s) => {
    const [exchange, sell, buy] = [await s.place('ZeroLike'), await lumen(s.world), await quarry(s.world)];
    await s.allowed(sell, exchange);
    return s.typed({
      domain: { name: 'ZeroEx', version: '1.0.0', chainId: s.world.chainId, verifyingContract: exchange.address },
      types: { LimitOrder: LIMIT_ORDER },
      primaryType: 'LimitOrder',
      message: {
        makerToken: sell.address,
        takerToken: buy.address,
        makerAmount: s.part(1000n * UNIT),
        takerAmount: s.part(2000n * UNIT),
        takerTokenFeeAmount: 0n,
        maker: s.user,
        taker: ZERO,
        sender: ZERO,
        feeRecipient: ZERO,
        pool: zeroHash,
        expiry: await s.in(86_400),
        salt: 12n,
      },
    });
  }),
  benign(DESK, 'authorize-bundler', 'G2', 'Morpho setAuthorization of a young bundler', async (s) => {
    const coin = await quarry(s.world);
    const book = await s.place('IsleMarkets', [coin.address]);
    const bundler = await s.place('YoungPair', [coin.address, (await lumen(s.world)).address]);
    return s.call(book, 'setAuthorization', [bundler.address, true]);
  }),
];
