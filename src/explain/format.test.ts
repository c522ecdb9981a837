import { describe, expect, it } from 'vitest';
import { argumentsOf, format } from './format.ts';

describe('format', () => {
  it('fills arguments in, numbers in the language’s numerals', () => {
    expect(format('{who} sends {count}', { who: 'Ann', count: 1234567 }, 'en')).toBe('Ann sends 1,234,567');
  });

  it('chooses plural forms and fills their arguments', () => {
    const template = '{n, plural, one {# item of {who}} other {# items of {who}}}.';
    expect(format(template, { n: 1, who: 'Ann' }, 'en')).toBe('1 item of Ann.');
    expect(format(template, { n: 1200, who: 'Ann' }, 'en')).toBe('1,200 items of Ann.');
  });

  it('chooses by name, and the other branch when none fits', () => {
    const template = '{kind, select, a {first, {x}} other {rest}}';
    expect(format(template, { kind: 'a', x: 'X' }, 'en')).toBe('first, X');
    expect(format(template, { kind: 'zzz' }, 'en')).toBe('rest');
  });

  it('never reads an argument as a pattern', () => {
    expect(format('“{x}”', { x: '{n, plural, other {#}} $& {x}' }, 'en')).toBe('“{n, plural, other {#}} $& {x}”');
    expect(format('{n, plural, other {# of {x}}}', { n: 2, x: '# {n}' }, 'en')).toBe('2 of # {n}');
  });

  it('shows a missing argument instead of failing', () => {
    expect(format('a {gone} b', {}, 'en')).toBe('a … b');
  });

  it('survives a broken template', () => {
    expect(format('a {open', { open: 'x' }, 'en')).toBe('a x');
  });
});

describe('argumentsOf', () => {
  it('names every argument, nested ones too', () => {
    expect(argumentsOf('{a} {n, plural, one {# {b}} other {{c}}}')).toEqual(['a', 'n', 'b', 'c']);
  });
});
