import { parse as reference } from 'tldts';
import { beforeAll, describe, expect, it } from 'vitest';
import { suffixTable } from '../../tests/setup/suffixes.ts';
import { loadSuffixes, parse } from './suffixTable.ts';

const OPTIONS = { allowPrivateDomains: true, extractHostname: false, validateHostname: false };

/** Hosts around every suffix of the list, and some that are none. */
function hosts(): string[] {
  const around = suffixTable()
    .split('\n')
    .flatMap((line) => {
      const name = line.slice(0, line.lastIndexOf(' ')).replace(/^!/u, '');
      const plain = name.replaceAll('*', 'some');
      return [plain, `a.${plain}`, `b.a.${plain}`, `x.y.z.${plain}`, `.${plain}`, `${plain}.`];
    });
  const odd = [
    '',
    '.',
    '..',
    'a..co.uk',
    'localhost',
    '127.0.0.1',
    '[::1]',
    'usdc.e',
    '*.ck',
    '!www.ck',
    'x'.repeat(253),
  ];
  return [...around, ...odd, ...Array.from({ length: 12 }, (_, labels) => `${'a.'.repeat(labels)}github.io`)];
}

describe('before the table is there', () => {
  it('takes nobody for kin of anybody', () => {
    expect(parse('a.example.com', OPTIONS).domain).toBeNull();
  });
});

describe('the table of suffixes', () => {
  beforeAll(() => loadSuffixes(suffixTable()));

  it('answers as tldts for every suffix and every name around it', () => {
    const all = hosts();
    expect(all.length).toBeGreaterThan(50_000);
    const different = all.filter(
      (host) => JSON.stringify(parse(host, OPTIONS)) !== JSON.stringify(reference(host, OPTIONS)),
    );
    expect(different).toEqual([]);
  });

  it('refuses a table it cannot read', () => {
    for (const table of ['co.uk', 'co.uk 3', ' 1', 'com 1\n\n']) expect(() => loadSuffixes(table)).toThrow(TypeError);
  });
});
