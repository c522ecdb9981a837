import type { Address, Hex } from 'viem';
import type { Action, Asset } from './Action.ts';
import { amountOf } from './amounts.ts';
import type { Arguments, Call, CallReader } from './calldata.ts';
import { pathEnds, swap } from './router.ts';

/** Aggregators and exchanges whose calls name both tokens, the bounds and the recipient. */
export const AGGREGATOR_READERS: ReadonlyMap<string, CallReader> = new Map<string, CallReader>([
  ['0x12aa3caf', at({ sell: 1, buy: 2, to: 4, amount: 5, floor: 6 })], // 1inch v5 swap(address,(address,address,address,address,uint256,uint256,uint256),bytes,bytes)
  ['0x07ed2379', at({ sell: 1, buy: 2, to: 4, amount: 5, floor: 6 })], // 1inch v6 swap(address,(address,address,address,address,uint256,uint256,uint256),bytes)
  ['0x7c025200', at({ tuple: 1, sell: 0, buy: 1, to: 3, amount: 4, floor: 5 })], // 1inch v4 swap(address,(address,address,address,address,uint256,uint256,uint256,bytes),bytes)
  ['0xe3ead59e', at({ sell: 1, buy: 2, to: 7, amount: 3, floor: 4 })], // Velora swapExactAmountIn(address,(address,address,uint256,uint256,uint256,bytes32,address),uint256,bytes,bytes)
  ['0x7f457675', at({ sell: 1, buy: 2, to: 7, amount: 3, floor: 4 })], // Velora swapExactAmountOut(address,(address,address,uint256,uint256,uint256,bytes32,address),uint256,bytes,bytes)
  ['0x0d893d62', at({ sell: 1, buy: 2, to: 7, amount: 3, floor: 4 })], // Velora swapExactAmountInPro(address,(address,address,uint256,uint256,uint256,bytes32,address),uint256,bytes,bytes)
  ['0x44224add', at({ sell: 1, buy: 2, to: 7, amount: 3, floor: 4 })], // Velora swapExactAmountOutPro(address,(address,address,uint256,uint256,uint256,bytes32,address),uint256,bytes,bytes)
  ['0x876a02f6', at({ tuple: 0, sell: 0, buy: 1, to: 6, amount: 2, floor: 3 })], // Velora swapExactAmountInOnUniswapV3((address,address,uint256,uint256,uint256,bytes32,address,bytes),uint256,bytes)
  ['0xe8bb3b6c', at({ tuple: 0, sell: 0, buy: 1, to: 6, amount: 2, floor: 3 })], // Velora swapExactAmountInOnUniswapV2((address,address,uint256,uint256,uint256,bytes32,address,bytes),uint256,bytes)
  ['0x5e94e28d', at({ tuple: 0, sell: 0, buy: 1, to: 6, amount: 2, floor: 3 })], // Velora swapExactAmountOutOnUniswapV3((address,address,uint256,uint256,uint256,bytes32,address,bytes),uint256,bytes)
  ['0x1a01c532', at({ sell: 2, buy: 3, to: 8, amount: 4, floor: 5 })], // Velora swapExactAmountInOnCurveV1((uint256,uint256,address,address,uint256,uint256,uint256,bytes32,address),uint256,bytes)
  ['0x3b635ce4', at({ sell: 0, buy: 3, to: 6, amount: 1, floor: 5 })], // Odos swap((address,uint256,address,address,uint256,uint256,address),bytes,address,uint32)
  ['0x415565b0', at({ sell: 0, buy: 1, to: null, amount: 2, floor: 3 })], // 0x transformERC20(address,address,uint256,uint256,(uint32,bytes)[])
  ['0x0c307f76', at({ sell: 2, buy: 3, to: 1, amount: 4, floor: 5 })], // OKX dagSwapTo(uint256,address,(uint256,address,uint256,uint256,uint256),(address[],address[],uint256[],bytes[],uint256)[])
  ['0xf2c42696', at({ sell: 1, buy: 2, to: null, amount: 3, floor: 4 })], // OKX dagSwapByOrderId(uint256,(uint256,address,uint256,uint256,uint256),(address[],address[],uint256[],bytes[],uint256)[])
  ['0xb8815477', at({ sell: 2, buy: 3, to: 1, amount: 4, floor: 5 })], // OKX unxswapToWithBaseRequest(uint256,address,(uint256,address,uint256,uint256,uint256),bytes32[])
  ['0xd9627aa4', sellToUniswap], // 0x sellToUniswap(address[],uint256,uint256,bool)
  ['0x3598d8ab', v3({ path: 0, amount: null, floor: 1, to: 2, buysNative: false })], // 0x sellEthForTokenToUniswapV3(bytes,uint256,address)
  ['0x803ba26d', v3({ path: 0, amount: 1, floor: 2, to: 3, buysNative: true })], // 0x sellTokenForEthToUniswapV3(bytes,uint256,uint256,address)
  ['0x6af479b2', v3({ path: 0, amount: 1, floor: 2, to: 3, buysNative: false })], // 0x sellTokenForTokenToUniswapV3(bytes,uint256,uint256,address)
  ['0x52bbbe29', balancerSwap], // Balancer swap((bytes32,uint8,address,address,uint256,bytes),(address,bool,address,bool),uint256,uint256)
  ['0x945bcec9', balancerBatch], // Balancer batchSwap(uint8,(bytes32,uint256,uint256,uint256,bytes)[],address[],(address,bool,address,bool),int256[],uint256)
]);

/** Words of the arguments, or of the dynamic tuple behind `tuple`. Recipient `null` is the caller, as zero is. */
interface Shape {
  readonly tuple?: number;
  readonly sell: number;
  readonly buy: number;
  readonly to: number | null;
  readonly amount: number;
  readonly floor: number;
}

function at(shape: Shape): CallReader {
  return (call, args) => {
    const from = shape.tuple === undefined ? args : args.tuple(shape.tuple);
    if (from === null || from.words <= Math.max(shape.floor, shape.amount, shape.to ?? 0)) return null;
    const sell = { asset: assetOf(from.address(shape.sell)), amount: amountOf(from.uint(shape.amount)) };
    const buy = { asset: assetOf(from.address(shape.buy)), minimum: from.uint(shape.floor) };
    return traded(call, sell, buy, shape.to === null ? ZERO : from.address(shape.to), null);
  };
}

function traded(
  call: Call,
  sell: Parameters<typeof swap>[1],
  buy: Parameters<typeof swap>[2],
  written: Address,
  deadlineSeconds: bigint | null,
): Action | null {
  const recipient = written === ZERO ? call.sender : written;
  return recipient === null ? null : swap(call, sell, buy, recipient, deadlineSeconds);
}

function sellToUniswap(call: Call, args: Arguments): Action | null {
  const path = args.addresses(0, MOST_HOPS);
  const first = path?.[0];
  const last = path?.at(-1);
  if (first === undefined || last === undefined) return null;
  const sell = { asset: assetOf(first), amount: amountOf(args.uint(1)) };
  return traded(call, sell, { asset: assetOf(last), minimum: args.uint(2) }, ZERO, null);
}

interface V3Shape {
  readonly path: number;
  readonly amount: number | null;
  readonly floor: number;
  readonly to: number;
  readonly buysNative: boolean;
}

function v3(shape: V3Shape): CallReader {
  return (call, args) => {
    const path: Hex | null = args.bytes(shape.path);
    const ends = path === null ? null : pathEnds(path);
    if (ends === null) return null;
    const sell =
      shape.amount === null
        ? { asset: NATIVE, amount: call.valueWei }
        : { asset: assetOf(ends.first), amount: amountOf(args.uint(shape.amount)) };
    const buy = { asset: shape.buysNative ? NATIVE : assetOf(ends.last), minimum: args.uint(shape.floor) };
    return traded(call, sell, buy, args.address(shape.to), null);
  };
}

/** Kind 0 gives an exact amount and bounds what comes; kind 1 the other way round. */
function balancerSwap(call: Call, args: Arguments): Action | null {
  const single = args.tuple(0);
  if (single === null || args.words < 7) return null;
  const givenIn = single.uint(1) === 0n;
  const [amount, limit] = [single.uint(4), args.uint(5)];
  const sell = { asset: assetOf(single.address(2)), amount: amountOf(givenIn ? amount : limit) };
  const buy = { asset: assetOf(single.address(3)), minimum: givenIn ? limit : amount };
  return traded(call, sell, buy, args.address(3), args.uint(6));
}

/** `limits` are signed, one an asset: positive is the most that goes in, negative the least that must come out. */
function balancerBatch(call: Call, args: Arguments): Action | null {
  const assets = args.addresses(2, MOST_HOPS);
  const limits = args.uints(7, MOST_HOPS)?.map((limit) => BigInt.asIntN(256, limit));
  if (assets === null || limits === undefined || assets.length !== limits.length) return null;
  const given = limits.findIndex((limit) => limit > 0n);
  const taken = limits.findIndex((limit) => limit < 0n);
  const [out, back] = [assets[given], assets[taken] ?? assets.find((_, index) => index !== given)];
  if (out === undefined || back === undefined) return null;
  const sell = { asset: assetOf(out), amount: amountOf(limits[given] ?? 0n) };
  return traded(call, sell, { asset: assetOf(back), minimum: -(limits[taken] ?? 0n) }, args.address(5), args.uint(8));
}

function assetOf(address: Address): Asset {
  return address === ZERO || address === NATIVE_MARK ? NATIVE : { type: 'erc20', address };
}

const NATIVE: Asset = { type: 'native' };
const ZERO: Address = '0x0000000000000000000000000000000000000000';
const NATIVE_MARK: Address = '0xeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee';
/** As in `router.ts`. */
const MOST_HOPS = 64;
