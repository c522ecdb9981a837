import type { Detector, DetectorMeta } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { newGrants } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'hidden-approval',
  title: 'The simulation shows a permission the request does not state',
  family: 'A6',
  severity: 'caution',
  proves: 'After a faithful run somebody has power over the person’s tokens that the decoded request does not name.',
  falsePositives: 'Routers that set an allowance of the person’s on the way and say so elsewhere.',
  blindSpots: 'Permissions kept in a contract’s own books instead of the token’s.',
  clears: 'Ask for the permission openly, in its own call.',
  references: ['https://eips.ethereum.org/EIPS/eip-5792'],
};

export const hiddenApproval: Detector = {
  meta,
  applies: ({ request: { ask } }) => ask.kind === 'transaction' || ask.kind === 'calls',
  detect(scene) {
    const hidden = newGrants(scene).find((grant) => grant.basis === 'simulated');
    if (hidden !== undefined) return fired(meta, { who: fact.address(hidden.to) });
    return scene.chain === null || scene.chain.run === null ? inconclusive(meta) : clear(meta);
  },
};
