import { describe, expect, it } from 'vitest';
import { isDisguised, resembles, tokenKey } from './tokenKey.ts';

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
