import type { Detector, DetectorMeta } from './Detector.ts';
import { fired } from './kit/outcome.ts';

const meta: DetectorMeta = {
  id: 'decryption-request',
  title: 'The site asks to read what was encrypted for the person',
  family: 'F6',
  severity: 'caution',
  proves: 'eth_decrypt hands the plain text of a secret message to the page.',
  falsePositives: 'Mail and notes apps built on wallet encryption.',
  blindSpots: 'What the secret is.',
  clears: 'Encrypt with a key of the app’s own.',
  references: ['https://docs.metamask.io/wallet/reference/json-rpc-methods/eth_decrypt/'],
};

export const decryptionRequest: Detector = {
  meta,
  applies: ({ request }) => request.method === 'eth_decrypt',
  detect: () => fired(meta),
};
