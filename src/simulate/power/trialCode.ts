import { type Address, concatHex, type Hex, numberToHex, padHex, size } from 'viem';

/**
 * Code placed by state override at the address whose power is tried, for one simulation. Called as itself it makes the
 * grantee one call after another and notes, by an anonymous log of two words (which function, how much), each one by which
 * the user's holding fell. Every attempt runs in a frame of its own that always reverts, so that none spoils the next.
 *
 * Calldata: mode (0 drive, 1 attempt), grantee, token, the read of the user's holding (68 bytes in 96), then to drive:
 * number of selectors, number of words, the selectors (4 bytes each), the words, the argument lists (1 byte of length,
 * then 1 byte for each word: which of them it is); to attempt: one selector and one argument list. A list is read as if
 * zeros followed it. Called by others it answers as a receiver of collectibles must: with the selector it was called by.
 *
 *     CALLER ADDRESS EQ PUSH2 own JUMPI
 *     PUSH1 0 CALLDATALOAD PUSH1 224 SHR PUSH1 224 SHL PUSH1 0 MSTORE PUSH1 32 PUSH1 0 RETURN
 *     own: PUSH1 0 CALLDATALOAD PUSH2 attempt JUMPI
 *     PUSH1 68 PUSH1 96 PUSH1 0 CALLDATACOPY                        warms token and grantee for every attempt
 *     PUSH1 0 PUSH1 0 PUSH1 68 PUSH1 0 PUSH1 64 CALLDATALOAD PUSH3 300000 STATICCALL POP
 *     PUSH1 32 CALLDATALOAD BALANCE POP
 *     PUSH1 0                                                      s
 *     outer: PUSH1 192 CALLDATALOAD DUP2 LT ISZERO PUSH2 end JUMPI
 *     PUSH1 192 CALLDATALOAD PUSH1 4 MUL PUSH2 256 ADD DUP1 PUSH2 2208 MSTORE
 *     PUSH1 224 CALLDATALOAD PUSH1 5 SHL ADD                       at, s
 *     inner: CALLDATASIZE DUP2 LT ISZERO PUSH2 next JUMPI
 *     PUSH1 1 PUSH1 0 MSTORE  PUSH1 160 PUSH1 32 PUSH1 32 CALLDATACOPY
 *     PUSH1 4 DUP3 PUSH1 4 MUL PUSH2 256 ADD PUSH1 192 CALLDATACOPY
 *     DUP1 PUSH1 1 ADD SWAP1 CALLDATALOAD PUSH1 248 SHR DUP2 ADD PUSH1 196     to, end, at, s
 *     word: DUP2 DUP4 LT ISZERO PUSH2 full JUMPI
 *     DUP3 CALLDATALOAD PUSH1 248 SHR PUSH1 5 SHL PUSH2 2208 MLOAD ADD CALLDATALOAD DUP2 MSTORE
 *     PUSH1 32 ADD  SWAP2 PUSH1 1 ADD SWAP2  PUSH2 word JUMP
 *     full: SWAP2 POP SWAP1                                        length, at, s
 *     PUSH1 0 PUSH2 2048 MSTORE  GAS PUSH2 2144 MSTORE
 *     PUSH1 32 SWAP1 PUSH2 2048 SWAP1 PUSH1 0 PUSH1 0 ADDRESS PUSH3 1300000 CALL POP
 *     PUSH2 2048 MLOAD ISZERO PUSH2 skip JUMPI
 *     DUP2 PUSH2 2080 MSTORE  PUSH2 2048 MLOAD PUSH2 2112 MSTORE  PUSH1 64 PUSH2 2080 LOG0
 *     skip: PUSH3 400000 GAS PUSH2 2144 MLOAD SUB GT PUSH2 next JUMPI     a function that burns gas is tried once
 *     PUSH2 inner JUMP
 *     next: POP PUSH1 1 ADD PUSH2 outer JUMP
 *     end: STOP
 *     attempt: PUSH1 68 PUSH1 96 PUSH1 0 CALLDATACOPY
 *     PUSH1 32 PUSH1 128 PUSH1 68 PUSH1 0 PUSH1 64 CALLDATALOAD PUSH3 300000 STATICCALL POP
 *     PUSH1 192 CALLDATASIZE SUB PUSH1 192 PUSH2 256 CALLDATACOPY
 *     PUSH1 0 PUSH1 0 PUSH2 1284 PUSH2 256 PUSH1 0 PUSH1 32 CALLDATALOAD PUSH3 600000 CALL POP
 *     PUSH1 32 PUSH1 160 PUSH1 68 PUSH1 0 PUSH1 64 CALLDATALOAD PUSH3 300000 STATICCALL POP
 *     PUSH1 160 MLOAD PUSH1 128 MLOAD SUB  PUSH1 128 MLOAD PUSH1 160 MLOAD LT  MUL
 *     PUSH1 0 MSTORE PUSH1 32 PUSH1 0 REVERT
 */
export const TRIAL_CODE: Hex =
  '0x3330146100185760003560e01c60e01b60005260206000f35b60003561011057604460606000376000600060446000604035620493e0fa50602035315060005b60c03581101561010e5760c03560040261010001806108a05260e03560051b015b3681101561010557600160005260a060206020376004826004026101000160c03780600101903560f81c810160c45b818310156100b457823560f81c60051b6108a05101358152602001916001019161008f565b9150906000610800525a610860526020906108009060006000306213d620f15061080051156100f157816108205261080051610840526040610820a05b62061a805a61086051031161010557610060565b5060010161003f565b005b604460606000376020608060446000604035620493e0fa5060c0360360c061010037600060006105046101006000602035620927c0f150602060a060446000604035620493e0fa5060a0516080510360805160a051100260005260206000fd';

/** Words of the longest argument list. */
export const ARGUMENT_WORDS = 40;

export interface TrialInput {
  readonly through: Address;
  readonly token: Address;
  /** Reads the user's holding: 68 bytes at most, `balanceOf` in one of its two forms. */
  readonly holding: Hex;
  readonly selectors: readonly Hex[];
  /** Each at most `ARGUMENT_WORDS` words long. */
  readonly lists: readonly Hex[];
}

/** @throws RangeError when the lists use more than 256 different words. */
export function encodeTrial({ through, token, holding, selectors, lists }: TrialInput): Hex {
  const words = new Map<Hex, Hex>();
  const written = lists.map((list) => {
    const count = Math.ceil(size(list) / 32);
    const whole = padHex(list, { size: 32 * count, dir: 'right' });
    const which = Array.from({ length: count }, (_, index): Hex => {
      const word: Hex = `0x${whole.slice(2 + 64 * index, 66 + 64 * index)}`;
      const known = words.get(word) ?? numberToHex(words.size, { size: 1 });
      words.set(word, known);
      return known;
    });
    return concatHex([numberToHex(count, { size: 1 }), ...which]);
  });
  return concatHex([
    numberToHex(0n, { size: 32 }),
    padHex(through, { size: 32 }),
    padHex(token, { size: 32 }),
    padHex(holding, { size: 96, dir: 'right' }),
    numberToHex(selectors.length, { size: 32 }),
    numberToHex(words.size, { size: 32 }),
    ...selectors,
    ...words.keys(),
    ...written,
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
  const selector = selectors[Number(BigInt(data.slice(0, 66)))];
  return selector === undefined ? null : { selector, amount: BigInt(`0x${data.slice(66)}`) };
}
