import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { grantFamily } from './kit/grantFamily.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { accountFacts, chainIdOf, grantShare, isAcquainted, knownContract, newGrants } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'spender-unlisted',
  title: 'Wide power for a contract no list knows',
  family: 'A1',
  severity: 'caution',
  proves: 'statistical',
  falsePositives: 'A young honest dapp, or a new version of a known one, before any registry has it.',
  blindSpots: 'Says nothing on a local chain, where nothing is listed; a listed contract with a hole in it.',
  clears: 'Ask for what the step needs instead of everything; have the contract listed with its home domain.',
  references: ['https://www.ndss-symposium.org/ndss2025/'],
};

/** From this share of the holding on, a grant is as good as all of it. */
const NEARLY_ALL = 0.9;

export const spenderUnlisted: Detector = {
  meta,
  applies: (scene) => newGrants(scene).length > 0,
  detect(scene) {
    if (!registryHasSay(scene)) return inconclusive(meta);
    let couldNotTell = false;
    for (const grant of newGrants(scene)) {
      // Power to borrow reaches what is owed, not what is held: credit-delegation speaks of it.
      if (grant.power === 'borrow') continue;
      // An address without code is another detector's proof, and a past counterparty is no stranger.
      if (accountFacts(scene, grant.to)?.code === 'none') continue;
      if (knownContract(scene, grant.to) !== null || isAcquainted(scene, grant.to)) continue;
      const share = grantShare(grant);
      if (share === null) couldNotTell = true;
      else if (share >= NEARLY_ALL)
        return fired(meta, { who: fact.address(grant.to) }, { family: grantFamily(scene, grant) });
    }
    return couldNotTell ? inconclusive(meta) : clear(meta);
  },
};

/** On a local chain, or one the registry has never heard of, "unlisted" means nothing. */
function registryHasSay(scene: Scene): boolean {
  const chainId = chainIdOf(scene);
  if (scene.registry === null || chainId === null || scene.chain?.local === true) return false;
  return scene.registry.chain(chainId) !== null;
}
