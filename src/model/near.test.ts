import { describe, expect, it } from 'vitest';
import { isNear } from './near.ts';

describe('isNear', () => {
  it.each([
    ['uniswap', 'unlswap', 'a letter changed'],
    ['uniswap', 'uniswp', 'a letter left out'],
    ['uniswap', 'uniiswap', 'a letter put in'],
    ['metamask', 'metamaks', 'two letters swapped'],
    ['metamask', 'claimmetamqskapp', 'in the midst of others'],
    ['metamask', 'mteamask', 'swapped in the first half'],
  ])('%s ~ %s: %s', (name, text) => {
    expect(isNear(name, text)).toBe(true);
  });

  it.each([
    ['uniswap', 'sushiswap'],
    ['metamask', 'metaverse'],
    ['metamask', 'mtemaask'],
    ['uniswap', ''],
    ['uniswap', 'uni'],
  ])('%s is not near %s', (name, text) => {
    expect(isNear(name, text)).toBe(false);
  });
});
