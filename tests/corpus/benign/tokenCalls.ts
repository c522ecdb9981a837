import { type Abi, encodeAbiParameters, maxUint256, parseAbiParameters } from 'viem';
import type { Case } from '../Case.ts';
import { type Contract, dataOf, deployed, operate, own } from '../protocols/contract.ts';
import {
  civic,
  credits,
  DOLLAR_UNIT,
  deflating,
  dollar,
  editions,
  ember,
  gallery,
  herald,
  itemOf,
  meadow,
  orchard,
  stone,
  UNIT,
  weth,
} from '../protocols/tokens.ts';
import { permit2, uniswapV2, uniswapV3, universalRouter } from '../protocols/uniswap.ts';
import type { World } from '../World.ts';
import { type About, benign, type Stage } from './kit.ts';

const OZ: About = { origin: 'https://portfolio.lanternwallet.app', provenance: 'npm @openzeppelin/contracts 5.7.0' };
const OLD: About = {
  origin: 'https://portfolio.lanternwallet.app',
  provenance: 'OpenZeppelin 1 and 4 (increase and decrease of allowances)',
};
const SWAP: About = {
  origin: 'https://app.tidewaterswap.org',
  provenance: 'PTXPhish twin: approve to a router from its own dapp',
};
const REVOKE: About = { origin: 'https://revoke.lanternwallet.app', provenance: 'revoke.cash request shapes' };
const WRAP: About = { origin: 'https://app.tidewaterswap.org', provenance: 'npm @aave/core-v3 1.19.3 WETH9' };

type Token = (world: World) => Promise<Contract>;

/** The same `transfer` on tokens that do it in different ways. */
const SENT: readonly (readonly [id: string, token: Token, unit: bigint, code: string])[] = [
  ['plain', meadow, UNIT, 'OpenZeppelin ERC20'],
  ['dollar', dollar, DOLLAR_UNIT, 'ERC20Permit with ERC-3009'],
  ['no-return', stone, DOLLAR_UNIT, 'a token that returns nothing'],
  ['fee', deflating, UNIT, 'DeflatingERC20'],
  ['votes', civic, UNIT, 'ERC20Votes'],
  ['wrapped-coin', weth, UNIT / 2000n, 'WETH9'],
  ['dai-like', orchard, UNIT, 'a token with Dai permits'],
  ['erc1363', herald, UNIT, 'ERC1363'],
  ['flash', ember, UNIT, 'ERC20FlashMint'],
];

const sends: readonly Case[] = [
  benign(OZ, 'send-coin', 'D3', 'plain transfer of coin', (s) => s.raw({ to: s.world.friend, valueWei: s.part(UNIT) })),
  benign(OZ, 'send-coin-to-self', 'F5', 'plain transfer of coin to the second account', (s) =>
    s.raw({ to: s.second, valueWei: s.part(UNIT) }),
  ),
  benign(OZ, 'send-coin-to-contract', 'D3', 'plain transfer of coin to a payment splitter', async (s) => {
    const splitter = await deployed(s.world, own('Splitter'), [[s.world.friend, s.user]]);
    return s.raw({ to: splitter.address, valueWei: s.part(UNIT / 100n) });
  }),
  ...SENT.map(([id, token, unit, code]) =>
    benign(OZ, `send-${id}`, 'E4', `transfer of ${code}`, async (s) =>
      s.send(await token(s.world), 'transfer', [s.world.friend, s.part(25n * unit)]),
    ),
  ),
  benign(OZ, 'send-item', 'C2', 'ERC721.safeTransferFrom(3)', async (s) => {
    const items = await gallery(s.world);
    return s.raw({
      to: items.address,
      data: dataOf(form(items, 'safeTransferFrom', 3), 'safeTransferFrom', [
        s.user,
        s.world.friend,
        itemOf(s.world, s.user),
      ]),
    });
  }),
  benign(OZ, 'send-item-with-note', 'C2', 'ERC721.safeTransferFrom(4)', async (s) => {
    const items = await gallery(s.world);
    return s.raw({
      to: items.address,
      data: dataOf(form(items, 'safeTransferFrom', 4), 'safeTransferFrom', [
        s.user,
        s.world.friend,
        itemOf(s.world, s.user),
        '0x1234',
      ]),
    });
  }),
  benign(OZ, 'send-item-plainly', 'C2', 'ERC721.transferFrom', async (s) =>
    s.send(await gallery(s.world), 'transferFrom', [s.user, s.second, itemOf(s.world, s.user)]),
  ),
  benign(OZ, 'send-edition', 'C2', 'ERC1155.safeTransferFrom', async (s) =>
    s.send(await editions(s.world), 'safeTransferFrom', [s.user, s.world.friend, 1n, 2n, '0x']),
  ),
  benign(OZ, 'send-editions', 'C2', 'ERC1155.safeBatchTransferFrom', async (s) =>
    s.send(await editions(s.world), 'safeBatchTransferFrom', [s.user, s.world.friend, [1n, 2n], [1n, 1n], '0x']),
  ),
  benign(OZ, 'send-from-allowance', 'E4', 'ERC20.transferFrom of an allowance given to the user', async (s) => {
    const token = await meadow(s.world);
    await s.world.send(s.world.friend, {
      to: token.address,
      abi: token.abi,
      functionName: 'approve',
      args: [s.user, 100n * UNIT],
    });
    return s.send(token, 'transferFrom', [s.world.friend, s.user, s.part(40n * UNIT)]);
  }),
  benign(OZ, 'burn-tokens', 'E4', 'ERC20Burnable.burn', async (s) =>
    s.send(await ember(s.world), 'burn', [s.part(3n * UNIT)]),
  ),
  benign(OZ, 'burn-item', 'C2', 'ERC721Burnable.burn', async (s) =>
    s.send(await gallery(s.world), 'burn', [itemOf(s.world, s.user)]),
  ),
  benign(OZ, 'burn-edition', 'C2', 'ERC1155Burnable.burn', async (s) =>
    s.send(await editions(s.world), 'burn', [s.user, 1n, 1n]),
  ),
  benign(OZ, 'transfer-and-call', 'E4', 'ERC1363.transferAndCall', async (s) => {
    const token = await herald(s.world);
    const shop = await deployed(s.world, own('HeraldShop'), [token.address]);
    return s.raw({
      to: token.address,
      data: dataOf(form(token, 'transferAndCall', 2), 'transferAndCall', [shop.address, s.part(9n * UNIT)]),
    });
  }),
  benign(OZ, 'approve-and-call', 'A1', 'ERC1363.approveAndCall', async (s) => {
    const token = await herald(s.world);
    const shop = await deployed(s.world, own('HeraldShop'), [token.address]);
    return s.raw({
      to: token.address,
      data: dataOf(form(token, 'approveAndCall', 2), 'approveAndCall', [shop.address, s.part(9n * UNIT)]),
    });
  }),
  benign(OZ, 'send-multi-token', 'E4', 'ERC6909.transfer', async (s) => {
    const token = await deployed(s.world, own('Granary'));
    await operate(s.world, token, 'mint', [s.user, 4n, 1000n]);
    return s.send(token, 'transfer', [s.world.friend, 4n, s.part(10n)]);
  }),
  benign(OZ, 'operate-multi-token', 'A3', 'ERC6909.setOperator to a vault', async (s) => {
    const token = await deployed(s.world, own('Granary'));
    const { router } = await uniswapV2(s.world);
    return s.send(token, 'setOperator', [router.address, true]);
  }),
  benign(OZ, 'disperse-coin', 'F3', 'Disperse.disperseEther', async (s) => {
    const disperse = await deployed(s.world, own('Disperse'));
    const each = s.part(UNIT / 10n);
    return s.send(
      disperse,
      'disperseEther',
      [
        [s.world.friend, s.second],
        [each, each],
      ],
      2n * each,
    );
  }),
  benign(OZ, 'disperse-token', 'F3', 'Disperse.disperseToken', async (s) => {
    const disperse = await deployed(s.world, own('Disperse'));
    const token = await meadow(s.world);
    await s.approved(token, disperse);
    return s.send(disperse, 'disperseToken', [token.address, [s.world.friend, s.second], [s.part(UNIT), s.part(UNIT)]]);
  }),
];

/** Who is approved, by whose dapp: the commonest request there is. */
const SPENDERS: readonly (readonly [
  id: string,
  spender: (world: World) => Promise<Contract>,
  code: string,
  limit: 'amount' | 'unlimited',
])[] = [
  ['v2-router', async (world) => (await uniswapV2(world)).router, 'UniswapV2Router02', 'amount'],
  ['v2-first-router', async (world) => (await uniswapV2(world)).oldRouter, 'UniswapV2Router01', 'unlimited'],
  ['v3-router', async (world) => (await uniswapV3(world)).router, 'SwapRouter', 'unlimited'],
  ['v3-positions', async (world) => (await uniswapV3(world)).positions, 'NonfungiblePositionManager', 'amount'],
  ['permit2', async () => permit2(), 'Permit2', 'unlimited'],
  [
    'vault',
    async (world) => deployed(world, own('Vault'), [(await dollar(world)).address]),
    'an ERC-4626 vault',
    'amount',
  ],
  [
    'staking',
    async (world) =>
      deployed(world, own('StakingRewards'), [(await meadow(world)).address, (await civic(world)).address]),
    'StakingRewards',
    'amount',
  ],
  ['bridge', async (world) => deployed(world, own('Bridge')), 'a bridge', 'amount'],
  ['aggregator', async (world) => deployed(world, own('Aggregator')), 'an aggregator', 'unlimited'],
  ['money-market', async (world) => deployed(world, own('Comet')), 'a lending market', 'unlimited'],
];

const approvals: readonly Case[] = [
  ...SPENDERS.map(([id, spender, code, limit]) =>
    benign(SWAP, `approve-${id}`, 'A1', `ERC20.approve to ${code}`, async (s) => {
      const amount = limit === 'amount' ? s.part(250n * UNIT) : maxUint256;
      return s.send(await meadow(s.world), 'approve', [(await spender(s.world)).address, amount]);
    }),
  ),
  benign(SWAP, 'approve-no-return', 'A1', 'approve of a token that returns nothing', async (s) =>
    s.send(await stone(s.world), 'approve', [(await uniswapV2(s.world)).router.address, s.part(50n * DOLLAR_UNIT)]),
  ),
  benign(SWAP, 'approve-wrapped-coin', 'A1', 'WETH9.approve', async (s) =>
    s.send(await weth(s.world), 'approve', [(await uniswapV3(s.world)).router.address, s.part(UNIT)]),
  ),
  benign(SWAP, 'approve-permit2-inner', 'A4', 'Permit2.approve to UniversalRouter', async (s) => {
    const [token, router] = [await meadow(s.world), await universalRouter(s.world)];
    return s.send(permit2(), 'approve', [
      token.address,
      router.address,
      s.part(250n * UNIT),
      await s.later(30 * 86_400),
    ]);
  }),
  benign(OLD, 'increase-allowance', 'A2', 'increaseAllowance', async (s) =>
    s.send(await meadow(s.world), 'increaseAllowance', [(await uniswapV2(s.world)).router.address, s.part(10n * UNIT)]),
  ),
  benign(OLD, 'increase-approval', 'A2', 'increaseApproval', async (s) =>
    s.send(await meadow(s.world), 'increaseApproval', [(await uniswapV2(s.world)).router.address, s.part(10n * UNIT)]),
  ),
  benign(SWAP, 'approve-item', 'A3', 'ERC721.approve of one item to an auction', async (s) => {
    const [items, coin] = [await gallery(s.world), await weth(s.world)];
    const auction = await deployed(s.world, own('Auction'), [items.address, coin.address]);
    return s.send(items, 'approve', [auction.address, itemOf(s.world, s.user)]);
  }),
  benign(SWAP, 'approve-all-items', 'A3', 'ERC721.setApprovalForAll to an auction', async (s) => {
    const [items, coin] = [await gallery(s.world), await weth(s.world)];
    const auction = await deployed(s.world, own('Auction'), [items.address, coin.address]);
    return s.send(items, 'setApprovalForAll', [auction.address, true]);
  }),
  benign(
    SWAP,
    'approve-all-positions',
    'A3',
    'NonfungiblePositionManager.setApprovalForAll to the migrator',
    async (s) => {
      const { positions, migrator } = await uniswapV3(s.world);
      return s.send(positions, 'setApprovalForAll', [migrator.address, true]);
    },
  ),
];

async function routerOf(s: Stage): Promise<Contract> {
  return (await uniswapV2(s.world)).router;
}

const revokes: readonly Case[] = [
  benign(REVOKE, 'revoke-approval', 'A1', 'ERC20.approve of nothing', async (s) => {
    const [token, router] = [await meadow(s.world), await routerOf(s)];
    await s.approved(token, router);
    return s.send(token, 'approve', [router.address, 0n]);
  }),
  benign(REVOKE, 'revoke-from-eoa', 'A1', 'ERC20.approve of nothing to a plain account', async (s) => {
    const token = await meadow(s.world);
    await s.did(token, 'approve', [s.world.attacker, maxUint256]);
    return s.send(token, 'approve', [s.world.attacker, 0n]);
  }),
  benign(REVOKE, 'revoke-no-return', 'A1', 'approve of nothing, a token that returns nothing', async (s) => {
    const [token, router] = [await stone(s.world), await routerOf(s)];
    await s.approved(token, router);
    return s.send(token, 'approve', [router.address, 0n]);
  }),
  benign(REVOKE, 'decrease-allowance', 'A2', 'decreaseAllowance', async (s) => {
    const [token, router] = [await meadow(s.world), await routerOf(s)];
    await s.did(token, 'approve', [router.address, 100n * UNIT]);
    return s.send(token, 'decreaseAllowance', [router.address, s.part(20n * UNIT)]);
  }),
  benign(REVOKE, 'decrease-approval', 'A2', 'decreaseApproval', async (s) => {
    const [token, router] = [await meadow(s.world), await routerOf(s)];
    await s.did(token, 'approve', [router.address, 100n * UNIT]);
    return s.send(token, 'decreaseApproval', [router.address, s.part(20n * UNIT)]);
  }),
  benign(REVOKE, 'revoke-operator', 'A3', 'ERC721.setApprovalForAll(false)', async (s) => {
    const [items, router] = [await gallery(s.world), await routerOf(s)];
    await s.did(items, 'setApprovalForAll', [router.address, true]);
    return s.send(items, 'setApprovalForAll', [router.address, false]);
  }),
  benign(REVOKE, 'revoke-editions', 'A3', 'ERC1155.setApprovalForAll(false)', async (s) => {
    const [items, router] = [await editions(s.world), await routerOf(s)];
    await s.did(items, 'setApprovalForAll', [router.address, true]);
    return s.send(items, 'setApprovalForAll', [router.address, false]);
  }),
  benign(REVOKE, 'revoke-item', 'A3', 'ERC721.approve of nobody', async (s) => {
    const items = await gallery(s.world);
    await s.did(items, 'approve', [s.world.friend, itemOf(s.world, s.user)]);
    return s.send(items, 'approve', [`0x${'0'.repeat(40)}`, itemOf(s.world, s.user)]);
  }),
  benign(REVOKE, 'permit2-lockdown', 'A4', 'Permit2.lockdown', async (s) => {
    const [token, router] = [await meadow(s.world), await universalRouter(s.world)];
    await s.did(permit2(), 'approve', [token.address, router.address, 5n * UNIT, await s.later(86_400)]);
    return s.send(permit2(), 'lockdown', [[{ token: token.address, spender: router.address }]]);
  }),
  benign(REVOKE, 'permit2-revoke', 'A4', 'Permit2.approve of nothing', async (s) => {
    const [token, router] = [await meadow(s.world), await universalRouter(s.world)];
    await s.did(permit2(), 'approve', [token.address, router.address, 5n * UNIT, await s.later(86_400)]);
    return s.send(permit2(), 'approve', [token.address, router.address, 0n, 0]);
  }),
  benign(REVOKE, 'permit2-invalidate', 'B3', 'Permit2.invalidateNonces', async (s) =>
    s.send(permit2(), 'invalidateNonces', [
      (await meadow(s.world)).address,
      (await universalRouter(s.world)).address,
      1,
    ]),
  ),
  benign(REVOKE, 'permit2-invalidate-unordered', 'B4', 'Permit2.invalidateUnorderedNonces', (s) =>
    s.send(permit2(), 'invalidateUnorderedNonces', [0n, s.part(1n << 20n)]),
  ),
  benign(REVOKE, 'revoke-by-meta-token', 'A1', 'approve of nothing on a token with meta-transactions', async (s) => {
    const [token, router] = [await credits(s.world), await routerOf(s)];
    await s.approved(token, router);
    return s.send(token, 'approve', [router.address, 0n]);
  }),
];

const wraps: readonly Case[] = [
  benign(WRAP, 'wrap-coin', 'D2', 'WETH9.deposit', async (s) =>
    s.send(await weth(s.world), 'deposit', [], s.part(UNIT)),
  ),
  benign(WRAP, 'wrap-coin-by-sending', 'D2', 'coin sent to WETH9', async (s) =>
    s.raw({ to: (await weth(s.world)).address, valueWei: s.part(UNIT) }),
  ),
  benign(WRAP, 'unwrap-coin', 'D2', 'WETH9.withdraw', async (s) =>
    s.send(await weth(s.world), 'withdraw', [s.part(UNIT)]),
  ),
  benign(OZ, 'wrap-token', 'A1', 'ERC20Wrapper.depositFor', async (s) => {
    const token = await meadow(s.world);
    const wrapper = await deployed(s.world, own('WrappedMeadow'), [token.address]);
    await s.approved(token, wrapper);
    return s.send(wrapper, 'depositFor', [s.user, s.part(30n * UNIT)]);
  }),
  benign(OZ, 'unwrap-token', 'G1', 'ERC20Wrapper.withdrawTo', async (s) => {
    const token = await meadow(s.world);
    const wrapper = await deployed(s.world, own('WrappedMeadow'), [token.address]);
    await s.approved(token, wrapper);
    await s.did(wrapper, 'depositFor', [s.user, 100n * UNIT]);
    return s.send(wrapper, 'withdrawTo', [s.user, s.part(30n * UNIT)]);
  }),
  benign(OZ, 'wrap-item', 'C2', 'ERC721Wrapper.depositFor', async (s) => {
    const items = await gallery(s.world);
    const wrapper = await deployed(s.world, own('GalleryWrapper'), [items.address]);
    await s.did(items, 'setApprovalForAll', [wrapper.address, true]);
    return s.send(wrapper, 'depositFor', [s.user, [itemOf(s.world, s.user)]]);
  }),
  benign(OZ, 'wrap-item-by-sending', 'C2', 'ERC721.safeTransferFrom into ERC721Wrapper', async (s) => {
    const items = await gallery(s.world);
    const wrapper = await deployed(s.world, own('GalleryWrapper'), [items.address]);
    const note = encodeAbiParameters(parseAbiParameters('address'), [s.user]);
    return s.raw({
      to: items.address,
      data: dataOf(form(items, 'safeTransferFrom', 4), 'safeTransferFrom', [
        s.user,
        wrapper.address,
        itemOf(s.world, s.user),
        note,
      ]),
    });
  }),
];

/** One of several functions of one name, by how many arguments it takes. */
export function form(contract: Contract, name: string, count: number): Contract {
  const abi: Abi = contract.abi.filter(
    (one) => one.type === 'function' && one.name === name && one.inputs.length === count,
  );
  return { ...contract, abi };
}

export const TOKEN_CALLS: readonly Case[] = [...sends, ...approvals, ...revokes, ...wraps];
