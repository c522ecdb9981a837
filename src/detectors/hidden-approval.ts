import type { Grants } from '../simulate/Consequence.ts';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { accountFacts, newGrants, same } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'hidden-approval',
  title: 'The simulation shows a permission the request does not state',
  family: 'A6',
  severity: 'caution',
  proves: 'After a faithful run somebody has power over the person’s tokens that the decoded request does not name.',
  falsePositives:
    'Routers that set an allowance of the person’s on the way and say so elsewhere. A permit used by the contract it was signed for is a note.',
  blindSpots: 'Permissions kept in a contract’s own books instead of the token’s.',
  clears: 'Ask for the permission openly, in its own call.',
  references: ['https://eips.ethereum.org/EIPS/eip-5792'],
};

export const hiddenApproval: Detector = {
  meta,
  applies: ({ request: { ask } }) => ask.kind === 'transaction' || ask.kind === 'calls',
  detect(scene) {
    const hidden = newGrants(scene).filter((grant) => grant.basis === 'simulated');
    const worst = hidden.find((grant) => !isSigned(scene, grant)) ?? hidden[0];
    if (worst !== undefined) {
      return fired(meta, { who: fact.address(worst.to) }, isSigned(scene, worst) ? { severity: 'note' } : {});
    }
    return scene.chain === null || scene.chain.run === null ? inconclusive(meta) : clear(meta);
  },
};

/**
 * A plain account gives a permission by calling the token, or by a permit it has signed. Where it calls the very contract
 * that gets the permission, and that is not the token, such a permit was used up: it was judged when it was signed.
 */
function isSigned(scene: Scene, grant: Grants): boolean {
  const { ask, account } = scene.request;
  if (ask.kind !== 'transaction' || ask.transaction.authorizations.length > 0) return false;
  if (account === null || accountFacts(scene, account)?.code !== 'none') return false;
  const { to } = ask.transaction;
  return to !== null && same(to, grant.to) && grant.over.type !== 'native' && !same(to, grant.over.address);
}
