import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import { clear, fired } from './kit/outcome.ts';
import { siteHost } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'blind-hash-message',
  title: 'A message nobody can read: a hash',
  family: 'F1',
  severity: 'caution',
  proves:
    'The message is 32 bytes, or the hex text of 32 bytes: what it stands for is not in the request. Danger where the account runs code (EIP-7702) that was seen to take such a signature for an order, and no list knows the site.',
  falsePositives:
    'Safe and other smart accounts sign hashes this way every day; the danger, a young wallet maker’s own site.',
  blindSpots:
    'A hash hidden inside a longer text. The owner of a Safe or of an account elsewhere: nothing on the chain tells from the owner’s side. Code that keeps its signers in storage.',
  clears: 'Ask with eth_signTypedData_v4, so that the content can be read.',
  references: [
    'https://eips.ethereum.org/EIPS/eip-191',
    'https://eips.ethereum.org/EIPS/eip-712',
    'https://eips.ethereum.org/EIPS/eip-7702',
  ],
};

export const blindHashMessage: Detector = {
  meta,
  applies: (scene) => scene.action.kind === 'message',
  detect(scene) {
    if (scene.action.kind !== 'message' || !scene.action.looksLikeHash) return clear(meta);
    const severity = isUnlisted(scene) ? { severity: 'danger' as const } : {};
    switch (scene.chain?.obeys) {
      case 'operation':
        return fired(meta, {}, { ...severity, variant: 'order' });
      case 'message':
        return fired(meta, {}, { ...severity, variant: 'token' });
      default:
        return fired(meta);
    }
  },
};

/** The registry was asked, and has no such site. */
function isUnlisted(scene: Scene): boolean {
  const host = siteHost(scene);
  return scene.registry !== null && (host === null || scene.registry.dapp(host) === null);
}
