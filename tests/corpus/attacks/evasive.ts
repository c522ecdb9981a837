import { toHex } from 'viem';
import type { Case } from '../Case.ts';
import { type About, attack, transaction } from './attack.ts';
import { ETHER, type Heist } from './Heist.ts';

/** H: contracts that behave while watched, switches, lying events, lying servers. */
export const EVASIVE: readonly Case[] = [
  watched('h1-coinbase', 'H1', 0, 'the block’s proposer (zero or without history)'),
  watched('h1-basefee', 'H1', 1, 'the base fee (below 1,000 wei)'),
  watched('h1-gasprice', 'H1', 2, 'the gas price (none)'),
  watched('h1-gas', 'H1', 3, 'the gas left (more than a wallet sends)'),
  watched('h1-prevrandao', 'H1', 4, 'prevrandao (too small to be random)'),
  watched('h1-coin-flip', 'H1', 5, 'a coin flip on prevrandao'),
  watched('h1-block-hash', 'H1', 6, 'a die on the last block hash'),
  watched('h1-rich', 'H1', 10, 'the sender’s balance (a gift of a simulator)'),
  watched('h1-gas-limit', 'H1', 11, 'the block’s gas limit'),
  watched('h2-time-bomb', 'H2', 7, 'the time (25 minutes later)'),
  watched('h2-block-bomb', 'H2', 8, 'the block number (120 later)'),
  watched('h2-paused', 'H2', 9, 'a flag its owner sets'),
  transaction(
    {
      id: 'h2-payout',
      family: 'H2',
      shape: 'sell(uint256) for a payout that the owner sets to zero before it is mined → SwitchedSale',
      provenance: 'transaction-simulation spoofing, Jan 2025 (143 ETH, about $460 k)',
    },
    async (heist) => {
      const coin = await heist.coin();
      const sale = await heist.thiefs('SwitchedSale', [coin.address, ETHER * 10n ** 8n]);
      await heist.setEther(sale.address, 900n * ETHER);
      const amount = (await heist.balance(coin)()) / 2n + 1n;
      await heist.send(heist.user, coin, 'approve', [sale.address, amount]);
      const call = heist.encode(sale, 'sell', [amount]);
      return {
        call,
        stake: heist.balance(coin),
        mined: async () => {
          await heist.send(heist.thief, sale, 'setPayout', [0n]);
          await heist.world.sendRaw(heist.user, call);
        },
      };
    },
  ),
  transaction(
    {
      id: 'h2-upgraded',
      family: 'H2',
      shape: 'claim() through a proxy that its keeper points elsewhere before it is mined',
      provenance: 'proxy switches between preview and mining',
    },
    async (heist) => {
      const kind = await heist.thiefs('KindClaim');
      const lure = await heist.thiefs('UpgradeableLure', [kind.address]);
      await heist.setEther(lure.address, 50n * ETHER);
      const grabbing = await heist.thiefs('GrabbingClaim');
      const call = heist.encode({ ...lure, abi: kind.abi }, 'claim', [], heist.scaled(5n * ETHER));
      const upgrade = { ...lure, abi: (await heist.honest('OldProxy', [kind.address, heist.thief])).abi };
      return {
        call,
        stake: heist.ether(),
        mined: async () => {
          await heist.send(heist.thief, upgrade, 'upgradeTo', [grabbing.address]);
          await heist.world.sendRaw(heist.user, call);
        },
      };
    },
  ),
  transaction(
    {
      id: 'h3-false-mint',
      family: 'H3',
      shape: 'payable mint() that emits a Transfer of a million and mints nothing → EventLure',
      provenance: 'misleading events (ZenGo; TxPhish studies)',
    },
    async (heist) => {
      const lure = await heist.thiefs('EventLure');
      return {
        call: heist.encode(lure, 'mint', [], heist.scaled(25n * ETHER)),
        stake: heist.ether(),
        theft: () => heist.send(heist.thief, lure, 'withdraw'),
      };
    },
  ),
  transaction(
    {
      id: 'h3-false-revoke',
      family: 'H3',
      shape: 'revokeAll(token) that logs an approval of zero and takes the balance → EventLure',
      provenance: 'fake revoke sites, 2022-2024',
    },
    async (heist) => {
      const lure = await heist.thiefs('EventLure');
      const coin = await heist.coin();
      await heist.send(heist.user, coin, 'approve', [lure.address, 2n ** 255n]);
      return { call: heist.encode(lure, 'revokeAll', [coin.address]), stake: heist.balance(coin) };
    },
  ),
  transaction(
    {
      id: 'h3-ghost-items',
      family: 'H3',
      shape: 'mint(uint256) whose ERC-721 Transfer events no balance follows → GhostMint',
      provenance: 'sleep-minting and ghost mints, 2022',
    },
    async (heist) => {
      const ghost = await heist.thiefs('GhostMint');
      return {
        call: heist.encode(ghost, 'mint', [1n], heist.scaled(30n * ETHER)),
        stake: heist.ether(),
        theft: () => heist.send(heist.thief, ghost, 'withdraw'),
      };
    },
  ),
  ...servers(),
];

function watched(id: string, family: string, tell: number, what: string): Case {
  const about = {
    id,
    family,
    shape: `stake() that pays back while watched, told by ${what} → WatchedLure`,
    provenance: family === 'H1' ? 'red pill attack (ZenGo, 2023)' : 'bait and switch (Jan 2025, about $460 k)',
  };
  return transaction(about, async (heist) => {
    const lure = await heist.thiefs('WatchedLure', [tell]);
    await heist.setEther(lure.address, 300n * ETHER);
    // A flip that already falls against the user is no bait: such a page would not show it.
    const call = heist.encode(lure, 'stake', [], heist.scaled(100n * ETHER));
    return { call, stake: heist.ether(), mined: () => mineUnkindly(heist, lure.address, call, tell) };
  });
}

/** The world as it is when the transaction lands: the thief waits for, or makes, the moment that pays. */
async function mineUnkindly(
  heist: Heist,
  lure: `0x${string}`,
  call: ReturnType<Heist['encode']>,
  tell: number,
): Promise<void> {
  const { world } = heist;
  if (tell === 7) await world.rpc('evm_increaseTime', [1800]);
  if (tell === 8) await world.rpc('anvil_mine', [toHex(130)]);
  if (tell === 9) await heist.send(heist.thief, { address: lure, abi: SET_PAUSED }, 'setPaused', [true]);
  const stake = heist.ether();
  // A coin falls either way: the thief's page tries again until it falls right.
  for (let tries = 0; tries < 24; tries += 1) {
    const before = await stake();
    await world.sendRaw(heist.user, call);
    if ((await stake()) < before) return;
    await heist.setEther(lure, 300n * ETHER);
  }
}

const SET_PAUSED = [
  {
    type: 'function',
    name: 'setPaused',
    inputs: [{ name: 'value', type: 'bool' }],
    outputs: [],
    stateMutability: 'nonpayable',
  },
] as const;

/** H4: the lie is where the answers come from. */
function servers(): Case[] {
  const h4 = (id: string, shape: string): About => ({
    id,
    family: 'H4',
    shape,
    provenance: 'EIP-3085; malicious RPC endpoints show false balances and receipts (2024)',
  });
  const add = (about: About, chain: object): Case =>
    attack(about, async (heist) => ({ method: 'wallet_addEthereumChain', params: [chain], account: heist.user }));
  const coin = { name: 'Ether', symbol: 'ETH', decimals: 18 };
  return [
    add(h4('h4-mainnet', 'wallet_addEthereumChain for Ethereum with a server nobody knows'), {
      chainId: '0x1',
      chainName: 'Ethereum Mainnet',
      nativeCurrency: coin,
      rpcUrls: ['https://rpc.fastlumen.com'],
    }),
    add(h4('h4-layer-two', 'wallet_addEthereumChain for Base with a lookalike of its server'), {
      chainId: '0x2105',
      chainName: 'Base',
      nativeCurrency: coin,
      rpcUrls: ['https://mainnet.base-org.fastlumen.com'],
    }),
    add(h4('h4-symbol', 'wallet_addEthereumChain for a known chain under another coin'), {
      chainId: '0x89',
      chainName: 'Polygon',
      nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
      rpcUrls: ['https://polygon.fastlumen.com'],
    }),
    add(h4('h4-copy', 'wallet_addEthereumChain for Ethereum with a copy that its maker wrote'), {
      chainId: '0x1',
      chainName: 'Ethereum',
      nativeCurrency: coin,
      rpcUrls: ['https://rpc.tenderly.co/fork/9c0f1d52-6a8e-4f0b-9a34-7d4b8c1e2f60'],
    }),
    add(h4('h4-bare-address', 'wallet_addEthereumChain for Ethereum with a server that is a number'), {
      chainId: '0x1',
      chainName: 'Ethereum Mainnet',
      nativeCurrency: coin,
      rpcUrls: ['https://198.51.100.24:8545'],
    }),
  ];
}
