import {
  encodeDeployData,
  getAddress,
  getContractAddress,
  getCreate2Address,
  type Hex,
  keccak256,
  numberToHex,
  parseAbi,
  zeroHash,
} from 'viem';
import type { Case } from '../../Case.ts';
import { type Contract, own } from '../../protocols/contract.ts';
import { gallery, herald, itemOf, meadow, weth } from '../../protocols/tokens.ts';
import { FOREVER, mintOf, permit2, uniswapV3, universalRouter } from '../../protocols/uniswap.ts';
import { lumen, portraitOf, portraits, quarry, relics, special, usdc } from '../coins.ts';
import { attack, CENTS, code, dataOf, MAX, type Site, type Stage, UNIT } from '../kit.ts';

const REWARDS: Site = {
  origin: 'https://rewards.tidewaterlabs.net',
  provenance: 'Inferno Drainer split contracts, 2023-2025 (Group-IB)',
};
const POINTS: Site = { origin: 'https://points.orchidloop.io', provenance: 'Angel Drainer approval flows, 2024' };
const PINK: Site = {
  origin: 'https://portal.quillnetwork.app',
  provenance: 'Pink Drainer contracts, proxied and cloned, 2024',
};
const NFT: Site = {
  origin: 'https://gallery.northpierclub.art',
  provenance: 'setApprovalForAll phishing (PTXPhish, 508 of 5,000)',
};
const OLD: Site = {
  origin: 'https://stake.ferrymandao.org',
  provenance: 'ERC-777, ERC-1363, ERC-6909 operator grants',
};
const CREATE2: Site = {
  origin: 'https://migrate.pillarmesh.finance',
  provenance: 'CREATE2 spenders, about $60 M in 2023 (Scam Sniffer)',
};
const BATCH: Site = {
  origin: 'https://app.coppermint.trade',
  provenance: 'multicall and router disguises, Scam Sniffer August 2025',
};
const OPEN: Site = {
  origin: 'https://bridge.halyardswap.io',
  provenance: 'Uniswap interface multicall 0x5BA1e126, 2024; LI.FI and Socket arbitrary call holes',
};

/** Of whom nothing is known: the thief's second address. */
const HOUSE = getAddress('0x7f3ac2e91b4d6058a9c7e1f2036bd48c5ae90d13');

async function puller(s: Stage): Promise<Contract> {
  return s.trap('SplitPuller', [s.thief, HOUSE, 2000n]);
}

async function viaPermit2(s: Stage): Promise<Contract> {
  const coin = await quarry(s.world);
  await s.allowed(coin, permit2());
  return coin;
}

const PULL = parseAbi(['function transferFrom(address from, address to, uint256 amount) returns (bool)']);

/** The thief's own wallet pulls. */
async function take(s: Stage, coin: Contract): Promise<void> {
  const amount = await s.balance(coin);
  await s.world.send(s.thief, {
    to: coin.address,
    abi: PULL,
    functionName: 'transferFrom',
    args: [s.user, s.thief, amount],
  });
}

async function takeBy(s: Stage, by: Contract, coin: Contract): Promise<void> {
  await s.rob(by, 'x7', [coin.address, s.user, await s.balance(coin), s.thief]);
}

export const APPROVALS: readonly Case[] = [
  attack(REWARDS, 'usdc-split', 'A1', 'approve max USDC to a percentage splitter', async (s) => {
    const [coin, by] = [await usdc(s.world), await puller(s)];
    return s.theft(s.call(coin, 'approve', [by.address, MAX]), s.held(coin), () => takeBy(s, by, coin));
  }),
  attack(REWARDS, 'exact-eoa', 'A1', 'approve the exact balance to a wallet', async (s) => {
    const coin = await lumen(s.world);
    return s.theft(s.call(coin, 'approve', [s.thief, await s.balance(coin)]), s.held(coin), () => take(s, coin));
  }),
  attack(PINK, 'behind-proxy', 'A1', 'approve WETH to an ERC-1967 proxy of a splitter', async (s) => {
    const coin = await weth(s.world);
    const inner = await puller(s);
    const init = dataOf(inner, 'init', [s.thief, HOUSE, 3000n]);
    const proxy = await s.trap('ERC1967Proxy', [inner.address, init]);
    const by = { address: proxy.address, abi: inner.abi };
    return s.theft(s.call(coin, 'approve', [by.address, 2n ** 160n]), s.held(coin), () => takeBy(s, by, coin));
  }),
  attack(PINK, 'minimal-clone', 'A1', 'approve to an ERC-1167 clone of a splitter', async (s) => {
    const [coin, inner, shop] = [await quarry(s.world), await puller(s), await s.trap('CloneShop')];
    await s.rob(shop, 'make', [inner.address, zeroHash, s.thief, HOUSE]);
    const at = String(await s.world.read(shop.address, shop.abi, 'predict', [inner.address, zeroHash]));
    const by: Contract = { address: `0x${at.slice(2)}`, abi: inner.abi };
    return s.theft(s.call(coin, 'approve', [by.address, 75_000n * UNIT]), s.held(coin), () => takeBy(s, by, coin));
  }),
  attack(POINTS, 'general-runner', 'A1', 'approve to an owner-only general executor, half the balance', async (s) => {
    const [coin, by] = [await usdc(s.world), await puller(s)];
    const half = (await s.balance(coin)) / 2n;
    return s.theft(s.call(coin, 'approve', [by.address, half]), s.held(coin), async () => {
      await s.rob(by, 'run', [[coin.address], [dataOf(coin, 'transferFrom', [s.user, s.thief, half])]]);
    });
  }),
  attack(OLD, 'approve-and-call', 'A1', 'ERC-1363 approveAndCall to an eager spender', async (s) => {
    const [coin, by] = [await herald(s.world), await s.trap('EagerSpender', [s.thief])];
    const asked = s.tx({
      to: coin.address,
      data: dataOf({ address: coin.address, abi: APPROVE_AND_CALL }, 'approveAndCall', [by.address, MAX]),
    });
    return s.theft(asked, s.held(coin));
  }),
  attack(NFT, 'one-item', 'A1', 'ERC-721 approve(address,uint256) of one item to a wallet', async (s) => {
    const items = await portraits(s.world);
    const id = portraitOf(s.world, s.user);
    return s.theft(s.call(items, 'approve', [s.thief, id]), s.held(items), () =>
      s.rob(items, 'transferFrom', [s.user, s.thief, id]),
    );
  }),
  attack(OLD, 'erc777-operator', 'A1', 'ERC-777 authorizeOperator', async (s) => {
    const coin = await special(s.world, 'OperatedCoin');
    return s.theft(s.call(coin, 'authorizeOperator', [s.thief]), s.held(coin), async () => {
      await s.rob(coin, 'operatorSend', [s.user, s.thief, await s.balance(coin), '0x', '0x']);
    });
  }),
  attack(OLD, 'erc6909-operator', 'A3', 'ERC-6909 setOperator', async (s) => {
    const grain = own('Granary');
    const coin = { address: await s.world.deploy('held granary', grain), abi: grain.abi };
    await s.did(coin, 'mint', [s.user, 4n, 900n], 0n, s.world.deployer);
    const loses = {
      slack: 0n,
      read: async () => BigInt(String(await s.world.read(coin.address, coin.abi, 'balanceOf', [s.user, 4n]))),
    };
    return s.theft(s.call(coin, 'setOperator', [s.thief, true]), loses, () =>
      s.rob(coin, 'transferFrom', [s.user, s.thief, 4n, 900n]),
    );
  }),
  attack(POINTS, 'increase-max', 'A2', 'increaseAllowance max to a splitter', async (s) => {
    const [coin, by] = [await meadow(s.world), await puller(s)];
    return s.theft(s.call(coin, 'increaseAllowance', [by.address, MAX]), s.held(coin), () => takeBy(s, by, coin));
  }),
  attack(POINTS, 'increase-approval', 'A2', 'increaseApproval to a wallet', async (s) => {
    const coin = await meadow(s.world);
    return s.theft(s.call(coin, 'increaseApproval', [s.thief, await s.balance(coin)]), s.held(coin), () =>
      take(s, coin),
    );
  }),
  attack(REWARDS, 'usdc-increment', 'A2', 'increaseAllowance of USDC to a proxy', async (s) => {
    const [coin, inner] = [await usdc(s.world), await puller(s)];
    const proxy = await s.trap('ERC1967Proxy', [inner.address, dataOf(inner, 'init', [s.thief, HOUSE, 2500n])], {
      key: 'increment proxy',
    });
    const by = { address: proxy.address, abi: inner.abi };
    return s.theft(s.call(coin, 'increaseAllowance', [by.address, 40_000n * CENTS]), s.held(coin), () =>
      takeBy(s, by, coin),
    );
  }),
  attack(NFT, 'collection-puller', 'A3', 'setApprovalForAll ERC-721 to a batch puller', async (s) => {
    const [items, by] = [await gallery(s.world), await puller(s)];
    const id = itemOf(s.world, s.user);
    return s.theft(s.call(items, 'setApprovalForAll', [by.address, true]), s.held(items), () =>
      s.rob(by, 'x8', [items.address, s.user, [id, id + 1n]]),
    );
  }),
  attack(NFT, 'editions-wallet', 'A3', 'setApprovalForAll ERC-1155 to a wallet', async (s) => {
    const items = await relics(s.world);
    return s.theft(s.call(items, 'setApprovalForAll', [s.thief, true]), s.editions(items, 2n), () =>
      s.rob(items, 'safeTransferFrom', [s.user, s.thief, 2n, 5n, '0x']),
    );
  }),
  attack(BATCH, 'lp-positions', 'A3', 'setApprovalForAll of Uniswap V3 positions', async (s) => {
    const { positions, id } = await position(s);
    return s.theft(s.call(positions, 'setApprovalForAll', [s.thief, true]), s.held(positions), () =>
      s.rob(positions, 'transferFrom', [s.user, s.thief, id]),
    );
  }),
  attack(BATCH, 'permit2-wallet', 'A4', 'Permit2.approve to a wallet for ever', async (s) => {
    const coin = await viaPermit2(s);
    const most = 2n ** 160n - 1n;
    return s.theft(s.call(permit2(), 'approve', [coin.address, s.thief, most, 2 ** 48 - 1]), s.held(coin), async () => {
      await s.rob(permit2(), 'transferFrom', [s.user, s.thief, await s.balance(coin), coin.address]);
    });
  }),
  attack(BATCH, 'permit2-brief', 'A4', 'Permit2.approve of the exact balance to a contract, one hour', async (s) => {
    const [coin, by] = [await viaPermit2(s), await puller(s)];
    const amount = await s.balance(coin);
    const asked = s.call(permit2(), 'approve', [coin.address, by.address, amount, Number(await s.in(3600))]);
    return s.theft(asked, s.held(coin), () =>
      s.rob(by, 'x9', [permit2().address, [{ from: s.user, to: s.thief, amount, token: coin.address }]]),
    );
  }),
  attack(CREATE2, 'unborn-approve', 'A5', 'approve to a CREATE2 address without code', async (s) => {
    const [coin, nursery] = [await usdc(s.world), await s.trap('Nursery')];
    const { at, init, salt } = unborn(s, nursery);
    const by = { address: at, abi: code('SplitPuller').abi };
    return s.theft(s.call(coin, 'approve', [at, MAX]), s.held(coin), async () => {
      await s.rob(nursery, 'hatch', [salt, init]);
      await takeBy(s, by, coin);
    });
  }),
  attack(CREATE2, 'unborn-operator', 'A5', 'setApprovalForAll to the next CREATE address', async (s) => {
    const items = await portraits(s.world);
    const nonce = BigInt(String(await s.world.rpc('eth_getTransactionCount', [s.thief, 'latest'])));
    const at = getContractAddress({ from: s.thief, nonce });
    const id = portraitOf(s.world, s.user);
    const puts = code('SplitPuller');
    return s.theft(s.call(items, 'setApprovalForAll', [at, true]), s.held(items), async () => {
      const data = encodeDeployData({ abi: puts.abi, bytecode: puts.bytecode, args: [s.thief, HOUSE, 0n] });
      const tx = { from: s.thief, data, nonce: numberToHex(nonce), gas: '0x400000' };
      await s.world.rpc('eth_sendTransaction', [tx]);
      await s.world.rpc('evm_mine', []);
      await s.rob({ address: at, abi: puts.abi }, 'x8', [items.address, s.user, [id]]);
    });
  }),
  attack(BATCH, 'token-multicall', 'A6', 'multicall(bytes[]) of a coin with an approve inside', async (s) => {
    const [coin, by] = [await lumen(s.world), await puller(s)];
    const inner = [dataOf(coin, 'transfer', [s.user, 0n]), dataOf(coin, 'approve', [by.address, MAX])];
    return s.theft(s.call(coin, 'multicall', [inner]), s.held(coin), () => takeBy(s, by, coin));
  }),
  attack(BATCH, 'sendcalls-mixed', 'A6', 'wallet_sendCalls: a harmless call, then two approvals', async (s) => {
    const [first, other, by] = [await usdc(s.world), await quarry(s.world), await puller(s)];
    const asked = s.calls([
      { to: other.address, data: dataOf(other, 'transfer', [s.user, 1n]) },
      { to: first.address, data: dataOf(first, 'approve', [by.address, MAX]) },
      { to: other.address, data: dataOf(other, 'approve', [by.address, MAX]) },
    ]);
    return s.theft(asked, s.held(first), () => takeBy(s, by, first));
  }),
  attack(
    BATCH,
    'router-permit2-transfer',
    'A6',
    'Universal Router execute: PERMIT2_TRANSFER_FROM to a wallet',
    async (s) => {
      const [coin, router] = [await viaPermit2(s), await universalRouter(s.world)];
      await s.did(permit2(), 'approve', [coin.address, router.address, 2n ** 160n - 1n, 2 ** 48 - 1]);
      const input: Hex = `0x${[coin.address, s.thief].map((a) => a.slice(2).toLowerCase().padStart(64, '0')).join('')}${(30_000n * UNIT).toString(16).padStart(64, '0')}`;
      const execute: Contract = {
        address: router.address,
        abi: parseAbi(['function execute(bytes commands, bytes[] inputs, uint256 deadline) payable']),
      };
      return s.theft(s.call(execute, 'execute', ['0x02', [input], FOREVER]), s.held(coin));
    },
  ),
  attack(OPEN, 'interface-multicall', 'B6', 'approve to the public call forwarder 0x5BA1e126', async (s) => {
    const coin = await usdc(s.world);
    const forwarder = code('OpenForwarder');
    const at = await s.world.deployAt('0x5BA1e12693Dc8F9c48aAD8770482f4739bEeD696', forwarder);
    return s.theft(s.call(coin, 'approve', [at, MAX]), s.held(coin), () =>
      throughForwarder(s, { address: at, abi: forwarder.abi }, coin),
    );
  }),
  attack(OPEN, 'young-forwarder', 'B6', 'approve to a young public call forwarder', async (s) => {
    const [coin, by] = [await quarry(s.world), await s.place('OpenForwarder', [], { key: 'young forwarder' })];
    return s.theft(s.call(coin, 'approve', [by.address, 60_000n * UNIT]), s.held(coin), () =>
      throughForwarder(s, by, coin),
    );
  }),
  attack(OPEN, 'careless-desk', 'B6', "approve to a swap desk that runs anybody's calls", async (s) => {
    const [coin, desk] = [await usdc(s.world), await s.place('CarelessDesk')];
    return s.theft(s.call(coin, 'approve', [desk.address, MAX]), s.held(coin), async () => {
      const data = dataOf(coin, 'transferFrom', [s.user, s.thief, await s.balance(coin)]);
      await s.rob(desk, 'performAction', [coin.address, coin.address, 0n, data]);
    });
  }),
];

async function throughForwarder(s: Stage, forwarder: Contract, coin: Contract): Promise<void> {
  const callData = dataOf(coin, 'transferFrom', [s.user, s.thief, await s.balance(coin)]);
  await s.rob(forwarder, 'multicall', [[{ target: coin.address, gasLimit: 200_000n, callData }]]);
}

/** An own position over the whole range. */
export async function position(s: Stage): Promise<{ positions: Contract; id: bigint }> {
  const { positions } = await uniswapV3(s.world);
  const [coin, wrapped] = [await meadow(s.world), await weth(s.world)];
  await s.allowed(coin, positions);
  await s.allowed(wrapped, positions);
  await s.did(positions, 'mint', [
    mintOf({ token: coin, amount: 2000n * UNIT }, { token: wrapped, amount: UNIT }, s.user),
  ]);
  return {
    positions,
    id: BigInt(String(await s.world.read(positions.address, positions.abi, 'tokenOfOwnerByIndex', [s.user, 0n]))),
  };
}

/** Where a splitter will stand when it is made, and how to make it. */
export function unborn(s: Stage, nursery: Contract): { at: `0x${string}`; init: Hex; salt: Hex } {
  const { abi, bytecode } = code('SplitPuller');
  const init = encodeDeployData({ abi, bytecode, args: [s.thief, HOUSE, 1500n] });
  const salt = keccak256('0x17');
  return { at: getCreate2Address({ from: nursery.address, salt, bytecode: init }), init, salt };
}

export { HOUSE, puller, take, takeBy };

const APPROVE_AND_CALL = parseAbi(['function approveAndCall(address spender, uint256 value) returns (bool)']);
