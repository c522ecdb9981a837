import type { Detector, DetectorMeta } from './Detector.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { isAtHome, siteHost } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'order-root',
  title: 'A bulk order nobody can read, away from its market',
  family: 'C4',
  severity: 'danger',
  proves:
    'The typed data is a bare root of many orders, valid for everything approved to that market, asked outside it.',
  falsePositives: 'An aggregator that lists on Blur for its users.',
  blindSpots: 'A root asked on the market’s own, hijacked site.',
  clears: 'Sign the single orders, which can be read.',
  references: ['https://docs.blur.foundation/'],
};

/** Blur alone signs bare roots for its users. */
const HOMES = ['blur.io'];

export const orderRoot: Detector = {
  meta,
  applies: (scene) => scene.actions.some((action) => action.kind === 'opaque' && action.what === 'order-root'),
  detect(scene) {
    if (siteHost(scene) === null) return inconclusive(meta);
    return isAtHome(scene, HOMES) ? clear(meta) : fired(meta);
  },
};
