import refusals from '../../src/explain/messages/refusals.en.json';

/** The few sentences the background itself answers a page of ours with: all the words of the pages would weigh 4 kB here. */
export function word(id: keyof typeof refusals): string {
  return refusals[id];
}
