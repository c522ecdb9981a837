import type { Address } from 'viem';
import { readAddress, readInteger } from '../text/hex.ts';
import type { Ask, UnreadableWhy } from './SigningRequest.ts';

/** A JSON object of `parseStrictJson`: no prototype, so every name in it is the page's own. */
export type Fields = Readonly<Record<string, unknown>>;

/** Thrown inside a parser, caught by `readRequest`: the one way out of half-read parameters. */
export class Unreadable extends Error {
  readonly why: UnreadableWhy;
  constructor(why: UnreadableWhy, detail: string) {
    super(detail);
    this.why = why;
  }
}

export function unreadable(why: UnreadableWhy, detail: string): Ask {
  return { kind: 'unreadable', why, detail };
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function fieldsOf(value: unknown, what: string): Fields {
  if (!isFields(value)) throw new Unreadable('bad-params', `${what} is not an object`);
  return value;
}

export function listOf(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Unreadable('bad-params', `${what} is not a list`);
  return value;
}

export function textOf(value: unknown, what: string): string {
  if (typeof value !== 'string') throw new Unreadable('bad-params', `${what} is not a text`);
  return value;
}

export function isAbsent(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}

export function addressField(value: unknown, what: string): Address {
  const address = readAddress(value);
  if (address === null) throw new Unreadable('bad-params', `${what} is not an address`);
  return address;
}

export function optionalAddress(value: unknown, what: string): Address | null {
  return isAbsent(value) || value === '' ? null : addressField(value, what);
}

/** Chain ids are hex in Ethereum's own methods (padded or not), numbers and decimal text elsewhere; CAIP-2 in some. */
export function chainIdField(value: unknown, what: string): number {
  const text = typeof value === 'string' && value.startsWith('eip155:') ? value.slice('eip155:'.length) : value;
  const integer = readInteger(text);
  if (integer === null || integer < 0n || integer > BigInt(Number.MAX_SAFE_INTEGER)) {
    throw new Unreadable('bad-params', `${what} is not a chain id`);
  }
  return Number(integer);
}

export function optionalChainId(value: unknown, what: string): number | null {
  return isAbsent(value) || value === '' ? null : chainIdField(value, what);
}
