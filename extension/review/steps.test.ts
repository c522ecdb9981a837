import { describe, expect, it } from 'vitest';
import { stepsText } from './steps.ts';

describe('stepsText', () => {
  it('says steps in words, and leaves words as they are', () => {
    expect(stepsText(['simulation', 'lists', 'something else'])).toBe('simulation, scam lists, and something else');
    expect(stepsText([])).toBe('none');
  });
});
