import type { Detector, DetectorMeta } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { arrivals, isAcquainted, knownContract, leavesToOthers } from './kit/reading.ts';

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
  applies: (scene) => scene.actions.every((action) => action.kind === 'transfer') && leavesToOthers(scene).length > 0,
  detect(scene) {
    if (arrivals(scene).length > 0) return clear(meta);
    const strangers = leavesToOthers(scene).filter(
      ({ to }) => to === null || (!isAcquainted(scene, to) && knownContract(scene, to) === null),
    );
    const worst = strangers.find(({ share }) => share !== null && share >= NEARLY_ALL);
    if (worst !== undefined) return fired(meta, { amount: fact.amount(worst.asset, worst.amount) });
    return strangers.some(({ share }) => share === null) ? inconclusive(meta) : clear(meta);
  },
};
