import type { Detector, DetectorMeta } from './Detector.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';

const meta: DetectorMeta = {
  id: 'rpcs-disagree',
  title: 'Two endpoints tell two stories',
  family: 'H4',
  severity: 'danger',
  proves: 'A second endpoint the person chose shows another chain, other code, or a worse outcome.',
  falsePositives: 'An endpoint that lags behind; a price that moved between two blocks (caution only).',
  blindSpots: 'Two endpoints of one operator; nothing is compared where no second endpoint is set.',
  clears: 'Nothing a dapp can do: replace the endpoint that lies.',
  references: ['https://ethereum.org/en/developers/docs/nodes-and-clients/light-clients/'],
};

export const rpcsDisagree: Detector = {
  meta,
  applies: ({ chain }) => chain === null || chain.second !== undefined,
  detect({ chain }) {
    const second = chain?.second;
    if (second === undefined || !second.heard) return inconclusive(meta);
    const { differs, sameBlock } = second;
    if (differs.length === 0) return clear(meta);
    if (differs.includes('chain')) return fired(meta, {}, { severity: 'caution', variant: 'chain' });
    // In one and the same block there is one code and one outcome: one of the two lies.
    if (!sameBlock) return fired(meta, {}, { severity: 'caution', variant: 'apart' });
    if (differs.includes('code')) return fired(meta, {}, { variant: 'code' });
    return differs.includes('worse') ? fired(meta) : fired(meta, {}, { severity: 'caution', variant: 'apart' });
  },
};
