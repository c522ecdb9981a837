import { concatHex, keccak256, numberToHex, padHex } from 'viem';
import { describe, expect, it } from 'vitest';
import { booksIn, ownSlots, sameBooks } from './books.ts';

const USER = '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266';
const TOKEN = '0x9fe46736679d2d9a65f0992f2272de9f3c7fa6e0';
const OTHER = '0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc';
const me = padHex(USER, { size: 32 });
const word = (value: bigint) => numberToHex(value, { size: 32 });
const at = (first: `0x${string}`, second: `0x${string}`) => keccak256(concatHex([first, second]));

describe('ownSlots', () => {
  const own = ownSlots(USER, [TOKEN]);

  it('finds mappings by account, also Vyper’s, and the fields of a struct in one', () => {
    expect(own.has(at(me, word(3n)))).toBe(true);
    expect(own.has(at(word(3n), me))).toBe(true);
    expect(own.has(word(BigInt(at(me, word(3n))) + 2n))).toBe(true);
  });

  it('finds mappings by account and token, either way round', () => {
    const token = padHex(TOKEN, { size: 32 });
    expect(own.has(at(token, at(me, word(5n))))).toBe(true);
    expect(own.has(at(me, at(token, word(5n))))).toBe(true);
  });

  it('finds nobody else’s', () => {
    expect(own.has(at(padHex(OTHER, { size: 32 }), word(3n)))).toBe(false);
    expect(own.has(word(3n))).toBe(false);
  });
});

describe('booksIn', () => {
  const touched = [{ address: TOKEN, slots: [word(1n), word(2n)] }] as const;
  const answer = (...words: readonly bigint[]) => [{ ok: true, data: concatHex(words.map(word)), logs: [] }];

  it('reads one word for each slot, and compares', () => {
    const [one, other] = [booksIn(touched, answer(7n, 8n)), booksIn(touched, answer(7n, 9n))];
    expect(one?.get(`${TOKEN} ${word(2n)}`)).toBe(8n);
    expect(one !== null && other !== null && sameBooks(one, other)).toBe(false);
    expect(one !== null && sameBooks(one, one)).toBe(true);
  });

  it('is nothing where the answer is not whole', () => {
    expect(booksIn(touched, answer(7n))).toBeNull();
    expect(booksIn(touched, [])).toBeNull();
    expect(booksIn(touched, [{ ok: false, data: '0x', logs: [] }])).toBeNull();
  });
});
