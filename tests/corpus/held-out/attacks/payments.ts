import { encodeFunctionData, parseAbi, stringToHex, zeroHash } from 'viem';
import type { Case } from '../../Case.ts';
import { lumen, usdc } from '../coins.ts';
import { attack, CENTS, dataOf, type Site, type Stage, UNIT } from '../kit.ts';
import { HOUSE } from './approvals.ts';

const CLAIM: Site = {
  origin: 'https://claim.saffronprotocol.xyz',
  provenance: 'payable airdrop functions (PTXPhish, 788 of 5,000)',
};
const SPLIT: Site = {
  origin: 'https://season2.brightharbor.network',
  provenance: 'Pink and Venom Drainer native tokens, three-way split',
};
const SALE: Site = {
  origin: 'https://presale.novagrain.io',
  provenance: 'fake presales and staking (Chainalysis 2024 crime report)',
};
const WALLET: Site = {
  origin: 'https://wallet-sync.meridianpass.app',
  provenance: 'payable wallet functions (PTXPhish, 808 of 5,000)',
};
const EOA: Site = { origin: 'https://mint.glasspilots.art', provenance: 'calldata sent to a plain account (PTXPhish)' };
const PILL: Site = {
  origin: 'https://farm.cinderleaf.finance',
  provenance: 'red-pill drainers (simulation spoofing, ZenGo 2023; $460 k January 2025)',
};

/** What everything but the fee costs, a little under the whole balance. */
async function most(s: Stage, percent: bigint): Promise<bigint> {
  return ((await s.coins().read()) * percent) / 100n;
}

const out = async (s: Stage, till: Awaited<ReturnType<Stage['trap']>>, amount: bigint): Promise<void> =>
  s.rob(till, 'withdraw', [s.thief, amount]);

export const PAYMENTS: readonly Case[] = [
  attack(CLAIM, 'bare-claim', 'D1', 'claim() payable, kept for the owner', async (s) => {
    const till = await s.trap('QuietTill', [s.thief]);
    return s.theft(s.call(till, 'claim', [], 2n * UNIT), s.coins(), () => out(s, till, 2n * UNIT));
  }),
  attack(
    SPLIT,
    'claim-rewards',
    'D1',
    'claimRewards(address,address,uint256,bool) payable, split at once',
    async (s) => {
      const till = await s.trap('ClaimTill', [s.thief, HOUSE, s.thief]);
      return s.theft(s.call(till, 'claimRewards', [s.user, HOUSE, 1n, true], 12n * UNIT), s.coins());
    },
  ),
  attack(CLAIM, 'merkle-fee', 'D1', 'MerkleDistributor.claim with a fee and no tokens', async (s) => {
    const till = await s.trap('ClaimTill', [s.thief, HOUSE, s.thief], { key: 'merkle till' });
    return s.theft(s.call(till, 'claim', [4n, s.user, 12_400n * UNIT, [zeroHash, zeroHash]], UNIT / 2n), s.coins());
  }),
  attack(SPLIT, 'fake-bridge', 'D1', 'depositETH(uint32,bytes) to a bridge that is none', async (s) => {
    const till = await s.trap('ClaimTill', [s.thief, HOUSE, s.thief], { key: 'bridge till' });
    return s.theft(s.call(till, 'depositETH', [200_000, '0x'], 40n * UNIT), s.coins());
  }),
  attack(SALE, 'presale', 'D1', 'buyTokens(address) that only counts', async (s) => {
    const till = await s.trap('QuietTill', [s.thief], { key: 'presale' });
    return s.theft(s.call(till, 'buyTokens', [s.user], 5n * UNIT), s.coins(), () => out(s, till, 5n * UNIT));
  }),
  attack(SALE, 'staking-no-exit', 'D1', 'stake() payable that only its owner can empty', async (s) => {
    const till = await s.trap('QuietTill', [s.thief], { key: 'staking' });
    return s.theft(s.call(till, 'stake', [], 32n * UNIT), s.coins(), () => out(s, till, 32n * UNIT));
  }),
  attack(SALE, 'fake-registrar', 'D1', 'register(string,address,uint256,bytes32) of nothing', async (s) => {
    const till = await s.trap('QuietTill', [s.thief], { key: 'registrar' });
    const args = ['satoshi', s.user, 31_536_000n, zeroHash];
    return s.theft(s.call(till, 'register', args, (3n * UNIT) / 10n), s.coins(), () => out(s, till, (3n * UNIT) / 10n));
  }),
  attack(
    SALE,
    'token-staking',
    'D1',
    'deposit(address,uint256) through an allowance, only the keeper withdraws',
    async (s) => {
      const [coin, till] = [await lumen(s.world), await s.trap('FakeStaker', [s.thief])];
      await s.allowed(coin, till, 45_000n * UNIT);
      return s.theft(s.call(till, 'deposit', [coin.address, 45_000n * UNIT]), s.held(coin), () =>
        s.rob(till, 'withdraw', [coin.address, 45_000n * UNIT]),
      );
    },
  ),
  attack(SALE, 'migrate', 'A6', 'migrate(address) that pulls the whole balance', async (s) => {
    const [coin, till] = [await usdc(s.world), await s.trap('FakeStaker', [s.thief], { key: 'migrator' })];
    await s.allowed(coin, till, 40_000n * CENTS);
    return s.theft(s.call(till, 'migrate', [coin.address]), s.held(coin));
  }),
  attack(WALLET, 'security-update', 'D2', 'SecurityUpdate() of nearly all coins, split', async (s) => {
    const till = await s.trap('ClaimTill', [s.thief, HOUSE, s.thief], { key: 'update till' });
    return s.theft(s.call(till, 'SecurityUpdate', [], await most(s, 99n)), s.coins());
  }),
  attack(WALLET, 'connect-proxy', 'D2', 'Connect(string) through a transparent proxy', async (s) => {
    const inner = await s.trap('QuietTill', [s.thief], { key: 'connect code' });
    const init = dataOf(inner, 'init', [s.thief]);
    const proxy = await s.trap('TransparentUpgradeableProxy', [inner.address, s.thief, init], { key: 'connect proxy' });
    const till = { address: proxy.address, abi: inner.abi };
    return s.theft(s.call(till, 'Connect', ['wallet'], await most(s, 92n)), s.coins(), () =>
      s.rob(till, 'withdraw', [HOUSE, 10n * UNIT]),
    );
  }),
  attack(WALLET, 'nameless-selector', 'D2', 'selector 0x00000001 with all coins', async (s) => {
    const till = await s.trap('QuietTill', [s.thief], { key: 'nameless' });
    const valueWei = await most(s, 98n);
    return s.theft(s.tx({ to: till.address, data: '0x00000001', valueWei }), s.coins(), () => out(s, till, valueWei));
  }),
  attack(WALLET, 'payable-multicall', 'D2', 'multicall(bytes[]) of nothing with half of all coins', async (s) => {
    const till = await s.trap('QuietTill', [s.thief], { key: 'multicall till' });
    const valueWei = await most(s, 50n);
    return s.theft(s.call(till, 'multicall', [['0x4e71d92d']], valueWei), s.coins(), () => out(s, till, valueWei));
  }),
  attack(EOA, 'mint-to-wallet', 'D3', 'mint(uint256) to a plain account', async (s) => {
    const data = encodeFunctionData({ abi: parseAbi(['function mint(uint256 quantity) payable']), args: [3n] });
    return s.theft(s.tx({ to: s.thief, data, valueWei: (9n * UNIT) / 10n }), s.coins());
  }),
  attack(EOA, 'note-to-wallet', 'D3', 'a text for calldata, to a plain account', async (s) => {
    return s.theft(
      s.tx({ to: HOUSE, data: stringToHex('Claim your allocation: Season 2'), valueWei: 60n * UNIT }),
      s.coins(),
    );
  }),
  attack(EOA, 'ghost-mint', 'H3', 'publicMint(uint256): Transfer events and no owner', async (s) => {
    const till = await s.trap('GhostMint', [s.thief]);
    return s.theft(s.call(till, 'publicMint', [2n], UNIT / 5n), s.coins());
  }),
  attack(CLAIM, 'ghost-payer', 'H3', 'redeemVoucher(bytes32): an ERC-20 Transfer of its own and no coin', async (s) => {
    const till = await s.trap('GhostPayer', [s.thief]);
    return s.theft(s.call(till, 'redeemVoucher', [zeroHash], UNIT / 4n), s.coins());
  }),
  attack(PILL, 'gas-price-tell', 'H1', 'harvest(): pays back when gas costs nothing', async (s) => {
    const till = await s.trap('GasTell', [s.thief], { valueWei: 30n * UNIT });
    return s.theft(s.call(till, 'harvest', [], 10n * UNIT), s.coins());
  }),
  attack(PILL, 'coinbase-tell', 'H1', 'spin(uint256): pays when nobody mines or randomness is nought', async (s) => {
    const till = await s.trap('HashTell', [s.thief], { valueWei: 30n * UNIT });
    return s.theft(s.call(till, 'spin', [7n], 8n * UNIT), s.coins());
  }),
  attack(PILL, 'gas-left-tell', 'H1', 'rebase(): pays when there is more gas than blocks give', async (s) => {
    const till = await s.trap('OddTell', [s.thief], { valueWei: 30n * UNIT });
    return s.theft(s.call(till, 'rebase', [], 6n * UNIT), s.coins());
  }),
  attack(PILL, 'armed-switch', 'H2', 'claimBonus(): honest until its owner arms it', async (s) => {
    const till = await s.trap('Switch', [s.thief], { valueWei: 20n * UNIT });
    const asked = s.call(till, 'claimBonus', [], 25n * UNIT);
    const theft = s.theft(asked, s.coins());
    return {
      ...theft,
      strike: async () => {
        await s.rob(till, 'set', [2n]);
        return (await theft.strike?.()) ?? false;
      },
    };
  }),
  attack(
    PILL,
    'swapped-code',
    'H2',
    'claimBonus() of a proxy whose code is exchanged before it is mined',
    async (s) => {
      const [kind, cruel] = [await s.trap('PaysBack'), await s.trap('PaysNothing', [s.thief])];
      const proxy = await s.trap('TransparentUpgradeableProxy', [kind.address, s.thief, dataOf(kind, 'init')], {
        key: 'swapped proxy',
      });
      await s.world.rpc('anvil_setBalance', [proxy.address, '0x8ac7230489e80000']);
      const theft = s.theft(s.call({ address: proxy.address, abi: kind.abi }, 'claimBonus', [], 15n * UNIT), s.coins());
      return {
        ...theft,
        strike: async () => {
          const admin =
            `0x${String(await s.world.rpc('eth_getStorageAt', [proxy.address, ADMIN_SLOT, 'latest'])).slice(-40)}` as const;
          const abi = parseAbi(['function upgradeAndCall(address proxy, address implementation, bytes data) payable']);
          await s.rob({ address: admin, abi }, 'upgradeAndCall', [proxy.address, cruel.address, '0x']);
          return (await theft.strike?.()) ?? false;
        },
      };
    },
  ),
];

/** ERC-1967. */
const ADMIN_SLOT = '0xb53127684a568b3173ae13b9f8a6016e243e63b6e8ee1178d6a717850b5d6103';
