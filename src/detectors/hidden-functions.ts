import type { Detector, DetectorMeta } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { grantFamily } from './kit/grantFamily.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { grantShare, newGrants, same } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'hidden-functions',
  title: 'Power for a contract whose functions nobody can read',
  family: 'A1',
  severity: 'caution',
  proves: 'The grantee’s code holds a call that pulls tokens and no table of functions that callers could name.',
  falsePositives:
    'Routers written by hand for cheap calls, that are allowed more than one trade needs. Up to nine tenths of a holding is a note.',
  blindSpots: 'A table of functions that is there for show; a proxy of a kind we do not know.',
  clears: 'Publish a contract with named functions, and ask for power for that.',
  references: ['https://docs.soliditylang.org/en/latest/abi-spec.html#function-selector'],
};

/** From this share of the holding on, a grant is as good as all of it. */
const NEARLY_ALL = 0.9;

export const hiddenFunctions: Detector = {
  meta,
  applies: (scene) => newGrants(scene).length > 0 && scene.chain !== null,
  detect(scene) {
    const unbound = scene.chain?.unbound;
    if (unbound === undefined) return inconclusive(meta);
    const found = unbound.find(({ why }) => why === 'hidden');
    if (found === undefined) return clear(meta);
    const grant = newGrants(scene).find(({ to }) => same(to, found.through)) ?? null;
    const family = grant === null ? meta.family : grantFamily(scene, grant);
    const wide = grant === null || (grantShare(grant) ?? 1) >= NEARLY_ALL;
    return fired(meta, { who: fact.address(found.through) }, { family, severity: wide ? 'caution' : 'note' });
  },
};
