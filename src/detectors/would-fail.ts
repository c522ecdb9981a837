import type { Detector, DetectorMeta } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';

const meta: DetectorMeta = {
  id: 'would-fail',
  title: 'It would fail if it were sent now',
  family: 'H1',
  severity: 'note',
  proves: 'A faithful run on the newest block reverted.',
  falsePositives: 'A step that needs an earlier one that is still on its way.',
  blindSpots: 'It may succeed in a later block.',
  clears: 'Ask when the conditions are met.',
  references: ['https://docs.soliditylang.org/en/latest/control-structures.html#revert'],
};

export const wouldFail: Detector = {
  meta,
  applies: ({ request: { ask } }) => ask.kind === 'transaction' || ask.kind === 'calls',
  detect({ chain }) {
    if (chain === null || chain.run === null) return inconclusive(meta);
    if (chain.run.status === 'success') return clear(meta);
    const why = chain.run.revertReason;
    return why === null ? fired(meta) : fired(meta, { why: fact.quote(why) }, { variant: 'reason' });
  },
};
