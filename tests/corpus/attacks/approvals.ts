import { toHex } from 'viem';
import { BATCH_METHOD } from '../../../src/request/methods.ts';
import type { Case } from '../Case.ts';
import { attack, calls, losesBy, transaction } from './attack.ts';
import { type Heist, NO_LIMIT } from './Heist.ts';
import { approveCall, pullBy } from './permit2.ts';
import { smartAccount, takeFrom, wrappedEther } from './smartAccount.ts';
import {
  clone,
  constructorOnly,
  delegated,
  eoa,
  multicall,
  open,
  proxy,
  pull,
  pullItems,
  raw,
  rawCommand,
  type Spender,
  split,
  unborn,
  unbornClone,
  vault,
  workers,
} from './spenders.ts';

/** A: power over tokens given on chain. */
export const APPROVALS: readonly Case[] = [
  ...[eoa, pull, workers, multicall, split, raw, rawCommand, open, vault, proxy, clone, delegated].map((spender) =>
    approve('A1', spender),
  ),
  approveItem(eoa),
  approveItem(pullItems),
  transaction(
    {
      id: 'a1-approve-signed-only',
      family: 'A1',
      shape: 'eth_signTransaction of approve, kept by the page and sent later',
      provenance: 'drainer kits that ask wallets for raw signed transactions',
    },
    async (heist) => {
      const coin = await heist.coin();
      const spender = await eoa.open(heist);
      return {
        method: 'eth_signTransaction',
        call: heist.encode(coin, 'approve', [spender.address, NO_LIMIT]),
        stake: heist.balance(coin),
        theft: async () => spender.take(coin, await heist.balance(coin)()),
      };
    },
  ),
  ...[eoa, pull, multicall].map((spender) => stepped('increaseAllowance', spender)),
  stepped('increaseApproval', eoa),
  transaction(
    {
      id: 'a2-approve-and-call',
      family: 'A2',
      shape: 'approveAndCall(spender, amount, data): the spender takes within the call',
      provenance: 'ERC-1363 / ERC-677 tokens; callback theft',
    },
    async (heist) => {
      const coin = await heist.coinOf('SteppedCoin');
      const thief = await heist.thiefs('CallbackThief');
      await heist.send(heist.thief, thief, 'aim', [coin.address]);
      const held = await heist.balance(coin)();
      const { data } = heist.encode(thief, 'receiveApproval', [heist.user, held]);
      return { call: heist.encode(coin, 'approveAndCall', [thief.address, held, data]), stake: heist.balance(coin) };
    },
  ),
  ...[eoa, pullItems, multicall, delegated].map((spender) => operator('art', spender)),
  operator('items', eoa),
  transaction(
    {
      id: 'a3-fake-market',
      family: 'A3',
      shape: 'setApprovalForAll → marketplace in name whose take(collection, from, id) is its owner’s',
      provenance: 'PTXPhish (NDSS 2025), category NFT setApprovalForAll',
    },
    async (heist) => {
      const art = await heist.art();
      const market = await heist.thiefs('FakeMarket');
      return {
        call: heist.encode(art, 'setApprovalForAll', [market.address, true]),
        stake: heist.balance(art),
        theft: () => heist.send(heist.thief, market, 'take', [art.address, heist.user, art.ids[0]]),
      };
    },
  ),
  ...[eoa, multicall].map((spender) => permit2Approve('A4', spender)),
  permit2Approve('A5', unborn),
  approve('A5', unborn),
  approve('A5', constructorOnly),
  approve('A5', unbornClone),
  operator('art', unborn, 'A5'),
  transaction(
    {
      id: 'a5-increase-unborn',
      family: 'A5',
      shape: `increaseAllowance → ${unborn.code}`,
      provenance: unborn.provenance,
    },
    (heist) => steppedPlan(heist, 'increaseAllowance', unborn),
  ),
  transaction(
    {
      id: 'a6-token-multicall-eoa',
      family: 'A6',
      shape: "the token's own multicall(bytes[]) with an approve to a plain account among reads",
      provenance: 'OpenZeppelin Multicall; approvals hidden in batches',
    },
    (heist) => hiddenInMulticall(heist, eoa),
  ),
  transaction(
    {
      id: 'a6-token-multicall-contract',
      family: 'A6',
      shape: "the token's own multicall(bytes[]) with an approve to a drainer contract",
      provenance: 'OpenZeppelin Multicall; approvals hidden in batches',
    },
    (heist) => hiddenInMulticall(heist, pull),
  ),
  calls(
    {
      id: 'a6-calls-deposit-and-approve',
      family: 'A6',
      shape: 'wallet_sendCalls: a harmless wrap, then approve to a plain account',
      provenance: 'EIP-5792 batches of drainers, 2025',
    },
    async (heist) => {
      const weth = await wrappedEther(heist);
      const coin = await heist.coin();
      const spender = await eoa.open(heist);
      return {
        calls: [
          heist.encode(weth, 'deposit', [], heist.scaled(10n ** 16n)),
          heist.encode(coin, 'approve', [spender.address, NO_LIMIT]),
        ],
        stake: heist.balance(coin),
        theft: async () => spender.take(coin, await heist.balance(coin)()),
      };
    },
  ),
  calls(
    {
      id: 'a6-calls-approvals-contract',
      family: 'A6',
      shape: 'wallet_sendCalls: approve of two coins to one drainer contract',
      provenance: 'EIP-5792 batches of drainers, 2025',
    },
    async (heist) => {
      const [coin, other] = [await heist.coin(), await heist.otherCoin()];
      const spender = await workers.open(heist);
      return {
        calls: [coin, other].map((one) => heist.encode(one, 'approve', [spender.address, NO_LIMIT])),
        stake: heist.balance(other),
        theft: async () => spender.take(other, await heist.balance(other)()),
      };
    },
  ),
  attack(
    {
      id: 'a6-request-array',
      family: 'A6',
      shape: 'a JSON-RPC array: a login text, then approve',
      provenance: 'EIP-1193 send() with arrays (legacy batch requests)',
    },
    async (heist) => {
      const coin = await heist.coin();
      const call = heist.encode(coin, 'approve', [heist.thief, NO_LIMIT]);
      const held = heist.balance(coin);
      return {
        method: BATCH_METHOD,
        params: [
          { method: 'personal_sign', params: [toHex('Welcome back'), heist.user] },
          { method: 'eth_sendTransaction', params: [{ from: heist.user, to: call.to, data: call.data }] },
        ],
        account: heist.user,
        strike: () =>
          losesBy(held, async () => {
            await heist.world.sendRaw(heist.user, call);
            await (await eoa.open(heist)).take(coin, await held());
          }),
      };
    },
  ),
  transaction(
    {
      id: 'a6-smart-account-execute',
      family: 'A6',
      shape: "execute(address,uint256,bytes) of the user's ERC-4337 account: approve inside",
      provenance: '@account-abstraction/contracts SimpleAccount',
    },
    async (heist) => {
      const { account, coin } = await smartAccount(heist);
      const inner = heist.encode(coin, 'approve', [heist.thief, NO_LIMIT]);
      return {
        call: heist.encode(account, 'execute', [inner.to, 0n, inner.data]),
        stake: heist.balance(coin, account.address),
        theft: () => takeFrom(heist, coin, account),
      };
    },
  ),
  transaction(
    {
      id: 'a6-smart-account-batch',
      family: 'A6',
      shape: "executeBatch((address,uint256,bytes)[]) of the user's ERC-4337 account: approve inside",
      provenance: '@account-abstraction/contracts SimpleAccount',
    },
    async (heist) => {
      const { account, coin } = await smartAccount(heist);
      const inner = heist.encode(coin, 'approve', [heist.thief, NO_LIMIT]);
      const list = [
        { target: heist.user, value: 1n, data: '0x' },
        { target: inner.to, value: 0n, data: inner.data },
      ];
      return {
        call: heist.encode(account, 'executeBatch', [list]),
        stake: heist.balance(coin, account.address),
        theft: () => takeFrom(heist, coin, account),
      };
    },
  ),
];

function approve(family: string, spender: Spender): Case {
  const about = {
    id: `${family.toLowerCase()}-approve-${spender.name}`,
    family,
    shape: `approve, no limit → ${spender.code}`,
    provenance: spender.provenance,
  };
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

function approveItem(spender: Spender): Case {
  const about = {
    id: `a1-approve-item-${spender.name}`,
    family: 'A1',
    shape: `ERC-721 approve of one item → ${spender.code}`,
    provenance: spender.provenance,
  };
  return transaction(about, async (heist) => {
    const art = await heist.art();
    const [id = 0n] = art.ids;
    const opened = await spender.open(heist);
    return {
      call: heist.encode(art, 'approve', [opened.address, id]),
      stake: heist.balance(art),
      theft: () => opened.take(art, id),
    };
  });
}

function stepped(functionName: string, spender: Spender): Case {
  const about = {
    id: `a2-${functionName === 'increaseAllowance' ? 'increase' : 'increase-approval'}-${spender.name}`,
    family: 'A2',
    shape: `${functionName} → ${spender.code}`,
    provenance: 'OpenZeppelin ERC-20 until version 4; drainers since 2022 use it to pass approve() warnings',
  };
  return transaction(about, (heist) => steppedPlan(heist, functionName, spender));
}

async function steppedPlan(heist: Heist, functionName: string, spender: Spender) {
  const coin = await heist.coinOf('SteppedCoin');
  const opened = await spender.open(heist);
  const held = await heist.balance(coin)();
  return {
    call: heist.encode(coin, functionName, [opened.address, held]),
    stake: heist.balance(coin),
    theft: () => opened.take(coin, held),
  };
}

function operator(what: 'art' | 'items', spender: Spender, family = 'A3'): Case {
  const about = {
    id: `${family.toLowerCase()}-operator-${what}-${spender.name}`,
    family,
    shape: `setApprovalForAll of ${what === 'art' ? 'an ERC-721' : 'an ERC-1155'} collection → ${spender.code}`,
    provenance: 'PTXPhish (NDSS 2025), category NFT setApprovalForAll',
  };
  return transaction(about, async (heist) => {
    const opened = await spender.open(heist);
    if (what === 'items') {
      const items = await heist.items();
      return {
        call: heist.encode(items, 'setApprovalForAll', [opened.address, true]),
        stake: heist.itemBalance(items, 7n),
        theft: () => heist.send(opened.address, items, 'safeTransferFrom', [heist.user, heist.thief, 7n, 5n, '0x']),
      };
    }
    const art = await heist.art();
    return {
      call: heist.encode(art, 'setApprovalForAll', [opened.address, true]),
      stake: heist.balance(art),
      theft: () => opened.take(art, art.ids[0] ?? 0n),
    };
  });
}

function permit2Approve(family: string, spender: Spender): Case {
  const about = {
    id: `${family.toLowerCase()}-permit2-approve-${spender.name}`,
    family,
    shape: `Permit2 approve(token, spender, max, far expiry) → ${spender.code}`,
    provenance: 'Uniswap Permit2, AllowanceTransfer.approve',
  };
  return transaction(about, async (heist) => {
    const coin = await heist.coin();
    await heist.approvedPermit2(coin);
    const opened = await spender.open(heist);
    return {
      call: approveCall(heist, coin, opened.address),
      stake: heist.balance(coin),
      theft: async () => pullBy(heist, opened, coin, await heist.balance(coin)()),
    };
  });
}

async function hiddenInMulticall(heist: Heist, spender: Spender) {
  const coin = await heist.coinOf('BatchCoin');
  const opened = await spender.open(heist);
  const inner = [
    heist.encode(coin, 'balanceOf', [heist.user]),
    heist.encode(coin, 'approve', [opened.address, NO_LIMIT]),
    heist.encode(coin, 'totalSupply'),
  ];
  return {
    call: heist.encode(coin, 'multicall', [inner.map(({ data }) => data)]),
    stake: heist.balance(coin),
    theft: async () => opened.take(coin, await heist.balance(coin)()),
  };
}
