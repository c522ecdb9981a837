import type { Address } from 'viem';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import {
  accountFacts,
  grantShare,
  isAcquainted,
  knownContract,
  leavesToOthers,
  lower,
  newGrants,
} from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'young-contract',
  title: 'Power or value for a contract that is days old',
  family: 'A1',
  severity: 'caution',
  proves: 'statistical',
  falsePositives: 'Launch days, fresh pools, the first use of a smart account.',
  blindSpots: 'Endpoints without history; an old contract bought or upgraded; says nothing on a local chain.',
  clears: 'Have the contract listed with its home domain before the launch.',
  references: ['https://www.ndss-symposium.org/ndss2025/'],
};

/** Three days, and what the nearest past block may lie beyond them. */
const YOUNG_SECONDS = 3.5 * 86_400;
const DAY_SECONDS = 86_400;
/** From this share of the holding on, a grant is as good as all of it. */
const NEARLY_ALL = 0.9;

export const youngContract: Detector = {
  meta,
  applies: (scene) => partiesOf(scene).length > 0,
  detect(scene) {
    // Everything is young on a local chain.
    if (scene.chain === null || scene.chain.local) return inconclusive(meta);
    let couldNotTell = false;
    for (const party of partiesOf(scene)) {
      if (accountFacts(scene, party)?.code !== 'contract') continue;
      if (knownContract(scene, party) !== null || isAcquainted(scene, party)) continue;
      const facts = scene.chain.contracts?.get(lower(party));
      const atMost = facts?.ageAtMostSeconds ?? null;
      if (atMost === null) couldNotTell ||= facts?.ageAtLeastSeconds == null;
      else if (atMost <= YOUNG_SECONDS) {
        const said = { who: fact.address(party), days: fact.number(Math.max(1, Math.round(atMost / DAY_SECONDS))) };
        // Age alone is a remark; together with power over nearly everything it is a reason to stop.
        return fired(meta, said, { severity: hasWidePower(scene, party) ? 'caution' : 'note' });
      }
    }
    return couldNotTell ? inconclusive(meta) : clear(meta);
  },
};

/** Whoever would get power or value. */
function partiesOf(scene: Scene): Address[] {
  const paid = leavesToOthers(scene).flatMap(({ to }) => (to === null ? [] : [to]));
  const called = paid.length > 0 || leavesToOthers(scene).length === 0 ? [] : targets(scene);
  return [...newGrants(scene).map(({ to }) => to), ...paid, ...called];
}

/** Where what leaves goes to several, the contract that is called takes it. */
function targets(scene: Scene): Address[] {
  return scene.actions.flatMap((action) => (action.kind === 'call' ? [action.to] : []));
}

function hasWidePower(scene: Scene, party: Address): boolean {
  return newGrants(scene).some((grant) => {
    if (lower(grant.to) !== lower(party) || grant.power === 'borrow') return false;
    return (grantShare(grant) ?? 0) >= NEARLY_ALL;
  });
}
