import type { Detector, DetectorMeta } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { grantFamily } from './kit/grantFamily.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { grantShare, newGrants, same } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'replaceable-spender',
  title: 'One person can replace the program that gets the power',
  family: 'A1',
  severity: 'caution',
  proves:
    'The grantee is a proxy whose storage names a person’s account as its keeper: no contract or delay stands between. Danger where its program of today can call nobody, so has no use for the power, and the keeper changed it in a simulation for one that took.',
  falsePositives: 'Young honest dapps that have not handed their proxy to a multi-signature wallet or a timelock yet.',
  blindSpots:
    'A keeper behind another contract than a ProxyAdmin; keepers in tables; diamonds. A program with some honest use for the power looks like a young dapp’s: that stays caution.',
  clears: 'Hand the proxy to a timelock or a multi-signature wallet, or ask for what the step needs only.',
  references: ['https://eips.ethereum.org/EIPS/eip-1967'],
};

/** From this share of the holding on, a grant is as good as all of it. */
const NEARLY_ALL = 0.9;

export const replaceableSpender: Detector = {
  meta,
  applies: (scene) => newGrants(scene).length > 0 && scene.chain !== null,
  detect(scene) {
    const unbound = scene.chain?.unbound;
    if (unbound === undefined) return inconclusive(meta);
    for (const { why, through, by, idle = false } of unbound) {
      const grant = newGrants(scene).find(({ to }) => same(to, through));
      if (why !== 'replaceable' || by === null || grant === undefined) continue;
      const wide = (grantShare(grant) ?? 1) >= NEARLY_ALL;
      const facts = { who: fact.address(through), by: fact.address(by) };
      const family = grantFamily(scene, grant);
      // A program that can do nothing with the power today gets it for the one that comes after it.
      if (idle) return fired(meta, facts, { family, severity: wide ? 'danger' : 'caution', variant: 'idle' });
      return fired(meta, facts, { family, severity: wide ? 'caution' : 'note' });
    }
    return clear(meta);
  },
};
