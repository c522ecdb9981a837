import type { Address } from 'viem';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { foldListings } from './kit/listings.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { dealtWith } from './kit/parties.ts';
import { chainIdOf, knownContract, lower, takesValue } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'listed-address',
  title: 'A listed address would receive or command something',
  family: 'A1',
  severity: 'danger',
  proves: 'A loaded list names this exact address; with a request that takes value, that is two witnesses.',
  falsePositives: 'A list’s mistake; blue-chip tokens that raw drain lists carry by accident.',
  blindSpots: 'A fresh address: drainers change them daily.',
  clears: 'Ask the list named in the warning to remove the entry.',
  references: ['https://github.com/MetaMask/eth-phishing-detect'],
};

export const listedAddress: Detector = {
  meta,
  applies: (scene) => dealtWith(scene).length > 0,
  detect(scene) {
    const { lists } = scene;
    if (lists === null) return inconclusive(meta);
    const chainId = chainIdOf(scene);
    for (const address of dealtWith(scene)) {
      // Sanctions are no sign of fraud: another detector has words for them.
      const matches = lists.matchAddress(chainId, lower(address)).filter(({ kind }) => kind !== 'sanctioned');
      const listings = foldListings(matches, lists.sources.length);
      if (listings === null) continue;
      const { sources } = listings;
      const facts = { ...listings.facts, who: fact.address(address) };
      if (listings.allowed || isRegistered(scene, address))
        return fired(meta, facts, { severity: 'caution', variant: 'disputed', sources });
      return fired(meta, facts, { severity: takesValue(scene) ? 'danger' : 'caution', sources });
    }
    return clear(meta);
  },
};

function isRegistered(scene: Scene, address: Address): boolean {
  const chainId = chainIdOf(scene);
  if (knownContract(scene, address) !== null) return true;
  return chainId !== null && scene.registry?.token(chainId, lower(address)) != null;
}
