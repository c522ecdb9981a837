import type { Detector, DetectorMeta } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired } from './kit/outcome.ts';

const meta: DetectorMeta = {
  id: 'odd-encoding',
  title: 'The request is written in an unusual way',
  family: 'J',
  severity: 'caution',
  proves:
    'The raw parameters differ from their canonical form; with two different data fields, wallets may read either.',
  falsePositives: 'Old libraries that write hex without padding.',
  blindSpots: 'Oddities the parser already refuses: those are unreadable.',
  clears: 'Write parameters as the JSON-RPC specification does.',
  references: ['https://ethereum.github.io/execution-apis/'],
};

export const oddEncoding: Detector = {
  meta,
  applies: ({ request: { ask } }) => ask.kind === 'transaction',
  detect({ request: { ask } }) {
    if (ask.kind !== 'transaction') return clear(meta);
    const { oddities, otherData } = ask.transaction;
    if (otherData !== null) return fired(meta, {}, { variant: 'two-readings' });
    return oddities.length === 0
      ? clear(meta)
      : fired(meta, { names: fact.quote(oddities.join(', ')) }, { severity: 'note' });
  },
};
