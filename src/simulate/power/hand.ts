import { type Address, concatHex, encodeFunctionData, type Hex, parseAbi, size } from 'viem';
import type { Around } from '../Extra.ts';
import type { Ask } from '../trip.ts';
import { forwardLists, type Pull } from './argumentLists.ts';
import type { Shape } from './argumentShape.ts';
import { givingOf } from './giving.ts';
import { type Prepared, prepared, runTrial } from './runTrial.ts';
import { attemptsFor, type Shaped } from './shaped.ts';
import { shapedForwards } from './shapedLists.ts';
import type { Taken } from './trialCode.ts';
import type { Want } from './wantsIn.ts';

/** The two trials of a hand, written once for everybody who tries them. */
export interface HandAttempts {
  readonly obeying: readonly Prepared[];
  readonly paying: readonly Prepared[];
}

export function handAttempts(
  { through, token }: Want,
  functions: readonly Shaped[],
  amount: bigint,
  { setting }: Around,
): HandAttempts {
  const { reader, account } = setting.places;
  const pay = encodeFunctionData({ abi: TOKEN, functionName: 'transfer', args: [account, amount] });
  const held = encodeFunctionData({ abi: TOKEN, functionName: 'balanceOf', args: [through] });
  const strange = { to: reader, data: concatHex([wordOf(account), account]) };
  return {
    obeying: prepared(through, { to: reader, data: '0x' }, attemptsFor(functions, forwardsOf(strange))),
    paying: prepared(through, { to: token, data: held }, attemptsFor(functions, forwardsOf({ to: token, data: pay }))),
  };
}

/**
 * Whether `by` makes the contract do whatever `by` says, and so takes what is paid to it: it must call a stranger, with
 * bytes that mean nothing, and pass the coins on. A shop whose owner collects the takings does the second only.
 *
 * @returns what was taken; `null` when it obeyed in one of the two, or none.
 * @throws RpcError
 */
export async function tryHand(
  ask: Ask,
  want: Want,
  by: Address,
  { obeying, paying }: HandAttempts,
  around: Around,
): Promise<Taken | null> {
  const { setting, user } = around;
  if (user === null) return null;
  const { reader, account } = setting.places;
  const giving = givingOf(want, around, user);
  const stranger = { [reader]: { code: strangerCode(wordOf(account), want.through) } };
  const [obeyed, taken] = await Promise.all([
    runTrial(ask, { by, giving, attempts: obeying, overrides: stranger }, around),
    runTrial(ask, { by, giving, attempts: paying, overrides: {} }, around),
  ]);
  return obeyed === null ? null : taken;
}

/** Made up for this trial. */
function wordOf(account: Address): Hex {
  return `0x${account.slice(2, 10)}`;
}

function forwardsOf(call: Pull): (shape: Shape | null) => readonly Hex[] {
  return (shape) => (shape === null ? forwardLists(call) : shapedForwards(call, shape));
}

/**
 * A contract nobody has heard of. It counts down once `through` has called it by a word made up for this trial; any
 * other call reads the count.
 *
 *     PUSH1 0 CALLDATALOAD PUSH1 224 SHR PUSH4 word EQ PUSH1 27 JUMPI
 *     PUSH1 0 SLOAD NOT PUSH1 0 MSTORE PUSH1 32 PUSH1 0 RETURN
 *     27: PUSH20 through CALLER EQ PUSH1 0 SSTORE STOP
 */
function strangerCode(word: Hex, through: Address): Hex {
  const start = concatHex(['0x60003560e01c63', word, '0x14']);
  const read: Hex = '0x6000541960005260206000f3';
  const at = size(start) + 3 + size(read);
  const jump: Hex = `0x60${at.toString(16)}57`;
  return concatHex([start, jump, read, '0x5b73', through, '0x331460005500']);
}

const TOKEN = parseAbi([
  'function transfer(address to, uint256 amount)',
  'function balanceOf(address account) view returns (uint256)',
]);
