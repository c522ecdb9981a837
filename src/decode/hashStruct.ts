import { type Hex, keccak256 } from 'viem';
import { utf8ToHex } from '../text/hex.ts';
import type { Types } from './struct.ts';

/** What may still be hashed. */
export interface HashBudget {
  hashes: number;
  /** Hex digits, type texts included. */
  digits: number;
}

/**
 * EIP-712 `hashStruct` over values `readTypedValue` has read. `null` when the budget is spent. viem's own hashes
 * the type again for every struct, which a page could use to stall the verdict.
 * An absent struct is zero, as version 4 of `eth_signTypedData` hashes it.
 */
export function hashStruct(type: string, value: unknown, types: Types, budget: HashBudget): Hex | null {
  const hasher = new Hasher(types, budget);
  const word = hasher.struct(type, value);
  return budget.hashes < 0 || budget.digits < 0 ? null : `0x${word}`;
}

const ZERO_WORD = '0'.repeat(64);
const TWO_TO_256 = 1n << 256n;

class Hasher {
  readonly #types: Types;
  readonly #budget: HashBudget;
  readonly #typeHashes = new Map<string, string>();

  constructor(types: Types, budget: HashBudget) {
    this.#types = types;
    this.#budget = budget;
  }

  /** 64 hex digits, as all words here. */
  struct(type: string, value: unknown): string {
    if (typeof value !== 'object' || value === null) return ZERO_WORD;
    const members = new Map<string, unknown>(Object.entries(value));
    const words = [this.#typeHash(type)];
    for (const member of this.#types[type] ?? []) {
      if (this.#spent()) return ZERO_WORD;
      words.push(this.#word(members.get(member.name), member.type));
    }
    return this.#hash(words.join(''));
  }

  #word(value: unknown, type: string): string {
    if (this.#spent()) return ZERO_WORD;
    if (type.endsWith(']')) {
      const item = type.slice(0, type.lastIndexOf('['));
      return this.#hash(Array.isArray(value) ? value.map((one) => this.#word(one, item)).join('') : '');
    }
    if (this.#types[type] !== undefined) return this.struct(type, value);
    if (typeof value === 'bigint') return (value < 0n ? value + TWO_TO_256 : value).toString(16).padStart(64, '0');
    if (typeof value === 'boolean') return value ? `${'0'.repeat(63)}1` : ZERO_WORD;
    if (typeof value !== 'string') return ZERO_WORD;
    if (type === 'string') return this.#hash(utf8ToHex(value).slice(2));
    if (type === 'bytes') return this.#hash(value.slice(2));
    return type === 'address' ? value.slice(2).padStart(64, '0') : value.slice(2).padEnd(64, '0');
  }

  #typeHash(type: string): string {
    const known = this.#typeHashes.get(type);
    if (known !== undefined) return known;
    const found = this.#hash(utf8ToHex(this.#typeText(type)).slice(2));
    this.#typeHashes.set(type, found);
    return found;
  }

  /** `encodeType`: the type itself, then those it refers to in alphabetical order. */
  #typeText(type: string): string {
    const needed = new Set<string>([type]);
    for (const name of needed) {
      for (const member of this.#types[name] ?? []) {
        this.#budget.digits -= member.name.length + member.type.length;
        const open = member.type.indexOf('[');
        const base = open < 0 ? member.type : member.type.slice(0, open);
        if (this.#types[base] !== undefined) needed.add(base);
      }
      if (this.#spent()) return '';
    }
    needed.delete(type);
    // Code-unit order, as every implementation's default sort.
    return [type, ...[...needed].sort()].map((name) => this.#declared(name)).join('');
  }

  #declared(name: string): string {
    return `${name}(${(this.#types[name] ?? []).map((member) => `${member.type} ${member.name}`).join(',')})`;
  }

  #hash(digits: string): string {
    this.#budget.hashes -= 1;
    this.#budget.digits -= digits.length;
    return this.#spent() ? ZERO_WORD : keccak256(`0x${digits}`).slice(2);
  }

  #spent(): boolean {
    return this.#budget.hashes < 0 || this.#budget.digits < 0;
  }
}
