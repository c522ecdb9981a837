import { ownContract } from '../attacks/Heist.ts';
import type { Case } from '../Case.ts';
import { type Contract, dataOf, deployed, operate } from '../protocols/contract.ts';
import { DOLLAR_UNIT, deflating, dollar, meadow, orchard, UNIT, weth } from '../protocols/tokens.ts';
import {
  type Command,
  command,
  commandBytes,
  FEE,
  FOREVER,
  permit2,
  uniswapV2,
  uniswapV3,
  universalRouter,
  v3Path,
} from '../protocols/uniswap.ts';
import { type About, benign, parts, type Stage } from './kit.ts';
import { daiPermit, erc2612, permitSingle } from './permitData.ts';

const V2: About = { origin: 'https://app.tidewaterswap.org', provenance: 'npm @uniswap/v2-periphery 1.1.0-beta.0' };
const V3: About = { origin: 'https://app.tidewaterswap.org', provenance: 'npm @uniswap/v3-periphery 1.4.4' };
const UR: About = { origin: 'https://app.tidewaterswap.org', provenance: 'npm @uniswap/universal-router 2.1.0' };

const HALF_PERCENT = 995n;
const MDW = 300n * UNIT;
const COIN = UNIT / 5n;

/** What 300 meadow and 0.2 coin buy in the pools, less fees and one percent. */
const DOLLARS_LEAST = 290n * DOLLAR_UNIT;
const COIN_LEAST = (145n * UNIT) / 1000n;
const DOLLARS_FOR_COIN_LEAST = 390n * DOLLAR_UNIT;

interface Pools {
  readonly router: Contract;
  readonly mdw: Contract;
  readonly hbd: Contract;
  readonly coin: Contract;
  readonly path: (...tokens: Contract[]) => `0x${string}`[];
  readonly deadline: bigint;
}

async function v2(stage: Stage, sells: (pools: Pools) => Contract | null): Promise<Pools> {
  const { world } = stage;
  const { router } = await uniswapV2(world);
  const [mdw, hbd, coin] = [await meadow(world), await dollar(world), await weth(world)];
  const pools = {
    router,
    mdw,
    hbd,
    coin,
    path: (...tokens: Contract[]) => tokens.map(({ address }) => address),
    deadline: await stage.later(1200),
  };
  const sold = sells(pools);
  if (sold !== null) await stage.approved(sold, router);
  return pools;
}

async function v3(stage: Stage, sells: (pools: Pools) => Contract | null): Promise<Pools> {
  const { router } = await uniswapV3(stage.world);
  const pools = { ...(await v2(stage, () => null)), router };
  const sold = sells(pools);
  if (sold !== null) await stage.approved(sold, router);
  return pools;
}

const v2Cases: readonly Case[] = [
  benign(V2, 'v2-tokens-for-tokens', 'G4', 'UniswapV2Router02.swapExactTokensForTokens', async (s) => {
    const { router, mdw, hbd, path, deadline } = await v2(s, (p) => p.mdw);
    return s.send(router, 'swapExactTokensForTokens', [
      s.part(MDW),
      s.part(DOLLARS_LEAST),
      path(mdw, hbd),
      s.user,
      deadline,
    ]);
  }),
  benign(V2, 'v2-tokens-for-exact-tokens', 'G4', 'UniswapV2Router02.swapTokensForExactTokens', async (s) => {
    const { router, mdw, hbd, path, deadline } = await v2(s, (p) => p.mdw);
    return s.send(router, 'swapTokensForExactTokens', [
      s.part(DOLLARS_LEAST),
      s.part(MDW),
      path(mdw, hbd),
      s.user,
      deadline,
    ]);
  }),
  benign(V2, 'v2-coin-for-tokens', 'G4', 'UniswapV2Router02.swapExactETHForTokens', async (s) => {
    const { router, hbd, coin, path, deadline } = await v2(s, () => null);
    return s.send(
      router,
      'swapExactETHForTokens',
      [s.part(DOLLARS_FOR_COIN_LEAST), path(coin, hbd), s.user, deadline],
      s.part(COIN),
    );
  }),
  benign(V2, 'v2-tokens-for-exact-coin', 'G4', 'UniswapV2Router02.swapTokensForExactETH', async (s) => {
    const { router, mdw, coin, path, deadline } = await v2(s, (p) => p.mdw);
    return s.send(router, 'swapTokensForExactETH', [
      s.part(COIN_LEAST),
      s.part(MDW),
      path(mdw, coin),
      s.user,
      deadline,
    ]);
  }),
  benign(V2, 'v2-tokens-for-coin', 'G4', 'UniswapV2Router02.swapExactTokensForETH', async (s) => {
    const { router, mdw, coin, path, deadline } = await v2(s, (p) => p.mdw);
    return s.send(router, 'swapExactTokensForETH', [
      s.part(MDW),
      s.part(COIN_LEAST),
      path(mdw, coin),
      s.user,
      deadline,
    ]);
  }),
  benign(V2, 'v2-coin-for-exact-tokens', 'G4', 'UniswapV2Router02.swapETHForExactTokens', async (s) => {
    const { router, hbd, coin, path, deadline } = await v2(s, () => null);
    return s.send(
      router,
      'swapETHForExactTokens',
      [s.part(DOLLARS_FOR_COIN_LEAST), path(coin, hbd), s.user, deadline],
      s.part(COIN),
    );
  }),
  benign(
    V2,
    'v2-fee-token-for-tokens',
    'G4',
    'UniswapV2Router02.swapExactTokensForTokensSupportingFeeOnTransferTokens',
    async (s) => {
      const fee = await deflating(s.world);
      const { router, coin, path, deadline } = await v2(s, () => fee);
      return s.send(router, 'swapExactTokensForTokensSupportingFeeOnTransferTokens', [
        s.part(MDW),
        s.part(COIN_LEAST - UNIT / 100n),
        path(fee, coin),
        s.user,
        deadline,
      ]);
    },
  ),
  benign(
    V2,
    'v2-coin-for-fee-token',
    'G4',
    'UniswapV2Router02.swapExactETHForTokensSupportingFeeOnTransferTokens',
    async (s) => {
      const fee = await deflating(s.world);
      const { router, coin, path, deadline } = await v2(s, () => null);
      return s.send(
        router,
        'swapExactETHForTokensSupportingFeeOnTransferTokens',
        [s.part(380n * UNIT), path(coin, fee), s.user, deadline],
        s.part(COIN),
      );
    },
  ),
  benign(
    V2,
    'v2-fee-token-for-coin',
    'G4',
    'UniswapV2Router02.swapExactTokensForETHSupportingFeeOnTransferTokens',
    async (s) => {
      const fee = await deflating(s.world);
      const { router, coin, path, deadline } = await v2(s, () => fee);
      return s.send(router, 'swapExactTokensForETHSupportingFeeOnTransferTokens', [
        s.part(MDW),
        s.part(COIN_LEAST - UNIT / 100n),
        path(fee, coin),
        s.user,
        deadline,
      ]);
    },
  ),
  benign(V2, 'v2-two-hops', 'G4', 'UniswapV2Router02.swapExactTokensForTokens over three pools', async (s) => {
    const { router, mdw, hbd, coin, path, deadline } = await v2(s, (p) => p.mdw);
    return s.send(router, 'swapExactTokensForTokens', [
      s.part(MDW),
      s.part(280n * DOLLAR_UNIT),
      path(mdw, coin, hbd),
      s.user,
      deadline,
    ]);
  }),
  benign(V2, 'v2-first-router', 'G4', 'UniswapV2Router01.swapExactTokensForETH', async (s) => {
    const { oldRouter } = await uniswapV2(s.world);
    const { mdw, coin, path, deadline } = await v2(s, () => null);
    await s.approved(mdw, oldRouter);
    return s.send(oldRouter, 'swapExactTokensForETH', [
      s.part(MDW),
      s.part(COIN_LEAST),
      path(mdw, coin),
      s.user,
      deadline,
    ]);
  }),
];

const v3Cases: readonly Case[] = [
  benign(V3, 'v3-exact-input-single', 'G4', 'SwapRouter.exactInputSingle', async (s) => {
    const { router, mdw, hbd, deadline } = await v3(s, (p) => p.mdw);
    return s.send(router, 'exactInputSingle', [single(s, mdw, hbd, MDW, DOLLARS_LEAST, deadline)]);
  }),
  benign(V3, 'v3-exact-input', 'G4', 'SwapRouter.exactInput', async (s) => {
    const { router, mdw, hbd, coin, deadline } = await v3(s, (p) => p.mdw);
    return s.send(router, 'exactInput', [
      {
        path: v3Path([mdw, coin, hbd]),
        recipient: s.user,
        deadline,
        amountIn: s.part(MDW),
        amountOutMinimum: s.part(280n * DOLLAR_UNIT),
      },
    ]);
  }),
  benign(V3, 'v3-exact-output-single', 'G4', 'SwapRouter.exactOutputSingle', async (s) => {
    const { router, mdw, hbd, deadline } = await v3(s, (p) => p.mdw);
    return s.send(router, 'exactOutputSingle', [outSingle(s, mdw, hbd, DOLLARS_LEAST, MDW, deadline)]);
  }),
  benign(V3, 'v3-exact-output', 'G4', 'SwapRouter.exactOutput', async (s) => {
    const { router, mdw, hbd, coin, deadline } = await v3(s, (p) => p.mdw);
    return s.send(router, 'exactOutput', [
      {
        path: v3Path([hbd, coin, mdw]),
        recipient: s.user,
        deadline,
        amountOut: s.part(280n * DOLLAR_UNIT),
        amountInMaximum: s.part(MDW),
      },
    ]);
  }),
  benign(V3, 'v3-coin-in', 'G4', 'SwapRouter.exactInputSingle paid in coin', async (s) => {
    const { router, hbd, coin, deadline } = await v3(s, () => null);
    return s.send(
      router,
      'exactInputSingle',
      [single(s, coin, hbd, COIN, DOLLARS_FOR_COIN_LEAST, deadline)],
      s.part(COIN),
    );
  }),
  benign(V3, 'v3-multicall-unwrap', 'A6', 'SwapRouter.multicall(exactInputSingle,unwrapWETH9)', async (s) => {
    const { router, mdw, coin, deadline } = await v3(s, (p) => p.mdw);
    const swap = { ...single(s, mdw, coin, MDW, COIN_LEAST, deadline), recipient: ZERO };
    return s.send(router, 'multicall', [
      [dataOf(router, 'exactInputSingle', [swap]), dataOf(router, 'unwrapWETH9', [s.part(COIN_LEAST), s.user])],
    ]);
  }),
  benign(V3, 'v3-multicall-refund', 'A6', 'SwapRouter.multicall(exactOutputSingle,refundETH)', async (s) => {
    const { router, hbd, coin, deadline } = await v3(s, () => null);
    const swap = outSingle(s, coin, hbd, DOLLARS_FOR_COIN_LEAST, COIN, deadline);
    return s.send(
      router,
      'multicall',
      [[dataOf(router, 'exactOutputSingle', [swap]), dataOf(router, 'refundETH')]],
      s.part(COIN),
    );
  }),
  benign(V3, 'v3-multicall-self-permit', 'A6', 'SwapRouter.multicall(selfPermit,exactInputSingle)', async (s) => {
    const { router, mdw, hbd, deadline } = await v3(s, () => null);
    const amount = s.part(300n * DOLLAR_UNIT);
    const signature = await s.signed(await erc2612(s, hbd, 'Harbor Dollar', router.address, amount));
    const swap = {
      ...single(s, hbd, mdw, 0n, 0n, deadline),
      amountIn: amount,
      amountOutMinimum: (amount * UNIT * 97n) / (DOLLAR_UNIT * 100n),
    };
    return s.send(router, 'multicall', [
      [
        dataOf(router, 'selfPermit', [hbd.address, amount, deadline, ...parts(signature)]),
        dataOf(router, 'exactInputSingle', [swap]),
      ],
    ]);
  }),
  benign(
    V3,
    'v3-multicall-self-permit-allowed',
    'A6',
    'SwapRouter.multicall(selfPermitAllowed,refundETH)',
    async (s) => {
      const { router } = await v3(s, () => null);
      const token = await orchard(s.world);
      const data = await daiPermit(s, token, router.address);
      const signature = await s.signed(data);
      const expiry = await s.later(1200);
      return s.send(router, 'multicall', [
        [
          dataOf(router, 'selfPermitAllowed', [token.address, 0n, expiry, ...parts(signature)]),
          dataOf(router, 'refundETH'),
        ],
      ]);
    },
  ),
  benign(V3, 'v3-multicall-sweep', 'A6', 'SwapRouter.multicall(exactInput,sweepToken)', async (s) => {
    const { router, mdw, hbd, coin, deadline } = await v3(s, (p) => p.mdw);
    const swap = {
      path: v3Path([mdw, coin, hbd]),
      recipient: ZERO,
      deadline,
      amountIn: s.part(MDW),
      amountOutMinimum: 0n,
    };
    return s.send(router, 'multicall', [
      [
        dataOf(router, 'exactInput', [swap]),
        dataOf(router, 'sweepToken', [hbd.address, s.part(280n * DOLLAR_UNIT), s.user]),
      ],
    ]);
  }),
  benign(V3, 'v3-multicall-two-swaps', 'A6', 'SwapRouter.multicall(exactInputSingle,exactInput)', async (s) => {
    const { router, mdw, hbd, coin, deadline } = await v3(s, (p) => p.mdw);
    const second = {
      path: v3Path([mdw, coin, hbd]),
      recipient: s.user,
      deadline,
      amountIn: s.part(MDW),
      amountOutMinimum: s.part(280n * DOLLAR_UNIT),
    };
    return s.send(router, 'multicall', [
      [
        dataOf(router, 'exactInputSingle', [single(s, mdw, hbd, MDW, DOLLARS_LEAST, deadline)]),
        dataOf(router, 'exactInput', [second]),
      ],
    ]);
  }),
  benign(V3, 'v3-multicall-fee', 'A6', 'SwapRouter.multicall(exactInputSingle,unwrapWETH9WithFee)', async (s) => {
    const { router, mdw, coin, deadline } = await v3(s, (p) => p.mdw);
    const swap = { ...single(s, mdw, coin, MDW, COIN_LEAST, deadline), recipient: ZERO };
    const fee = dataOf(router, 'unwrapWETH9WithFee', [s.part(COIN_LEAST), s.user, 15n, s.world.deployer]);
    return s.send(router, 'multicall', [[dataOf(router, 'exactInputSingle', [swap]), fee]]);
  }),
];

function single(s: Stage, from: Contract, to: Contract, sell: bigint, least: bigint, deadline: bigint) {
  return {
    tokenIn: from.address,
    tokenOut: to.address,
    fee: FEE,
    recipient: s.user,
    deadline,
    amountIn: s.part(sell),
    amountOutMinimum: s.part(least),
    sqrtPriceLimitX96: 0n,
  };
}

function outSingle(s: Stage, from: Contract, to: Contract, buy: bigint, most: bigint, deadline: bigint) {
  return {
    tokenIn: from.address,
    tokenOut: to.address,
    fee: FEE,
    recipient: s.user,
    deadline,
    amountOut: s.part(buy),
    amountInMaximum: s.part(most),
    sqrtPriceLimitX96: 0n,
  };
}

const ZERO = '0x0000000000000000000000000000000000000000';
/** How the Universal Router writes the caller, itself, and "all you have". */
const CALLER = '0x0000000000000000000000000000000000000001';
const ITSELF = '0x0000000000000000000000000000000000000002';
const ALL_THERE_IS = 1n << 255n;
const V2_SWAP = 'address, uint256, uint256, address[], bool';
const V3_SWAP = 'address, uint256, uint256, bytes, bool';

/** The user approved Permit2 before, and Permit2's allowance for the router where `allowed`. */
async function universal(s: Stage, allowed: boolean): Promise<Pools> {
  const router = await universalRouter(s.world);
  const pools = { ...(await v2(s, () => null)), router };
  await s.approved(pools.mdw, permit2());
  if (allowed)
    await s.did(permit2(), 'approve', [pools.mdw.address, router.address, (1n << 160n) - 1n, pools.deadline]);
  return pools;
}

function execute(s: Stage, pools: Pools, commands: readonly Command[], valueWei = 0n) {
  return s.send(pools.router, 'execute', [...commandBytes(commands), pools.deadline], valueWei);
}

const universalCases: readonly Case[] = [
  benign(UR, 'ur-v3-exact-in', 'A6', 'UniversalRouter.execute(V3_SWAP_EXACT_IN)', async (s) => {
    const p = await universal(s, true);
    return execute(s, p, [
      command(0x00, V3_SWAP, [CALLER, s.part(MDW), s.part(DOLLARS_LEAST), v3Path([p.mdw, p.hbd]), true]),
    ]);
  }),
  benign(UR, 'ur-v3-exact-out', 'A6', 'UniversalRouter.execute(V3_SWAP_EXACT_OUT)', async (s) => {
    const p = await universal(s, true);
    return execute(s, p, [
      command(0x01, V3_SWAP, [CALLER, s.part(DOLLARS_LEAST), s.part(MDW), v3Path([p.hbd, p.mdw]), true]),
    ]);
  }),
  benign(UR, 'ur-v2-exact-in', 'A6', 'UniversalRouter.execute(V2_SWAP_EXACT_IN)', async (s) => {
    const p = await universal(s, true);
    return execute(s, p, [
      command(0x08, V2_SWAP, [CALLER, s.part(MDW), s.part(DOLLARS_LEAST), p.path(p.mdw, p.hbd), true]),
    ]);
  }),
  benign(UR, 'ur-v2-exact-out', 'A6', 'UniversalRouter.execute(V2_SWAP_EXACT_OUT)', async (s) => {
    const p = await universal(s, true);
    return execute(s, p, [
      command(0x09, V2_SWAP, [CALLER, s.part(DOLLARS_LEAST), s.part(MDW), p.path(p.mdw, p.hbd), true]),
    ]);
  }),
  benign(UR, 'ur-wrap-v3', 'A6', 'UniversalRouter.execute(WRAP_ETH,V3_SWAP_EXACT_IN)', async (s) => {
    const p = await universal(s, false);
    const wrap = command(0x0b, 'address, uint256', [ITSELF, s.part(COIN)]);
    return execute(
      s,
      p,
      [
        wrap,
        command(0x00, V3_SWAP, [CALLER, s.part(COIN), s.part(DOLLARS_FOR_COIN_LEAST), v3Path([p.coin, p.hbd]), false]),
      ],
      s.part(COIN),
    );
  }),
  benign(UR, 'ur-v3-unwrap', 'A6', 'UniversalRouter.execute(V3_SWAP_EXACT_IN,UNWRAP_WETH)', async (s) => {
    const p = await universal(s, true);
    const swap = command(0x00, V3_SWAP, [ITSELF, s.part(MDW), s.part(COIN_LEAST), v3Path([p.mdw, p.coin]), true]);
    return execute(s, p, [swap, command(0x0c, 'address, uint256', [CALLER, s.part(COIN_LEAST)])]);
  }),
  benign(UR, 'ur-permit-v3', 'A6', 'UniversalRouter.execute(PERMIT2_PERMIT,V3_SWAP_EXACT_IN)', async (s) => {
    const p = await universal(s, false);
    const swap = command(0x00, V3_SWAP, [CALLER, s.part(MDW), s.part(DOLLARS_LEAST), v3Path([p.mdw, p.hbd]), true]);
    return execute(s, p, [await permitCommand(s, p), swap]);
  }),
  benign(
    UR,
    'ur-permit-v2-unwrap',
    'A6',
    'UniversalRouter.execute(PERMIT2_PERMIT,V2_SWAP_EXACT_IN,UNWRAP_WETH)',
    async (s) => {
      const p = await universal(s, false);
      const swap = command(0x08, V2_SWAP, [ITSELF, s.part(MDW), s.part(COIN_LEAST), p.path(p.mdw, p.coin), true]);
      return execute(s, p, [
        await permitCommand(s, p),
        swap,
        command(0x0c, 'address, uint256', [CALLER, s.part(COIN_LEAST)]),
      ]);
    },
  ),
  benign(UR, 'ur-split-route', 'A6', 'UniversalRouter.execute(V2_SWAP_EXACT_IN,V3_SWAP_EXACT_IN)', async (s) => {
    const p = await universal(s, true);
    const one = command(0x08, V2_SWAP, [CALLER, s.part(MDW), s.part(DOLLARS_LEAST), p.path(p.mdw, p.hbd), true]);
    return execute(s, p, [
      one,
      command(0x00, V3_SWAP, [CALLER, s.part(MDW), s.part(DOLLARS_LEAST), v3Path([p.mdw, p.hbd]), true]),
    ]);
  }),
  benign(UR, 'ur-fee-and-sweep', 'A6', 'UniversalRouter.execute(V3_SWAP_EXACT_IN,PAY_PORTION,SWEEP)', async (s) => {
    const p = await universal(s, true);
    const swap = command(0x00, V3_SWAP, [ITSELF, s.part(MDW), s.part(DOLLARS_LEAST), v3Path([p.mdw, p.hbd]), true]);
    const fee = command(0x06, 'address, address, uint256', [p.hbd.address, s.world.deployer, 15n]);
    return execute(s, p, [
      swap,
      fee,
      command(0x04, 'address, address, uint256', [
        p.hbd.address,
        CALLER,
        (s.part(DOLLARS_LEAST) * HALF_PERCENT) / 1000n,
      ]),
    ]);
  }),
  benign(UR, 'ur-v2-then-v3', 'A6', 'UniversalRouter.execute(V2_SWAP_EXACT_IN,V3_SWAP_EXACT_IN) chained', async (s) => {
    const p = await universal(s, true);
    const first = command(0x08, V2_SWAP, [ITSELF, s.part(MDW), s.part(COIN_LEAST), p.path(p.mdw, p.coin), true]);
    return execute(s, p, [
      first,
      command(0x00, V3_SWAP, [CALLER, ALL_THERE_IS, s.part(275n * DOLLAR_UNIT), v3Path([p.coin, p.hbd]), false]),
    ]);
  }),
  benign(UR, 'ur-no-deadline', 'A6', 'UniversalRouter.execute without deadline', async (s) => {
    const p = await universal(s, true);
    const swap = command(0x00, V3_SWAP, [CALLER, s.part(MDW), s.part(DOLLARS_LEAST), v3Path([p.mdw, p.hbd]), true]);
    return s.raw({ to: p.router.address, data: dataOf(shortExecute(p.router), 'execute', commandBytes([swap])) });
  }),
];

/** `execute` has two forms; viem picks by the arguments only where the ABI leaves one. */
function shortExecute(router: Contract): Contract {
  return {
    ...router,
    abi: router.abi.filter((item) => item.type === 'function' && item.name === 'execute' && item.inputs.length === 2),
  };
}

async function permitCommand(s: Stage, p: Pools): Promise<Command> {
  const data = await permitSingle(s, p.mdw, p.router.address, s.part(MDW));
  return command(
    0x0a,
    '((address token, uint160 amount, uint48 expiration, uint48 nonce) details, address spender, uint256 sigDeadline), bytes',
    [data.message, await s.signed(data)],
  );
}

/** Honest tokens whose names come near a listed one's: the twins of counterfeits. */
const named: readonly Case[] = [
  buyNamed('borrowed-ticker', 'a memecoin with a borrowed ticker', 'Pepe’s Younger Cousin', 'PEPE'),
  buyNamed('bridged-dollar', 'a bridge’s copy under a name of its own', 'Bridged USDC (Harbour)', 'USDC.e'),
  buyNamed('dollar-vault', 'the share of a vault of dollars', 'Harbour USDC Vault', 'hvUSDC'),
  buyNamed('other-alphabet', 'a token in another alphabet', 'Ромашка', 'РОМАШКА'),
  benign(V2, 'watch-staked-coin', 'I1', 'wallet_watchAsset: the receipt of staked coin', async (s) => {
    const address = (await tokenNamed(s, 'Harbour Staked Ether', 'hstETH')).address;
    return s.ask('wallet_watchAsset', [{ type: 'ERC20', options: { address, symbol: 'hstETH', decimals: 18 } }]);
  }),
];

function buyNamed(id: string, shape: string, name: string, symbol: string): Case {
  return benign(V2, `v2-buy-${id}`, 'I1', `UniswapV2Router02.swapExactETHForTokens into ${shape}`, async (s) => {
    const { router, coin, path, deadline } = await v2(s, () => null);
    const token = await tokenNamed(s, name, symbol);
    const least = s.part(COIN * 1000n);
    return s.send(router, 'swapExactETHForTokens', [least, path(coin, token), s.user, deadline], s.part(COIN) + 100n);
  });
}

/** With a pool of a hundred coins: two thousand for one. */
function tokenNamed(s: Stage, name: string, symbol: string): Promise<Contract> {
  return s.world.once(`benign token ${symbol}`, async () => {
    const token = await deployed(s.world, ownContract('Coin'), [name, symbol, 18], { key: `token ${symbol}` });
    const { router } = await uniswapV2(s.world);
    const stock = 200_000n * UNIT;
    await operate(s.world, token, 'mint', [s.world.deployer, stock]);
    await operate(s.world, token, 'approve', [router.address, stock]);
    const args = [token.address, stock, 0n, 0n, s.world.deployer, FOREVER];
    await operate(s.world, router, 'addLiquidityETH', args, 100n * UNIT);
    return token;
  });
}

export const SWAPS: readonly Case[] = [...v2Cases, ...v3Cases, ...universalCases, ...named];
