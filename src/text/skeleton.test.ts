import { describe, expect, it } from 'vitest';
import { confusableRows } from '../../tests/setup/data/confusables.ts';
import { CONFUSABLES } from './confusables.ts';
import { MAX_SKELETON_CODE_POINTS, mixesScripts, skeleton } from './skeleton.ts';

const looksLike = (a: string, b: string) => skeleton(a) === skeleton(b);

describe('skeleton', () => {
  it('sees through other alphabets, full-width forms, small capitals and boxed letters', () => {
    for (const text of [
      'Меtаmаѕk',
      'ＭｅｔａＭａｓｋ',
      'ᴍᴇᴛᴀᴍᴀsᴋ',
      '𝓜𝓮𝓽𝓪𝓜𝓪𝓼𝓴',
      '🅜🅔🅣🅐🅜🅐🅢🅚',
      'METAMASK',
      'МЕТАМАЅК',
      'rnetarnask',
    ]) {
      expect([text, skeleton(text)]).toEqual([text, skeleton('metamask')]);
    }
  });

  it('drops zero-width, bidi, marks and white space', () => {
    for (const text of [
      'U\u200bS\u200dD\u2060C',
      '\u202eUSDC\u202c',
      'U\u0301SDC',
      ' USD C\u00a0',
      'USDC\ufeff',
      'U\u00adSDC',
      'USDC\u{e0041}',
    ]) {
      expect(looksLike(text, 'USDC')).toBe(true);
    }
  });

  it('folds the ASCII look-alikes', () => {
    expect(looksLike('un1swap', 'uniswap')).toBe(true);
    expect(looksLike('unlswap', 'uniswap')).toBe(true);
    expect(looksLike('0pensea', 'opensea')).toBe(true);
    expect(looksLike('unisvvap', 'uniswap')).toBe(true);
  });

  it('keeps different names apart', () => {
    expect(looksLike('USDC', 'USDT')).toBe(false);
    expect(looksLike('uniswap', 'unswap')).toBe(false);
    expect(looksLike('比特币', 'bitcoin')).toBe(false);
    expect(skeleton('比特币')).toBe('比特币');
  });

  it('reads no more than its cap, whatever comes', () => {
    expect(skeleton('a'.repeat(10_000))).toHaveLength(MAX_SKELETON_CODE_POINTS);
    expect(skeleton('')).toBe('');
    expect(skeleton('\ud800')).toBe('');
    expect(skeleton('ﷺ'.repeat(10_000)).length).toBeLessThan(20 * MAX_SKELETON_CODE_POINTS);
  });

  it('is made from Unicode’s table as packaged', () => {
    expect(CONFUSABLES).toEqual(confusableRows());
  });
});

describe('mixesScripts', () => {
  it('tells one alphabet from several', () => {
    expect(mixesScripts('Uѕdс')).toBe(true);
    expect(mixesScripts('Биткоин 2')).toBe(false);
    expect(mixesScripts('Tether USD₮')).toBe(false);
  });
});
