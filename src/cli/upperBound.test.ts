import { describe, expect, it } from 'vitest';
import { upperBound } from './upperBound.ts';

describe('the upper bound of a rate', () => {
  it('is about 3/n when nothing was seen', () => {
    expect(upperBound(0, 3000)).toBeCloseTo(1 - 0.05 ** (1 / 3000), 8);
    expect(upperBound(0, 300)).toBeCloseTo(0.00994, 4);
  });

  it('agrees with the published tables (one-sided 95 %)', () => {
    expect(upperBound(1, 20)).toBeCloseTo(0.2161, 4);
    expect(upperBound(5, 50)).toBeCloseTo(0.1995, 3);
    expect(upperBound(60, 3000)).toBeCloseTo(0.0248, 3);
  });

  it('says nothing of no tries, and all of all', () => {
    expect(upperBound(0, 0)).toBe(1);
    expect(upperBound(7, 7)).toBe(1);
  });
});
