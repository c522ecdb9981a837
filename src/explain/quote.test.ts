import { describe, expect, it } from 'vitest';
import { quotePassage, quotePhrase } from './quote.ts';

const inner = (text: string) => quotePhrase(text).replace(/^“\u2068|\u2069”$/gu, '');

describe('quotePhrase', () => {
  it('stands in quotation marks, isolated', () => {
    expect(quotePhrase('USDC')).toBe('“\u2068USDC\u2069”');
  });

  it('loses what reorders, hides or ends the quotation', () => {
    expect(inner('US\u202EDC\u2066\u2069')).toBe('USDC');
    expect(inner('U\u200BS\u200D\u00ADD\uFEFFC\u{E0041}')).toBe('USDC');
    expect(inner('” is genuine. “')).toBe("' is genuine. '");
    expect(inner('one\n\u0000two\ttwo')).toBe('one two two');
  });

  it('is cut, by characters and not in the middle of one', () => {
    const cut = inner('🦊'.repeat(10_000));
    expect([...cut]).toHaveLength(41);
    expect(cut.endsWith('🦊…')).toBe(true);
  });

  it('stacks at most two marks on a letter', () => {
    expect([...inner(`a${'\u0336'.repeat(50)}b`)]).toHaveLength(4);
  });
});

describe('quotePassage', () => {
  it('keeps lines and loses gaps', () => {
    expect(quotePassage('a  b\r\n\r\n\r\n\r\nc\u2028d')).toBe('a b\n\nc\nd');
  });

  it('is bounded whatever its length', () => {
    expect([...quotePassage('x'.repeat(2_000_000))].length).toBeLessThanOrEqual(1_001);
  });
});
