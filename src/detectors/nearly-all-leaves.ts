import type { Action } from '../decode/Action.ts';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import type { Evidence } from './Evidence.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { arrivals, chainIdOf, isAcquainted, knownContract, leavesToOthers, lower } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'nearly-all-leaves',
  title: 'Nearly all of a holding goes to somebody new',
  family: 'D2',
  severity: 'note',
  proves: 'statistical',
  falsePositives: 'Emptying an account on purpose; paying in a first deposit.',
  blindSpots: 'Says nothing of what is still there in other assets; a drain in several steps.',
  clears: 'Ask for what the step needs.',
  references: ['https://www.ndss-symposium.org/ndss2025/'],
};

const NEARLY_ALL = 0.9;

export const nearlyAllLeaves: Detector = {
  meta,
  // A call that takes nearly all is a matter for `value-for-nothing`.
  applies: (scene) => scene.actions.every(isPlain) && leavesToOthers(scene).length > 0,
  detect(scene) {
    if (scene.actions.some((action) => action.kind === 'order')) return soldOut(scene);
    if (arrivals(scene).length > 0) return clear(meta);
    const strangers = leavesToOthers(scene).filter(
      ({ to }) => to === null || (!isAcquainted(scene, to) && knownContract(scene, to) === null),
    );
    const worst = strangers.find(({ share }) => share !== null && share >= NEARLY_ALL);
    if (worst !== undefined) {
      // A signature that pays is handed in by whoever holds it: nobody sees the moment it happens.
      const signed = scene.actions.some((action) => action.kind === 'permit');
      const facts = { amount: fact.amount(worst.asset, worst.amount) };
      return fired(meta, facts, signed ? { severity: 'caution' } : {});
    }
    return strangers.some(({ share }) => share === null) ? inconclusive(meta) : clear(meta);
  },
};

/** A transfer, a payment by signature (ERC-3009), or an order. */
function isPlain(action: Action): boolean {
  return (
    action.kind === 'transfer' || action.kind === 'order' || (action.kind === 'permit' && action.standard === 'erc3009')
  );
}

/** Nearly all of a coin for something that has no price anybody could look up. */
function soldOut(scene: Scene): Evidence {
  const chainId = chainIdOf(scene);
  const priced = arrivals(scene).some(
    ({ asset }) =>
      asset.type === 'native' ||
      (asset.type === 'erc20' && chainId !== null && scene.registry?.token(chainId, lower(asset.address)) != null),
  );
  const worst = leavesToOthers(scene).find(
    ({ asset, share }) => (asset.type === 'native' || asset.type === 'erc20') && share !== null && share >= NEARLY_ALL,
  );
  if (priced || worst === undefined) return clear(meta);
  const facts = { amount: fact.amount(worst.asset, worst.amount) };
  return fired(meta, facts, { family: 'C1', severity: 'caution', variant: 'order' });
}
