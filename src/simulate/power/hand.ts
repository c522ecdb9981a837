import { type Address, concatHex, encodeFunctionData, type Hex, parseAbi, size } from 'viem';
import type { Around } from '../Extra.ts';
import type { Ask } from '../trip.ts';
import { forwardLists, type Pull } from './argumentLists.ts';
import type { Shape } from './argumentShape.ts';
import { givingOf } from './giving.ts';
import { prepared, runTrial } from './runTrial.ts';
import { attemptsFor, type Shaped } from './shaped.ts';
import { shapedForwards } from './shapedLists.ts';
import type { Taken } from './trialCode.ts';
import type { Want } from './wantsIn.ts';

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
  functions: readonly Shaped[],
  amount: bigint,
  around: Around,
): Promise<Taken | null> {
  const { setting, user } = around;
  if (user === null) return null;
  const { through, token } = want;
  const { reader, account } = setting.places;
  const word: Hex = `0x${account.slice(2, 10)}`;
  const giving = givingOf(want, around, user);
  const pay = encodeFunctionData({ abi: TOKEN, functionName: 'transfer', args: [by, amount] });
  const tried = { by, giving };
  const [obeyed, taken] = await Promise.all([
    runTrial(
      ask,
      {
        ...tried,
        attempts: prepared(
          through,
          { to: reader, data: '0x' },
          attemptsFor(functions, forwardsOf({ to: reader, data: concatHex([word, account]) })),
        ),
        overrides: { [reader]: { code: strangerCode(word, through) } },
      },
      around,
    ),
    runTrial(
      ask,
      {
        ...tried,
        attempts: prepared(
          through,
          { to: token, data: encodeFunctionData({ abi: TOKEN, functionName: 'balanceOf', args: [through] }) },
          attemptsFor(functions, forwardsOf({ to: token, data: pay })),
        ),
        overrides: {},
      },
      around,
    ),
  ]);
  return obeyed === null ? null : taken;
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
