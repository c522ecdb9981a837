import { keccak256, namehash, stringToHex } from 'viem';
import type { Case } from '../Case.ts';
import { own } from '../protocols/contract.ts';
import { type About, transaction } from './attack.ts';
import { type Deployed, ETHER, type Heist, NO_LIMIT } from './Heist.ts';

const OPERATORS = 'ERC-777 and ERC-6909 operators, as drainer kits list them beside approve';
const SWEEPS = 'fake migration and upgrade desks, 2023-2025';

/** Powers of other standards, coins handed on at once, a proxy emptied, an own name taken: what `operators.ts` reads. */
export const HANDING: readonly Case[] = [
  transaction(
    a('a1-operator-contract', 'A1', 'authorizeOperator of an ERC-777 coin to a sweeper', OPERATORS),
    async (h) => {
      const [coin, thief] = [await h.coinOf('OperatorCoin'), await h.thiefs('OperatorDrainer')];
      const stake = h.balance(coin);
      return {
        call: h.encode(coin, 'authorizeOperator', [thief.address]),
        stake,
        theft: async () => h.send(h.thief, thief, 'sweep', [coin.address, h.user, await stake()]),
      };
    },
  ),
  transaction(
    a('a6-operator-inside', 'A6', 'multicall of an ERC-777 coin: a plain account as operator', OPERATORS),
    async (h) => {
      const coin = await h.coinOf('OperatorCoin');
      const stake = h.balance(coin);
      const inner = h.encode(coin, 'authorizeOperator', [h.thief]).data;
      return {
        call: h.encode(coin, 'multicall', [[inner]]),
        stake,
        theft: async () => h.send(h.thief, coin, 'operatorSend', [h.user, h.thief, await stake(), '0x', '0x']),
      };
    },
  ),
  transaction(a('a3-operator-many', 'A3', 'setOperator of an ERC-6909 contract to a sweeper', OPERATORS), async (h) => {
    const [coins, thief] = [await many(h), await h.thiefs('OperatorDrainer')];
    return {
      call: h.encode(coins, 'setOperator', [thief.address, true]),
      stake: h.itemBalance(coins, 7n),
      theft: () => h.send(h.thief, thief, 'sweepMany', [coins.address, h.user, 7n]),
    };
  }),
  transaction(
    a('a1-allow-many', 'A1', 'approve(address,uint256,uint256) of an ERC-6909 id to a plain account', OPERATORS),
    async (h) => {
      const coins = await many(h);
      return {
        call: h.encode(coins, 'approve', [h.thief, 7n, NO_LIMIT]),
        stake: h.itemBalance(coins, 7n),
        theft: () => h.send(h.thief, coins, 'transferFrom', [h.user, h.thief, 7n, 5n]),
      };
    },
  ),
  transaction(
    a('a1-allow-many-contract', 'A1', 'approve of a whole ERC-6909 id to a sweeper', OPERATORS),
    async (h) => {
      const [coins, thief] = [await many(h), await h.thiefs('OperatorDrainer')];
      return {
        call: h.encode(coins, 'approve', [thief.address, 7n, 5n]),
        stake: h.itemBalance(coins, 7n),
        theft: () => h.send(h.thief, thief, 'sweepMany', [coins.address, h.user, 7n]),
      };
    },
  ),
  transaction(a('a6-shared-out', 'A6', 'an upgrade desk pulls all of a coin and shares it out', SWEEPS), async (h) => {
    const coin = await h.otherCoin();
    const thief = await h.thiefs('UpgradeDesk', [h.thief, h.stranger('share')]);
    await h.send(h.user, coin, 'approve', [thief.address, NO_LIMIT]);
    return { call: h.encode(thief, 'upgradeTokens', [coin.address, 2n]), stake: h.balance(coin) };
  }),
  transaction(
    a(
      'f5-proxy-emptied',
      'F5',
      'execute(address,bytes) of a script that empties the proxy of ether',
      'DSProxy script phishing, 2024',
    ),
    async (h) => {
      const proxy = await h.honest('DSProxyLike', [h.user]);
      await h.setEther(proxy.address, h.scaled(300n * ETHER));
      const script = await h.thiefs('EmptyingScript', [h.stranger('emptied')]);
      const { data } = h.encode(script, 'migrateVault');
      return { call: h.encode(proxy, 'execute', [script.address, data]), stake: h.ether(proxy.address) };
    },
  ),
  transaction(
    a('f5-own-subname', 'F5', 'setSubnodeOwner of a name the user uses themself', 'ENS registry (EIP-137)'),
    async (h) => {
      const artifact = own('NameRegistry');
      const names: Deployed = { address: await h.world.deploy('attack own names', artifact), abi: artifact.abi };
      const { deployer } = h.world;
      await h.send(deployer, names, 'setSubnodeOwner', [`0x${'0'.repeat(64)}`, label('alder'), h.user]);
      await h.send(h.user, names, 'setSubnodeOwner', [namehash('alder'), label('wallet'), h.user]);
      return {
        call: h.encode(names, 'setSubnodeOwner', [namehash('alder'), label('wallet'), h.thief]),
        stake: h.commands(names, 'owner', [namehash('wallet.alder')]),
      };
    },
  ),
];

async function many(h: Heist): Promise<Deployed> {
  const coins = await h.honest('ManyCoins');
  await h.send(h.world.deployer, coins, 'mint', [h.user, 7n, 5n]);
  return coins;
}

function label(text: string): `0x${string}` {
  return keccak256(stringToHex(text));
}

function a(id: string, family: string, shape: string, provenance: string): About {
  return { id, family, shape, provenance };
}
