import type { Case } from '../../Case.ts';
import { aave } from '../../protocols/aave.ts';
import { gallery, itemOf, orchard } from '../../protocols/tokens.ts';
import { permit2, universalRouter } from '../../protocols/uniswap.ts';
import { authorizationOf, permit2Domain, permitOf, transferOf } from '../attacks/permits.ts';
import { quarry, usdc } from '../coins.ts';
import { benign, CENTS, MAX, members, type Site, UNIT } from '../kit.ts';

const PERMIT: Site = {
  origin: 'https://vaults.quarrydao.xyz',
  provenance: 'ERC-2612 and Dai permits of young protocols',
};
const SHOP: Site = {
  origin: 'https://pay.corncrake.store',
  provenance: 'ERC-3009 and Permit2 checkouts (x402 manners)',
};
const UNI: Site = {
  origin: 'https://app.uniswap.org',
  provenance: 'Uniswap interface, npm @uniswap/universal-router 2.1.0',
};
const MARKET: Site = { origin: 'https://market.eastpier.gallery', provenance: 'npm seaport-core 1.6.6, own front end' };

export const PERMITS: readonly Case[] = [
  benign(PERMIT, 'permit-vault', 'B1', 'USDC Permit of the amount to a young vault', async (s) => {
    const coin = await usdc(s.world);
    const made = await s.place('CoinVault', [coin.address], { key: 'dollar vault' });
    return s.typed(
      permitOf(s, coin, {
        name: 'USD Coin',
        version: '2',
        spender: made.address,
        value: s.part(900n * CENTS),
        deadline: await s.in(1800),
      }),
    );
  }),
  benign(PERMIT, 'permit-club', 'B1', 'coin Permit of a year to a membership', async (s) => {
    const coin = await quarry(s.world);
    const made = await s.place('Memberships', [coin.address, s.world.deployer]);
    return s.typed(
      permitOf(s, coin, {
        name: 'Quarry',
        version: '1',
        spender: made.address,
        value: 108n * UNIT,
        deadline: await s.in(1800),
      }),
    );
  }),
  benign(PERMIT, 'permit-shares', 'B1', 'vault share Permit to a young lending book', async (s) => {
    const coin = await quarry(s.world);
    const vault = await s.place('CoinVault', [coin.address]);
    await s.allowed(coin, vault);
    await s.did(vault, 'deposit', [9000n * UNIT, s.user]);
    const book = await s.place('IsleMarkets', [vault.address], { key: 'share book' });
    return s.typed(
      permitOf(s, vault, {
        name: 'Quarry Yield',
        version: '1',
        spender: book.address,
        value: s.part(500n * UNIT),
        deadline: await s.in(1800),
      }),
    );
  }),
  benign(PERMIT, 'permit-dai', 'B2', 'Dai permit to a young pair', async (s) => {
    const [coin, other] = [await orchard(s.world), await quarry(s.world)];
    const made = await s.place('YoungPair', [coin.address, other.address], { key: 'orchard pair' });
    return s.typed({
      domain: { name: 'Orchard Stable', version: '1', chainId: s.world.chainId, verifyingContract: coin.address },
      types: { Permit: members('address holder,address spender,uint256 nonce,uint256 expiry,bool allowed') },
      primaryType: 'Permit',
      message: { holder: s.user, spender: made.address, nonce: 0n, expiry: await s.in(3600), allowed: true },
    });
  }),
  benign(PERMIT, 'permit-aave', 'B1', 'aToken Permit to a young zap', async (s) => {
    const { pool, dollars } = await aave(s.world);
    await s.allowed(dollars.asset, pool);
    await s.did(pool, 'supply', [dollars.asset.address, 6000n * CENTS, s.user, 0]);
    const made = await s.place('IsleMarkets', [dollars.receipt.address], { key: 'receipt book' });
    return s.typed(
      permitOf(s, dollars.receipt, {
        name: 'Harbor Lend HBD',
        version: '1',
        spender: made.address,
        value: s.part(400n * CENTS),
        deadline: await s.in(1800),
      }),
    );
  }),
  benign(UNI, 'permit2-router', 'B3', 'PermitSingle to the Universal Router', async (s) => {
    const [coin, router] = [await usdc(s.world), await universalRouter(s.world)];
    await s.allowed(coin, permit2());
    const details = {
      token: coin.address,
      amount: 2n ** 160n - 1n,
      expiration: Number(await s.in(86_400 * 30)),
      nonce: 0,
    };
    return s.typed({
      domain: permit2Domain(s),
      types: {
        PermitSingle: members('PermitDetails details,address spender,uint256 sigDeadline'),
        PermitDetails: members('address token,uint160 amount,uint48 expiration,uint48 nonce'),
      },
      primaryType: 'PermitSingle',
      message: { details, spender: router.address, sigDeadline: await s.in(1800) },
    });
  }),
  benign(SHOP, 'permit2-checkout', 'B4', 'PermitTransferFrom of a price to a young till', async (s) => {
    const coin = await usdc(s.world);
    await s.allowed(coin, permit2());
    const till = await s.place('Invoices');
    return s.typed(transferOf(s, coin, till.address, s.part(48n * CENTS), await s.in(600)));
  }),
  benign(SHOP, 'receive-checkout', 'B5', 'ReceiveWithAuthorization of a price to a till', async (s) => {
    const coin = await usdc(s.world);
    const till = await s.place('Salaries', [coin.address]);
    return s.typed(
      authorizationOf(s, coin, 'ReceiveWithAuthorization', till.address, s.part(48n * CENTS), await s.in(600)),
    );
  }),
  benign(SHOP, 'transfer-checkout', 'B5', 'TransferWithAuthorization of cents for a page (x402)', async (s) => {
    const coin = await usdc(s.world);
    return s.typed(
      authorizationOf(s, coin, 'TransferWithAuthorization', s.world.friend, s.part(CENTS / 100n), await s.in(120)),
    );
  }),
  benign(MARKET, 'item-permit', 'B5', 'ERC-4494 Permit to a young auction yard', async (s) => {
    const [items, coin] = [await gallery(s.world), await quarry(s.world)];
    const made = await s.place('AuctionYard', [coin.address]);
    return s.typed({
      domain: { name: 'Harbor Gallery', version: '1', chainId: s.world.chainId, verifyingContract: items.address },
      types: { Permit: members('address spender,uint256 tokenId,uint256 nonce,uint256 deadline') },
      primaryType: 'Permit',
      message: { spender: made.address, tokenId: itemOf(s.world, s.user), nonce: 0n, deadline: await s.in(3600) },
    });
  }),
  benign(UNI, 'permit2-approve-usdc', 'A1', 'USDC approve without limit to Permit2', async (s) =>
    s.call(await usdc(s.world), 'approve', [permit2().address, MAX]),
  ),
  benign(PERMIT, 'lockdown', 'A4', 'Permit2 lockdown', async (s) =>
    s.call(permit2(), 'lockdown', [[{ token: (await usdc(s.world)).address, spender: s.world.friend }]]),
  ),
];
