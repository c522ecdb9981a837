import type { ReviewView } from '../protocol/views.ts';

export interface WaitingSite {
  readonly key: string;
  readonly items: readonly ReviewView[];
}

/** One section per origin, in the order in which sites first asked. Pages without an origin are never put together. */
export function bySite(items: readonly ReviewView[]): readonly WaitingSite[] {
  const sites = new Map<string, ReviewView[]>();
  for (const item of items) {
    const key = item.origin ?? `opaque ${item.id}`;
    const site = sites.get(key);
    if (site === undefined) sites.set(key, [item]);
    else site.push(item);
  }
  return [...sites].map(([key, list]) => ({ key, items: list }));
}
