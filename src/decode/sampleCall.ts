import { type Abi, type Address, encodeFunctionData, parseAbi } from 'viem';
import type { Action } from './Action.ts';
import { decodeCall } from './call.ts';

/** For tests: encodes a call with viem from a human-readable signature, and decodes it with ours. */
export function decodeSample(
  signature: string,
  args: readonly unknown[],
  rest: { to?: Address; valueWei?: bigint; sender?: Address | null } = {},
): Action {
  const { to = SAMPLE.token, valueWei = 0n, sender = SAMPLE.user } = rest;
  return decodeCall({ to, valueWei, data: encodeSample(signature, args), sender });
}

export function encodeSample(signature: string, args: readonly unknown[]): `0x${string}` {
  const signatures: readonly string[] = [`function ${signature}`];
  const abi: Abi = parseAbi(signatures);
  return encodeFunctionData({ abi, args });
}

/** USDC, an ordinary account, a stranger, Uniswap's routers, WETH. All lower case. */
export const SAMPLE = {
  token: '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48',
  user: '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266',
  stranger: '0x1661f1b207629e4f385da89cff535c8e5eb23ee3',
  router: '0x68b3465833fb72a70ecdf485e0e4c7bd8665fc45',
  weth: '0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2',
} as const;
