import type { Detector, DetectorMeta } from './Detector.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';

const meta: DetectorMeta = {
  id: 'simulation-disagrees',
  title: 'The simulation contradicts the request',
  family: 'H3',
  severity: 'caution',
  proves: 'What a faithful run did to the account is not what the request states.',
  falsePositives: 'Tokens that take a fee on each transfer; prices that moved between two blocks.',
  blindSpots: 'A contract that behaves while it is watched.',
  clears: 'Ask for exactly what happens.',
  references: [
    'https://zengo.com/zengo-uncovers-security-vulnerabilities-in-popular-web3-transaction-simulation-solutions-the-red-pill-attack/',
  ],
};

export const simulationDisagrees: Detector = {
  meta,
  applies: ({ request: { ask } }) => ask.kind === 'transaction' || ask.kind === 'calls',
  detect(scene) {
    if (scene.consequences.some((one) => 'basis' in one && one.basis === 'disagree')) return fired(meta);
    return scene.chain === null || scene.chain.run === null ? inconclusive(meta) : clear(meta);
  },
};
