import {
  type Address,
  concatHex,
  decodeAbiParameters,
  decodeFunctionData,
  encodeAbiParameters,
  encodeFunctionData,
  type Hex,
  maxUint256,
  parseAbi,
  parseAbiParameters,
  size,
  slice,
} from 'viem';
import { lowerAddress } from '../rpcValue.ts';
import type { ScenarioCall } from '../Scenario.ts';

/** One way to turn a bought token back into what it was bought with, over the same router and pools. */
export interface WayBack {
  /** The token that comes back: what the trade was paid with, the wrapped coin where it was paid in coin. */
  readonly paidWith: Address;
  /** What the owner would send, in order. */
  calls(amount: bigint, owner: Address): readonly { readonly to: Address; readonly data: Hex }[];
}

/** Every way back for `token`, likeliest first; empty where none of the calls is a trade that can be turned round. */
export function waysBack(calls: readonly Pick<ScenarioCall, 'to' | 'data'>[], token: Address): readonly WayBack[] {
  return calls.flatMap(({ to, data }) =>
    to === null || data.length > MOST_DIGITS ? [] : fromCall(to, data, lowerAddress(token), 0),
  );
}

/** No real trade comes near 32 kB of calldata. */
const MOST_DIGITS = 65_536;
const MOST_INNER_CALLS = 16;
const MOST_HOPS = 6;

function fromCall(router: Address, data: Hex, token: Address, depth: number): readonly WayBack[] {
  try {
    const { functionName, args } = decodeFunctionData({ abi: ROUTERS, data });
    switch (functionName) {
      case 'multicall': {
        const inner: readonly Hex[] = args.length === 1 ? args[0] : args[1];
        if (depth > 0) return [];
        return inner.slice(0, MOST_INNER_CALLS).flatMap((each) => fromCall(router, each, token, depth + 1));
      }
      case 'execute':
        return fromCommands(router, args[0], args[1], token);
      case 'exactInputSingle':
      case 'exactOutputSingle': {
        const { tokenIn, tokenOut, fee } = args[0];
        return overV3(router, packPath(tokenIn, fee, tokenOut), token, 'deadline' in args[0]);
      }
      case 'exactInput':
        return overV3(router, args[0].path, token, 'deadline' in args[0]);
      case 'exactOutput':
        return overV3(router, reversedPath(args[0].path), token, 'deadline' in args[0]);
      case 'swapExactETHForTokens':
      case 'swapExactETHForTokensSupportingFeeOnTransferTokens':
      case 'swapETHForExactTokens':
        return overV2(router, args[1], token, true);
      default:
        return overV2(router, args[2], token, args.length === 5);
    }
  } catch {
    // Another function, or arguments that are not what its name says: no way back is known.
    return [];
  }
}

/** Uniswap V2's router and its copies. The form for tokens that take a fee comes first: it serves every token. */
function overV2(router: Address, path: readonly Address[], token: Address, hasDeadline: boolean): readonly WayBack[] {
  const [paidWith] = path;
  if (paidWith === undefined || path.length > MOST_HOPS || !isSame(path.at(-1), token)) return [];
  const back = [...path].reverse();
  const names = hasDeadline
    ? (['swapExactTokensForTokensSupportingFeeOnTransferTokens', 'swapExactTokensForTokens'] as const)
    : (['swapExactTokensForTokens'] as const);
  return names.map((functionName) => ({
    paidWith: lowerAddress(paidWith),
    calls: (amount, owner) => [
      approval(token, router),
      {
        to: router,
        data: hasDeadline
          ? encodeFunctionData({ abi: V2, functionName, args: [amount, 0n, back, owner, maxUint256] })
          : encodeFunctionData({
              abi: V2_02,
              functionName: 'swapExactTokensForTokens',
              args: [amount, 0n, back, owner],
            }),
      },
    ],
  }));
}

/** @param path in the direction of the buy. */
function overV3(router: Address, path: Hex, token: Address, hasDeadline: boolean): readonly WayBack[] {
  const ends = pathEnds(path);
  if (ends === null || !isSame(ends.last, token)) return [];
  const back = { path: reversedPath(path), amountOutMinimum: 0n };
  return [
    {
      paidWith: lowerAddress(ends.first),
      calls: (amountIn, recipient) => [
        approval(token, router),
        {
          to: router,
          data: hasDeadline
            ? encodeFunctionData({
                abi: V3,
                functionName: 'exactInput',
                args: [{ ...back, amountIn, recipient, deadline: maxUint256 }],
              })
            : encodeFunctionData({ abi: V3_02, functionName: 'exactInput', args: [{ ...back, amountIn, recipient }] }),
        },
      ],
    },
  ];
}

/** Uniswap's Universal Router: handed the token first, it sells all that it holds, so that Permit2 is not needed. */
function fromCommands(router: Address, commands: Hex, inputs: readonly Hex[], token: Address): readonly WayBack[] {
  return inputs.slice(0, Math.min(size(commands), MOST_INNER_CALLS)).flatMap((input, at): readonly WayBack[] => {
    const command = Number(slice(commands, at, at + 1)) & COMMAND_MASK;
    if (command === V2_EXACT_IN || command === V2_EXACT_OUT) {
      const [, , , path] = decodeAbiParameters(V2_INPUT, input);
      const [paidWith] = path;
      if (paidWith === undefined || path.length > MOST_HOPS || !isSame(path.at(-1), token)) return [];
      const sold = (owner: Address) =>
        encodeAbiParameters(V2_INPUT, [owner, ALL_IT_HOLDS, 0n, [...path].reverse(), false]);
      return [handedOver(router, token, paidWith, V2_EXACT_IN, sold)];
    }
    if (command === V3_EXACT_IN || command === V3_EXACT_OUT) {
      const [, , , written] = decodeAbiParameters(V3_INPUT, input);
      const path = command === V3_EXACT_IN ? written : reversedPath(written);
      const ends = pathEnds(path);
      if (ends === null || !isSame(ends.last, token)) return [];
      const sold = (owner: Address) =>
        encodeAbiParameters(V3_INPUT, [owner, ALL_IT_HOLDS, 0n, reversedPath(path), false]);
      return [handedOver(router, token, ends.first, V3_EXACT_IN, sold)];
    }
    return [];
  });
}

function handedOver(
  router: Address,
  token: Address,
  paidWith: Address,
  command: number,
  input: (owner: Address) => Hex,
): WayBack {
  const byte: Hex = `0x${command.toString(16).padStart(2, '0')}`;
  return {
    paidWith: lowerAddress(paidWith),
    calls: (amount, owner) => [
      { to: token, data: encodeFunctionData({ abi: TOKEN, functionName: 'transfer', args: [router, amount] }) },
      {
        to: router,
        data: encodeFunctionData({ abi: UNIVERSAL, functionName: 'execute', args: [byte, [input(owner)], maxUint256] }),
      },
    ],
  };
}

function approval(token: Address, spender: Address): { readonly to: Address; readonly data: Hex } {
  return { to: token, data: encodeFunctionData({ abi: TOKEN, functionName: 'approve', args: [spender, maxUint256] }) };
}

function packPath(first: Address, fee: number, last: Address): Hex {
  return concatHex([first, `0x${fee.toString(16).padStart(6, '0')}`, last]);
}

/** A V3 path is a token of 20 bytes, then for each hop 3 bytes of fee and the next token. */
function piecesOf(path: Hex): readonly Hex[] | null {
  const bytes = size(path);
  const hops = (bytes - 20) / 23;
  if (!Number.isInteger(hops) || hops < 1 || hops > MOST_HOPS) return null;
  const pieces: Hex[] = [slice(path, 0, 20)];
  for (let at = 20; at < bytes; at += 23) pieces.push(slice(path, at, at + 3), slice(path, at + 3, at + 23));
  return pieces;
}

function reversedPath(path: Hex): Hex {
  return concatHex([...(piecesOf(path) ?? [])].reverse());
}

function pathEnds(path: Hex): { readonly first: Address; readonly last: Address } | null {
  const pieces = piecesOf(path);
  const [first, last] = [pieces?.[0], pieces?.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
}

function isSame(a: string | undefined, b: string): boolean {
  return a?.toLowerCase() === b;
}

/** Universal Router commands (Commands.sol): bit 7 lets a command fail, the low bits name it. */
const COMMAND_MASK = 0x3f;
const V3_EXACT_IN = 0x00;
const V3_EXACT_OUT = 0x01;
const V2_EXACT_IN = 0x08;
const V2_EXACT_OUT = 0x09;
/** `CONTRACT_BALANCE` of the Universal Router's Constants.sol. */
const ALL_IT_HOLDS = 1n << 255n;
const V2_INPUT = parseAbiParameters('address, uint256, uint256, address[], bool');
const V3_INPUT = parseAbiParameters('address, uint256, uint256, bytes, bool');

const TOKEN = parseAbi([
  'function approve(address spender, uint256 amount)',
  'function transfer(address to, uint256 amount)',
]);
const V2 = parseAbi([
  'function swapExactTokensForTokens(uint256, uint256, address[], address, uint256)',
  'function swapExactTokensForTokensSupportingFeeOnTransferTokens(uint256, uint256, address[], address, uint256)',
]);
const V2_02 = parseAbi(['function swapExactTokensForTokens(uint256, uint256, address[], address)']);
const V3 = parseAbi([
  'function exactInput((bytes path, address recipient, uint256 deadline, uint256 amountIn, uint256 amountOutMinimum))',
]);
const V3_02 = parseAbi([
  'function exactInput((bytes path, address recipient, uint256 amountIn, uint256 amountOutMinimum))',
]);
const UNIVERSAL = parseAbi(['function execute(bytes commands, bytes[] inputs, uint256 deadline)']);

/** What a buy may look like. Uniswap V2's router, V3's SwapRouter and SwapRouter02, the Universal Router, and copies. */
const ROUTERS = parseAbi([
  'function swapExactETHForTokens(uint256, address[], address, uint256)',
  'function swapExactETHForTokensSupportingFeeOnTransferTokens(uint256, address[], address, uint256)',
  'function swapETHForExactTokens(uint256, address[], address, uint256)',
  'function swapExactTokensForTokens(uint256, uint256, address[], address, uint256)',
  'function swapExactTokensForTokensSupportingFeeOnTransferTokens(uint256, uint256, address[], address, uint256)',
  'function swapTokensForExactTokens(uint256, uint256, address[], address, uint256)',
  'function swapExactTokensForTokens(uint256, uint256, address[], address)',
  'function swapTokensForExactTokens(uint256, uint256, address[], address)',
  'function exactInputSingle((address tokenIn, address tokenOut, uint24 fee, address recipient, uint256 deadline, uint256 amountIn, uint256 amountOutMinimum, uint160 sqrtPriceLimitX96))',
  'function exactInputSingle((address tokenIn, address tokenOut, uint24 fee, address recipient, uint256 amountIn, uint256 amountOutMinimum, uint160 sqrtPriceLimitX96))',
  'function exactOutputSingle((address tokenIn, address tokenOut, uint24 fee, address recipient, uint256 deadline, uint256 amountOut, uint256 amountInMaximum, uint160 sqrtPriceLimitX96))',
  'function exactOutputSingle((address tokenIn, address tokenOut, uint24 fee, address recipient, uint256 amountOut, uint256 amountInMaximum, uint160 sqrtPriceLimitX96))',
  'function exactInput((bytes path, address recipient, uint256 deadline, uint256 amountIn, uint256 amountOutMinimum))',
  'function exactInput((bytes path, address recipient, uint256 amountIn, uint256 amountOutMinimum))',
  'function exactOutput((bytes path, address recipient, uint256 deadline, uint256 amountOut, uint256 amountInMaximum))',
  'function exactOutput((bytes path, address recipient, uint256 amountOut, uint256 amountInMaximum))',
  'function multicall(bytes[])',
  'function multicall(uint256, bytes[])',
  'function multicall(bytes32, bytes[])',
  'function execute(bytes, bytes[])',
  'function execute(bytes, bytes[], uint256)',
]);
