import { type Address, concatHex, type Hex, numberToHex, padHex, size } from 'viem';

/**
 * Code placed by state override at the address whose power is tried, for one simulation. Called as itself it makes the
 * grantee one call after another and notes, by an anonymous log of two words (which call, how much), each one by which
 * the user's holding fell. Every attempt runs in a frame of its own that always reverts, so that none spoils the next.
 *
 * Calldata: mode (0 drive, 1 attempt), grantee, token, the read of the user's holding (68 bytes in 96), then to drive:
 * number of selectors, number of argument lists, the selectors (4 bytes each), the argument lists (544 bytes each); to
 * attempt: one selector and one argument list. Called by others it answers as a receiver of collectibles must: with the
 * selector it was called by.
 *
 *     CALLER ADDRESS EQ PUSH2 own JUMPI
 *     PUSH1 0 CALLDATALOAD PUSH1 224 SHR PUSH1 224 SHL PUSH1 0 MSTORE PUSH1 32 PUSH1 0 RETURN
 *     own: PUSH1 0 CALLDATALOAD PUSH2 attempt JUMPI
 *     PUSH1 68 PUSH1 96 PUSH1 0 CALLDATACOPY                        warms token and grantee for every attempt
 *     PUSH1 0 PUSH1 0 PUSH1 68 PUSH1 0 PUSH1 64 CALLDATALOAD PUSH3 300000 STATICCALL POP
 *     PUSH1 32 CALLDATALOAD BALANCE POP
 *     PUSH1 0                                                      s
 *     outer: PUSH1 192 CALLDATALOAD DUP2 LT ISZERO PUSH2 end JUMPI
 *     PUSH1 0                                                      t, s
 *     inner: PUSH1 224 CALLDATALOAD DUP2 LT ISZERO PUSH2 next JUMPI
 *     PUSH1 1 PUSH1 0 MSTORE  PUSH1 160 PUSH1 32 PUSH1 32 CALLDATACOPY
 *     PUSH1 4 DUP3 PUSH1 4 MUL PUSH2 256 ADD PUSH1 192 CALLDATACOPY
 *     PUSH2 544 DUP2 PUSH2 544 MUL PUSH1 192 CALLDATALOAD PUSH1 4 MUL ADD PUSH2 256 ADD PUSH1 196 CALLDATACOPY
 *     PUSH1 0 PUSH2 768 MSTORE  GAS PUSH2 864 MSTORE
 *     PUSH1 32 PUSH2 768 PUSH2 740 PUSH1 0 PUSH1 0 ADDRESS PUSH3 1300000 CALL POP
 *     PUSH2 768 MLOAD ISZERO PUSH2 skip JUMPI
 *     DUP1 DUP3 PUSH2 256 MUL ADD PUSH2 800 MSTORE  PUSH2 768 MLOAD PUSH2 832 MSTORE  PUSH1 64 PUSH2 800 LOG0
 *     skip: PUSH3 400000 GAS PUSH2 864 MLOAD SUB GT PUSH2 next JUMPI     a function that burns gas is tried once
 *     PUSH1 1 ADD PUSH2 inner JUMP
 *     next: POP PUSH1 1 ADD PUSH2 outer JUMP
 *     end: STOP
 *     attempt: PUSH1 68 PUSH1 96 PUSH1 0 CALLDATACOPY
 *     PUSH1 32 PUSH1 128 PUSH1 68 PUSH1 0 PUSH1 64 CALLDATALOAD PUSH3 300000 STATICCALL POP
 *     PUSH2 548 PUSH1 192 PUSH2 256 CALLDATACOPY
 *     PUSH1 0 PUSH1 0 PUSH2 548 PUSH2 256 PUSH1 0 PUSH1 32 CALLDATALOAD PUSH3 600000 CALL POP
 *     PUSH1 32 PUSH1 160 PUSH1 68 PUSH1 0 PUSH1 64 CALLDATALOAD PUSH3 300000 STATICCALL POP
 *     PUSH1 160 MLOAD PUSH1 128 MLOAD SUB  PUSH1 128 MLOAD PUSH1 160 MLOAD LT  MUL
 *     PUSH1 0 MSTORE PUSH1 32 PUSH1 0 REVERT
 */
export const TRIAL_CODE: Hex =
  '0x3330146100185760003560e01c60e01b60005260206000f35b6000356100e857604460606000376000600060446000604035620493e0fa50602035315060005b60c0358110156100e65760005b60e0358110156100dd57600160005260a060206020376004826004026101000160c037610220816102200260c035600402016101000160c4376000610300525a6103605260206103006102e460006000306213d620f15061030051156100c657808261010002016103205261030051610340526040610320a05b62061a805a6103605103116100dd5760010161004c565b5060010161003f565b005b604460606000376020608060446000604035620493e0fa5061022460c061010037600060006102246101006000602035620927c0f150602060a060446000604035620493e0fa5060a0516080510360805160a051100260005260206000fd';

/** Words of one argument list, 544 bytes. */
export const ARGUMENT_WORDS = 17;

export interface TrialInput {
  readonly through: Address;
  readonly token: Address;
  /** Reads the user's holding: 68 bytes at most, `balanceOf` in one of its two forms. */
  readonly holding: Hex;
  readonly selectors: readonly Hex[];
  /** Each at most `ARGUMENT_WORDS` words long. */
  readonly lists: readonly Hex[];
}

export function encodeTrial({ through, token, holding, selectors, lists }: TrialInput): Hex {
  return concatHex([
    numberToHex(0n, { size: 32 }),
    padHex(through, { size: 32 }),
    padHex(token, { size: 32 }),
    padHex(holding, { size: 96, dir: 'right' }),
    numberToHex(selectors.length, { size: 32 }),
    numberToHex(lists.length, { size: 32 }),
    ...selectors,
    ...lists.map((list) => padHex(list, { size: 32 * ARGUMENT_WORDS, dir: 'right' })),
  ]);
}

/** One call of the grantee by which the user's holding fell. */
export interface Taken {
  readonly selector: Hex;
  /** By how much, base units (items for collections). */
  readonly amount: bigint;
}

/** Reads one note of a trial; `null` when it is none. */
export function readNote(data: Hex, { selectors }: Pick<TrialInput, 'selectors'>): Taken | null {
  if (size(data) !== 64) return null;
  const which = BigInt(data.slice(0, 66));
  const selector = selectors[Number(which >> 8n)];
  return selector === undefined ? null : { selector, amount: BigInt(`0x${data.slice(66)}`) };
}
