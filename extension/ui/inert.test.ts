import { describe, expect, it } from 'vitest';
import { type Attention, attend, remainingMs } from './inert.ts';

const away: Attention = { looking: false, sinceMs: 0 };

describe('Continue is inert', () => {
  it('for ever while nobody can be looking', () => {
    expect(remainingMs(away, 'routine', 60_000)).toBe(Number.POSITIVE_INFINITY);
  });

  it('for one second of looking on danger, caution and unknown, a quarter on routine', () => {
    const looking = attend(away, { type: 'look', atMs: 5000 });
    for (const level of ['danger', 'caution', 'unknown'] as const) {
      expect(remainingMs(looking, level, 5999)).toBe(1);
      expect(remainingMs(looking, level, 6000)).toBe(0);
    }
    expect(remainingMs(looking, 'routine', 5249)).toBe(1);
    expect(remainingMs(looking, 'routine', 5250)).toBe(0);
  });

  it('again from the start after the window lost focus', () => {
    const looking = attend(away, { type: 'look', atMs: 0 });
    const left = attend(looking, { type: 'away', atMs: 900 });
    expect(remainingMs(left, 'danger', 10_000)).toBe(Number.POSITIVE_INFINITY);
    const back = attend(left, { type: 'look', atMs: 2000 });
    expect(remainingMs(back, 'danger', 2100)).toBe(900);
  });

  it('again after a resize, a move or worse news, also when it was awake', () => {
    const looking = attend(away, { type: 'look', atMs: 0 });
    const moved = attend(looking, { type: 'disturbed', atMs: 5000 });
    expect(remainingMs(moved, 'caution', 5400)).toBe(600);
  });

  it('no longer because focus was reported twice', () => {
    const looking = attend(away, { type: 'look', atMs: 0 });
    expect(attend(looking, { type: 'look', atMs: 700 })).toBe(looking);
  });

  it('still while disturbed out of sight', () => {
    const disturbed = attend(away, { type: 'disturbed', atMs: 10 });
    expect(remainingMs(disturbed, 'routine', 10_000)).toBe(Number.POSITIVE_INFINITY);
  });
});
