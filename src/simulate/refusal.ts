import type { RpcError } from '../errors.ts';

/** Why an engine would not run a request. */
export type Refusal =
  | 'unsupported'
  | 'funds'
  | 'nonce'
  | 'smart-account'
  | 'fee-cap'
  | 'gas-too-low'
  | 'busy'
  | 'other';

/**
 * Codes from the execution-apis specification of `eth_simulateV1` (2025), and what clients say where they use codes of
 * their own. "Unsupported" arrives as -32601, -32004 or -32603 in practice.
 */
const SPEC_CODES: Readonly<Record<number, Refusal>> = {
  [-38010]: 'nonce',
  [-38011]: 'nonce',
  [-38012]: 'fee-cap',
  [-38013]: 'gas-too-low',
  [-38014]: 'funds',
  [-38024]: 'smart-account',
};

const WORDS: readonly (readonly [RegExp, Refusal])[] = [
  [/rate.?limit|too many requests|limit exceeded|compute units|capacity/iu, 'busy'],
  [/insufficient (?:funds|balance)|lack of funds/iu, 'funds'],
  [/nonce too (?:low|high)|invalid nonce|nonce/iu, 'nonce'],
  [/sender (?:is )?not an? eoa|eip-?3607|sender has (?:deployed )?code|non-eoa/iu, 'smart-account'],
  [/max ?fee per gas|less than block base ?fee|fee cap|base fee/iu, 'fee-cap'],
  [/intrinsic gas|gas floor|floor data gas/iu, 'gas-too-low'],
  [/method .*(?:not|un)|not (?:supported|implemented|available)|unsupported method|unknown method/iu, 'unsupported'],
];

/** EIP-1474's "limit exceeded", and HTTP's own number where a provider puts it into the answer. */
const BUSY_CODES: readonly number[] = [-32005, 429];

const UNSUPPORTED_CODES: readonly number[] = [-32601, -32004, -32603];

export function refusalOf({ code, message }: RpcError): Refusal {
  const bySpec = code === undefined ? undefined : SPEC_CODES[code];
  if (bySpec !== undefined) return bySpec;
  if (code !== undefined && BUSY_CODES.includes(code)) return 'busy';
  if (code === -32601 || code === -32004) return 'unsupported';
  const byWords = WORDS.find(([pattern]) => pattern.test(message))?.[1];
  if (byWords !== undefined) return byWords;
  return code !== undefined && UNSUPPORTED_CODES.includes(code) ? 'unsupported' : 'other';
}
