import type { Address, Hex } from 'viem';
import { concatHex, numberToHex, padHex, size } from 'viem';
import { smaller } from './smaller.ts';

/**
 * Code placed by state override at random addresses for one simulation, to read state inside the simulated block.
 * Reads go out as STATICCALL: a token that noted "I was asked for a balance" in its storage could tell the simulation
 * from the real thing. PUSH0 is avoided for chains older than Shanghai.
 */

/**
 * Answers for the address in the first word of its calldata: balance, code hash, first 32 bytes of code.
 *
 *     PUSH1 0 CALLDATALOAD
 *     DUP1 BALANCE PUSH1 0 MSTORE
 *     DUP1 EXTCODEHASH PUSH1 32 MSTORE
 *     PUSH1 32 PUSH1 0 PUSH1 64 DUP4 EXTCODECOPY
 *     PUSH1 96 PUSH1 0 RETURN
 */
export const ACCOUNT_CODE: Hex = '0x6000358031600052803f602052602060006040833c60606000f3';

/**
 * Makes each read of its calldata (records as `encodeReads` packs them) and returns 128 bytes for each: the size of
 * the answer (0 when it failed), then its first three words.
 *
 *     PUSH1 128 PUSH1 0                               out, in
 *     loop: JUMPDEST CALLDATASIZE DUP2 LT ISZERO PUSH1 end JUMPI
 *     PUSH1 128 DUP2 PUSH1 64 ADD PUSH1 0 CALLDATACOPY
 *     PUSH1 96 DUP3 PUSH1 32 ADD DUP3 PUSH1 32 ADD CALLDATALOAD PUSH1 0 DUP5 CALLDATALOAD PUSH4 400000 STATICCALL
 *     RETURNDATASIZE MUL DUP3 MSTORE
 *     PUSH1 192 ADD SWAP1 PUSH1 128 ADD SWAP1 PUSH1 loop JUMP
 *     end: JUMPDEST POP PUSH1 128 SWAP1 SUB PUSH1 128 RETURN
 */
export const READER_CODE: Hex =
  '0x608060005b368110156039576080816040016000376060826020018260200135600084356300061a80fa3d02825260c00190608001906004565b50608090036080f3';

/** One read: a view call, or `to` the account code. Calldata holds at most 128 bytes. */
export interface Read {
  readonly to: Address;
  readonly data: Hex;
}

/** First words of an answer; `null` when the call failed or answered less than one word. */
export type Words = readonly [bigint, bigint, bigint] | null;

/** Gas one read may burn at most, and what packing it costs. */
const GAS_PER_READ = 410_000n;
const MAX_DATA_BYTES = 128;
const ANSWER_DIGITS = 256;

/** Calldata for the reader: target, length and padded calldata of each read. */
export function encodeReads(reads: readonly Read[]): Hex {
  return concatHex(
    reads.flatMap(({ to, data }) => [
      padHex(to, { size: 32 }),
      numberToHex(size(data), { size: 32 }),
      padHex(data, { size: MAX_DATA_BYTES, dir: 'right' }),
    ]),
  );
}

/** `null` when the answer is not one record per read: the override was not honoured. */
export function decodeReads(answer: Hex, count: number): readonly Words[] | null {
  if (answer.length !== 2 + ANSWER_DIGITS * count) return null;
  return Array.from({ length: count }, (_, index) => {
    const word = (at: number): bigint => {
      const start = 2 + ANSWER_DIGITS * index + 64 * at;
      return BigInt(`0x${answer.slice(start, start + 64)}`);
    };
    return word(0) < 32n ? null : [word(1), word(2), word(3)];
  });
}

/** Gas limit for reading `count` values, within what one transaction may have. */
export function readerGas(count: number): bigint {
  const wanted = 100_000n + GAS_PER_READ * BigInt(count);
  return smaller(wanted, MAX_TRANSACTION_GAS);
}

/** EIP-7825: the most gas one transaction may ask for. */
export const MAX_TRANSACTION_GAS = 1n << 24n;
