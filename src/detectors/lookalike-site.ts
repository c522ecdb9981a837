import { isLoopbackHost } from '../text/domains.ts';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { siteHost, takesValue } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'lookalike-site',
  title: 'The site’s name looks like a known dapp’s and is not it',
  family: 'I2',
  severity: 'danger',
  proves:
    'The host imitates a known one: its name in look-alike letters, its domain written out before the real one, or its coined name beside a bait. None of 107,000 honest hosts has such a name; any other likeness is only caution.',
  falsePositives: 'Honest near-names; fan pages; a project’s own second domain; a gateway that rewrites host names.',
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
    const facts = { site: fact.host(host), known: fact.host(twin.domain), name: fact.name(twin.name) };
    const sources = [{ name: twin.name }];
    const asksMuch = takesValue(scene) || asksForTrust(scene);
    if (twin.imitates === true)
      return fired(meta, facts, { severity: asksMuch ? 'danger' : 'caution', variant: 'imitates', sources });
    return fired(meta, facts, { severity: asksMuch ? 'caution' : 'note', sources });
  },
};

/** The first step of a lookalike: connect, or log in. */
function asksForTrust({ action }: Scene): boolean {
  return ['connect', 'login', 'message', 'statement'].includes(action.kind);
}
