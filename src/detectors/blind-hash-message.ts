import type { Detector, DetectorMeta } from './Detector.ts';
import { clear, fired } from './kit/outcome.ts';

const meta: DetectorMeta = {
  id: 'blind-hash-message',
  title: 'A message nobody can read: a hash',
  family: 'F1',
  severity: 'caution',
  proves: 'The message is 32 bytes, or the hex text of 32 bytes: what it stands for is not in the request.',
  falsePositives: 'Safe and other smart accounts sign hashes this way every day.',
  blindSpots: 'A hash hidden inside a longer text.',
  clears: 'Ask with eth_signTypedData_v4, so that the content can be read.',
  references: ['https://eips.ethereum.org/EIPS/eip-191', 'https://eips.ethereum.org/EIPS/eip-712'],
};

export const blindHashMessage: Detector = {
  meta,
  applies: (scene) => scene.action.kind === 'message',
  detect: (scene) => (scene.action.kind === 'message' && scene.action.looksLikeHash ? fired(meta) : clear(meta)),
};
