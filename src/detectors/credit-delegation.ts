import type { Detector, DetectorMeta } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { accountFacts, isAcquainted, knownContract, newGrants } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'credit-delegation',
  title: 'Somebody could borrow in the user’s name',
  family: 'G2',
  severity: 'danger',
  proves: 'The grantee may draw loans secured by the user’s deposits, and is no contract, so no rules bind it.',
  falsePositives: 'Lending one’s credit line to a friend’s account; a leverage vault that no registry knows (caution).',
  blindSpots: 'A thief’s contract is only caution; lending protocols whose delegation has another name.',
  clears: 'Delegate to a contract that a registry knows, and to the amount of this one loan.',
  references: ['https://aave.com/docs/developers/smart-contracts/tokenization/vtokens'],
};

export const creditDelegation: Detector = {
  meta,
  applies: (scene) => newGrants(scene).some(({ power }) => power === 'borrow'),
  detect(scene) {
    const strangers = newGrants(scene).filter(
      ({ power, to }) => power === 'borrow' && knownContract(scene, to) === null,
    );
    const person = strangers.find(({ to }) => (accountFacts(scene, to)?.code ?? 'contract') !== 'contract');
    if (person !== undefined) {
      // A friend is still somebody else, but not a stranger.
      return fired(
        meta,
        { who: fact.address(person.to) },
        isAcquainted(scene, person.to) ? { severity: 'caution' } : {},
      );
    }
    const [unlisted] = strangers;
    if (unlisted === undefined) return clear(meta);
    const couldNotTell = scene.registry === null || accountFacts(scene, unlisted.to) === null;
    return couldNotTell
      ? inconclusive(meta)
      : fired(meta, { who: fact.address(unlisted.to) }, { severity: 'caution', variant: 'unlisted' });
  },
};
