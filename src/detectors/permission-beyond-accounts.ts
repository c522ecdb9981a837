import type { OpaqueAction } from '../decode/Action.ts';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired } from './kit/outcome.ts';

const meta: DetectorMeta = {
  id: 'permission-beyond-accounts',
  title: 'The site asks for more than to see accounts',
  family: 'F6',
  severity: 'caution',
  proves: 'The permission asked for lets the site act, not only look (ERC-7715 grants, snaps, session keys).',
  falsePositives: 'Games and traders that use session keys within tight limits.',
  blindSpots: 'The limits inside a grant of an unknown type.',
  clears: 'Ask to see accounts only, and for each action when it comes.',
  references: ['https://eips.ethereum.org/EIPS/eip-2255', 'https://eips.ethereum.org/EIPS/eip-7715'],
};

export const permissionBeyondAccounts: Detector = {
  meta,
  // Decryption has a finding of its own.
  applies: (scene) =>
    scene.request.method !== 'eth_decrypt' && (scene.action.kind === 'connect' || unreadGrant(scene) !== null),
  detect(scene) {
    const { action } = scene;
    const unread = unreadGrant(scene);
    if (unread !== null) return fired(meta, { names: fact.quote(unread.label) });
    if (action.kind !== 'connect' || action.accountsOnly) return clear(meta);
    return fired(meta, { names: fact.quote(action.permissions.join(', ')) });
  },
};

/** A grant, alone or among others, whose type nobody here can read. */
function unreadGrant({ actions }: Scene): OpaqueAction | null {
  return actions.find((one): one is OpaqueAction => one.kind === 'opaque' && one.what === 'grant') ?? null;
}
