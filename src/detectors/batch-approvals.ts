import type { Detector, DetectorMeta } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired } from './kit/outcome.ts';
import { newGrants } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'batch-approvals',
  title: 'Several permissions in one request',
  family: 'A6',
  severity: 'note',
  proves: 'One signature gives power over more than one asset or to more than one address.',
  falsePositives: 'Permit2 batches and approve-and-swap bundles of honest dapps.',
  blindSpots: 'Permissions spread over several requests.',
  clears: 'Ask for one permission at a time.',
  references: ['https://eips.ethereum.org/EIPS/eip-5792'],
};

export const batchApprovals: Detector = {
  meta,
  applies: (scene) => newGrants(scene).length > 0,
  detect(scene) {
    const count = newGrants(scene).length;
    return count > 1 ? fired(meta, { count: fact.number(count) }) : clear(meta);
  },
};
