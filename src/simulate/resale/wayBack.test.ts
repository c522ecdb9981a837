import {
  type Address,
  decodeAbiParameters,
  decodeFunctionData,
  encodeAbiParameters,
  encodeFunctionData,
  type Hex,
  parseAbi,
  parseAbiParameters,
} from 'viem';
import { describe, expect, it } from 'vitest';
import { waysBack } from './wayBack.ts';

const WETH: Address = '0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2';
const MIDDLE: Address = '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48';
const TOKEN: Address = '0x9fe46736679d2d9a65f0992f2272de9f3c7fa6e0';
const ROUTER: Address = '0x7a250d5630b4cf539739df2c5dacb4c659f2488d';
const USER: Address = '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266';
const FAR = 4_000_000_000n;

const ABI = parseAbi([
  'function swapExactETHForTokens(uint256 amountOutMin, address[] path, address to, uint256 deadline)',
  'function swapExactTokensForTokens(uint256, uint256, address[], address)',
  'function exactInputSingle((address tokenIn, address tokenOut, uint24 fee, address recipient, uint256 amountIn, uint256 amountOutMinimum, uint160 limit))',
  'function exactOutput((bytes path, address recipient, uint256 deadline, uint256 amountOut, uint256 amountInMaximum))',
  'function multicall(uint256, bytes[])',
  'function execute(bytes, bytes[], uint256)',
]);
const BACK = parseAbi([
  'function approve(address, uint256)',
  'function transfer(address, uint256)',
  'function swapExactTokensForTokens(uint256, uint256, address[], address, uint256)',
  'function swapExactTokensForTokensSupportingFeeOnTransferTokens(uint256, uint256, address[], address, uint256)',
  'function swapExactTokensForTokens(uint256, uint256, address[], address)',
  'function exactInput((bytes path, address recipient, uint256 amountIn, uint256 amountOutMinimum))',
  'function exactInput((bytes path, address recipient, uint256 deadline, uint256 amountIn, uint256 amountOutMinimum))',
  'function execute(bytes, bytes[], uint256)',
]);

const packed = (first: Address, fee: string, last: Address): Hex => `0x${first.slice(2)}${fee}${last.slice(2)}`;
const back = (data: Hex, token: Address = TOKEN) =>
  waysBack([{ to: ROUTER, data }], token).map(({ paidWith, calls }) => ({
    paidWith,
    sent: calls(7n, USER).map((call) => ({ to: call.to, ...decodeFunctionData({ abi: BACK, data: call.data }) })),
  }));

const v3Buy = encodeFunctionData({
  abi: ABI,
  functionName: 'exactInputSingle',
  args: [
    {
      tokenIn: WETH,
      tokenOut: TOKEN,
      fee: 3000,
      recipient: USER,
      amountIn: 1n,
      amountOutMinimum: 0n,
      limit: 0n,
    },
  ],
});

describe('the way back', () => {
  it('turns a V2 path round, with the form for tokens that take a fee first', () => {
    const data = encodeFunctionData({
      abi: ABI,
      functionName: 'swapExactETHForTokens',
      args: [0n, [WETH, MIDDLE, TOKEN], USER, FAR],
    });
    const ways = back(data);
    expect(ways.map(({ sent }) => sent.map(({ functionName }) => functionName))).toEqual([
      ['approve', 'swapExactTokensForTokensSupportingFeeOnTransferTokens'],
      ['approve', 'swapExactTokensForTokens'],
    ]);
    expect(ways[0]?.paidWith).toBe(WETH);
    const path = ways[0]?.sent[1]?.args.at(2);
    expect(String(path).toLowerCase()).toBe([TOKEN, MIDDLE, WETH].join(','));
  });

  it('keeps to the router’s own form without a deadline', () => {
    const data = encodeFunctionData({
      abi: ABI,
      functionName: 'swapExactTokensForTokens',
      args: [5n, 0n, [MIDDLE, TOKEN], USER],
    });
    const [way, ...rest] = back(data);
    expect(rest).toEqual([]);
    expect(way?.sent[1]?.args).toHaveLength(4);
    expect(way?.paidWith).toBe(MIDDLE);
  });

  it('turns V3 pools round, inside a multicall too', () => {
    const wrapped = encodeFunctionData({ abi: ABI, functionName: 'multicall', args: [FAR, [v3Buy]] });
    for (const data of [v3Buy, wrapped]) {
      const [way] = back(data);
      expect(
        JSON.stringify(way?.sent[1]?.args, (_, value) => (typeof value === 'bigint' ? `${value}` : value)),
      ).toContain(packed(TOKEN, '000bb8', WETH).slice(2));
      expect(way?.paidWith).toBe(WETH);
    }
    // Exact outputs write the path backwards already.
    const output = encodeFunctionData({
      abi: ABI,
      functionName: 'exactOutput',
      args: [
        { path: packed(TOKEN, '0001f4', WETH), recipient: USER, deadline: FAR, amountOut: 9n, amountInMaximum: 9n },
      ],
    });
    expect(back(output)[0]?.paidWith).toBe(WETH);
  });

  it('hands the token to the Universal Router and sells what it then holds', () => {
    const input = encodeAbiParameters(parseAbiParameters('address, uint256, uint256, bytes, bool'), [
      USER,
      1n,
      0n,
      packed(WETH, '000bb8', TOKEN),
      false,
    ]);
    const wrap = encodeAbiParameters(parseAbiParameters('address, uint256'), [ROUTER, 1n]);
    const [way] = back(encodeFunctionData({ abi: ABI, functionName: 'execute', args: ['0x0b00', [wrap, input], FAR] }));
    expect(way?.sent.map(({ functionName }) => functionName)).toEqual(['transfer', 'execute']);
    const [commands, inputs] = way?.sent[1]?.args ?? [];
    expect(commands).toBe('0x00');
    const first = Array.isArray(inputs) ? inputs[0] : undefined;
    const sold = decodeAbiParameters(
      parseAbiParameters('address, uint256, uint256, bytes, bool'),
      typeof first === 'string' ? `0x${first.slice(2)}` : '0x',
    );
    expect(sold.slice(1)).toEqual([1n << 255n, 0n, packed(TOKEN, '000bb8', WETH), false]);
  });

  it('finds none in other calls, other tokens, broken paths and giant calldata', () => {
    expect(back(v3Buy, MIDDLE)).toEqual([]);
    expect(back('0x')).toEqual([]);
    expect(back('0xdeadbeef')).toEqual([]);
    expect(back(`0x${v3Buy.slice(2, 40)}`)).toEqual([]);
    expect(back(`0xc04b8d59${'ff'.repeat(64)}`)).toEqual([]);
    expect(back(`0x7ff36ab5${'00'.repeat(40_000)}`)).toEqual([]);
    expect(waysBack([{ to: null, data: v3Buy }], TOKEN)).toEqual([]);
  });
});
