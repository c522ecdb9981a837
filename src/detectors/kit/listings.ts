import type { ListMatch } from '../../lists/Lists.ts';
import type { EvidenceSource, Facts } from '../Evidence.ts';
import { fact } from './facts.ts';

/** What the guards say, folded: copies of one list count once. */
export interface Listings {
  readonly bad: readonly ListMatch[];
  readonly allowed: boolean;
  readonly kind: 'scam' | 'compromised' | 'sanctioned';
  readonly sources: readonly EvidenceSource[];
  /** `lists` (how many lists name it), `of` (how many are loaded), `list` (name of the first). */
  readonly facts: Facts;
}

/** `null` when no list names it as bad. */
export function foldListings(matches: readonly ListMatch[], loaded: number): Listings | null {
  const bad = matches.filter((match) => match.kind !== 'allow');
  const [first] = bad;
  if (first === undefined) return null;
  const lineages = new Map(bad.map((match) => [match.source.lineage, match]));
  return {
    bad,
    allowed: bad.length < matches.length,
    kind: first.kind === 'compromised' || first.kind === 'sanctioned' ? first.kind : 'scam',
    sources: [...lineages.values()].map(sourceOf),
    facts: {
      lists: fact.number(lineages.size),
      of: fact.number(Math.max(loaded, lineages.size)),
      list: fact.name(first.source.name),
    },
  };
}

function sourceOf({ source, added }: ListMatch): EvidenceSource {
  return { name: source.name, date: added ?? source.date, ...(source.url === null ? {} : { url: source.url }) };
}
