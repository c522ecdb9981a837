import { parseStrictJson } from '../text/canonicalJson.ts';
import { readAddress } from '../text/hex.ts';
import { type Fields, isAbsent, isFields, Unreadable } from './fields.ts';
import type { TypedData, TypedDataAsk } from './SigningRequest.ts';

/**
 * `eth_signTypedData*`: `[account, data]`, in either order, `data` as an object or as JSON text. A list is the first
 * draft of EIP-712 (v1), whatever the method's name. Only the form is read here; `decode/` reads the values.
 */
export function readTypedData(params: readonly unknown[], version: 'v3' | 'v4'): TypedDataAsk {
  const swapped = readAddress(params[0]) === null && readAddress(params[1]) !== null;
  const account = readAddress(swapped ? params[1] : params[0]);
  const data = parsed(swapped ? params[0] : params[1]);
  if (Array.isArray(data)) return { kind: 'typedData', version: 'v1', account, typed: firstDraft(data) };
  return { kind: 'typedData', version, account, typed: typedOf(data) };
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const read = parseStrictJson(value);
  if (read.ok) return read.value;
  throw new Unreadable(read.why === 'not-json' ? 'bad-typed-data' : read.why, `typed data: ${read.detail}`);
}

function typedOf(value: unknown): TypedData {
  if (!isFields(value)) throw bad('typed data is not an object');
  const { primaryType, message } = value;
  const domain = isAbsent(value.domain) ? NOTHING : value.domain;
  if (typeof primaryType !== 'string') throw bad('primaryType is not a text');
  if (!isFields(domain)) throw bad('domain is not an object');
  if (!isFields(message)) throw bad('message is not an object');
  return { domain, types: typesOf(value.types), primaryType, message };
}

function typesOf(value: unknown): TypedData['types'] {
  if (!isFields(value)) throw bad('types is not an object');
  const types: Record<string, readonly { name: string; type: string }[]> = Object.create(null);
  for (const [name, members] of Object.entries(value)) {
    if (!Array.isArray(members)) throw bad(`the type ${name.slice(0, 40)} is not a list`);
    types[name] = members.map(memberOf);
  }
  return types;
}

function memberOf(value: unknown): { name: string; type: string } {
  if (!isFields(value) || typeof value.name !== 'string' || typeof value.type !== 'string') {
    throw bad('a member of a type has no name or no type');
  }
  return { name: value.name, type: value.type };
}

/** `[{ type, name, value }]`, shown as one struct without a domain. */
function firstDraft(items: readonly unknown[]): TypedData {
  const message: Record<string, unknown> = Object.create(null);
  const members = items.map((item) => {
    const member = memberOf(item);
    if (member.name in message) throw bad(`the name ${member.name.slice(0, 40)} is written twice`);
    message[member.name] = isFields(item) ? item.value : undefined;
    return member;
  });
  return {
    domain: NOTHING,
    types: Object.assign(Object.create(null), { [FIRST_DRAFT]: members }),
    primaryType: FIRST_DRAFT,
    message,
  };
}

function bad(detail: string): Unreadable {
  return new Unreadable('bad-typed-data', detail);
}

/** Stands for the missing primaryType of a v1 list. */
const FIRST_DRAFT = 'TypedDataV1';
const NOTHING: Fields = Object.freeze(Object.create(null));
