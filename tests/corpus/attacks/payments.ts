import { type Address, encodeFunctionData, type Hex, parseAbi, toHex } from 'viem';
import type { Case } from '../Case.ts';
import { transaction } from './attack.ts';
import type { Heist } from './Heist.ts';

const PROVENANCE: Readonly<Record<string, string>> = {
  D1: 'PTXPhish (NDSS 2025), payable airdrop function (788 of 5,000)',
  D2: 'PTXPhish (NDSS 2025), payable wallet function (808 of 5,000)',
};

/** D: the user pays for nothing. */
export const PAYMENTS: readonly Case[] = [
  lure('d1-claim', 'D1', 'claim()', [], 'PayableLure', 40n),
  lure('d1-claim-address', 'D1', 'Claim(address)', (h) => [h.user], 'PayableLure', 35n),
  lure('d1-claim-reward', 'D1', 'claimReward(address,uint256)', (h) => [h.user, 5000n], 'PayableLure', 25n),
  lure(
    'd1-claim-airdrop',
    'D1',
    'claimAirdrop(bytes32[],uint256)',
    () => [[toHex(1, { size: 32 })], 7n],
    'PayableLure',
    15n,
  ),
  lure('d1-mint', 'D1', 'mint(uint256)', () => [2n], 'PayableLure', 30n),
  lure('d1-register', 'D1', 'register()', [], 'ForwardingLure', 50n),
  lure('d1-presale', 'D1', 'buyPresale(address)', (h) => [h.user], 'ForwardingLure', 60n),
  lure('d1-worthless-token', 'D1', 'claim()', [], 'WorthlessToken', 93n),
  lure('d1-ghost-mint', 'D1', 'mint(uint256)', () => [3n], 'GhostMint', 20n),
  transaction(
    {
      id: 'd1-unknown-selector',
      family: 'D1',
      shape: 'an unknown selector that a payable fallback takes → PayableLure',
      provenance: 'PTXPhish (NDSS 2025), payable airdrop function',
    },
    async (heist) => {
      const target = await heist.thiefs('PayableLure');
      return {
        call: { to: target.address, data: '0x9f2a1c40', valueWei: await shareOf(heist, 45n) },
        stake: heist.ether(),
        theft: () => heist.send(heist.thief, target, 'withdraw'),
      };
    },
  ),
  lure('d2-security-update', 'D2', 'SecurityUpdate()', [], 'PayableLure', 95n),
  lure('d2-connect-wallet', 'D2', 'connectWallet()', [], 'PayableLure', 97n),
  lure('d2-network-merge', 'D2', 'NetworkMerge()', [], 'PayableLure', 94n),
  lure('d2-verify-wallet', 'D2', 'verifyWallet(bytes)', () => ['0x1234'], 'PayableLure', 96n),
  lure('d2-swap', 'D2', 'swap(uint256,address)', (h) => [1n, h.user], 'PayableLure', 95n),
  toAccount('d3-claim', 'claim()', '0x4e71d92d', 70n),
  toAccount('d3-security-update', 'SecurityUpdate()', '0x5fba79f5', 95n),
  toAccount('d3-unknown', 'an unknown function', '0x8b1f2c66', 30n),
  toAccount(
    'd3-swap',
    'swapExactETHForTokens(uint256,address[],address,uint256)',
    encodeFunctionData({
      abi: parseAbi(['function swapExactETHForTokens(uint256,address[],address,uint256) payable']),
      args: [0n, [], '0x0000000000000000000000000000000000000001', 4_000_000_000n],
    }),
    55n,
  ),
];

function lure(
  id: string,
  family: string,
  signature: string,
  args: readonly unknown[] | ((heist: Heist) => readonly unknown[]),
  contract: string,
  percent: bigint,
): Case {
  const about = { id, family, shape: `payable ${signature} → ${contract}`, provenance: PROVENANCE[family] ?? '' };
  return transaction(about, async (heist) => {
    const target = await heist.thiefs(contract);
    const name = signature.slice(0, signature.indexOf('('));
    return {
      call: heist.encode(
        target,
        name,
        Array.isArray(args) ? args : valuesOf(args, heist),
        await shareOf(heist, percent),
      ),
      stake: heist.ether(),
      ...(contract === 'ForwardingLure' ? {} : { theft: () => heist.send(heist.thief, target, 'withdraw') }),
    };
  });
}

function valuesOf(args: unknown, heist: Heist): readonly unknown[] {
  return typeof args === 'function' ? args(heist) : [];
}

function toAccount(id: string, what: string, data: Hex, percent: bigint): Case {
  const about = {
    id,
    family: 'D3',
    shape: `${what} with ether to an address without code`,
    provenance: 'PTXPhish (NDSS 2025); fake "claim" buttons that pay an account',
  };
  return transaction(about, async (heist) => {
    const to: Address = heist.stranger(id);
    return { call: { to, data, valueWei: await shareOf(heist, percent) }, stake: heist.ether() };
  });
}

async function shareOf(heist: Heist, percent: bigint): Promise<bigint> {
  const wei = BigInt(String(await heist.world.rpc('eth_getBalance', [heist.user, 'latest'])));
  return (wei * percent) / 100n;
}
