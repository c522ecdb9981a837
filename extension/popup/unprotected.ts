import type { Unprotected } from '../protocol/views.ts';
import type { WordId } from '../ui/words.ts';

interface Gap {
  readonly says: WordId;
  readonly does: WordId;
  /** What the popup itself can do about it. */
  readonly remedy: 'reload' | 'settings' | null;
  /** `all`: no request is reviewed here. `part`: something is not covered. `none`: there is nothing to cover. */
  readonly reach: 'all' | 'part' | 'none';
}

/** Each state without full protection, in one plain sentence and with what to do. */
export const GAPS: Readonly<Record<Unprotected, Gap>> = {
  'tab-older-than-install': {
    says: 'unprotected.tab-older-than-install',
    does: 'unprotected.tab-older-than-install.do',
    remedy: 'reload',
    reach: 'all',
  },
  'site-access-withheld': {
    says: 'unprotected.site-access-withheld',
    does: 'unprotected.site-access-withheld.do',
    remedy: null,
    reach: 'all',
  },
  'private-window': {
    says: 'unprotected.private-window',
    does: 'unprotected.private-window.do',
    remedy: null,
    reach: 'all',
  },
  'orphaned-page': {
    says: 'unprotected.orphaned-page',
    does: 'unprotected.orphaned-page.do',
    remedy: 'reload',
    reach: 'all',
  },
  'browser-page': {
    says: 'unprotected.browser-page',
    does: 'unprotected.browser-page.do',
    remedy: null,
    reach: 'none',
  },
  'wallet-not-gated': {
    says: 'unprotected.wallet-not-gated',
    does: 'unprotected.wallet-not-gated.do',
    remedy: null,
    reach: 'part',
  },
  'wallet-loads-first': {
    says: 'unprotected.wallet-loads-first',
    does: 'unprotected.wallet-loads-first.do',
    remedy: null,
    reach: 'part',
  },
  'no-wallet-seen': {
    says: 'unprotected.no-wallet-seen',
    does: 'unprotected.no-wallet-seen.do',
    remedy: null,
    reach: 'none',
  },
  paused: { says: 'unprotected.paused', does: 'unprotected.paused.do', remedy: null, reach: 'all' },
  'not-simulated': {
    says: 'unprotected.not-simulated',
    does: 'unprotected.not-simulated.do',
    remedy: 'settings',
    reach: 'part',
  },
};

/** On a page of the browser itself nothing else matters: no request can come from it. */
export function shownStates(states: readonly Unprotected[]): readonly Unprotected[] {
  return states.includes('browser-page') ? ['browser-page'] : states;
}

export type Reach = Gap['reach'];

/** The worst reach of all states: `all` before `part` before `none`; `full` when there is no state at all. */
export function worstReach(states: readonly Unprotected[]): Reach | 'full' {
  const reaches = states.map((state) => GAPS[state].reach);
  if (reaches.includes('all')) return 'all';
  if (reaches.includes('part')) return 'part';
  return reaches.length > 0 ? 'none' : 'full';
}
