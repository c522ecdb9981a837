import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired } from './kit/outcome.ts';

const meta: DetectorMeta = {
  id: 'permit-far-deadline',
  title: 'A signature that stays good for a long time',
  family: 'B1',
  severity: 'note',
  proves: 'The deadline lies more than 90 days ahead, or there is none.',
  falsePositives: 'Dapps that set no deadline out of habit.',
  blindSpots: 'None: the deadline is in the bytes.',
  clears: 'Set a deadline of minutes.',
  references: ['https://eips.ethereum.org/EIPS/eip-2612'],
};

/** Well above the 30 days that Uniswap's own interface asks for. */
const FAR_SECONDS = 90n * 86_400n;

export const permitFarDeadline: Detector = {
  meta,
  applies: (scene) => deadlines(scene).length > 0,
  detect(scene) {
    const far = deadlines(scene).find((deadline) => deadline > scene.nowSeconds + FAR_SECONDS);
    return far === undefined ? clear(meta) : fired(meta, { date: fact.date(far) });
  },
};

function deadlines(scene: Scene): bigint[] {
  return scene.actions.flatMap((action) =>
    (action.kind === 'permit' || action.kind === 'permit2') && action.deadlineSeconds !== null
      ? [action.deadlineSeconds]
      : [],
  );
}
