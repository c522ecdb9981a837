import { isLoopbackHost } from '../text/domains.ts';
import type { Detector, DetectorMeta } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { siteHost } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'suspicious-host',
  title: 'The local model finds the host name like those of scam sites',
  family: 'I2',
  severity: 'caution',
  proves: 'statistical',
  falsePositives: 'Honest names built like scam names: see the model card’s error rates.',
  blindSpots: 'A scam under an ordinary name.',
  clears: 'Have the domain listed as a known dapp; the model is not asked about those.',
  references: ['models/'],
};

export const suspiciousHost: Detector = {
  meta,
  applies: (scene) => {
    const host = siteHost(scene);
    return host !== null && !isLoopbackHost(host);
  },
  detect(scene) {
    const host = siteHost(scene);
    if (host === null || scene.hostScore === null) return inconclusive(meta);
    const { band, model } = scene.hostScore;
    if (band === 'low' || scene.registry?.dapp(host) != null) return clear(meta);
    const firing = { sources: [{ name: model }] };
    if (band === 'raised')
      return fired(meta, { site: fact.host(host) }, { ...firing, severity: 'note', variant: 'raised' });
    return fired(meta, { site: fact.host(host) }, firing);
  },
};
