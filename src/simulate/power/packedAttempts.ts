import { concatHex, type Hex, numberToHex, padHex, slice } from 'viem';
import { permutations, type Roles } from './argumentLists.ts';
import type { Attempts } from './runTrial.ts';

/** Bytes in which a hand-written program may count an amount. */
const AMOUNT_BYTES = [32, 16, 12];
/** A leading byte that says what is to be done, or none. */
const COMMANDS: readonly Hex[] = ['0x', '0x00', '0x01'];

/**
 * Bytes for a program without a table of functions: (token, user, receiver, amount) in every order, packed or in words,
 * with or without a leading command. What follows is zeros, so a shorter call is the beginning of a longer one. The
 * first four bytes of each stand where a selector would.
 */
export function packedAttempts({ token, user, by, amount }: Roles): readonly Attempts[] {
  const packed = AMOUNT_BYTES.filter((bytes) => amount < 1n << BigInt(8 * bytes)).flatMap((bytes) =>
    permutations([token, user, by, numberToHex(amount, { size: bytes })]),
  );
  const words = permutations([token, user, by, numberToHex(amount)].map((one) => padHex(one, { size: 32 })));
  const calls = [...packed, ...words].flatMap((parts) => COMMANDS.map((command) => concatHex([command, ...parts])));
  const bySelector = new Map<Hex, Hex[]>();
  for (const call of calls) {
    const [selector, list] = [slice(call, 0, 4), slice(call, 4)];
    bySelector.set(selector, [...(bySelector.get(selector) ?? []), list]);
  }
  return [...bySelector].map(([selector, lists]) => ({ selectors: [selector], lists }));
}
