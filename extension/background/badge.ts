import { browser } from './api.ts';

/** The toolbar mark: what waits, or that something passed quietly, or that this tab is not (fully) protected. */
export type Mark =
  | { readonly kind: 'waiting'; readonly count: number }
  | { readonly kind: 'quiet' | 'unprotected' | 'paused' | 'none' };

const LOOKS = {
  waiting: { text: '', color: '#b3261e' },
  quiet: { text: '·', color: '#4a6572' },
  unprotected: { text: '!', color: '#a15c00' },
  paused: { text: 'II', color: '#a15c00' },
  none: { text: '', color: '#4a6572' },
} as const;

/** `tabId` `null`: on every tab that has no mark of its own. Never rejects: the mark is decoration. */
export async function setMark(mark: Mark, tabId: number | null): Promise<void> {
  const look = LOOKS[mark.kind];
  const text = mark.kind === 'waiting' ? String(mark.count) : look.text;
  const where = tabId === null ? {} : { tabId };
  try {
    await browser.action.setBadgeText({ text, ...where });
    await browser.action.setBadgeBackgroundColor({ color: look.color, ...where });
  } catch {
    // The tab is gone.
  }
}

/** Marks the tab the person is looking at. */
export async function markActiveTab(mark: Mark): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id !== undefined) await setMark(mark, tab.id);
}
