import type { Detector, DetectorMeta } from './Detector.ts';
import { fired } from './kit/outcome.ts';

const meta: DetectorMeta = {
  id: 'eth-sign',
  title: 'A blank cheque: the raw hash of anything',
  family: 'F1',
  severity: 'danger',
  proves: 'eth_sign signs 32 raw bytes, which may be the hash of a transaction that empties the account.',
  falsePositives: 'Old tools that never moved to personal_sign.',
  blindSpots: 'None: the method itself is the finding.',
  clears: 'Use personal_sign or eth_signTypedData_v4, which a person can read.',
  references: ['https://support.metamask.io/privacy-and-security/what-is-eth_sign-and-why-is-it-a-risk/'],
};

export const ethSign: Detector = {
  meta,
  applies: (scene) => scene.actions.some((action) => action.kind === 'hash'),
  detect: () => fired(meta),
};
