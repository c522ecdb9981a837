import type { Detector, DetectorMeta } from './Detector.ts';
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
  applies: ({ action, request }) =>
    request.method !== 'eth_decrypt' &&
    (action.kind === 'connect' || (action.kind === 'opaque' && action.what === 'grant')),
  detect({ action }) {
    if (action.kind === 'opaque') return fired(meta, { names: fact.quote(action.label) });
    if (action.kind !== 'connect' || action.accountsOnly) return clear(meta);
    return fired(meta, { names: fact.quote(action.permissions.join(', ')) });
  },
};
