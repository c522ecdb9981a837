import type { ChainView } from './Simulator.ts';

/**
 * What several looks at one chain saw, as one: names and accounts of all, the run of none, because each was run by
 * itself. Looks at other chains than the first are left out. `null` when nothing was seen.
 */
export function uniteViews(views: readonly (ChainView | null)[]): ChainView | null {
  const [first, ...others] = views.filter((view) => view !== null);
  if (first === undefined) return null;
  const seen = [first, ...others.filter(({ chainId }) => chainId === first.chainId)];
  return {
    ...first,
    run: null,
    runFailure: null,
    accounts: new Map(seen.flatMap(({ accounts }) => [...accounts])),
    tokens: new Map(seen.flatMap(({ tokens }) => [...tokens])),
    contracts: new Map(seen.flatMap(({ contracts = new Map() }) => [...contracts])),
    prices: new Map(seen.flatMap(({ prices = new Map() }) => [...prices])),
    markets: new Map(seen.flatMap(({ markets = new Map() }) => [...markets])),
    unmade: seen.flatMap(({ unmade = [] }) => unmade),
    holdings: new Map(seen.flatMap(({ holdings = new Map() }) => [...holdings])),
    notes: [...new Set(seen.flatMap(({ notes }) => notes))],
    roundTrips: Math.max(...seen.map(({ roundTrips }) => roundTrips)),
  };
}
