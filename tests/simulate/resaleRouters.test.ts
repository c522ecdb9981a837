import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  type Abi,
  type Address,
  concatHex,
  encodeAbiParameters,
  encodeDeployData,
  encodeFunctionData,
  getAddress,
  type Hex,
  keccak256,
  maxUint256,
  parseAbi,
  parseAbiParameters,
  zeroAddress,
} from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Resale } from '../../src/simulate/Simulator.ts';
import { compileContracts } from '../contracts/compile.ts';
import { type Chain, startChain } from '../setup/chain.ts';
import { look, simulatorOn } from './look.ts';
import { transactionQuery } from './requests.ts';

/** The way back over Uniswap V3's router and the Universal Router, as published on npm: an honest token must come back. */
const require = createRequire(import.meta.url);
const published = (path: string): { abi: Abi; bytecode: Hex } => {
  const { abi, bytecode, evm } = JSON.parse(readFileSync(require.resolve(path), 'utf8'));
  const code: string = evm?.bytecode?.object ?? bytecode;
  return { abi, bytecode: `0x${code.replace(/^0x/u, '')}` };
};
const V2 = published('@uniswap/v2-core/build/UniswapV2Factory.json');
const PAIR = published('@uniswap/v2-core/build/UniswapV2Pair.json');
const V2_ROUTER = published('@uniswap/v2-periphery/build/UniswapV2Router02.json');
const WETH = published('@uniswap/v2-periphery/build/WETH9.json');
const V3 = published('@uniswap/v3-core/artifacts/contracts/UniswapV3Factory.sol/UniswapV3Factory.json');
const POOL = published('@uniswap/v3-core/artifacts/contracts/UniswapV3Pool.sol/UniswapV3Pool.json');
const PERIPHERY = '@uniswap/v3-periphery/artifacts/contracts';
const POSITIONS = published(`${PERIPHERY}/NonfungiblePositionManager.sol/NonfungiblePositionManager.json`);
const V3_ROUTER = published(`${PERIPHERY}/SwapRouter.sol/SwapRouter.json`);
const UNIVERSAL = published('@uniswap/universal-router/artifacts/contracts/UniversalRouter.sol/UniversalRouter.json');

const ETHER = 10n ** 18n;
const FAR = 4_000_000_000n;
const FEE = 3000;
/** Widest range a pool of 0.3 % takes. */
const TICK = 887_220;
const ONE_TO_ONE = 1n << 96n;

let chain: Chain;
let maker: Address;
let user: Address;
const at: Record<'weth' | 'v3Router' | 'universal' | 'plain' | 'barred' | 'fee', Address> = {
  weth: zeroAddress,
  v3Router: zeroAddress,
  universal: zeroAddress,
  plain: zeroAddress,
  barred: zeroAddress,
  fee: zeroAddress,
};

async function deploy({ abi, bytecode }: { abi: Abi; bytecode: Hex }, args: readonly unknown[] = []): Promise<Address> {
  const data = encodeDeployData({ abi, bytecode, args });
  const { contractAddress } = await chain.send({ from: maker, data, gas: 15_000_000n });
  if (contractAddress == null) throw new Error('Not deployed.');
  return getAddress(contractAddress);
}

async function send(to: Address, abi: Abi, functionName: string, args: readonly unknown[], value = 0n): Promise<void> {
  const data = encodeFunctionData({ abi, functionName, args });
  const { status } = await chain.send({ from: maker, to, data, value, gas: 12_000_000n });
  if (status !== 'success') throw new Error(`${functionName} reverted.`);
}

async function addressFrom(to: Address, abi: Abi, functionName: string, args: readonly unknown[]): Promise<Address> {
  const data = encodeFunctionData({ abi, functionName, args });
  return getAddress(`0x${String(await chain.request('eth_call', [{ to, data }, 'latest'])).slice(-40)}`);
}

beforeAll(async () => {
  chain = await startChain();
  maker = chain.accounts.deployer.address;
  user = chain.accounts.user.address;
  at.weth = await deploy(WETH);
  const v2 = await deploy(V2, [maker]);
  const v2Router = await deploy(V2_ROUTER, [v2, at.weth]);
  const v3 = await deploy(V3);
  const positions = await deploy(POSITIONS, [v3, at.weth, zeroAddress]);
  at.v3Router = await deploy(V3_ROUTER, [v3, at.weth]);
  const hashes = { pairInitCodeHash: keccak256(PAIR.bytecode), poolInitCodeHash: keccak256(POOL.bytecode) };
  const none = { v4PoolManager: zeroAddress, v3NFTPositionManager: positions, v4PositionManager: zeroAddress };
  const parts = { permit2: chain.contracts.permit2, weth9: at.weth, v2Factory: v2, v3Factory: v3, ...hashes, ...none };
  at.universal = await deploy(UNIVERSAL, [{ ...parts, spokePool: zeroAddress }]);
  await send(at.weth, WETH.abi, 'deposit', [], 100n * ETHER);
  await send(at.weth, WETH.abi, 'approve', [positions, maxUint256]);
  for (const [key, name] of [
    ['plain', 'PlainToken'],
    ['barred', 'MaxSaleToken'],
    ['fee', 'SmallFeeToken'],
  ] as const) {
    const artefact = compileContracts()[name];
    if (artefact === undefined) throw new Error(name);
    const token = await deploy(artefact);
    at[key] = token;
    for (const spender of [positions, v2Router]) await send(token, artefact.abi, 'approve', [spender, maxUint256]);
    const [token0, token1] = BigInt(token) < BigInt(at.weth) ? [token, at.weth] : [at.weth, token];
    await send(positions, POSITIONS.abi, 'createAndInitializePoolIfNecessary', [token0, token1, FEE, ONE_TO_ONE]);
    const amounts = { amount0Desired: 20n * ETHER, amount1Desired: 20n * ETHER, amount0Min: 0n, amount1Min: 0n };
    const range = { token0, token1, fee: FEE, tickLower: -TICK, tickUpper: TICK };
    await send(positions, POSITIONS.abi, 'mint', [{ ...range, ...amounts, recipient: maker, deadline: FAR }]);
    await send(v2Router, V2_ROUTER.abi, 'addLiquidityETH', [token, 20n * ETHER, 0n, 0n, maker, FAR], 20n * ETHER);
    const pool = await addressFrom(v3, V3.abi, 'getPool', [token, at.weth, FEE]);
    await send(token, artefact.abi, 'setPool', [pool]);
  }
}, 120_000);
afterAll(() => chain?.stop());

const BUYS = parseAbi([
  'function exactInputSingle((address tokenIn, address tokenOut, uint24 fee, address recipient, uint256 deadline, uint256 amountIn, uint256 amountOutMinimum, uint160 limit)) payable',
  'function multicall(bytes[])',
  'function execute(bytes, bytes[], uint256) payable',
]);

const overV3 = (token: Address): Hex =>
  encodeFunctionData({
    abi: BUYS,
    functionName: 'exactInputSingle',
    args: [
      {
        ...{ tokenIn: at.weth, tokenOut: token, fee: FEE, recipient: user, deadline: FAR },
        ...{ amountIn: ETHER, amountOutMinimum: 0n, limit: 0n },
      },
    ],
  });

/** WRAP_ETH to the router, then a swap that the router pays. */
function overUniversal(token: Address, version: 'v2' | 'v3'): Hex {
  const wrap = encodeAbiParameters(parseAbiParameters('address, uint256'), [
    '0x0000000000000000000000000000000000000002',
    ETHER,
  ]);
  const v2 = encodeAbiParameters(parseAbiParameters('address, uint256, uint256, address[], bool'), [
    ...([user, ETHER, 0n, [at.weth, token], false] as const),
  ]);
  const path = concatHex([at.weth, '0x000bb8', token]);
  const v3 = encodeAbiParameters(parseAbiParameters('address, uint256, uint256, bytes, bool'), [
    ...([user, ETHER, 0n, path, false] as const),
  ]);
  const args = version === 'v2' ? (['0x0b08', [wrap, v2], FAR] as const) : (['0x0b00', [wrap, v3], FAR] as const);
  return encodeFunctionData({ abi: BUYS, functionName: 'execute', args });
}

async function resaleOf(token: Address, to: Address, data: Hex): Promise<Resale | undefined> {
  const query = transactionQuery({ chainId: chain.chainId, from: user }, { to, data, value: ETHER });
  const view = await look(simulatorOn(chain.rpcUrl), query, 20_000);
  expect(view.run?.status, view.run?.revertReason ?? '').toBe('success');
  return view.resale?.get(`0x${token.slice(2).toLowerCase()}`);
}

describe('an honest token comes back over', () => {
  const sold = { outcome: 'sold', variant: null };

  it('Uniswap V3, alone and in a multicall', async () => {
    expect(await resaleOf(at.plain, at.v3Router, overV3(at.plain))).toMatchObject(sold);
    const inside = encodeFunctionData({ abi: BUYS, functionName: 'multicall', args: [[overV3(at.plain)]] });
    const resale = await resaleOf(at.plain, at.v3Router, inside);
    expect(resale).toMatchObject(sold);
    expect(resale?.returned).toBeGreaterThan(0.9);
  }, 30_000);

  it.each(['v2', 'v3'] as const)(
    'the Universal Router, %s pools',
    async (version) => {
      const resale = await resaleOf(at.plain, at.universal, overUniversal(at.plain, version));
      expect(resale).toMatchObject(sold);
      expect(resale?.returned).toBeGreaterThan(0.9);
    },
    30_000,
  );
});

describe('a token whose pool takes no sales does not come back over', () => {
  const stuck = { outcome: 'cannot-sell', returned: null, variant: null };

  it('Uniswap V3 or the Universal Router', async () => {
    expect(await resaleOf(at.barred, at.v3Router, overV3(at.barred))).toEqual(stuck);
    expect(await resaleOf(at.barred, at.universal, overUniversal(at.barred, 'v3'))).toEqual(stuck);
  }, 30_000);
});

describe('a token that keeps a small fee', () => {
  it('is no trap because V3 pools cannot take it, and comes back over V2', async () => {
    expect(await resaleOf(at.fee, at.v3Router, overV3(at.fee))).toBeUndefined();
    expect(await resaleOf(at.fee, at.universal, overUniversal(at.fee, 'v3'))).toBeUndefined();
    expect(await resaleOf(at.fee, at.universal, overUniversal(at.fee, 'v2'))).toMatchObject({ outcome: 'sold' });
  }, 30_000);
});
