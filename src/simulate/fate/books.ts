import { type Address, concatHex, type Hex, keccak256, numberToHex, padHex } from 'viem';
import type { Around } from '../Extra.ts';
import { readTouched, type Touched, touchedQuestion } from '../perturb/touched.ts';
import { MAX_TRANSACTION_GAS } from '../probeCode.ts';
import type { Ask } from '../trip.ts';
import type { Act, Played } from './play.ts';

/** Words of storage, by `<contract> <slot>`. */
export type Books = ReadonlyMap<string, bigint>;

/**
 * Placed over a contract for one simulated block: answers with the storage words whose slots it is called with.
 *
 *     PUSH1 0
 *     loop: JUMPDEST CALLDATASIZE DUP2 LT ISZERO PUSH1 end JUMPI
 *     DUP1 CALLDATALOAD SLOAD DUP2 MSTORE  PUSH1 32 ADD PUSH1 loop JUMP
 *     end: JUMPDEST CALLDATASIZE PUSH1 0 RETURN
 */
const BOOKS_CODE: Hex = '0x60005b3681101560155780355481526020016002565b366000f3';

/** More than one payment or exit writes; the rest is not looked at. */
const MAX_CONTRACTS = 12;
const BOOKS_GAS = 500_000n;

/** The storage the request reads and writes; `null` where the endpoint would not say. */
export async function touchedBy(ask: Ask, { plan, touched }: Around): Promise<readonly Touched[] | null> {
  const found =
    touched ??
    (plan === undefined
      ? null
      : readTouched(await ask(touchedQuestion(plan.scenario, plan.setting, plan.gasLimits[0] ?? MAX_TRANSACTION_GAS))));
  return found === null || found.length > MAX_CONTRACTS ? null : found.filter(({ slots }) => slots.length > 0);
}

/** A block that reads those words; it takes the contracts' own code away, so it comes last. */
export function readingAct(touched: readonly Touched[], { setting }: Around): Act {
  return {
    overrides: Object.fromEntries(touched.map(({ address }) => [address, { code: BOOKS_CODE }])),
    calls: touched.map(({ address, slots }) => ({
      from: setting.places.sender,
      to: address,
      data: concatHex([...slots]),
      gas: BOOKS_GAS,
    })),
  };
}

/** `null` where the words did not come back whole. */
export function booksIn(touched: readonly Touched[], played: readonly Played[]): Books | null {
  const books = new Map<string, bigint>();
  for (const [at, { address, slots }] of touched.entries()) {
    const { ok, data } = played[at] ?? { ok: false, data: '0x' };
    if (!ok || data.length !== 2 + 64 * slots.length) return null;
    for (const [index, slot] of slots.entries()) {
      books.set(`${address} ${slot}`, BigInt(`0x${data.slice(2 + 64 * index, 66 + 64 * index)}`));
    }
  }
  return books;
}

export function sameBooks(one: Books, other: Books): boolean {
  return [...one].every(([key, word]) => other.get(key) === word);
}

/** Variables before a contract's mappings, and fields of a struct in one. */
const FIRST_MAPPINGS = 24;
const FIELDS = 4;
/** OpenZeppelin's ERC-20 behind a proxy (ERC-7201 `openzeppelin.storage.ERC20`). */
const ERC20_SLOT: Hex = '0x52c63247e1f47db19d5ce0460030c497f067ca4cebf71ba98eeadabe20bace00';

/** Slots where a contract keeps what belongs to `user`: mappings by account, and by account and one of `others`. */
export function ownSlots(user: Address, others: readonly Address[]): ReadonlySet<Hex> {
  const me = padHex(user, { size: 32 });
  const keys = [...others.map((other) => padHex(other, { size: 32 })), word(0n), word(1n)];
  const tables = [ERC20_SLOT, ...Array.from({ length: FIRST_MAPPINGS }, (_, index) => word(BigInt(index)))];
  const entries = tables.flatMap((table) => [
    hash(me, table),
    // Vyper hashes the table first.
    hash(table, me),
    ...keys.flatMap((key) => [hash(key, hash(me, table)), hash(me, hash(key, table))]),
  ]);
  return new Set(
    entries.flatMap((entry) =>
      Array.from({ length: FIELDS }, (_, field) => word(BigInt.asUintN(256, BigInt(entry) + BigInt(field)))),
    ),
  );
}

function hash(first: Hex, second: Hex): Hex {
  return keccak256(concatHex([first, second]));
}

function word(value: bigint): Hex {
  return numberToHex(value, { size: 32 });
}
