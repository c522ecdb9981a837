import { type Address, parseAbi } from 'viem';
import type { Case } from '../Case.ts';
import { attack, calls, losesBy, signature, transaction } from './attack.ts';
import { type Deployed, ETHER, FAR_SECONDS, type Heist, ownContract } from './Heist.ts';
import { authorization } from './typed.ts';

/** E: the user copies a lookalike of somebody they paid before. */
export const POISONING: readonly Case[] = [
  transaction(
    poisoned('e1-ether', 'E1', 'a plain ether payment to the lookalike', 'zero-value poisoning (104 of 5,000)'),
    async (heist) => {
      const { fake, history } = lookalike(heist, 'e1 ether', 6);
      return { call: { to: fake, data: '0x', valueWei: heist.scaled(3n * ETHER) }, stake: heist.ether(), history };
    },
  ),
  transaction(
    poisoned('e1-coin', 'E1', 'ERC-20 transfer to the lookalike', 'zero-value poisoning (104 of 5,000)'),
    async (heist) => {
      const { fake, history } = lookalike(heist, 'e1 coin', 4);
      const coin = await heist.coin();
      const part = (await heist.balance(coin)()) / 3n;
      return { call: heist.encode(coin, 'transfer', [fake, part + 1n]), stake: heist.balance(coin), history };
    },
  ),
  transaction(
    poisoned('e1-item', 'E1', 'ERC-721 safeTransferFrom to the lookalike', 'zero-value poisoning, collectibles'),
    async (heist) => {
      const { fake, history } = lookalike(heist, 'e1 item', 5);
      const art = await heist.art();
      const abi = parseAbi(['function safeTransferFrom(address from, address to, uint256 id)']);
      const call = heist.encode({ ...art, abi }, 'safeTransferFrom', [heist.user, fake, art.ids[0]]);
      return { call, stake: heist.balance(art), history };
    },
  ),
  transaction(
    poisoned('e1-approve', 'E1', 'approve to a lookalike of a known spender', 'lookalike spenders, 2024'),
    async (heist) => {
      const { fake, history } = lookalike(heist, 'e1 approve', 4);
      const coin = await heist.coin();
      return {
        call: heist.encode(coin, 'approve', [fake, 10n ** 30n]),
        stake: heist.balance(coin),
        history,
        theft: async () => {
          await heist.setEther(fake, ETHER);
          await heist.send(fake, coin, 'transferFrom', [heist.user, heist.thief, await heist.balance(coin)()]);
        },
      };
    },
  ),
  withHistory(
    poisoned('e1-calls', 'E1', 'wallet_sendCalls with a payment to the lookalike', 'zero-value poisoning, by EIP-5792'),
    'e1 calls',
    async (heist, fake) => {
      const [coin, other] = [await heist.coin(), await heist.otherCoin()];
      return [
        heist.encode(other, 'transfer', [heist.world.friend, 5n]),
        heist.encode(coin, 'transfer', [fake, (await heist.balance(coin)()) / 2n + 1n]),
      ];
    },
  ),
  signature(
    {
      ...poisoned('e1-authorization', 'E1', 'ERC-3009 payment signed to the lookalike', 'USDC checkouts'),
      origin: PAGE(),
    },
    async (heist) => {
      const { fake } = lookalike(heist, 'e1 authorization', 6);
      const coin = await heist.coinOf('CheckoutCoin', 5_000_000_000n);
      const value = await heist.balance(coin)();
      const typed = authorization(heist, coin, fake, value, 'TransferWithAuthorization');
      return {
        typed,
        stake: heist.balance(coin),
        theft: (signed) =>
          heist.send(heist.thief, coin, 'transferWithAuthorization', [
            heist.user,
            fake,
            value,
            0n,
            FAR_SECONDS,
            `0x${'4b'.repeat(32)}`,
            signed,
          ]),
      };
    },
  ),
  transaction(
    {
      id: 'e2-fake-then-lookalike',
      family: 'E2',
      shape: 'the real coin sent to the lookalike that a fake token’s history showed',
      provenance: 'PTXPhish (NDSS 2025), fake-token poisoning (100 of 5,000)',
    },
    async (heist) => {
      const { fake, history } = lookalike(heist, 'e2', 4);
      const usdt = await genuine(heist, USDT, ['Tether USD', 'USDT', 6], 20_000_000_000n);
      const counterfeit = await heist.thiefs('Counterfeit', ['Tether USD', 'USDT', 6]);
      await heist.send(heist.thief, counterfeit, 'mint', [fake, 20_000_000_000n]);
      return {
        call: heist.encode(usdt, 'transfer', [fake, await heist.balance(usdt)()]),
        stake: heist.balance(usdt),
        history,
      };
    },
  ),
  transaction(
    {
      id: 'e2-buy-counterfeit',
      family: 'E2',
      shape: 'ether for a counterfeit USDC from its own sale contract',
      provenance: '"Counterfeit tokens" (arXiv 2011.06922)',
    },
    async (heist) => {
      const fake = await heist.thiefs('Counterfeit', ['USD Coin', 'USDC', 6]);
      const sale = await heist.thiefs('PresaleLure', [fake.address]);
      await heist.send(heist.thief, fake, 'mint', [sale.address, 10n ** 30n]);
      return {
        call: heist.encode(sale, 'buy', [], heist.scaled(2n * ETHER)),
        stake: heist.ether(),
        theft: () => heist.send(heist.thief, sale, 'withdraw'),
      };
    },
  ),
  transaction(
    {
      id: 'e2-deposit-lookalike',
      family: 'E2',
      shape: 'transferFrom of the real coin to the lookalike, by a token’s own batch function',
      provenance: 'PTXPhish (NDSS 2025), fake-token poisoning',
    },
    async (heist) => {
      const { fake, history } = lookalike(heist, 'e2 batch', 5);
      const coin = await heist.coinOf('BatchCoin');
      const inner = heist.encode(coin, 'transfer', [fake, await heist.balance(coin)()]);
      return { call: heist.encode(coin, 'multicall', [[inner.data]]), stake: heist.balance(coin), history };
    },
  ),
  transaction(
    {
      id: 'e3-dust-ether',
      family: 'E3',
      shape: 'a plain ether payment to an account that once sent dust and looks like another',
      provenance: 'PTXPhish (NDSS 2025), dust poisoning (22 of 5,000)',
    },
    async (heist) => {
      const { fake, history } = lookalike(heist, 'e3 ether', 4);
      await heist.setEther(fake, ETHER);
      await heist.world.sendRaw(fake, { to: heist.user, valueWei: 1n });
      return { call: { to: fake, data: '0x', valueWei: heist.scaled(ETHER) }, stake: heist.ether(), history };
    },
  ),
  transaction(
    {
      id: 'e3-dust-coin',
      family: 'E3',
      shape: 'ERC-20 transfer to an account that once sent dust of the same coin',
      provenance: 'PTXPhish (NDSS 2025), dust poisoning (22 of 5,000)',
    },
    async (heist) => {
      const { fake, history } = lookalike(heist, 'e3 coin', 4);
      const coin = await heist.coin();
      await heist.setEther(fake, ETHER);
      await heist.send(heist.world.deployer, coin, 'mint', [fake, 10n]);
      await heist.send(fake, coin, 'transfer', [heist.user, 1n]);
      const half = (await heist.balance(coin)()) / 2n;
      return { call: heist.encode(coin, 'transfer', [fake, half + 1n]), stake: heist.balance(coin), history };
    },
  ),
  transaction(
    {
      id: 'e4-wbtc',
      family: 'E4',
      shape: 'transfer of the whole WBTC balance to a lookalike after a test payment',
      provenance: '1,155 WBTC ($68 M), 3 May 2024',
    },
    async (heist) => {
      const { fake, history } = lookalike(heist, 'e4 wbtc', 4);
      const wbtc = await genuine(heist, WBTC, ['Wrapped BTC', 'WBTC', 8], 115_528_803_000n);
      const held = await heist.balance(wbtc)();
      return { call: heist.encode(wbtc, 'transfer', [fake, held]), stake: heist.balance(wbtc), history };
    },
  ),
  transaction(
    {
      id: 'e4-own-account',
      family: 'E4',
      shape: 'transfer of nearly all to a lookalike of the user’s own second account',
      provenance: 'poisoning of people who move between their own accounts',
    },
    async (heist) => {
      const { fake, history } = lookalike(heist, 'e4 own', 5);
      const coin = await heist.coin();
      const held = await heist.balance(coin)();
      return {
        call: heist.encode(coin, 'transfer', [fake, (held * 95n) / 100n + 1n]),
        stake: heist.balance(coin),
        history: { counterparties: [], ownAccounts: history.counterparties },
      };
    },
  ),
];

function PAGE(): string {
  return 'https://pay.greenquay.com';
}

function poisoned(id: string, family: string, shape: string, provenance: string) {
  return { id, family, shape, provenance: `PTXPhish (NDSS 2025), ${provenance}`, origin: PAGE() };
}

const USDT: Address = '0xdAC17F958D2ee523a2206206994597C13D831ec7';
const WBTC: Address = '0x2260FAC5E5542a773Aa44fBCfeDf7C193bc2C599';

/** A listed token at its own address. */
export async function genuine(heist: Heist, at: Address, args: readonly unknown[], amount: bigint): Promise<Deployed> {
  const artifact = ownContract('Coin');
  const token = { address: await heist.world.deployAt(at, artifact, args), abi: artifact.abi };
  await heist.send(heist.world.deployer, token, 'mint', [heist.user, heist.scaled(amount)]);
  return token;
}

/** An account whose first and last `digits` equal those of somebody the user paid before. */
export function lookalike(heist: Heist, seed: string, digits: number) {
  const known = `0x${Buffer.from(`friend of ${seed}`.padEnd(20, '~')).toString('hex').slice(0, 40)}`;
  const body = Buffer.from(`thief of ${seed} `.padEnd(20, '='))
    .toString('hex')
    .slice(digits, 40 - digits);
  const fake: Address = `0x${known.slice(2, 2 + digits)}${body}${known.slice(-digits)}`;
  return { fake, history: { counterparties: [known, heist.world.friend.toLowerCase()], ownAccounts: [] } };
}

function withHistory(
  about: Parameters<typeof attack>[0],
  seed: string,
  plan: (heist: Heist, fake: Address) => Promise<readonly ReturnType<Heist['encode']>[]>,
): Case {
  return attack(about, async (heist) => {
    const { fake, history } = lookalike(heist, seed, 5);
    const asked = await plan(heist, fake);
    const inner = calls(about, async () => ({ calls: asked, stake: async () => 0n }));
    const prepared = await inner.prepare(heist.world, heist.variation);
    const coin = await heist.coin(1n);
    return {
      ...prepared,
      history,
      strike: () =>
        losesBy(heist.balance(coin), async () => {
          for (const call of asked) await heist.world.sendRaw(heist.user, call);
        }),
    };
  });
}
