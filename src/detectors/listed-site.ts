import { hostOf } from '../text/domains.ts';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { foldListings } from './kit/listings.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { takesValue } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'listed-site',
  title: 'The site stands on a scam list',
  family: 'I2',
  severity: 'danger',
  proves:
    'A loaded list names this exact host or a domain above it; with a request that takes value, that is two witnesses.',
  falsePositives: 'A list’s mistake; a site that was taken over and has been cleaned since.',
  blindSpots: 'A site younger than the newest copy of every list.',
  clears: 'Ask the list named in the warning to remove the entry.',
  references: ['https://github.com/MetaMask/eth-phishing-detect'],
};

export const listedSite: Detector = {
  meta,
  applies: (scene) => hosts(scene).length > 0,
  detect(scene) {
    const { lists } = scene;
    if (lists === null) return inconclusive(meta);
    for (const host of hosts(scene)) {
      const listings = foldListings(lists.matchHost(host), lists.sources.length);
      if (listings === null) continue;
      const { sources } = listings;
      const facts = { ...listings.facts, site: fact.host(host) };
      if (listings.allowed || scene.registry?.dapp(host) != null)
        return fired(meta, facts, { severity: 'caution', variant: 'disputed', sources });
      const variant = listings.kind === 'compromised' ? { variant: 'compromised' } : {};
      // A list's word alone is caution; with a request that takes something it is one witness of two.
      return fired(meta, facts, { severity: takesValue(scene) ? 'danger' : 'caution', sources, ...variant });
    }
    return clear(meta);
  },
};

/** The asking frame's host, and the tab's: a listed page may borrow an innocent frame. */
function hosts({ request }: Scene): string[] {
  const found = [hostOf(request.origin), hostOf(request.topOrigin)].filter((host) => host !== null);
  return [...new Set(found)];
}
