import { encodeAbiParameters, type Hex, parseAbi, parseAbiParameters } from 'viem';
import type { Case } from '../../Case.ts';
import { aave } from '../../protocols/aave.ts';
import type { Contract } from '../../protocols/contract.ts';
import { dollar, meadow, weth } from '../../protocols/tokens.ts';
import { FOREVER, pairOf, uniswapV2, uniswapV3, universalRouter, v3Path } from '../../protocols/uniswap.ts';
import { lumen, quarry, special } from '../coins.ts';
import { attack, CENTS, dataOf, type Holding, MAX, members, type Site, type Stage, type Typed, UNIT } from '../kit.ts';
import { HOUSE, position } from './approvals.ts';

const STAKE: Site = {
  origin: 'https://restake.heronfi.org',
  provenance: 'Angel Drainer queueWithdrawal on EigenLayer, January 2024 (Blockaid)',
};
const LEND: Site = {
  origin: 'https://lend.heronfi.org',
  provenance: 'credit delegation and account managers (Aave V3, Morpho Blue)',
};
const GMX: Site = { origin: 'https://earn.osprey-perps.com', provenance: 'GMX signalTransfer phishing, 2023-2024' };
const LP: Site = {
  origin: 'https://pools.amberquay.io',
  provenance: 'LP positions of npm @uniswap/v3-periphery 1.4.4 and v2-periphery',
};
const SWAP: Site = {
  origin: 'https://amberquay.exchange',
  provenance: 'swaps whose recipient is the thief (Scam Sniffer, 2025)',
};
const META: Site = {
  origin: 'https://gasless.tramline.city',
  provenance: 'ERC-2771 and Biconomy meta-transaction phishing (Kalis 2021, 2024)',
};

async function supplied(s: Stage): Promise<Awaited<ReturnType<typeof aave>>> {
  const made = await aave(s.world);
  await s.allowed(made.dollars.asset, made.pool);
  await s.did(made.pool, 'supply', [made.dollars.asset.address, 20_000n * CENTS, s.user, 0]);
  return made;
}

async function markets(
  s: Stage,
): Promise<{ book: Contract; coin: Contract; supply: { slack: bigint; read(): Promise<bigint> } }> {
  const coin = await quarry(s.world);
  const book = await s.place('IsleMarkets', [coin.address]);
  await s.allowed(coin, book);
  await s.did(book, 'supply', [9000n * UNIT, s.user]);
  return {
    book,
    coin,
    supply: {
      slack: 0n,
      read: async () => BigInt(String(await s.world.read(book.address, book.abi, 'supplied', [s.user]))),
    },
  };
}

const NPM = parseAbi([
  'struct Decrease { uint256 tokenId; uint128 liquidity; uint256 amount0Min; uint256 amount1Min; uint256 deadline; }',
  'struct Collect { uint256 tokenId; address recipient; uint128 amount0Max; uint128 amount1Max; }',
  'function decreaseLiquidity(Decrease params) payable returns (uint256, uint256)',
  'function collect(Collect params) payable returns (uint256, uint256)',
  'function safeTransferFrom(address from, address to, uint256 tokenId)',
  'function multicall(bytes[] data) payable returns (bytes[])',
]);

export const POSITIONS: readonly Case[] = [
  attack(STAKE, 'eigen-redirect', 'G1', 'EigenLayer queueWithdrawal to another withdrawer', async (s) => {
    const [coin, house] = [await lumen(s.world), await s.place('Restaking')];
    const strategy = s.world.friend;
    await s.allowed(coin, house);
    await s.did(house, 'depositIntoStrategy', [strategy, coin.address, 8000n * UNIT]);
    const shares = {
      slack: 0n,
      read: async () =>
        BigInt(String(await s.world.read(house.address, house.abi, 'stakerStrategyShares', [s.user, strategy]))),
    };
    const asked = s.call(house, 'queueWithdrawal', [[0n], [strategy], [8000n * UNIT], s.thief, false]);
    return s.theft(asked, shares, () => s.rob(house, 'completeQueuedWithdrawal', [[strategy], [8000n * UNIT], 0n]));
  }),
  attack(STAKE, 'vault-redeem', 'G1', 'ERC-4626 redeem to another receiver', async (s) => {
    const coin = await quarry(s.world);
    const vault = await s.place('CoinVault', [coin.address]);
    await s.allowed(coin, vault);
    await s.did(vault, 'deposit', [6000n * UNIT, s.user]);
    return s.theft(s.call(vault, 'redeem', [await s.balance(vault), HOUSE, s.user]), s.held(vault));
  }),
  attack(STAKE, 'exit-ticket', 'G1', "requestWithdrawals whose ticket is another's", async (s) => {
    const coin = await lumen(s.world);
    const queue = await s.place('ExitQueue', [coin.address]);
    await s.allowed(coin, queue);
    return s.theft(s.call(queue, 'requestWithdrawals', [[10_000n * UNIT, 10_000n * UNIT], s.thief]), s.held(coin), () =>
      s.rob(queue, 'claimWithdrawal', [1n]),
    );
  }),
  attack(LEND, 'aave-withdraw', 'G1', 'Aave withdraw of everything to another address', async (s) => {
    const { pool, dollars } = await supplied(s);
    return s.theft(s.call(pool, 'withdraw', [dollars.asset.address, MAX, HOUSE]), s.held(dollars.receipt));
  }),
  attack(LEND, 'approve-delegation', 'G2', 'Aave approveDelegation to a wallet', async (s) => {
    const { pool, meadows } = await supplied(s);
    const debt: Holding = { slack: 0n, read: async () => -(await s.balance(meadows.variableDebt)) };
    return s.theft(s.call(meadows.variableDebt, 'approveDelegation', [s.thief, MAX]), debt, () =>
      s.rob(pool, 'borrow', [meadows.asset.address, 9000n * UNIT, 2n, 0, s.user]),
    );
  }),
  attack(LEND, 'delegation-signature', 'G2', 'Aave DelegationWithSig', async (s) => {
    const { pool, meadows } = await supplied(s);
    const { variableDebt: token } = meadows;
    const debt: Holding = { slack: 0n, read: async () => -(await s.balance(token)) };
    const name = String(await s.world.read(token.address, token.abi, 'name'));
    const data: Typed = {
      domain: { name, version: '1', chainId: s.world.chainId, verifyingContract: token.address },
      types: { DelegationWithSig: members('address delegatee,uint256 value,uint256 nonce,uint256 deadline') },
      primaryType: 'DelegationWithSig',
      message: { delegatee: s.thief, value: 10_000n * UNIT, nonce: 0n, deadline: MAX },
    };
    return s.theft(s.typed(data), debt, async () => {
      await s.rob(token, 'delegationWithSig', [s.user, s.thief, 10_000n * UNIT, MAX, ...(await s.vrs(data))]);
      await s.rob(pool, 'borrow', [meadows.asset.address, 9000n * UNIT, 2n, 0, s.user]);
    });
  }),
  attack(LEND, 'set-authorization', 'G2', 'Morpho setAuthorization of a wallet', async (s) => {
    const { book, supply } = await markets(s);
    return s.theft(s.call(book, 'setAuthorization', [s.thief, true]), supply, () =>
      s.rob(book, 'withdraw', [9000n * UNIT, s.user, s.thief]),
    );
  }),
  attack(LEND, 'authorization-signature', 'G2', 'Morpho Authorization typed data', async (s) => {
    const { book, supply } = await markets(s);
    const message = { authorizer: s.user, authorized: s.thief, isAuthorized: true, nonce: 0n, deadline: MAX };
    const data: Typed = {
      domain: { chainId: s.world.chainId, verifyingContract: book.address },
      types: {
        Authorization: members(
          'address authorizer,address authorized,bool isAuthorized,uint256 nonce,uint256 deadline',
        ),
      },
      primaryType: 'Authorization',
      message,
    };
    return s.theft(s.typed(data), supply, async () => {
      const [v, r, vs] = await s.vrs(data);
      await s.rob(book, 'setAuthorizationWithSig', [message, { v, r, s: vs }]);
      await s.rob(book, 'withdraw', [9000n * UNIT, s.user, s.thief]);
    });
  }),
  attack(GMX, 'signal-transfer', 'G3', 'GMX signalTransfer', async (s) => {
    const coin = await lumen(s.world);
    const house = await s.place('RewardHouse', [coin.address]);
    await s.allowed(coin, house);
    await s.did(house, 'stakeGmx', [12_000n * UNIT]);
    const staked: Holding = {
      slack: 0n,
      read: async () => BigInt(String(await s.world.read(house.address, house.abi, 'stakedAmounts', [s.user]))),
    };
    return s.theft(s.call(house, 'signalTransfer', [s.thief]), staked, () => s.rob(house, 'acceptTransfer', [s.user]));
  }),
  attack(LP, 'position-away', 'G3', 'safeTransferFrom of a Uniswap V3 position', async (s) => {
    const { positions, id } = await position(s);
    return s.theft(
      s.call({ address: positions.address, abi: NPM }, 'safeTransferFrom', [s.user, HOUSE, id]),
      s.held(positions),
    );
  }),
  attack(LP, 'position-multicall', 'G1', 'Uniswap V3 multicall: decrease, collect to another address', async (s) => {
    const { positions, id } = await position(s);
    const liquidity = BigInt(
      String(Object(await s.world.read(positions.address, positions.abi, 'positions', [id]))[7]),
    );
    const npm: Contract = { address: positions.address, abi: NPM };
    const most = 2n ** 128n - 1n;
    const inner = [
      dataOf(npm, 'decreaseLiquidity', [{ tokenId: id, liquidity, amount0Min: 0n, amount1Min: 0n, deadline: FOREVER }]),
      dataOf(npm, 'collect', [{ tokenId: id, recipient: HOUSE, amount0Max: most, amount1Max: most }]),
    ];
    const worth: Holding = {
      slack: 0n,
      read: async () =>
        BigInt(String(Object(await s.world.read(positions.address, positions.abi, 'positions', [id]))[7])),
    };
    return s.theft(s.call(npm, 'multicall', [inner]), worth);
  }),
  attack(LP, 'remove-liquidity', 'G1', 'Uniswap V2 removeLiquidity to another address', async (s) => {
    const [a, b] = [await meadow(s.world), await dollar(s.world)];
    const [{ router }, pair] = [await uniswapV2(s.world), await pairOf(s.world, a, b)];
    await s.did(pair, 'transfer', [s.user, (await s.balance(pair, s.world.deployer)) / 20n], 0n, s.world.deployer);
    await s.allowed(pair, router);
    const asked = s.call(router, 'removeLiquidity', [
      a.address,
      b.address,
      await s.balance(pair),
      0n,
      0n,
      HOUSE,
      FOREVER,
    ]);
    return s.theft(asked, s.held(pair));
  }),
  attack(SWAP, 'v2-foreign-recipient', 'G4', 'swapExactTokensForTokens to another address, no floor', async (s) => {
    const [a, b] = [await meadow(s.world), await dollar(s.world)];
    const { router } = await uniswapV2(s.world);
    await s.allowed(a, router);
    const asked = s.call(router, 'swapExactTokensForTokens', [
      9000n * UNIT,
      0n,
      [a.address, b.address],
      HOUSE,
      FOREVER,
    ]);
    return s.theft(asked, s.held(a));
  }),
  attack(SWAP, 'v3-foreign-recipient', 'G4', 'exactInputSingle to another address', async (s) => {
    const [a, b] = [await meadow(s.world), await dollar(s.world)];
    const { router } = await uniswapV3(s.world);
    await s.allowed(a, router);
    const params = {
      tokenIn: a.address,
      tokenOut: b.address,
      fee: 3000,
      recipient: HOUSE,
      deadline: FOREVER,
      amountIn: 5000n * UNIT,
      amountOutMinimum: 4000n * CENTS,
      sqrtPriceLimitX96: 0n,
    };
    return s.theft(s.call(router, 'exactInputSingle', [params]), s.held(a));
  }),
  attack(
    SWAP,
    'universal-foreign-recipient',
    'G4',
    'Universal Router: wrap and swap, swept to another address',
    async (s) => {
      const router = await universalRouter(s.world);
      const [wrapped, b] = [await weth(s.world), await dollar(s.world)];
      const here = '0x0000000000000000000000000000000000000002';
      const swap = encodeAbiParameters(parseAbiParameters('address, uint256, uint256, bytes, bool, uint256[]'), [
        here,
        20n * UNIT,
        0n,
        v3Path([wrapped, b]),
        false,
        [],
      ]);
      const inputs: Hex[] = [
        encodeAbiParameters(parseAbiParameters('address, uint256'), [here, 20n * UNIT]),
        swap,
        encodeAbiParameters(parseAbiParameters('address, address, uint256'), [b.address, HOUSE, 0n]),
      ];
      const abi = parseAbi(['function execute(bytes commands, bytes[] inputs, uint256 deadline) payable']);
      return s.theft(
        s.call({ address: router.address, abi }, 'execute', ['0x0b0004', inputs, FOREVER], 20n * UNIT),
        s.coins(),
      );
    },
  ),
  attack(META, 'forward-request', 'G5', 'ERC-2771 ForwardRequest with a transfer inside', async (s) => {
    const forwarder = await s.place('ERC2771Forwarder', ['Tramline Forwarder']);
    const coin = await special(s.world, 'ForwardedCoin', [forwarder.address]);
    const inner = dataOf(coin, 'transfer', [HOUSE, await s.balance(coin)]);
    const deadline = Number(await s.in(86_400));
    const data: Typed = {
      domain: {
        name: 'Tramline Forwarder',
        version: '1',
        chainId: s.world.chainId,
        verifyingContract: forwarder.address,
      },
      types: {
        ForwardRequest: members(
          'address from,address to,uint256 value,uint256 gas,uint256 nonce,uint48 deadline,bytes data',
        ),
      },
      primaryType: 'ForwardRequest',
      message: { from: s.user, to: coin.address, value: 0n, gas: 200_000n, nonce: 0n, deadline, data: inner },
    };
    return s.theft(s.typed(data), s.held(coin), async () => {
      const request = {
        from: s.user,
        to: coin.address,
        value: 0n,
        gas: 200_000n,
        deadline,
        data: inner,
        signature: await s.signed(data),
      };
      await s.rob(forwarder, 'execute', [request]);
    });
  }),
  attack(META, 'native-meta', 'G5', 'MetaTransaction with an approve inside', async (s) => {
    const coin = await special(s.world, 'MetaCoin');
    const inner = dataOf(coin, 'approve', [s.thief, MAX]);
    const data: Typed = {
      domain: { name: 'Wayside', version: '1', chainId: s.world.chainId, verifyingContract: coin.address },
      types: { MetaTransaction: members('uint256 nonce,address from,bytes functionSignature') },
      primaryType: 'MetaTransaction',
      message: { nonce: 0n, from: s.user, functionSignature: inner },
    };
    return s.theft(s.typed(data), s.held(coin), async () => {
      const [v, r, vs] = await s.vrs(data);
      await s.rob(coin, 'executeMetaTransaction', [s.user, inner, r, vs, v]);
      await s.rob(coin, 'transferFrom', [s.user, s.thief, await s.balance(coin)]);
    });
  }),
];
