import { type Address, concatHex, type Hex, numberToHex, padHex, size } from 'viem';

/**
 * Code placed on the user's own address for one `eth_call`: makes each call of its calldata as the user and returns what
 * each came to. Asked by anybody else (a token that hands over an item) it answers with the selector it was called with,
 * which is what receivers answer.
 *
 *     CALLER ADDRESS EQ PUSH1 main JUMPI
 *     PUSH1 0 CALLDATALOAD PUSH1 224 SHR PUSH1 224 SHL PUSH1 0 MSTORE PUSH1 32 PUSH1 0 RETURN
 *     main: JUMPDEST PUSH1 0 PUSH1 0                                         in, out
 *     loop: JUMPDEST CALLDATASIZE DUP3 LT ISZERO PUSH1 end JUMPI
 *     DUP2 PUSH1 96 ADD CALLDATALOAD                                         length of the data
 *     DUP1 DUP4 PUSH1 128 ADD DUP4 CALLDATACOPY
 *     GAS PUSH1 0 PUSH1 0 DUP4 DUP6 DUP8 PUSH1 32 ADD CALLDATALOAD DUP9 CALLDATALOAD DUP10 PUSH1 64 ADD CALLDATALOAD CALL
 *     GAS SWAP1 DUP5 MSTORE SWAP1 SUB DUP3 PUSH1 32 ADD MSTORE               success, gas used
 *     RETURNDATASIZE DUP3 PUSH1 64 ADD MSTORE
 *     RETURNDATASIZE PUSH1 0 DUP4 PUSH1 96 ADD RETURNDATACOPY
 *     PUSH1 31 ADD PUSH1 5 SHR PUSH1 5 SHL PUSH1 128 ADD SWAP1
 *     RETURNDATASIZE PUSH1 31 ADD PUSH1 5 SHR PUSH1 5 SHL PUSH1 96 ADD ADD SWAP2 ADD SWAP1 PUSH1 loop JUMP
 *     end: JUMPDEST PUSH1 0 RETURN
 */
export const EXECUTOR_CODE: Hex =
  '0x33301460175760003560e01c60e01b60005260206000f35b600060005b36821015607e578160600135808360800183375a600060008385876020013588358960400135f15a908452900382602001523d82604001523d6000836060013e601f0160051c60051b608001903d601f0160051c60051b60600101910190601c565b6000f3';

export interface Step {
  readonly to: Address;
  readonly value: bigint;
  readonly gas: bigint;
  readonly data: Hex;
}

export interface StepResult {
  readonly success: boolean;
  readonly gasUsed: bigint;
  readonly returnData: Hex;
}

export function encodeSteps(steps: readonly Step[]): Hex {
  return concatHex(
    steps.flatMap(({ to, value, gas, data }) => [
      padHex(to, { size: 32 }),
      numberToHex(value, { size: 32 }),
      numberToHex(gas, { size: 32 }),
      numberToHex(size(data), { size: 32 }),
      padHex(data, { size: 32 * Math.ceil(size(data) / 32), dir: 'right' }),
    ]),
  );
}

/** `null` when the answer is not one record for each step: the override was not honoured. */
export function decodeSteps(answer: Hex, count: number): readonly StepResult[] | null {
  const results: StepResult[] = [];
  let at = 2;
  for (let index = 0; index < count; index += 1) {
    if (answer.length < at + 192) return null;
    const word = (place: number): bigint => BigInt(`0x${answer.slice(at + 64 * place, at + 64 * (place + 1))}`);
    const length = Number(word(2));
    const padded = 64 * Math.ceil(length / 32);
    if (word(0) > 1n || !Number.isSafeInteger(length) || answer.length < at + 192 + padded) return null;
    const returnData: Hex = `0x${answer.slice(at + 192, at + 192 + 2 * length)}`;
    results.push({ success: word(0) === 1n, gasUsed: word(1), returnData });
    at += 192 + padded;
  }
  return at === answer.length ? results : null;
}
