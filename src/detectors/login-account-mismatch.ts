import type { Detector, DetectorMeta } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { isOwn, userOf } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'login-account-mismatch',
  title: 'A login for another account',
  family: 'F7',
  severity: 'caution',
  proves: 'The EIP-4361 message names an account that is not the one that would sign.',
  falsePositives: 'The person switched accounts while the page was open.',
  blindSpots: 'Says nothing when the account is not known.',
  clears: 'Build the message after reading the connected account.',
  references: ['https://eips.ethereum.org/EIPS/eip-4361'],
};

export const loginAccountMismatch: Detector = {
  meta,
  applies: (scene) => scene.action.kind === 'login',
  detect(scene) {
    if (scene.action.kind !== 'login' || userOf(scene) === null) return inconclusive(meta);
    if (isOwn(scene, scene.action.address)) return clear(meta);
    return fired(meta, { who: fact.address(scene.action.address) });
  },
};
