import { describe, expect, it } from 'vitest';
import { GAPS, shownStates, worstReach } from './unprotected.ts';

describe('worstReach', () => {
  it('lets no weaker state hide a stronger one', () => {
    expect(worstReach(['no-wallet-seen', 'not-simulated', 'paused'])).toBe('all');
    expect(worstReach(['no-wallet-seen', 'wallet-not-gated'])).toBe('part');
    expect(worstReach(['browser-page'])).toBe('none');
    expect(worstReach([])).toBe('full');
  });
});

describe('shownStates', () => {
  it('says only one thing on a page of the browser, and everything elsewhere', () => {
    expect(shownStates(['browser-page', 'not-simulated'])).toEqual(['browser-page']);
    expect(shownStates(['paused', 'not-simulated'])).toEqual(['paused', 'not-simulated']);
  });
});

describe('GAPS', () => {
  it('has its own sentence and its own advice for each state', () => {
    const gaps = Object.entries(GAPS);
    expect(new Set(gaps.map(([, gap]) => gap.says)).size).toBe(gaps.length);
    for (const [state, gap] of gaps) {
      expect(gap.says).toBe(`unprotected.${state}`);
      expect(gap.does).toBe(`unprotected.${state}.do`);
    }
  });
});
