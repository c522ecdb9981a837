import { maxUint256 } from 'viem';
import type { Case } from '../Case.ts';
import { type Contract, dataOf } from '../protocols/contract.ts';
import { DOLLAR_UNIT, deflating, dollar, meadow, UNIT, weth } from '../protocols/tokens.ts';
import { FEE, mintOf, pairOf, sorted, uniswapV2, uniswapV3 } from '../protocols/uniswap.ts';
import { type About, benign, members, parts, type Stage, type TypedData } from './kit.ts';
import { erc2612 } from './permitData.ts';

const V2: About = { origin: 'https://app.tidewaterswap.org', provenance: 'npm @uniswap/v2-periphery 1.1.0-beta.0' };
const V3: About = { origin: 'https://app.tidewaterswap.org', provenance: 'npm @uniswap/v3-periphery 1.4.4' };

const MDW = 400n * UNIT;
const HBD = 400n * DOLLAR_UNIT;
const COIN = UNIT / 5n;
const LP = UNIT / 10n;

interface Pool {
  readonly router: Contract;
  readonly mdw: Contract;
  readonly hbd: Contract;
  readonly deadline: bigint;
}

async function pool(s: Stage): Promise<Pool> {
  const { router } = await uniswapV2(s.world);
  const [mdw, hbd] = [await meadow(s.world), await dollar(s.world)];
  await s.approved(mdw, router);
  await s.approved(hbd, router);
  return { router, mdw, hbd, deadline: await s.later(1200) };
}

/** The user put coin and a token in before and holds the pool's shares. */
async function shares(s: Stage, token: Contract): Promise<Contract> {
  const { router } = await uniswapV2(s.world);
  await s.approved(token, router);
  const coin = await weth(s.world);
  await s.did(router, 'addLiquidityETH', [token.address, MDW * 10n, 0n, 0n, s.user, await s.later(1200)], UNIT * 2n);
  return pairOf(s.world, token, coin);
}

/** The permit Uniswap's LP tokens have. */
async function sharePermit(s: Stage, pair: Contract, spender: Contract, amount: bigint): Promise<TypedData> {
  return erc2612(s, pair, 'Uniswap V2', spender.address, amount);
}

const v2: readonly Case[] = [
  benign(V2, 'v2-add-liquidity', 'A1', 'UniswapV2Router02.addLiquidity', async (s) => {
    const p = await pool(s);
    const least = [s.part(MDW * 9n) / 10n, s.part(HBD * 9n) / 10n];
    return s.send(p.router, 'addLiquidity', [
      p.mdw.address,
      p.hbd.address,
      s.part(MDW),
      s.part(HBD),
      ...least,
      s.user,
      p.deadline,
    ]);
  }),
  benign(V2, 'v2-add-liquidity-coin', 'A1', 'UniswapV2Router02.addLiquidityETH', async (s) => {
    const p = await pool(s);
    return s.send(p.router, 'addLiquidityETH', [p.mdw.address, s.part(MDW), 0n, 0n, s.user, p.deadline], s.part(COIN));
  }),
  benign(V2, 'v2-remove-liquidity', 'A1', 'UniswapV2Router02.removeLiquidity', async (s) => {
    const p = await pool(s);
    const pair = await pairOf(s.world, p.mdw, p.hbd);
    await s.did(p.router, 'addLiquidity', [p.mdw.address, p.hbd.address, MDW, HBD, 0n, 0n, s.user, p.deadline]);
    await s.approved(pair, p.router);
    return s.send(p.router, 'removeLiquidity', [
      p.mdw.address,
      p.hbd.address,
      s.part(HBD) * 100n,
      1n,
      1n,
      s.user,
      p.deadline,
    ]);
  }),
  benign(V2, 'v2-remove-liquidity-coin', 'A1', 'UniswapV2Router02.removeLiquidityETH', async (s) => {
    const p = await pool(s);
    await s.approved(await shares(s, p.mdw), p.router);
    return s.send(p.router, 'removeLiquidityETH', [p.mdw.address, s.part(LP), 1n, 1n, s.user, p.deadline]);
  }),
  benign(V2, 'v2-remove-liquidity-permit', 'B1', 'UniswapV2Router02.removeLiquidityWithPermit', async (s) => {
    const p = await pool(s);
    const pair = await pairOf(s.world, p.mdw, p.hbd);
    await s.did(p.router, 'addLiquidity', [p.mdw.address, p.hbd.address, MDW, HBD, 0n, 0n, s.user, p.deadline]);
    const amount = s.part(HBD) * 100n;
    const signature = await s.signed(await sharePermit(s, pair, p.router, amount));
    const deadline = await s.later(1200);
    return s.send(p.router, 'removeLiquidityWithPermit', [
      p.mdw.address,
      p.hbd.address,
      amount,
      1n,
      1n,
      s.user,
      deadline,
      false,
      ...parts(signature),
    ]);
  }),
  benign(V2, 'v2-remove-liquidity-coin-permit', 'B1', 'UniswapV2Router02.removeLiquidityETHWithPermit', async (s) => {
    const p = await pool(s);
    const pair = await shares(s, p.mdw);
    const signature = await s.signed(await sharePermit(s, pair, p.router, maxUint256));
    const deadline = await s.later(1200);
    return s.send(p.router, 'removeLiquidityETHWithPermit', [
      p.mdw.address,
      s.part(LP),
      1n,
      1n,
      s.user,
      deadline,
      true,
      ...parts(signature),
    ]);
  }),
  benign(
    V2,
    'v2-remove-fee-token',
    'A1',
    'UniswapV2Router02.removeLiquidityETHSupportingFeeOnTransferTokens',
    async (s) => {
      const p = await pool(s);
      const token = await deflating(s.world);
      await s.approved(await shares(s, token), p.router);
      return s.send(p.router, 'removeLiquidityETHSupportingFeeOnTransferTokens', [
        token.address,
        s.part(LP),
        1n,
        1n,
        s.user,
        p.deadline,
      ]);
    },
  ),
  benign(
    V2,
    'v2-remove-fee-token-permit',
    'B1',
    'UniswapV2Router02.removeLiquidityETHWithPermitSupportingFeeOnTransferTokens',
    async (s) => {
      const p = await pool(s);
      const token = await deflating(s.world);
      const pair = await shares(s, token);
      const signature = await s.signed(await sharePermit(s, pair, p.router, s.part(LP)));
      const deadline = await s.later(1200);
      return s.send(p.router, 'removeLiquidityETHWithPermitSupportingFeeOnTransferTokens', [
        token.address,
        s.part(LP),
        1n,
        1n,
        s.user,
        deadline,
        false,
        ...parts(signature),
      ]);
    },
  ),
  benign(V2, 'v2-approve-shares', 'A1', 'approve of UniswapV2Pair to the router', async (s) => {
    const p = await pool(s);
    const pair = await shares(s, p.mdw);
    return s.send(pair, 'approve', [p.router.address, s.part(LP)]);
  }),
  benign(V2, 'v2-permit-shares', 'B1', 'Permit of UniswapV2Pair to the router', async (s) => {
    const p = await pool(s);
    return s.typed(await sharePermit(s, await shares(s, p.mdw), p.router, s.part(LP)));
  }),
  benign(V2, 'v2-create-pair', 'A1', 'UniswapV2Factory.createPair', async (s) => {
    const { factory } = await uniswapV2(s.world);
    const [fee, hbd] = [await deflating(s.world), await dollar(s.world)];
    return s.send(factory, 'createPair', [fee.address, hbd.address]);
  }),
  benign(V2, 'v2-sync', 'A1', 'UniswapV2Pair.sync', async (s) =>
    s.send(await pairOf(s.world, await meadow(s.world), await dollar(s.world)), 'sync'),
  ),
];

interface Range {
  readonly positions: Contract;
  readonly mdw: Contract;
  readonly hbd: Contract;
  readonly deadline: bigint;
}

async function range(s: Stage): Promise<Range> {
  const { positions } = await uniswapV3(s.world);
  const [mdw, hbd] = [await meadow(s.world), await dollar(s.world)];
  await s.approved(mdw, positions);
  await s.approved(hbd, positions);
  return { positions, mdw, hbd, deadline: await s.later(1200) };
}

const stocks = (s: Stage, r: Range) =>
  [
    { token: r.mdw, amount: s.part(MDW) },
    { token: r.hbd, amount: s.part(HBD) },
  ] as const;

/** A position the user opened before: its number and how much is in it. */
async function position(s: Stage, r: Range): Promise<{ tokenId: bigint; liquidity: bigint }> {
  const [a, b] = [
    { token: r.mdw, amount: MDW },
    { token: r.hbd, amount: HBD },
  ];
  await s.did(r.positions, 'mint', [mintOf(a, b, s.user)]);
  const count = BigInt(String(await s.world.read(r.positions.address, r.positions.abi, 'balanceOf', [s.user])));
  const tokenId = BigInt(
    String(await s.world.read(r.positions.address, r.positions.abi, 'tokenOfOwnerByIndex', [s.user, count - 1n])),
  );
  const parts = await s.world.read(r.positions.address, r.positions.abi, 'positions', [tokenId]);
  if (!Array.isArray(parts)) throw new Error('positions() gave no tuple.');
  return { tokenId, liquidity: BigInt(parts[7]) };
}

const MOST = (1n << 128n) - 1n;

const v3: readonly Case[] = [
  benign(V3, 'v3-mint-position', 'A1', 'NonfungiblePositionManager.mint', async (s) => {
    const r = await range(s);
    return s.send(r.positions, 'mint', [mintOf(...stocks(s, r), s.user, r.deadline)]);
  }),
  benign(V3, 'v3-increase', 'A1', 'NonfungiblePositionManager.increaseLiquidity', async (s) => {
    const r = await range(s);
    const { tokenId } = await position(s, r);
    const [x, y] = sorted(...stocks(s, r));
    return s.send(r.positions, 'increaseLiquidity', [
      {
        tokenId,
        amount0Desired: x.amount,
        amount1Desired: y.amount,
        amount0Min: 0n,
        amount1Min: 0n,
        deadline: r.deadline,
      },
    ]);
  }),
  benign(V3, 'v3-decrease', 'G3', 'NonfungiblePositionManager.decreaseLiquidity', async (s) => {
    const r = await range(s);
    const { tokenId, liquidity } = await position(s, r);
    return s.send(r.positions, 'decreaseLiquidity', [
      { tokenId, liquidity: liquidity / 2n, amount0Min: 0n, amount1Min: 0n, deadline: r.deadline },
    ]);
  }),
  benign(V3, 'v3-collect', 'G1', 'NonfungiblePositionManager.collect', async (s) => {
    const r = await range(s);
    const { tokenId, liquidity } = await position(s, r);
    await s.did(r.positions, 'decreaseLiquidity', [
      { tokenId, liquidity: liquidity / 2n, amount0Min: 0n, amount1Min: 0n, deadline: r.deadline },
    ]);
    return s.send(r.positions, 'collect', [{ tokenId, recipient: s.user, amount0Max: MOST, amount1Max: MOST }]);
  }),
  benign(V3, 'v3-burn-position', 'G3', 'NonfungiblePositionManager.burn', async (s) => {
    const r = await range(s);
    const { tokenId, liquidity } = await position(s, r);
    await s.did(r.positions, 'decreaseLiquidity', [
      { tokenId, liquidity, amount0Min: 0n, amount1Min: 0n, deadline: r.deadline },
    ]);
    await s.did(r.positions, 'collect', [{ tokenId, recipient: s.user, amount0Max: MOST, amount1Max: MOST }]);
    return s.send(r.positions, 'burn', [tokenId]);
  }),
  benign(V3, 'v3-withdraw-all', 'A6', 'NonfungiblePositionManager.multicall(decreaseLiquidity,collect)', async (s) => {
    const r = await range(s);
    const { tokenId, liquidity } = await position(s, r);
    const less = dataOf(r.positions, 'decreaseLiquidity', [
      { tokenId, liquidity: s.part(liquidity / 2n), amount0Min: 0n, amount1Min: 0n, deadline: r.deadline },
    ]);
    return s.send(r.positions, 'multicall', [
      [less, dataOf(r.positions, 'collect', [{ tokenId, recipient: s.user, amount0Max: MOST, amount1Max: MOST }])],
    ]);
  }),
  benign(
    V3,
    'v3-withdraw-to-coin',
    'A6',
    'NonfungiblePositionManager.multicall(decreaseLiquidity,collect,unwrapWETH9,sweepToken)',
    async (s) => {
      const r = await range(s);
      const coin = await weth(s.world);
      await s.approved(coin, r.positions);
      await s.did(r.positions, 'mint', [mintOf({ token: r.mdw, amount: MDW }, { token: coin, amount: COIN }, s.user)]);
      const tokenId = BigInt(
        String(await s.world.read(r.positions.address, r.positions.abi, 'tokenOfOwnerByIndex', [s.user, 0n])),
      );
      const made = await s.world.read(r.positions.address, r.positions.abi, 'positions', [tokenId]);
      if (!Array.isArray(made)) throw new Error('positions() gave no tuple.');
      const calls = [
        dataOf(r.positions, 'decreaseLiquidity', [
          { tokenId, liquidity: BigInt(made[7]), amount0Min: 0n, amount1Min: 0n, deadline: r.deadline },
        ]),
        dataOf(r.positions, 'collect', [
          { tokenId, recipient: `0x${'0'.repeat(40)}`, amount0Max: MOST, amount1Max: MOST },
        ]),
        dataOf(r.positions, 'unwrapWETH9', [COIN / 2n, s.user]),
        dataOf(r.positions, 'sweepToken', [r.mdw.address, MDW / 2n, s.user]),
      ];
      return s.send(r.positions, 'multicall', [calls]);
    },
  ),
  benign(V3, 'v3-mint-with-coin', 'A6', 'NonfungiblePositionManager.multicall(mint,refundETH)', async (s) => {
    const r = await range(s);
    const coin = await weth(s.world);
    const mint = mintOf(
      { token: r.mdw, amount: s.part(MDW) },
      { token: coin, amount: s.part(COIN) },
      s.user,
      r.deadline,
    );
    return s.send(
      r.positions,
      'multicall',
      [[dataOf(r.positions, 'mint', [mint]), dataOf(r.positions, 'refundETH')]],
      s.part(COIN),
    );
  }),
  benign(
    V3,
    'v3-open-pool',
    'A6',
    'NonfungiblePositionManager.multicall(createAndInitializePoolIfNecessary,mint)',
    async (s) => {
      const r = await range(s);
      const [x, y] = sorted(...stocks(s, r));
      const start = dataOf(r.positions, 'createAndInitializePoolIfNecessary', [
        x.token.address,
        y.token.address,
        FEE,
        1n << 96n,
      ]);
      return s.send(r.positions, 'multicall', [
        [start, dataOf(r.positions, 'mint', [mintOf(x, y, s.user, r.deadline)])],
      ]);
    },
  ),
  benign(V3, 'v3-permit-position', 'B5', 'Permit of NonfungiblePositionManager (ERC-4494)', async (s) => {
    const r = await range(s);
    const { tokenId } = await position(s, r);
    const { migrator } = await uniswapV3(s.world);
    return s.typed({
      domain: {
        name: 'Uniswap V3 Positions NFT-V1',
        version: '1',
        chainId: s.world.chainId,
        verifyingContract: r.positions.address,
      },
      types: { Permit: members('address spender,uint256 tokenId,uint256 nonce,uint256 deadline') },
      primaryType: 'Permit',
      message: { spender: migrator.address, tokenId, nonce: 0n, deadline: r.deadline },
    });
  }),
  benign(
    V3,
    'v3-move-position',
    'G3',
    'NonfungiblePositionManager.safeTransferFrom to the second account',
    async (s) => {
      const r = await range(s);
      const { tokenId } = await position(s, r);
      return s.raw({
        to: r.positions.address,
        data: dataOf(threeArguments(r.positions), 'safeTransferFrom', [s.user, s.second, tokenId]),
      });
    },
  ),
  benign(V3, 'v3-migrate', 'A1', 'V3Migrator.migrate', async (s) => {
    const { migrator } = await uniswapV3(s.world);
    const p = await pool(s);
    const pair = await pairOf(s.world, p.mdw, p.hbd);
    await s.did(p.router, 'addLiquidity', [p.mdw.address, p.hbd.address, MDW, HBD, 0n, 0n, s.user, p.deadline]);
    await s.approved(pair, migrator);
    const { deadline, recipient, token0, token1, fee, tickLower, tickUpper, amount0Min, amount1Min } = mintOf(
      { token: p.mdw, amount: 1n },
      { token: p.hbd, amount: 1n },
      s.user,
      p.deadline,
    );
    return s.send(migrator, 'migrate', [
      {
        pair: pair.address,
        liquidityToMigrate: s.part(HBD) * 100n,
        percentageToMigrate: 100,
        token0,
        token1,
        fee,
        tickLower,
        tickUpper,
        amount0Min,
        amount1Min,
        recipient,
        deadline,
        refundAsETH: false,
      },
    ]);
  }),
];

function threeArguments(items: Contract): Contract {
  return {
    ...items,
    abi: items.abi.filter(
      (one) => one.type === 'function' && one.name === 'safeTransferFrom' && one.inputs.length === 3,
    ),
  };
}

export const LIQUIDITY: readonly Case[] = [...v2, ...v3];
