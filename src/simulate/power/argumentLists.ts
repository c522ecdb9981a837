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
import { PERMIT2_ADDRESS } from '../permit2.ts';
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
export function argumentLists(roles: Roles, pull: Pull = tokenPull(roles)): readonly Hex[] {
  const token = padHex(roles.token, { size: 32 });
  const user = padHex(roles.user, { size: 32 });
  const by = padHex(roles.by, { size: 32 });
  const amount = numberToHex(roles.amount, { size: 32 });
  const one = numberToHex(1n, { size: 32 });
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
    [at(3), user, at(5), one, token, one, amount],
    [at(3), at(5), user, one, token, one, amount],
    [at(3), token, at(5), one, user, one, amount],
    [token, at(3), at(5), one, user, one, amount],
    [at(3), at(5), at(7), one, token, one, user, one, amount],
    [at(3), at(5), at(7), one, user, one, token, one, amount],
    [at(1), one, token, user, by, amount],
    [at(1), one, user, by, amount, token],
    [at(1), one, user, token, amount, by],
    [at(1), one, token, user, amount],
  ];
  return [...plainLists(roles), ...arrays.map((words) => concatHex(words)).filter(fits), ...forwardLists(pull)];
}

/** Every order of (token, user, receiver, amount), with nothing of any length among them. */
export function plainLists({ token, user, by, amount }: Roles): readonly Hex[] {
  const [t, u, b] = [padHex(token, { size: 32 }), padHex(user, { size: 32 }), padHex(by, { size: 32 })];
  const [a, one] = [numberToHex(amount, { size: 32 }), numberToHex(1n, { size: 32 })];
  const orders = permutations([t, u, b, a]).map((words) => [...words, one]);
  // Items of an ERC-1155 come with their number, and nobody has as many as an address read as one.
  const items = permutations([t, u, a]).map((words) => [...words, one, b]);
  return [...orders, ...items].map((words) => concatHex(words));
}

/** The call that takes, as a contract that passes calls on would be told to make it. */
export interface Pull {
  readonly to: Address;
  readonly data: Hex;
}

/** `transferFrom` of the token itself. */
export function tokenPull({ token, user, by, amount }: Roles): Pull {
  return { to: token, data: encodeFunctionData({ abi: PULL, args: [user, by, amount] }) };
}

/** `transferFrom` of Permit2, where the allowance is kept there. */
export function permit2Pull({ token, user, by, amount }: Roles): Pull {
  return { to: PERMIT2_ADDRESS, data: encodeFunctionData({ abi: PERMIT2_PULL, args: [user, by, amount, token] }) };
}

/** Arguments of functions that pass any call on: alone, in a list, with a value or a flag. */
export function forwardLists({ to, data }: Pull): readonly Hex[] {
  const target = padHex(to, { size: 32 });
  const passed = padHex(data, { size: 32 * Math.ceil(size(data) / 32), dir: 'right' });
  const length = numberToHex(size(data), { size: 32 });
  const at = (words: number): Hex => numberToHex(BigInt(32 * words), { size: 32 });
  const one = numberToHex(1n, { size: 32 });
  return [
    [target, at(2), length, passed],
    [target, at(0), at(3), length, passed],
    [target, at(3), at(0), length, passed],
    [at(1), one, at(1), target, at(2), length, passed],
    [at(1), one, at(1), target, at(0), at(3), length, passed],
    [at(0), at(2), one, at(1), target, at(2), length, passed],
  ]
    .map((words) => concatHex(words))
    .filter(fits);
}

/**
 * Arguments of functions that pass a Permit2 SignatureTransfer on: permit, who gets how much, owner, signature.
 *
 * @param signed amount, nonce and deadline as they are signed.
 */
export function signatureLists(
  { token, user, by, amount }: Roles,
  signed = { amount, nonce: UNUSED_NONCE, deadline: maxUint256 },
): readonly Hex[] {
  const [t, u, b] = [padHex(token, { size: 32 }), padHex(user, { size: 32 }), padHex(by, { size: 32 })];
  const a = numberToHex(amount, { size: 32 });
  const permit = [t, ...[signed.amount, signed.nonce, signed.deadline].map((one) => numberToHex(one, { size: 32 }))];
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

/** `permitTransferFrom` of Permit2 with an empty signature: the owner's code says that it is good. */
export function signaturePull({ token, user, by, amount }: Roles): Pull {
  const permit = { permitted: { token, amount }, nonce: UNUSED_NONCE, deadline: maxUint256 };
  const args = [permit, { to: by, requestedAmount: amount }, user, '0x'] as const;
  return { to: PERMIT2_ADDRESS, data: encodeFunctionData({ abi: SIGNATURE_PULL, args }) };
}

/** Permit2 keeps nonces as bits: this one lies far from those that wallets count through. */
const UNUSED_NONCE = (1n << 200n) + 77n;

export function fits(list: Hex): boolean {
  return size(list) <= 32 * ARGUMENT_WORDS;
}

export function permutations(words: readonly Hex[]): readonly (readonly Hex[])[] {
  if (words.length <= 1) return [words];
  return words.flatMap((first, index) =>
    permutations([...words.slice(0, index), ...words.slice(index + 1)]).map((rest) => [first, ...rest]),
  );
}

const PULL = parseAbi(['function transferFrom(address from, address to, uint256 amount)']);
const PERMIT2_PULL = parseAbi(['function transferFrom(address from, address to, uint160 amount, address token)']);
const SIGNATURE_PULL = parseAbi([
  'struct TokenPermissions { address token; uint256 amount; }',
  'struct PermitTransferFrom { TokenPermissions permitted; uint256 nonce; uint256 deadline; }',
  'struct SignatureTransferDetails { address to; uint256 requestedAmount; }',
  'function permitTransferFrom(PermitTransferFrom permit, SignatureTransferDetails details, address owner, bytes signature)',
]);
