import type { Level } from '../../src/judge/Verdict.ts';

/** Milliseconds of undisturbed, visible focus before Continue wakes (warnings.md, rule 8). */
const ROUTINE_WAIT_MS = 250;
const CONSIDERED_WAIT_MS = 1000;

/** Whether somebody can be looking at the window, and since when nothing moved under their hand (monotonic clock). */
export interface Attention {
  readonly looking: boolean;
  readonly sinceMs: number;
}

/**
 * `look`: the window became visible and focused. `away`: it lost either. `disturbed`: it was resized or moved, another
 * request took its place, or what it shows got worse.
 */
export interface Happening {
  readonly type: 'look' | 'away' | 'disturbed';
  readonly atMs: number;
}

export function attend(before: Attention, happening: Happening): Attention {
  switch (happening.type) {
    case 'away':
      return { looking: false, sinceMs: happening.atMs };
    case 'look':
      return before.looking ? before : { looking: true, sinceMs: happening.atMs };
    case 'disturbed':
      return { looking: before.looking, sinceMs: happening.atMs };
  }
}

export function waitMs(level: Level): number {
  return level === 'routine' ? ROUTINE_WAIT_MS : CONSIDERED_WAIT_MS;
}

/** Milliseconds until Continue may act; 0 when it may, `Infinity` while nobody is looking. */
export function remainingMs(attention: Attention, level: Level, nowMs: number): number {
  if (!attention.looking) return Number.POSITIVE_INFINITY;
  return Math.max(0, attention.sinceMs + waitMs(level) - nowMs);
}
