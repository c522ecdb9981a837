import { describe, expect, it } from 'vitest';
import { BadInputError } from '../errors.ts';
import { canonicalJson, memberText, parseStrictJson } from './canonicalJson.ts';
import { seededRandom } from './seededRandom.ts';

function why(text: string, limits = {}): string {
  const read = parseStrictJson(text, limits);
  return read.ok ? 'ok' : read.why;
}

describe('parseStrictJson', () => {
  it('reads what JSON.parse reads', () => {
    const texts = [
      '[]',
      '{}',
      'null',
      '"a\\"b"',
      '[1,-2.5e3,true,{"a":{"b":[]}}]',
      ' { "a" : [ "}" , "," ] } ',
      '"\\ud800"',
    ];
    for (const text of texts) expect(parseStrictJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
  });

  it('refuses keys written twice, escapes and depth notwithstanding', () => {
    expect(why('{"a":1,"a":2}')).toBe('duplicate-keys');
    expect(why('[{"b":{"a":1,"\\u0061":2}}]')).toBe('duplicate-keys');
    expect(why('{"a":{"a":1},"b":{"a":1}}')).toBe('ok');
    expect(why('{"a":"a","b":["a","a"]}')).toBe('ok');
    expect(why('{"__proto__":1,"__proto__":2}')).toBe('duplicate-keys');
  });

  it('refuses bare integers that a double cannot hold', () => {
    for (const text of ['9007199254740993', '[-9007199254740993]', '{"a":1e30}', '1e999', '9007199254740993.0']) {
      expect(why(text)).toBe('unsafe-integer');
    }
    for (const text of ['9007199254740991', '"9007199254740993"', '0.1234567890123456789', '1e3'])
      expect(why(text)).toBe('ok');
  });

  it('keeps __proto__ and constructor as plain names', () => {
    const read = parseStrictJson('{"__proto__":{"polluted":1},"constructor":2}');
    if (!read.ok) throw new Error(read.why);
    const value: object = Object(read.value);
    expect(Object.getPrototypeOf(value)).toBeNull();
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor']);
    expect('polluted' in {}).toBe(false);
    expect('toString' in value).toBe(false);
  });

  it('is bounded in depth, size and fields, without overflowing the stack', () => {
    expect(why('['.repeat(10_000) + ']'.repeat(10_000))).toBe('too-deep');
    expect(why('{"a":'.repeat(10_000))).toBe('too-deep');
    expect(why(`"${'a'.repeat(2_000_001)}"`)).toBe('too-large');
    expect(why(`[${'0,'.repeat(100_001)}0]`)).toBe('too-large');
    const object = (members: number) => `{${Array.from({ length: members }, (_, at) => `"k${at}":0`).join()}}`;
    expect(why(object(16_385))).toBe('too-large');
    expect(parseStrictJson(object(16_384)).ok).toBe(true);
    expect(why('[[1]]', { maxDepth: 1 })).toBe('too-deep');
  });

  it('says not-json for the rest', () => {
    for (const text of ['', '{', '"', '[1,]', '{"a"}', '{a:1}', 'undefined', '"\\', '[1]]', '-'])
      expect(why(text)).toBe('not-json');
  });

  it('agrees with JSON.parse on 2,000 mutated texts', () => {
    const random = seededRandom(7);
    const seed = '[{"to":"0xab","value":12.5,"list":[1,{"x":null}],"\\u0061":"\\\\"},"é",false,-3e2]';
    for (let round = 0; round < 2_000; round += 1) {
      const at = Math.floor(random() * seed.length);
      const text =
        seed.slice(0, at) +
        ('"{}[],:\\0-e.x'[Math.floor(random() * 13)] ?? '') +
        seed.slice(at + Math.floor(random() * 3));
      const read = parseStrictJson(text);
      const native = attempt(() => JSON.parse(text));
      if (read.ok) expect(read.value).toEqual(native);
      else if (read.why === 'not-json') expect(native).toBeUndefined();
      else expect(['duplicate-keys', 'unsafe-integer']).toContain(read.why);
    }
  });
});

describe('canonicalJson', () => {
  it('writes one text without white space, in the order given', () => {
    expect(canonicalJson([{ b: 1, a: ['x', null, true] }])).toBe('[{"b":1,"a":["x",null,true]}]');
    expect(canonicalJson({ a: undefined, b: () => 1, c: [undefined] })).toBe('{"c":[null]}');
  });

  it('does not call toJSON, and survives cycles', () => {
    expect(canonicalJson({ toJSON: () => 'lie', a: 1 })).toBe('{"a":1}');
    const cycle: unknown[] = [];
    cycle.push(cycle);
    expect(() => canonicalJson(cycle)).toThrow(BadInputError);
  });

  it('refuses what JSON would lose', () => {
    for (const value of [2 ** 53, 10n, undefined, [2 ** 60], Array.from({ length: 100_001 })]) {
      expect(() => canonicalJson(value)).toThrow(BadInputError);
    }
  });
});

describe('memberText', () => {
  it('gives the raw text of one member, duplicate keys included', () => {
    const line = '{"method":"m","params": [{"a":1,"a":2},"},\\""] ,"params2":0}';
    expect(memberText(line, 'params')).toBe('[{"a":1,"a":2},"},\\""]');
    expect(memberText(line, 'params2')).toBe('0');
    expect(memberText(line, 'absent')).toBeNull();
    expect(memberText('{"x":{"params":1}}', 'params')).toBeNull();
    expect(memberText('{"a":"params"}', 'params')).toBeNull();
    expect(memberText('{"params":[1', 'params')).toBeNull();
  });
});

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
