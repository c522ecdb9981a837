import type { Detector, DetectorMeta } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { controls, knownContract } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'proxy-upgrade',
  title: 'A contract of the person’s would run new code',
  family: 'C3',
  severity: 'danger',
  proves: 'The call replaces the program behind a contract; whoever wrote the new one commands what it holds.',
  falsePositives: 'A developer’s own upgrade; a project’s migration to code no registry has yet.',
  blindSpots: 'Upgrades under a function name nobody knows.',
  clears: 'Have the new implementation listed before asking people to upgrade.',
  references: ['https://eips.ethereum.org/EIPS/eip-1967', 'https://www.ndss-symposium.org/ndss2025/'],
};

export const proxyUpgrade: Detector = {
  meta,
  applies: (scene) => scene.consequences.some((one) => one.kind === 'control' && one.what === 'upgrade'),
  detect(scene) {
    const upgrades = controls(scene).filter(({ what }) => what === 'upgrade');
    const stranger = upgrades.find(({ to }) => knownContract(scene, to) === null);
    if (stranger === undefined) return clear(meta);
    if (scene.registry === null) return inconclusive(meta);
    return fired(meta, { who: fact.address(stranger.to), of: fact.address(stranger.of) });
  },
};
