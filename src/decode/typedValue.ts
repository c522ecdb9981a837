import type { Address, Hex } from 'viem';
import type { TypedData } from '../request/SigningRequest.ts';
import { addressOf, byteLength, readAddress, readHex, readInteger, utf8ToHex } from '../text/hex.ts';

/** Shared by one reading of one message. */
export interface Budget {
  /** Values that may still be read. */
  values: number;
  /** Declared members the message does not hold: version 3 skips them, version 4 refuses, so no hash is given. */
  absent: number;
}

export type ReadValue =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly detail: string };

/**
 * One value of an EIP-712 type in one form: addresses and bytes as lower-case hex, integers as bigint, structs as
 * objects without a prototype that hold declared members only, an absent struct as `null`.
 *
 * Follows `@metamask/eth-sig-util` where it is tolerant (decimal addresses, hex or decimal integers, text for bytes)
 * and refuses what wallets read differently (the text "false" as a bool).
 */
export function readTypedValue(
  value: unknown,
  type: string,
  types: TypedData['types'],
  depth: number,
  budget: Budget,
): ReadValue {
  budget.values -= 1;
  if (budget.values < 0) return bad('the message has too many values');
  if (depth === 0) return bad('the message is nested too deeply');
  if (type.endsWith(']')) return readList(value, type, types, depth, budget);
  const members = types[type];
  if (members !== undefined) return readMembers(value, type, members, types, depth, budget);
  return readAtom(value, type);
}

function readList(value: unknown, type: string, types: TypedData['types'], depth: number, budget: Budget): ReadValue {
  const open = type.lastIndexOf('[');
  const size = type.slice(open + 1, -1);
  if (open < 1 || !/^[0-9]{0,6}$/u.test(size)) return bad(`the type ${quoted(type)} is not known`);
  if (!Array.isArray(value)) return bad(`a value of type ${quoted(type)} is not a list`);
  if (size !== '' && value.length !== Number(size))
    return bad(`a list of type ${quoted(type)} has ${value.length} items`);
  const items: unknown[] = [];
  for (const item of value) {
    const read = readTypedValue(item, type.slice(0, open), types, depth - 1, budget);
    if (!read.ok) return read;
    items.push(read.value);
  }
  return { ok: true, value: items };
}

function readMembers(
  value: unknown,
  type: string,
  members: readonly { readonly name: string; readonly type: string }[],
  types: TypedData['types'],
  depth: number,
  budget: Budget,
): ReadValue {
  // v4 hashes an absent struct as zero, so that recursive types can end.
  if (value === null || value === undefined) return { ok: true, value: null };
  if (typeof value !== 'object' || Array.isArray(value)) return bad(`a value of type ${quoted(type)} is not an object`);
  const found: Record<string, unknown> = Object.create(null);
  const fields = new Map<string, unknown>(Object.entries(value));
  for (const member of members) {
    if (!fields.has(member.name)) {
      budget.absent += 1;
      found[member.name] = undefined;
      continue;
    }
    const read = readTypedValue(fields.get(member.name), member.type, types, depth - 1, budget);
    if (!read.ok) return bad(`${quoted(member.name)}: ${read.detail}`.slice(0, LONGEST_DETAIL));
    found[member.name] = read.value;
  }
  return { ok: true, value: found };
}

function readAtom(value: unknown, type: string): ReadValue {
  if (type === 'address') return orBad(addressFrom(value), 'is not an address');
  if (type === 'bool') return orBad(boolFrom(value), 'is not true or false');
  if (type === 'string') return orBad(textFrom(value), 'is not a text');
  if (type === 'bytes') return orBad(bytesFrom(value), 'is not bytes');
  const sized = SIZED.exec(type);
  const size = sized?.[2] === undefined || sized[2] === '' ? null : Number(sized[2]);
  if (sized?.[1] === 'bytes' && size !== null && size >= 1 && size <= 32) {
    const bytes = bytesFrom(value);
    if (bytes === null || byteLength(bytes) > size) return bad(`is not ${size} bytes`);
    return { ok: true, value: bytes.padEnd(2 + 2 * size, '0') };
  }
  const bits = size ?? 256;
  if ((sized?.[1] !== 'uint' && sized?.[1] !== 'int') || bits < 8 || bits > 256 || bits % 8 !== 0) {
    return bad(`the type ${quoted(type)} is not known`);
  }
  const integer = readInteger(value);
  const signed = sized[1] === 'int';
  const limit = 1n << BigInt(signed ? bits - 1 : bits);
  if (integer === null || integer >= limit || integer < (signed ? -limit : 0n)) return bad(`is not ${quoted(type)}`);
  return { ok: true, value: integer };
}

/** Hex, or an integer in decimal (number or text): `@metamask/test-dapp`'s `maliciousPermitIntAddress`. */
export function addressFrom(value: unknown): Address | null {
  const address = readAddress(value);
  if (address !== null) return address;
  if (typeof value === 'string' && !/^[0-9]+$/u.test(value)) return null;
  const integer = readInteger(value);
  return integer === null ? null : addressOf(integer);
}

/** Some wallets read any non-empty text as true, others "false" as false: only what all agree on is read. */
function boolFrom(value: unknown): boolean | null {
  if (value === true || value === 1 || value === 'true') return true;
  return value === false || value === 0 ? false : null;
}

function textFrom(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  return typeof value === 'number' ? String(value) : null;
}

function bytesFrom(value: unknown): Hex | null {
  if (typeof value !== 'string') return value === null ? '0x' : null;
  if (!/^0x/iu.test(value)) return utf8ToHex(value);
  return readHex(value)?.hex ?? utf8ToHex(value);
}

function orBad(value: unknown, detail: string): ReadValue {
  return value === null ? bad(detail) : { ok: true, value };
}

function bad(detail: string): { readonly ok: false; readonly detail: string } {
  return { ok: false, detail };
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 40));
}

const SIZED = /^(bytes|uint|int)([1-9][0-9]{0,2})?$/u;
const LONGEST_DETAIL = 200;
