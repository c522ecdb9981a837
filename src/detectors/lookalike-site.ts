import { isLoopbackHost } from '../text/domains.ts';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { siteHost, takesValue } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'lookalike-site',
  title: 'The site’s name looks like a known dapp’s and is not it',
  family: 'I2',
  severity: 'caution',
  proves: 'statistical',
  falsePositives: 'Honest near-names; fan pages; a project’s own second domain.',
  blindSpots: 'A name that looks like nothing known; brands the registry does not have.',
  clears: 'Have the domain listed as a known dapp.',
  references: ['https://www.unicode.org/reports/tr39/'],
};

export const lookalikeSite: Detector = {
  meta,
  applies: (scene) => siteHost(scene) !== null,
  detect(scene) {
    const host = siteHost(scene);
    if (host === null || scene.registry === null) return inconclusive(meta);
    if (isLoopbackHost(host) || scene.registry.dapp(host) !== null) return clear(meta);
    const twin = scene.registry.lookalike(host);
    if (twin === null) return clear(meta);
    const severity = takesValue(scene) || asksForTrust(scene) ? 'caution' : 'note';
    return fired(
      meta,
      { site: fact.host(host), known: fact.host(twin.domain), name: fact.name(twin.name) },
      { severity, sources: [{ name: twin.name }] },
    );
  },
};

/** The first step of a lookalike: connect, or log in. */
function asksForTrust({ action }: Scene): boolean {
  return action.kind === 'connect' || action.kind === 'login' || action.kind === 'message';
}
