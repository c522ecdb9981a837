import { currentLanguage } from './words.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/u;

/** `2026-05-03` as "3 May 2026" in the user's language; anything else as it is. */
export function dayText(date: string): string {
  if (!DAY.test(date)) return date;
  const time = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(time)) return date;
  return new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'long', timeZone: 'UTC' }).format(time);
}

/** Time of day in the user's zone; `atMs` since the epoch. */
export function clockText(atMs: number): string {
  return new Intl.DateTimeFormat(currentLanguage(), { timeStyle: 'short' }).format(atMs);
}

/** Time of day today, day and time otherwise. */
export function momentText(atMs: number, nowMs: number): string {
  const today = new Date(nowMs).toDateString() === new Date(atMs).toDateString();
  if (today) return clockText(atMs);
  return new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'medium', timeStyle: 'short' }).format(atMs);
}
