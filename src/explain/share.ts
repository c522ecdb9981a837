import type { Speech } from './Speech.ts';

/** Upper ends of the words for a part of a holding: a word is read where a percentage is skipped. */
const STEPS = [
  [0.005, 'trace'],
  [0.06, 'small'],
  [0.15, 'tenth'],
  [0.3, 'quarter'],
  [0.42, 'third'],
  [0.58, 'half'],
  [0.7, 'two-thirds'],
  [0.85, 'three-quarters'],
  [0.995, 'nearly-all'],
] as const;

/** `share` in [0, 1] -> "about half of what you hold". */
export function shareText(speech: Speech, share: number): string {
  const step = STEPS.find(([end]) => share < end);
  return speech.say('share', { part: step?.[1] ?? 'all' });
}
