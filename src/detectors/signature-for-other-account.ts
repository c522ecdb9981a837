import type { Address } from 'viem';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { isOwn } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'signature-for-other-account',
  title: 'Asked of another account than the connected one',
  family: 'F8',
  severity: 'caution',
  proves: 'The request names an account that is not the one the wallet shows.',
  falsePositives: 'The person switched accounts while the page was open.',
  blindSpots: 'Says nothing when the connected account is not known.',
  clears: 'Read the connected account again before asking.',
  references: ['https://eips.ethereum.org/EIPS/eip-1193'],
};

export const signatureForOtherAccount: Detector = {
  meta,
  applies: (scene) => namedAccount(scene) !== null,
  detect(scene) {
    const named = namedAccount(scene);
    if (named === null || scene.request.account === null) return inconclusive(meta);
    return isOwn(scene, named) ? clear(meta) : fired(meta, { who: fact.address(named) });
  },
};

function namedAccount({ request: { ask }, action }: Scene): Address | null {
  if (action.kind === 'permit') return action.owner;
  if (ask.kind === 'transaction') return ask.transaction.from;
  if (ask.kind === 'calls') return ask.from;
  return 'account' in ask ? ask.account : null;
}
