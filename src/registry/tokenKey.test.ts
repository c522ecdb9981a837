import { describe, expect, it } from 'vitest';
import { hasForeignLetters, isDisguised, resembles, tokenKey } from './tokenKey.ts';

describe('tokenKey', () => {
  it('files decorated and disguised names with the plain one', () => {
    for (const text of ['USDC', 'usdc', '$USDC', 'U.S.D.C', 'USDC ✅', 'UЅDС', 'U\u200bSDC', '🆄🆂🅳🅲']) {
      expect([text, tokenKey(text)]).toEqual([text, 'usdc']);
    }
  });
  it('is empty for nothing readable, and never long', () => {
    expect(tokenKey('')).toBe('');
    expect(tokenKey('✅ \u202e')).toBe('');
    expect(tokenKey('x'.repeat(10_000)).length).toBeLessThan(300);
  });
});

describe('resembles', () => {
  it('takes case and look-alikes for the same, other letters for others', () => {
    expect(resembles('usdc', 'USDC')).toBe(true);
    expect(resembles('UNl', 'UNI')).toBe(true);
    expect(resembles('ITC', 'LTC')).toBe(false);
    expect(resembles('DAL', 'DAI')).toBe(false);
    expect(resembles('USDT+', 'USDT')).toBe(false);
  });
  it('calls a disguise only what is written otherwise', () => {
    expect(isDisguised('usdc', 'USDC')).toBe(false);
    expect(isDisguised('UЅDС', 'USDC')).toBe(true);
    expect(isDisguised('U\u200bSDC', 'USDC')).toBe(true);
  });
});

describe('hasForeignLetters', () => {
  it('sees letters of alphabets with look-alikes and what nobody sees, and lets signs pass', () => {
    for (const text of ['USD\u0422', '\u0395TH', 'US\u200bDC', 'US\u2066DC'])
      expect([text, hasForeignLetters(text)]).toEqual([text, true]);
    for (const text of ['USDC', 'USD\u20ae', 'MATRI\u{1d54f}', '\u5154', 'caf\u00e9', '']) {
      expect([text, hasForeignLetters(text)]).toEqual([text, false]);
    }
  });
});
