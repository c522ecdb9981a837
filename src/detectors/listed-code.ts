import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { foldListings } from './kit/listings.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { dealtWith } from './kit/parties.ts';
import { accountFacts, knownContract, takesValue } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'listed-code',
  title: 'A contract whose code stands on a list',
  family: 'A1',
  severity: 'danger',
  proves: 'A loaded list names this exact code; with a request that takes value, that is two witnesses.',
  falsePositives:
    'A list that names code which honest contracts share: published code and proxies are left out for that.',
  blindSpots: 'Code changed by a byte; drainers behind a proxy.',
  clears: 'Ask the list named in the warning to remove the entry.',
  references: ['https://eips.ethereum.org/EIPS/eip-1052'],
};

export const listedCode: Detector = {
  meta,
  applies: (scene) => dealtWith(scene).length > 0,
  detect(scene) {
    const { chain, lists, registry } = scene;
    if (lists === null || chain === null) return inconclusive(meta);
    let couldNotTell = false;
    for (const address of dealtWith(scene)) {
      const account = accountFacts(scene, address);
      if (account === null) couldNotTell = true;
      const codeHash = account?.code === 'contract' ? account.codeHash : null;
      if (codeHash === null || isShared(scene, address)) continue;
      const listings = foldListings(lists.matchCode?.(codeHash) ?? [], lists.sources.length);
      if (listings === null || listings.allowed) continue;
      // Published code is everybody's: to list it is a mistake.
      if (registry?.codeTwin?.(codeHash, null) != null || knownContract(scene, address) !== null) continue;
      const facts = { ...listings.facts, who: fact.address(address) };
      return fired(meta, facts, { severity: takesValue(scene) ? 'danger' : 'caution', sources: listings.sources });
    }
    return couldNotTell ? inconclusive(meta) : clear(meta);
  },
};

/** A proxy's own code says nothing of what it does. */
function isShared(scene: Scene, address: `0x${string}`): boolean {
  return scene.chain?.contracts?.get(`0x${address.slice(2).toLowerCase()}`)?.proxy != null;
}
