import { type Address, type Hex, numberToHex, padHex, size, slice } from 'viem';
import type { Read, Words } from '../probeCode.ts';
import { type Credit, creditReads, standingReads } from './credit.ts';

/**
 * Code that says how the user stands: a constant, less what a loan cost. A loan costs the user nothing whose coins came
 * to the user's account, or whose worth was paid in for the user; so what is owed must have grown beyond both.
 *
 * `null` when the market would not say how the user stood before.
 */
export function standingCode(credit: Credit, user: Address, answers: readonly Words[]): Hex | null {
  const [held, account] = answers;
  if (held === undefined || held === null || account === undefined || account === null) return null;
  const [wallet, market] = standingReads(credit, user);
  if (wallet === undefined || market === undefined) return null;
  const [scaled, owed] = creditReads(credit.debt, user).slice(3);
  if (scaled === undefined || owed === undefined) return null;
  // Interest makes both fall a little while the next block comes; what is tried is more than that.
  const lowCoins = held[0] - credit.debtAmount - credit.amount / 2n;
  const lowWorth = account[0] - account[1] - account[1] / INTEREST - DUST;
  const body = [
    ...readWord(scaled, 0),
    push(credit.scaledDebt),
    '14', // EQ
    '61',
    SAME_PLACE,
    '57', // JUMPI
    push(lowCoins),
    ...readWord(owed, 0),
    ...readWord(wallet, 0),
    '03818112', // SUB DUP2 DUP2 SLT: coins, less debt, lower than before?
    push(lowWorth),
    ...readWord(market, 1),
    ...readWord(market, 0),
    '0312', // SUB SLT: worth of everything lower than before?
    '16', // AND
    '910302', // SWAP2 SUB MUL
    '600160ff1b0360005260206000f3', // PUSH1 1 PUSH1 255 SHL SUB PUSH1 0 MSTORE PUSH1 32 PUSH1 0 RETURN
  ].join('');
  const at = numberToHex(body.length / 2, { size: 2 }).slice(2);
  return `0x${body.replace(SAME_PLACE, at)}5b600160ff1b60005260206000f3`;
}

/** `PUSH32` of a number, negative ones as the machine counts them. */
function push(value: bigint): string {
  return `7f${numberToHex(BigInt.asUintN(256, value), { size: 32 }).slice(2)}`;
}

/** One word of a view call's answer onto the stack. */
function readWord({ to, data }: Read, word: 0 | 1): readonly string[] {
  const words = Math.ceil(size(data) / 32);
  const padded = padHex(data, { size: 32 * words, dir: 'right' });
  const stores = Array.from({ length: words }, (_, index) => {
    const value = slice(padded, 32 * index, 32 * (index + 1)).slice(2);
    return `7f${value}60${byte(32 * index)}52`; // PUSH32 PUSH1 MSTORE
  });
  return [
    ...stores,
    `6040608060${byte(size(data))}600073${to.slice(2)}5afa50`, // PUSH1 64 PUSH1 128 PUSH1 size PUSH1 0 PUSH20 GAS STATICCALL POP
    `60${byte(128 + 32 * word)}51`, // PUSH1 MLOAD
  ];
}

function byte(value: number): string {
  return value.toString(16).padStart(2, '0');
}

/** Stands in the code until the place is known. */
const SAME_PLACE = '....';
/** A block's interest is less than a millionth at 100 % a year for half a minute. */
const INTEREST = 1_000_000n;
/** Rounding of the market's base currency, which has eight decimals or more. */
const DUST = 10n;
