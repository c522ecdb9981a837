import {
  type Address,
  concatHex,
  encodeFunctionData,
  type Hex,
  maxUint256,
  numberToHex,
  padHex,
  parseAbi,
  size,
} from 'viem';
import { ARGUMENT_WORDS } from './trialCode.ts';

export interface Roles {
  readonly token: Address;
  readonly user: Address;
  /** Who would receive. */
  readonly by: Address;
  /** Base units, or an item's id. */
  readonly amount: bigint;
}

/**
 * Arguments that a function for taking somebody's tokens may want. Nobody publishes a drainer's interface, so every
 * order of (token, user, receiver, amount) is tried: a function of fewer arguments reads a list's beginning. Then the
 * usual arrays of them, and calls that a public forwarder would pass on.
 */
export function argumentLists(roles: Roles): readonly Hex[] {
  const token = padHex(roles.token, { size: 32 });
  const user = padHex(roles.user, { size: 32 });
  const by = padHex(roles.by, { size: 32 });
  const amount = numberToHex(roles.amount, { size: 32 });
  const one = numberToHex(1n, { size: 32 });
  const orders = permutations([token, user, by, amount]).map((words) => [...words, one]);
  // Items of an ERC-1155 come with their number, and nobody has as many as an address read as one.
  const items = permutations([token, user, amount]).map((words) => [...words, one, by]);
  const at = (words: number): Hex => numberToHex(BigInt(32 * words), { size: 32 });
  const arrays = [
    [at(2), user, one, token],
    [at(1), one, token],
    [at(1), one, user],
    [token, at(2), one, user],
    [user, at(2), one, token],
    [at(2), token, one, user],
    [at(3), user, by, one, token],
    [user, by, at(3), one, token],
    [token, by, at(3), one, user],
    [at(2), at(4), one, token, one, user],
    [at(2), at(4), one, user, one, token],
    [user, at(3), at(5), one, token, one, amount],
    [token, at(3), at(5), one, user, one, amount],
    [at(3), at(5), at(7), one, token, one, user, one, amount],
    [at(3), at(5), at(7), one, user, one, token, one, amount],
    [at(1), one, token, user, by, amount],
    [at(1), one, user, by, amount, token],
    [at(1), one, user, token, amount, by],
    [at(1), one, token, user, amount],
  ];
  const pull = encodeFunctionData({ abi: PULL, args: [roles.user, roles.by, roles.amount] });
  const passed = [padHex(pull, { size: 128, dir: 'right' })];
  const length = numberToHex(size(pull), { size: 32 });
  const forwards = [
    [token, at(2), length, ...passed],
    [token, at(0), at(3), length, ...passed],
    [token, at(3), at(0), length, ...passed],
    [at(1), one, at(1), token, at(2), length, ...passed],
    [at(1), one, at(1), token, at(0), at(3), length, ...passed],
    [at(0), at(2), one, at(1), token, at(2), length, ...passed],
  ];
  return [...orders, ...items, ...arrays, ...forwards].map((words) => concatHex(words)).filter(fits);
}

/** Arguments of functions that pass a Permit2 SignatureTransfer on: permit, who gets how much, owner, signature. */
export function signatureLists({ token, user, by, amount }: Roles): readonly Hex[] {
  const [t, u, b] = [padHex(token, { size: 32 }), padHex(user, { size: 32 }), padHex(by, { size: 32 })];
  const a = numberToHex(amount, { size: 32 });
  const permit = [t, a, numberToHex(UNUSED_NONCE, { size: 32 }), numberToHex(maxUint256, { size: 32 })];
  const at = (words: number): Hex => numberToHex(BigInt(32 * words), { size: 32 });
  // Whatever it says: the owner's code answers that every signature is good.
  const signature = [numberToHex(65n, { size: 32 }), padHex('0x01', { size: 32 })];
  return [
    [...permit, b, a, u, at(8), ...signature],
    [u, ...permit, b, a, at(8), ...signature],
    [...permit, u, at(6), ...signature],
    [u, ...permit, at(6), ...signature],
    [...permit, at(6), u, ...signature],
    [...permit, u, b, at(7), ...signature],
    [...permit, b, u, at(7), ...signature],
    [u, b, ...permit, at(7), ...signature],
  ]
    .map((words) => concatHex(words))
    .filter(fits);
}

/** Permit2 keeps nonces as bits: this one lies far from those that wallets count through. */
const UNUSED_NONCE = (1n << 200n) + 77n;

function fits(list: Hex): boolean {
  return size(list) <= 32 * ARGUMENT_WORDS;
}

function permutations(words: readonly Hex[]): readonly (readonly Hex[])[] {
  if (words.length <= 1) return [words];
  return words.flatMap((first, index) =>
    permutations([...words.slice(0, index), ...words.slice(index + 1)]).map((rest) => [first, ...rest]),
  );
}

const PULL = parseAbi(['function transferFrom(address from, address to, uint256 amount)']);
