import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { ReviewView } from '../protocol/views.ts';
import { type Attention, attend, remainingMs } from './inert.ts';
import { worsened } from './worsened.ts';

/** No event tells that a window was moved. */
const MOVE_POLL_MS = 200;

export interface Inert {
  readonly awake: boolean;
  readonly mayAct: () => boolean;
  /** Starts the wait again. */
  readonly restart: () => void;
}

/**
 * Whether Continue is awake for this request. `awake` is for the eye; `mayAct()` asks the clock again at the very
 * moment, so that a late timer can open nothing early.
 */
export function useContinue(view: ReviewView): Inert {
  const [attention, tell] = useReducer(attend, null, start);
  const [awake, setAwake] = useState(false);

  useEffect(() => {
    const look = () => tell({ type: isLooking() ? 'look' : 'away', atMs: performance.now() });
    const leave = () => tell({ type: 'away', atMs: performance.now() });
    const disturb = () => tell({ type: 'disturbed', atMs: performance.now() });
    let place = `${window.screenX},${window.screenY}`;
    const poll = setInterval(() => {
      look();
      const now = `${window.screenX},${window.screenY}`;
      if (now !== place) disturb();
      place = now;
    }, MOVE_POLL_MS);
    window.addEventListener('focus', look);
    window.addEventListener('blur', leave);
    window.addEventListener('resize', disturb);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(poll);
      window.removeEventListener('focus', look);
      window.removeEventListener('blur', leave);
      window.removeEventListener('resize', disturb);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);

  // What the wait last began with: small drifts from look to look add up against it.
  const begunWith = useRef(view);
  useEffect(() => {
    if (begunWith.current === view || !worsened(begunWith.current, view)) return;
    begunWith.current = view;
    tell({ type: 'disturbed', atMs: performance.now() });
  }, [view]);

  useEffect(() => {
    setAwake(false);
    const wait = remainingMs(attention, view.level, performance.now());
    if (wait === Number.POSITIVE_INFINITY) return;
    const timer = setTimeout(() => setAwake(true), wait);
    return () => clearTimeout(timer);
  }, [attention, view.level]);

  const mayAct = useCallback(
    () => isLooking() && remainingMs(attention, view.level, performance.now()) <= 0,
    [attention, view.level],
  );
  const restart = useCallback(() => tell({ type: 'disturbed', atMs: performance.now() }), []);
  return { awake, mayAct, restart };
}

function start(): Attention {
  return { looking: isLooking(), sinceMs: performance.now() };
}

function isLooking(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus();
}
