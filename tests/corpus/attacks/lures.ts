import { hashTypedData } from 'viem';
import type { Case } from '../Case.ts';
import { weth } from '../protocols/tokens.ts';
import { uniswapV2 } from '../protocols/uniswap.ts';
import { type About, attack, signature, transaction } from './attack.ts';
import { type Deployed, ETHER, FAR_SECONDS, type Heist, NO_LIMIT } from './Heist.ts';
import { pullBy, submitPermit } from './permit2.ts';
import { eoa, multicall, pull, type Spender } from './spenders.ts';
import { permit2612, permitSingle, usePermit } from './typed.ts';

/** I: false tokens, false sites, true sites in false hands, and tokens that cannot be sold. */
export const LURES: readonly Case[] = [
  ...counterfeits(),
  ...sites(),
  ...hijacked(),
  trap('i4-nobody-sends', 0, 'V2 purchase of a token that nobody but its maker may send'),
  trap('i4-no-sale', 1, 'V2 purchase of a token whose sale to the pool reverts'),
  trap('i4-burning-sale', 2, 'V2 purchase of a token whose sale burns all but a thousandth'),
  transaction(
    {
      id: 'i4-presale',
      family: 'I4',
      shape: 'buy() of a trap token from its own sale contract',
      provenance: 'TrapdoorAnalyser data (trapdoor tokens on Uniswap)',
    },
    async (heist) => {
      const token = await heist.thiefs('TrapToken', [0n]);
      const sale = await heist.thiefs('PresaleLure', [token.address]);
      await heist.send(heist.thief, token, 'open', [sale.address]);
      await heist.send(heist.thief, token, 'transfer', [sale.address, 500_000n * ETHER]);
      return {
        call: heist.encode(sale, 'buy', [], heist.scaled(20n * ETHER)),
        stake: heist.ether(),
        theft: () => heist.send(heist.thief, sale, 'withdraw'),
      };
    },
  ),
];

function counterfeits(): Case[] {
  const i1 = (id: string, shape: string): About => ({
    id,
    family: 'I1',
    shape,
    provenance: '2,117 counterfeits of 94 of the top 100 tokens (arXiv 2011.06922)',
  });
  return [
    attack(i1('i1-watch-usdc', 'wallet_watchAsset of a counterfeit USDC'), async (heist) => {
      const fake = await heist.thiefs('Counterfeit', ['USD Coin', 'USDC', 6]);
      return watch(heist, fake, 'USDC', 6);
    }),
    attack(i1('i1-watch-confusable', 'wallet_watchAsset of a token spelled with look-alike letters'), async (heist) => {
      const fake = await heist.thiefs('Counterfeit', ['Tether USD', 'USDТ', 6]);
      return watch(heist, fake, 'USDТ', 6);
    }),
    transaction(i1('i1-swap-into', 'V2 swap of ether into a counterfeit DAI'), async (heist) => {
      const fake = await heist.thiefs('Counterfeit', ['Dai Stablecoin', 'DAI', 18]);
      const { router, path } = await pooled(heist, fake, 'mint');
      const call = heist.encode(
        router,
        'swapExactETHForTokens',
        [1n, path, heist.user, FAR_SECONDS],
        heist.scaled(5n * ETHER),
      );
      return { call, stake: heist.ether() };
    }),
    signature(i1('i1-order-for-fake', 'an item offered for counterfeit WETH by EIP-712 order'), async (heist) => {
      const art = await heist.art();
      const market = await heist.honest('SignedMarket');
      const fake = await heist.thiefs('Counterfeit', ['Wrapped Ether', 'WETH', 18]);
      await heist.send(heist.user, art, 'setApprovalForAll', [market.address, true]);
      const typed = {
        domain: {
          name: 'LooksRareExchange',
          version: '1',
          chainId: heist.world.chainId,
          verifyingContract: '0x59728544B08AB483533076417FbBB2fD0B17CE3a',
        },
        types: {
          MakerOrder:
            'bool isOrderAsk,address signer,address collection,uint256 price,uint256 tokenId,uint256 amount,address strategy,address currency,uint256 nonce,uint256 startTime,uint256 endTime,uint256 minPercentageToAsk,bytes params'
              .split(',')
              .map((field) => ({ type: field.split(' ')[0] ?? '', name: field.split(' ')[1] ?? '' })),
        },
        primaryType: 'MakerOrder',
        message: {
          isOrderAsk: true,
          signer: heist.user,
          collection: art.address,
          price: 12n * ETHER,
          tokenId: art.ids[0] ?? 0n,
          amount: 1n,
          strategy: '0x56244Bb70CbD3EA9Dc8007399F61dFC065190031',
          currency: fake.address,
          nonce: 0n,
          startTime: 0n,
          endTime: FAR_SECONDS,
          minPercentageToAsk: 0n,
          params: '0x',
        },
      } as const;
      return {
        typed,
        stake: heist.balance(art),
        theft: async (signed) => {
          const lot = { maker: heist.user, collection: art.address, id: art.ids[0], payWei: 0n, payee: heist.user };
          await heist.send(heist.thief, market, 'fill', [hashTypedData(typed), signed, lot, heist.thief]);
        },
      };
    }),
  ];
}

function watch(heist: Heist, token: Deployed, symbol: string, decimals: number) {
  return {
    method: 'wallet_watchAsset',
    params: [{ type: 'ERC20', options: { address: token.address, symbol, decimals } }],
    account: heist.user,
  };
}

/** A pool of the thief's token and wrapped ether on Uniswap V2. */
async function pooled(heist: Heist, token: Deployed, supply: 'mint' | 'held') {
  const { router } = await uniswapV2(heist.world);
  const wrapped = await weth(heist.world);
  const amount = 400_000n * ETHER;
  if (supply === 'mint') await heist.send(heist.thief, token, 'mint', [heist.thief, amount]);
  await heist.send(heist.thief, token, 'approve', [router.address, NO_LIMIT]);
  const args = [token.address, amount, 0n, 0n, heist.thief, FAR_SECONDS];
  await heist.send(heist.thief, router, 'addLiquidityETH', args, 40n * ETHER);
  return { router, path: [wrapped.address, token.address] };
}

function trap(id: string, trick: number, shape: string): Case {
  const about = { id, family: 'I4', shape, provenance: 'trapdoor tokens on Uniswap (arXiv 2309.04700)' };
  return transaction(about, async (heist) => {
    const token = await heist.thiefs('TrapToken', [trick]);
    const { router, path } = await pooled(heist, token, 'held');
    const { factory } = await uniswapV2(heist.world);
    const pair = await heist.world.read(factory.address, factory.abi, 'getPair', path);
    await heist.send(heist.thief, token, 'open', [pair]);
    const args = [1n, path, heist.user, FAR_SECONDS];
    return {
      call: heist.encode(router, 'swapExactETHForTokens', args, heist.scaled(3n * ETHER)),
      stake: heist.ether(),
    };
  });
}

/** I2: the name of the site is the lie; what it asks is a drainer's request. */
function sites(): Case[] {
  const i2 = (id: string, origin: string, shape: string): About => ({
    id,
    family: 'I2',
    shape,
    provenance: 'lookalike and hosted phishing sites (ScamSniffer, MetaMask lists: forms, not entries)',
    origin,
  });
  return [
    connect(
      i2(
        'i2-connect-typo',
        'https://app.uniswarp-exchange.org',
        'eth_requestAccounts from a lookalike with a letter more',
      ),
    ),
    connect(
      i2('i2-connect-homograph', 'https://app.xn--unswap-q9a.org', 'eth_requestAccounts from a punycode homograph'),
    ),
    connect(
      i2(
        'i2-connect-hosted',
        'https://uniswap-airdrop-claim-v4.vercel.app',
        'eth_requestAccounts from a brand on a hosting suffix',
      ),
    ),
    connect(
      i2(
        'i2-connect-other-ending',
        'https://opensea-io.com',
        'eth_requestAccounts from a brand with its ending in the name',
      ),
    ),
    connect(
      i2(
        'i2-connect-domain-before',
        'https://app.uniswap.org.lumenfold.com',
        'eth_requestAccounts from a known domain written before another',
      ),
    ),
    connect(
      i2(
        'i2-connect-official',
        'https://zerion-login-desk.com',
        'eth_requestAccounts from a brand beside a word that sounds official',
      ),
    ),
    drained(i2('i2-approve-lookalike', 'https://app.aaave.com', 'a lookalike asks approve → owner-only pull'), pull),
    drained(
      i2(
        'i2-approve-hosted',
        'https://metamask-upgrade-portal.web.app',
        'a brand on a hosting suffix asks approve → origin-bound multicall',
      ),
      multicall,
    ),
  ];
}

function connect(about: About): Case {
  return attack(about, async (heist) => ({ method: 'eth_requestAccounts', params: [], account: heist.user }));
}

function drained(about: About, spender: Spender): Case {
  return transaction(about, async (heist) => {
    const coin = await heist.coin();
    const opened = await spender.open(heist);
    return {
      call: heist.encode(coin, 'approve', [opened.address, NO_LIMIT]),
      stake: heist.balance(coin),
      theft: async () => opened.take(coin, await heist.balance(coin)()),
    };
  });
}

/** I3: the site is the real one and somebody else holds it. */
function hijacked(): Case[] {
  const i3 = (id: string, origin: string, shape: string, provenance: string): About => ({
    id,
    family: 'I3',
    shape,
    provenance,
    origin,
  });
  return [
    transaction(
      i3(
        'i3-badger',
        'https://app.badger.com',
        'increaseAllowance → a plain account, from the real site',
        'BadgerDAO, 2 Dec 2021 ($120 M)',
      ),
      async (heist) => {
        const coin = await heist.coinOf('SteppedCoin');
        const held = await heist.balance(coin)();
        return {
          call: heist.encode(coin, 'increaseAllowance', [heist.thief, NO_LIMIT]),
          stake: heist.balance(coin),
          theft: async () => (await eoa.open(heist)).take(coin, held),
        };
      },
    ),
    drained(
      i3(
        'i3-curve',
        'https://curve.fi',
        'approve → owner-only pull, from the real site',
        'Curve DNS hijack, 9 Aug 2022',
      ),
      pull,
    ),
    signature(
      i3(
        'i3-ledger-kit',
        'https://www.sushi.com',
        'Permit2 PermitSingle → origin-bound multicall, from the real site',
        'Ledger Connect Kit, 14 Dec 2023',
      ),
      async (heist) => {
        const coin = await heist.coin();
        await heist.approvedPermit2(coin);
        const drainer = await multicall.open(heist);
        const typed = permitSingle(heist, coin, drainer.address);
        return {
          typed,
          stake: heist.balance(coin),
          theft: async (signed) => {
            await submitPermit(heist, typed.message, signed, false);
            await pullBy(heist, drainer, coin, await heist.balance(coin)());
          },
        };
      },
    ),
    signature(
      i3(
        'i3-uniswap',
        'https://app.uniswap.org',
        'ERC-2612 Permit → a plain account, from the real site',
        'front-end hijacks (Galxe, Velodrome, Balancer, 2023)',
      ),
      async (heist) => {
        const coin = await heist.coin();
        return {
          typed: await permit2612(heist, coin, heist.thief),
          stake: heist.balance(coin),
          theft: async (signed) => {
            await usePermit(heist, coin, heist.thief, signed);
            await (await eoa.open(heist)).take(coin, await heist.balance(coin)());
          },
        };
      },
    ),
    transaction(
      i3(
        'i3-balancer',
        'https://app.balancer.fi',
        'a payable function of the thief’s, from the real site',
        'Balancer DNS hijack, 19 Sept 2023',
      ),
      async (heist) => {
        const lure = await heist.thiefs('PayableLure');
        return {
          call: heist.encode(lure, 'claim', [], heist.scaled(800n * ETHER)),
          stake: heist.ether(),
          theft: () => heist.send(heist.thief, lure, 'withdraw'),
        };
      },
    ),
  ];
}
