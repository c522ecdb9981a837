import type { Address } from 'viem';
import type { Detector, DetectorMeta } from './Detector.ts';
import type { EvidenceSource } from './Evidence.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { dealtWith } from './kit/parties.ts';
import { chainIdOf, lower } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'sanctioned-address',
  title: 'A sanctioned address would receive or command something',
  family: 'E4',
  severity: 'caution',
  proves: 'A loaded list names this exact address as sanctioned; whether that binds the person is a matter of law.',
  falsePositives:
    'An address that was taken off the sanctions after the list’s date; law that does not bind the person.',
  blindSpots:
    'No list of sanctioned addresses is packaged: without a subscription nothing is known. New addresses of the same owner.',
  clears: 'Ask the list named in the warning to remove the entry.',
  references: [
    'https://ofac.treasury.gov/specially-designated-nationals-and-blocked-persons-list-sdn-human-readable-lists',
  ],
};

export const sanctionedAddress: Detector = {
  meta,
  applies: (scene) => dealtWith(scene).length > 0,
  detect(scene) {
    const { lists } = scene;
    if (lists === null) return inconclusive(meta);
    const chainId = chainIdOf(scene);
    for (const address of dealtWith(scene)) {
      const matches = lists.matchAddress(chainId, lower(address)).filter(({ kind }) => kind === 'sanctioned');
      const [first] = matches;
      if (first === undefined) continue;
      const day = first.added ?? first.source.date;
      const facts = {
        who: fact.address(address satisfies Address),
        list: fact.name(first.source.name),
        date: { type: 'date', value: day } as const,
      };
      const sources = matches.map(
        ({ source, added }): EvidenceSource => ({
          name: source.name,
          date: added ?? source.date,
          ...(source.url === null ? {} : { url: source.url }),
        }),
      );
      return fired(meta, facts, { sources, ...(first.added === null ? { variant: 'undated' } : {}) });
    }
    return clear(meta);
  },
};
