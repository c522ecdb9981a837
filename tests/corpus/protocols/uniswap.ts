import {
  type Address,
  concatHex,
  encodeAbiParameters,
  type Hex,
  keccak256,
  maxUint256,
  numberToHex,
  parseAbi,
  parseAbiParameters,
  zeroAddress,
} from 'viem';
import { readArtifact } from '../artifact.ts';
import { PERMIT2 } from '../createWorld.ts';
import type { World } from '../World.ts';
import { type Contract, deployed, operate } from './contract.ts';
import { DOLLAR_UNIT, deflating, dollar, ERC20, meadow, UNIT, weth } from './tokens.ts';

export const FOREVER = 99_999_999_999n;

export interface V2 {
  readonly factory: Contract;
  readonly router: Contract;
  readonly oldRouter: Contract;
}

/** Where it really stands: who asks whether a coin is sold anywhere asks there. */
const V2_FACTORY: Address = '0x5C69bEe701ef814a2B6a3EDD4B1652CB9cc5aA6f';

/** Uniswap V2 from its packages, with pools of meadow, dollars, wrapped coin and the deflating token. */
export function uniswapV2(world: World): Promise<V2> {
  return world.once('benign uniswap v2', async () => {
    const wrapped = await weth(world);
    const artifact = readArtifact('@uniswap/v2-core/build/UniswapV2Factory.json');
    const factory = { address: await world.deployAt(V2_FACTORY, artifact, [world.deployer]), abi: artifact.abi };
    const args = [factory.address, wrapped.address];
    const router = await deployed(world, readArtifact('@uniswap/v2-periphery/build/UniswapV2Router02.json'), args);
    const oldRouter = await deployed(world, readArtifact('@uniswap/v2-periphery/build/UniswapV2Router01.json'), args);
    const [mdw, hbd, fee] = [await meadow(world), await dollar(world), await deflating(world)];
    const me = world.deployer;
    for (const token of [mdw, hbd, fee]) await operate(world, erc20(token), 'approve', [router.address, maxUint256]);
    const coin = async (token: Contract, amount: bigint, wei: bigint): Promise<void> =>
      operate(world, router, 'addLiquidityETH', [token.address, amount, 0n, 0n, me, FOREVER], wei);
    await coin(mdw, 200_000n * UNIT, 100n * UNIT);
    await coin(hbd, 200_000n * DOLLAR_UNIT, 100n * UNIT);
    await coin(fee, 200_000n * UNIT, 100n * UNIT);
    const pair = [mdw.address, hbd.address, 200_000n * UNIT, 200_000n * DOLLAR_UNIT, 0n, 0n, me, FOREVER];
    await operate(world, router, 'addLiquidity', pair);
    return { factory, router, oldRouter };
  });
}

/** The pool of two tokens, as an LP token. */
export async function pairOf(world: World, a: Contract, b: Contract): Promise<Contract> {
  const { factory } = await uniswapV2(world);
  const address = await world.read(factory.address, factory.abi, 'getPair', [a.address, b.address]);
  return { address: addressOf(address), abi: readArtifact('@uniswap/v2-core/build/UniswapV2Pair.json').abi };
}

export interface V3 {
  readonly factory: Contract;
  readonly router: Contract;
  readonly positions: Contract;
  readonly migrator: Contract;
}

export const FEE = 3000;
export const TICKS = { lower: -887_220, upper: 887_220 } as const;

/** Uniswap V3 from its packages, with pools of meadow and dollars and of wrapped coin with each. */
export function uniswapV3(world: World): Promise<V3> {
  return world.once('benign uniswap v3', async () => {
    const wrapped = await weth(world);
    const factory = await deployed(
      world,
      readArtifact('@uniswap/v3-core/artifacts/contracts/UniswapV3Factory.sol/UniswapV3Factory.json'),
    );
    const periphery = (name: string, args: readonly unknown[]): Promise<Contract> =>
      deployed(world, readArtifact(`@uniswap/v3-periphery/artifacts/contracts/${name}.sol/${name}.json`), args);
    const args = [factory.address, wrapped.address];
    const router = await periphery('SwapRouter', args);
    const positions = await periphery('NonfungiblePositionManager', [...args, zeroAddress]);
    const migrator = await periphery('V3Migrator', [...args, positions.address]);
    const [mdw, hbd] = [await meadow(world), await dollar(world)];
    for (const token of [mdw, hbd, wrapped]) {
      await operate(world, erc20(token), 'approve', [positions.address, maxUint256]);
    }
    const pool = async (a: Stock, b: Stock): Promise<void> => {
      const [x, y] = sorted(a, b);
      const price = squareRoot((y.amount << 192n) / x.amount);
      const tokens = [x.token.address, y.token.address, FEE];
      await operate(world, positions, 'createAndInitializePoolIfNecessary', [...tokens, price]);
      await operate(world, positions, 'mint', [mintOf(x, y, world.deployer)]);
    };
    await pool({ token: mdw, amount: 200_000n * UNIT }, { token: hbd, amount: 200_000n * DOLLAR_UNIT });
    await pool({ token: wrapped, amount: 100n * UNIT }, { token: hbd, amount: 200_000n * DOLLAR_UNIT });
    await pool({ token: wrapped, amount: 100n * UNIT }, { token: mdw, amount: 200_000n * UNIT });
    return { factory, router, positions, migrator };
  });
}

export interface Stock {
  readonly token: Contract;
  readonly amount: bigint;
}

export function sorted(a: Stock, b: Stock): readonly [Stock, Stock] {
  return BigInt(a.token.address) < BigInt(b.token.address) ? [a, b] : [b, a];
}

/** `MintParams` of a position over the whole range. */
export function mintOf(a: Stock, b: Stock, recipient: Address, deadline = FOREVER) {
  const [x, y] = sorted(a, b);
  return {
    token0: x.token.address,
    token1: y.token.address,
    fee: FEE,
    tickLower: TICKS.lower,
    tickUpper: TICKS.upper,
    amount0Desired: x.amount,
    amount1Desired: y.amount,
    amount0Min: 0n,
    amount1Min: 0n,
    recipient,
    deadline,
  };
}

/** The Universal Router of its package, on both. */
export async function universalRouter(world: World): Promise<Contract> {
  const [v2, v3, wrapped] = [await uniswapV2(world), await uniswapV3(world), await weth(world)];
  const pair = readArtifact('@uniswap/v2-core/build/UniswapV2Pair.json');
  const path = '@uniswap/universal-router/artifacts/contracts/UniversalRouter.sol/UniversalRouter.json';
  return deployed(world, readArtifact(path), [
    {
      permit2: PERMIT2,
      weth9: wrapped.address,
      v2Factory: v2.factory.address,
      v3Factory: v3.factory.address,
      pairInitCodeHash: keccak256(pair.bytecode),
      poolInitCodeHash: POOL_INIT_CODE_HASH,
      v4PoolManager: zeroAddress,
      v3NFTPositionManager: v3.positions.address,
      v4PositionManager: zeroAddress,
      spokePool: zeroAddress,
    },
  ]);
}

export function permit2(): Contract {
  return { address: PERMIT2, abi: PERMIT2_ABI };
}

/** A V3 path: token, fee, token, ... */
export function v3Path(tokens: readonly Contract[]): Hex {
  return concatHex(
    tokens.flatMap(({ address }, at) => (at === 0 ? [address] : [numberToHex(FEE, { size: 3 }), address])),
  );
}

/** One command of the Universal Router: its byte and its input. */
export interface Command {
  readonly code: number;
  readonly input: Hex;
}

export function command(code: number, types: string, values: readonly unknown[]): Command {
  return { code, input: encodeAbiParameters(parseAbiParameters(types), values) };
}

export function commandBytes(commands: readonly Command[]): readonly [Hex, readonly Hex[]] {
  return [concatHex(commands.map(({ code }) => numberToHex(code, { size: 1 }))), commands.map(({ input }) => input)];
}

/** PoolAddress.sol of v3-periphery. */
const POOL_INIT_CODE_HASH: Hex = '0xe34f199b19b2b4f47f68442619d555527d244f78a3297ea89325f843f87b8b54';

const PERMIT2_ABI = parseAbi([
  'function approve(address token, address spender, uint160 amount, uint48 expiration)',
  'function transferFrom(address from, address to, uint160 amount, address token)',
  'struct TokenSpenderPair { address token; address spender; }',
  'function lockdown(TokenSpenderPair[] approvals)',
  'struct PermitDetails { address token; uint160 amount; uint48 expiration; uint48 nonce; }',
  'struct PermitSingle { PermitDetails details; address spender; uint256 sigDeadline; }',
  'function permit(address owner, PermitSingle permitSingle, bytes signature)',
  'function invalidateNonces(address token, address spender, uint48 newNonce)',
  'function invalidateUnorderedNonces(uint256 wordPos, uint256 mask)',
]);

function erc20(token: Contract): Contract {
  return { address: token.address, abi: ERC20 };
}

function squareRoot(value: bigint): bigint {
  let guess = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (let next = (guess + value / guess) / 2n; next < guess; next = (guess + value / guess) / 2n) guess = next;
  return guess;
}

export function addressOf(value: unknown): Address {
  if (typeof value !== 'string' || !/^0x[0-9a-fA-F]{40}$/u.test(value)) throw new Error(`${value} is no address.`);
  return `0x${value.slice(2)}`;
}
