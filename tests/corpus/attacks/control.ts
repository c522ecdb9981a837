import { encodeFunctionData, namehash, parseAbi, toHex } from 'viem';
import type { Case } from '../Case.ts';
import { type About, calls, transaction } from './attack.ts';
import { type Deployed, ETHER, type Heist } from './Heist.ts';

/** F3 drains in one batch, F5 command handed over. */
export const CONTROL: readonly Case[] = [
  calls(
    f3(
      'f3-calls-coins',
      'wallet_sendCalls: two coins and ether to one stranger',
      'the batch drain of Aug 2025 ($1.5 M, EIP-7702 wallet)',
    ),
    async (heist) => {
      const [coin, other] = [await heist.coin(), await heist.otherCoin()];
      return {
        calls: [
          heist.encode(coin, 'transfer', [heist.thief, await heist.balance(coin)()]),
          heist.encode(other, 'transfer', [heist.thief, await heist.balance(other)()]),
          { to: heist.thief, data: '0x', valueWei: 950n * ETHER },
        ],
        atomicRequired: true,
        stake: heist.balance(coin),
      };
    },
  ),
  calls(
    f3(
      'f3-calls-approvals',
      'wallet_sendCalls: approve, setApprovalForAll and increase to one drainer contract',
      'ScamSniffer, Aug 2025',
    ),
    async (heist) => {
      const drainer = await heist.thiefs('MulticallDrainer');
      const [coin, art] = [await heist.coin(), await heist.art()];
      const stake = heist.balance(coin);
      return {
        calls: [
          heist.encode(coin, 'approve', [drainer.address, 2n ** 256n - 1n]),
          heist.encode(art, 'setApprovalForAll', [drainer.address, true]),
        ],
        stake,
        theft: async () => {
          const inner = heist.encode(coin, 'transferFrom', [heist.user, heist.thief, await stake()]);
          const list = [{ target: inner.to, value: 0n, data: inner.data }];
          await heist.send(heist.thief, drainer, 'multicall', [list]);
        },
      };
    },
  ),
  calls(
    f3(
      'f3-calls-swap-shaped',
      'wallet_sendCalls: approve and a "swap" whose output goes to the thief',
      'the batch drain of Aug 2025, seen as a Uniswap swap',
    ),
    async (heist) => {
      const [coin, other] = [await heist.coin(), await heist.otherCoin()];
      const router = await heist.honest('OneRateRouter');
      await heist.send(heist.world.deployer, other, 'mint', [router.address, 10n ** 24n]);
      const held = await heist.balance(coin)();
      const far = 4_000_000_000n;
      return {
        calls: [
          heist.encode(coin, 'approve', [router.address, held]),
          heist.encode(router, 'swapExactTokensForTokens', [held, 0n, [coin.address, other.address], heist.thief, far]),
        ],
        stake: heist.balance(coin),
      };
    },
  ),
  calls(
    f3('f3-calls-mixed', 'wallet_sendCalls: a coin and collectibles to one stranger', 'EIP-5792 batch drains, 2025'),
    async (heist) => {
      const [coin, art] = [await heist.coin(), await heist.art(3n)];
      return {
        calls: [
          heist.encode(coin, 'transfer', [heist.stranger('f3'), await heist.balance(coin)()]),
          ...art.ids.map((id) => heist.encode(art, 'transferFrom', [heist.user, heist.stranger('f3'), id])),
        ],
        stake: heist.balance(art),
      };
    },
  ),
  transaction(
    f3(
      'f3-self-execute',
      "a transaction to the user's own EIP-7702 account: execute((address,uint256,bytes)[])",
      'the 7702 batch drain of 24 Aug 2025 ($1.54 M)',
    ),
    async (heist) => {
      const executor = await heist.honest('OwnExecutor');
      await heist.world.rpc('anvil_setCode', [heist.user, `0xef0100${executor.address.slice(2)}`]);
      const [coin, other] = [await heist.coin(), await heist.otherCoin()];
      const own = { address: heist.user, abi: executor.abi };
      const sends = [
        heist.encode(coin, 'transfer', [heist.thief, await heist.balance(coin)()]),
        heist.encode(other, 'transfer', [heist.thief, await heist.balance(other)()]),
      ].map(({ to, data }) => ({ to, value: 0n, data }));
      return { call: heist.encode(own, 'execute', [sends]), stake: heist.balance(other) };
    },
  ),
  transaction(
    f5('f5-ds-proxy', 'setOwner(address) on the user’s DSProxy', 'DSProxy, 20 Aug 2024 (55.47 M DAI)'),
    async (heist) => {
      const { proxy, coin } = await usersDsProxy(heist);
      return {
        call: heist.encode(proxy, 'setOwner', [heist.thief]),
        stake: heist.balance(coin, proxy.address),
        theft: () => takeFromProxy(heist, proxy, coin),
      };
    },
  ),
  transaction(
    f5(
      'f5-ds-proxy-execute',
      'execute(address,bytes) on the user’s DSProxy: the thief’s code writes the owner',
      'DSProxy target contracts of phishing sites, 2024',
    ),
    async (heist) => {
      const { proxy, coin } = await usersDsProxy(heist);
      const actions = await heist.thiefs('ProxyActions');
      const inner = heist.encode(actions, 'giveAway', [heist.thief]);
      return {
        call: heist.encode(proxy, 'execute', [actions.address, inner.data]),
        stake: heist.balance(coin, proxy.address),
        theft: () => takeFromProxy(heist, proxy, coin),
      };
    },
  ),
  till('f5-transfer-ownership', 'OwnedTill', 'transferOwnership', (heist) => [heist.thief], 'OpenZeppelin Ownable'),
  till('f5-two-step', 'SteppedTill', 'transferOwnership', (heist) => [heist.thief], 'OpenZeppelin Ownable2Step'),
  till(
    'f5-grant-role',
    'RoleTill',
    'grantRole',
    (heist) => [toHex(0, { size: 32 }), heist.thief],
    'OpenZeppelin AccessControl',
  ),
  transaction(
    f5('f5-ens-owner', 'setOwner(bytes32,address) on the ENS registry', 'ENS registry (EIP-137)'),
    async (heist) => {
      const ens = await heist.honest('NameRegistry');
      const node = namehash('corpus.eth');
      await heist.send(heist.world.deployer, ens, 'assign', [node, heist.user]);
      return {
        call: heist.encode(ens, 'setOwner', [node, heist.thief]),
        stake: heist.commands(ens, 'owner', [node]),
      };
    },
  ),
  transaction(
    f5(
      'f5-ens-resolver-operator',
      'setApprovalForAll on the ENS registry',
      'ENS registry: operators command every name',
    ),
    async (heist) => {
      const ens = await heist.honest('NameRegistry');
      const node = namehash('corpus.eth');
      await heist.send(heist.world.deployer, ens, 'assign', [node, heist.user]);
      return {
        call: heist.encode(ens, 'setApprovalForAll', [heist.thief, true]),
        stake: heist.commands(ens, 'owner', [node]),
        theft: () => heist.send(heist.thief, ens, 'setOwner', [node, heist.thief]),
      };
    },
  ),
];

function f3(id: string, shape: string, provenance: string): About {
  return { id, family: 'F3', shape, provenance };
}

function f5(id: string, shape: string, provenance: string): About {
  return { id, family: 'F5', shape, provenance };
}

async function usersDsProxy(heist: Heist): Promise<{ proxy: Deployed; coin: Deployed }> {
  const proxy = await heist.honest('DSProxyLike', [heist.user]);
  const coin = await heist.coin();
  await heist.send(heist.world.deployer, coin, 'mint', [proxy.address, heist.scaled(55_470_000_000_000n)]);
  return { proxy, coin };
}

async function takeFromProxy(heist: Heist, proxy: Deployed, coin: Deployed): Promise<void> {
  const actions = await heist.thiefs('ProxyActions');
  const held = await heist.balance(coin, proxy.address)();
  const data = encodeFunctionData({
    abi: parseAbi(['function transfer(address token, address to, uint256 amount)']),
    args: [coin.address, heist.thief, held],
  });
  await heist.send(heist.thief, proxy, 'execute', [actions.address, data]);
}

function till(
  id: string,
  contract: string,
  functionName: string,
  args: (heist: Heist) => readonly unknown[],
  provenance: string,
): Case {
  const about = f5(id, `${functionName} on a contract of the user's (${contract})`, provenance);
  return transaction(about, async (heist) => {
    const owned = await heist.honest(contract, [heist.user]);
    await heist.setEther(owned.address, 12n * ETHER);
    return {
      call: heist.encode(owned, functionName, args(heist)),
      stake: heist.ether(owned.address),
      theft: async () => {
        if (contract === 'SteppedTill') await heist.send(heist.thief, owned, 'acceptOwnership');
        await heist.send(heist.thief, owned, 'withdraw');
      },
    };
  });
}
