import { BadInputError } from '../errors.ts';

/** Bounds of one JSON text. `maxFields` counts object members and array items together. */
export interface JsonLimits {
  readonly maxBytes?: number;
  readonly maxDepth?: number;
  readonly maxFields?: number;
  /** Of one object. */
  readonly maxMembers?: number;
}

export type JsonFault = 'duplicate-keys' | 'unsafe-integer' | 'too-deep' | 'too-large' | 'not-json';

export type StrictJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly why: JsonFault; readonly detail: string };

/**
 * 2 MB of parameters, 64 levels, 10^5 fields: far over any honest request (design: checks B2). An object of 10^5 members
 * alone took 200 ms to read; no honest one has a thousand.
 */
export const JSON_LIMITS = { maxBytes: 2_000_000, maxDepth: 64, maxFields: 100_000, maxMembers: 16_384 } as const;

/**
 * Parses JSON and refuses what parsers read differently: duplicate keys, and bare integers above 2^53. Objects in the
 * result have no prototype, so `__proto__` and `constructor` are names like any other. Bounded by `limits`; linear;
 * never throws.
 */
export function parseStrictJson(text: string, limits: JsonLimits = {}): StrictJson {
  const fault = scan(text, { ...JSON_LIMITS, ...limits });
  if (fault !== null) return fault;
  try {
    return { ok: true, value: withoutPrototypes(JSON.parse(text)) };
  } catch {
    return refuse('not-json', 'the text is not JSON');
  }
}

/**
 * One JSON text of a value, without white space, members in the order given. Members that JSON cannot hold are left
 * out as `JSON.stringify` does; `toJSON` is not called. Throws `BadInputError` for cycles (as too deep), bigint,
 * unsafe integers and values over the limits.
 */
export function canonicalJson(value: unknown, limits: JsonLimits = {}): string {
  const bounds = { ...JSON_LIMITS, ...limits };
  const budget = { fields: bounds.maxFields };
  const text = write(value, bounds.maxDepth, budget);
  if (text === undefined)
    throw new BadInputError('The value has no JSON form: give an array, object, string or number.');
  if (text.length > bounds.maxBytes) throw new BadInputError(`The value is over ${bounds.maxBytes} bytes of JSON.`);
  return text;
}

/**
 * The raw text of one member of a JSON object, as written, e.g. `params` of a request line: what is judged is then
 * the writer's own text, duplicate keys included. `null` when the text is no object or has no such member.
 */
export function memberText(text: string, name: string): string | null {
  let found: string | null = null;
  let keyStart = -1;
  let key: string | null = null;
  let valueStart = -1;
  let depth = 0;
  const close = (at: number) => {
    if (key === name && valueStart >= 0) found = text.slice(valueStart, at).trim();
    key = null;
    valueStart = -1;
  };
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const end = endOfString(text, at);
      if (end < 0) return null;
      if (depth === 1 && valueStart < 0) {
        keyStart = at;
        key = keyOf(text.slice(keyStart, end + 1));
      }
      at = end;
    } else if (code === COLON && depth === 1 && valueStart < 0) valueStart = at + 1;
    else if (code === COMMA && depth === 1) close(at);
    else if (code === OPEN_OBJECT || code === OPEN_ARRAY) depth += 1;
    else if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) {
      depth -= 1;
      if (depth === 0) {
        close(at);
        return found;
      }
    }
  }
  return null;
}

type Bounds = Required<JsonLimits>;

/** What `JSON.parse` cannot tell: keys written twice, digits lost, depth, size. Tolerant of what is no JSON at all. */
function scan(text: string, limits: Bounds): StrictJson | null {
  if (text.length > limits.maxBytes) return refuse('too-large', `over ${limits.maxBytes} characters`);
  const open: (Set<string> | null)[] = [];
  let expectKey = false;
  let fields = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const end = endOfString(text, at);
      if (end < 0) return refuse('not-json', `a string that starts at ${at} does not end`);
      const keys = open.at(-1);
      if (expectKey && keys) {
        const key = keyOf(text.slice(at, end + 1));
        if (key !== null && keys.has(key)) return refuse('duplicate-keys', `the key ${quote(key)} is written twice`);
        if (key !== null) keys.add(key);
        if (keys.size > limits.maxMembers) {
          return refuse('too-large', `over ${limits.maxMembers} members in one object`);
        }
        expectKey = false;
      }
      at = end;
    } else if (code === OPEN_OBJECT || code === OPEN_ARRAY) {
      open.push(code === OPEN_OBJECT ? new Set() : null);
      if (open.length > limits.maxDepth) return refuse('too-deep', `over ${limits.maxDepth} levels`);
      expectKey = code === OPEN_OBJECT;
      fields += 1;
    } else if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) {
      open.pop();
      expectKey = false;
    } else if (code === COMMA) {
      expectKey = open.at(-1) instanceof Set;
      fields += 1;
    } else if (code === MINUS || (code >= ZERO && code <= NINE)) {
      const end = endOfNumber(text, at);
      const number = text.slice(at, end);
      if (isUnsafe(number)) return refuse('unsafe-integer', `${number.slice(0, 40)} cannot be read exactly`);
      at = end - 1;
    }
    if (fields > limits.maxFields) return refuse('too-large', `over ${limits.maxFields} fields`);
  }
  return null;
}

function isUnsafe(number: string): boolean {
  if (number.length < SHORTEST_UNSAFE && !/[eE]/u.test(number)) return false;
  const value = Number(number);
  return !Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value));
}

function endOfNumber(text: string, start: number): number {
  let at = start + 1;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const inside =
      (code >= ZERO && code <= NINE) || code === MINUS || code === DOT || code === PLUS || (code | 32) === E;
    if (!inside) break;
  }
  return at;
}

/** Index of the closing quote of the string that opens at `start`; -1 when there is none. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  for (;;) {
    const end = text.indexOf('"', at);
    if (end < 0) return -1;
    let slashes = 0;
    while (end - 1 - slashes > start && text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return end;
    at = end + 1;
  }
}

/** `"a"` and `"a"` are one key. */
function keyOf(quoted: string): string | null {
  if (!quoted.includes('\\')) return quoted.slice(1, -1);
  try {
    const key: unknown = JSON.parse(quoted);
    return typeof key === 'string' ? key : null;
  } catch {
    return null;
  }
}

/** Iterative: depth is bounded already, but the stack is nobody's business here. */
function withoutPrototypes(root: unknown): unknown {
  const waiting: object[] = typeof root === 'object' && root !== null ? [root] : [];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (!Array.isArray(next)) Object.setPrototypeOf(next, null);
    for (const member of Object.values(next)) if (typeof member === 'object' && member !== null) waiting.push(member);
  }
  return root;
}

function write(value: unknown, depth: number, budget: { fields: number }): string | undefined {
  if (value === null) return 'null';
  if (typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
      throw new BadInputError(`${value} is above 2^53: write large integers as text.`);
    }
    return JSON.stringify(value);
  }
  if (typeof value === 'bigint') throw new BadInputError(`${value} is a bigint: write large integers as text.`);
  if (typeof value !== 'object') return undefined;
  if (depth === 0) throw new BadInputError('The value is nested too deeply, or holds itself.');
  const parts: string[] = [];
  if (Array.isArray(value)) {
    spend(budget, value.length);
    for (let at = 0; at < value.length; at += 1) parts.push(write(value[at], depth - 1, budget) ?? 'null');
    return `[${parts.join(',')}]`;
  }
  for (const [key, member] of Object.entries(value)) {
    spend(budget, 1);
    const text = write(member, depth - 1, budget);
    if (text !== undefined) parts.push(`${JSON.stringify(key)}:${text}`);
  }
  return `{${parts.join(',')}}`;
}

function spend(budget: { fields: number }, count: number): void {
  budget.fields -= count;
  if (budget.fields < 0) throw new BadInputError('The value has too many fields.');
}

function refuse(
  why: JsonFault,
  detail: string,
): { readonly ok: false; readonly why: JsonFault; readonly detail: string } {
  return { ok: false, why, detail };
}

function quote(text: string): string {
  return JSON.stringify(text.slice(0, 40));
}

const QUOTE = 34;
const PLUS = 43;
const COMMA = 44;
const MINUS = 45;
const DOT = 46;
const ZERO = 48;
const NINE = 57;
const COLON = 58;
const OPEN_ARRAY = 91;
const BACKSLASH = 92;
const CLOSE_ARRAY = 93;
const E = 101;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
/** `9007199254740993` is the first integer a double cannot hold: 16 digits. */
const SHORTEST_UNSAFE = 16;
