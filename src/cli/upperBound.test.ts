import { describe, expect, it } from 'vitest';
import { upperBound } from './upperBound.ts';

describe('the upper bound of a rate', () => {
  it('is about 3/n when nothing was seen', () => {
    expect(upperBound(0, 3000)).toBeCloseTo(1 - 0.05 ** (1 / 3000), 8);
    expect(upperBound(0, 300)).toBeCloseTo(0.00994, 4);
  });

  it('is where the exact binomial sum is five per cent', () => {
    expect(upperBound(1, 20)).toBeCloseTo(0.216106, 5);
    expect(upperBound(5, 50)).toBeCloseTo(0.19883, 5);
    expect(upperBound(60, 3000)).toBeCloseTo(0.024737, 5);
  });

  it('says nothing of no tries, and all of all', () => {
    expect(upperBound(0, 0)).toBe(1);
    expect(upperBound(7, 7)).toBe(1);
  });
});
