import { describe, expect, it } from 'vitest';
import { isKin, isOneEdit } from './edits.ts';

describe('isOneEdit', () => {
  it('counts one insertion, omission, change or swap', () => {
    expect([
      isOneEdit('abcd', 'abd'),
      isOneEdit('abd', 'abcd'),
      isOneEdit('abcd', 'abxd'),
      isOneEdit('abcd', 'abdc'),
    ]).toEqual([true, true, true, true]);
    expect([isOneEdit('abcd', 'abcd'), isOneEdit('abcd', 'badc'), isOneEdit('abcd', 'ab'), isOneEdit('', '')]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('isKin', () => {
  it('sees short stems before a common ending, and no slip that doubles or leaves single', () => {
    expect([isKin('unlchaln', 'unochaln'), isKin('gltcoln', 'gatcoln')]).toEqual([true, true]);
    expect([isKin('unlchaln', 'unnlchaln'), isKin('unlswap', 'unlswop'), isKin('opensea', 'opensee')]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
