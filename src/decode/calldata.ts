import type { Address, Hex } from 'viem';
import { hexToUtf8 } from '../text/hex.ts';
import type { Action } from './Action.ts';

/** One call as a contract would receive it. `sender` is the account it acts for; `null` when not known. */
export interface Call {
  readonly to: Address;
  readonly valueWei: bigint;
  readonly data: Hex;
  readonly sender: Address | null;
}

/** Reads one selector's arguments; `null` when they are not what the selector promises. */
export type CallReader = (call: Call, args: Arguments, open: Open) => Action | null;

/** Decodes a call found inside another one. */
export type Open = (call: Call) => Action;

export const SELECTOR_BYTES = 4;
const WORD = 64;

/** The first four bytes; `null` when there are fewer. Lower case. */
export function selectorOf(data: Hex): Hex | null {
  return data.length < 2 + 2 * SELECTOR_BYTES ? null : `0x${data.slice(2, 2 + 2 * SELECTOR_BYTES)}`;
}

/**
 * ABI-encoded arguments, read as the EVM reads them: what is missing at the end is zero, dirty upper bits of an
 * address are dropped. Only pointers are checked: one that leads outside gives `null`. Reads nothing it is not asked
 * for, so a bomb costs nothing (viem's decoder builds every element first).
 *
 * Positions are in words from the start of this tuple.
 */
export class Arguments {
  readonly #hex: string;
  readonly #start: number;

  private constructor(hex: string, start: number) {
    this.#hex = hex;
    this.#start = start;
  }

  static of(data: Hex): Arguments {
    return new Arguments(data, 2 + 2 * SELECTOR_BYTES);
  }

  /** Arguments without a selector in front, such as one input of the Universal Router. */
  static ofTuple(data: Hex): Arguments {
    return new Arguments(data, 2);
  }

  /** Whole words that are there. */
  get words(): number {
    return Math.max(0, Math.floor((this.#hex.length - this.#start) / WORD));
  }

  uint(word: number): bigint {
    return BigInt(`0x${this.#word(word)}`);
  }

  address(word: number): Address {
    return `0x${this.#word(word).slice(WORD - 40)}`;
  }

  /** Any non-zero word is true, as old compilers read it. */
  bool(word: number): boolean {
    return this.uint(word) !== 0n;
  }

  bytes(word: number): Hex | null {
    const at = this.#pointer(word);
    if (at === null) return null;
    const length = small(this.#wordAt(at));
    if (length === null) return null;
    const start = at + WORD;
    const end = start + 2 * length;
    return end > this.#hex.length ? null : `0x${this.#hex.slice(start, end)}`;
  }

  text(word: number): string | null {
    const bytes = this.bytes(word);
    return bytes === null ? null : hexToUtf8(bytes);
  }

  /** A dynamic tuple behind a pointer. */
  tuple(word: number): Arguments | null {
    const at = this.#pointer(word);
    return at === null ? null : new Arguments(this.#hex, at);
  }

  /** A list of static items, `wordsEach` words an item; `null` when it does not fit or is longer than `most`. */
  list(word: number, wordsEach: number, most: number): readonly Arguments[] | null {
    const at = this.#pointer(word);
    if (at === null) return null;
    const length = small(this.#wordAt(at));
    const start = at + WORD;
    if (length === null || length > most || start + length * wordsEach * WORD > this.#hex.length) return null;
    return Array.from({ length }, (_, item) => new Arguments(this.#hex, start + item * wordsEach * WORD));
  }

  addresses(word: number, most: number): readonly Address[] | null {
    return this.list(word, 1, most)?.map((item) => item.address(0)) ?? null;
  }

  uints(word: number, most: number): readonly bigint[] | null {
    return this.list(word, 1, most)?.map((item) => item.uint(0)) ?? null;
  }

  /** A list of dynamic tuples: each item is behind a pointer counted from the list's first word. */
  tuples(word: number, most: number): readonly Arguments[] | null {
    const at = this.#pointer(word);
    if (at === null) return null;
    const length = small(this.#wordAt(at));
    if (length === null || length > most) return null;
    const items = new Arguments(this.#hex, at + WORD);
    const found: Arguments[] = [];
    for (let item = 0; item < length; item += 1) {
      const tuple = items.tuple(item);
      if (tuple === null) return null;
      found.push(tuple);
    }
    return found;
  }

  /**
   * `bytes[]`. Honest items do not overlap, so together they are no longer than the whole: a list of many pointers to
   * one long item is refused before it is copied.
   */
  bytesList(word: number, most: number): readonly Hex[] | null {
    const at = this.#pointer(word);
    if (at === null) return null;
    const length = small(this.#wordAt(at));
    if (length === null || length > most) return null;
    const items = new Arguments(this.#hex, at + WORD);
    const found: Hex[] = [];
    let room = this.#hex.length;
    for (let item = 0; item < length; item += 1) {
      const bytes = items.bytes(item);
      if (bytes === null) return null;
      room -= bytes.length;
      if (room < 0) return null;
      found.push(bytes);
    }
    return found;
  }

  #word(word: number): string {
    return this.#wordAt(this.#start + word * WORD);
  }

  #wordAt(at: number): string {
    return this.#hex.slice(at, at + WORD).padEnd(WORD, '0');
  }

  #pointer(word: number): number | null {
    const bytes = small(this.#word(word));
    if (bytes === null) return null;
    const at = this.#start + 2 * bytes;
    return at + WORD > this.#hex.length ? null : at;
  }
}

/** A length or pointer below 2^32; larger ones lead nowhere. */
function small(word: string): number | null {
  return /^0{56}/u.test(word) ? Number.parseInt(word.slice(56), 16) : null;
}
