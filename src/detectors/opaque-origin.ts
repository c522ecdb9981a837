import type { Detector, DetectorMeta } from './Detector.ts';
import { fired } from './kit/outcome.ts';

const meta: DetectorMeta = {
  id: 'opaque-origin',
  title: 'The page has no address of its own',
  family: 'I2',
  severity: 'caution',
  proves: 'The browser gives this page no origin: a sandboxed frame or a data: page.',
  falsePositives: 'Playgrounds that run examples in sandboxed frames.',
  blindSpots: 'None: the browser’s record is the finding.',
  clears: 'Serve the page from a site of its own.',
  references: ['https://html.spec.whatwg.org/multipage/browsers.html#concept-origin-opaque'],
};

export const opaqueOrigin: Detector = {
  meta,
  applies: ({ request }) => request.origin === null || request.origin === 'null',
  detect: () => fired(meta),
};
