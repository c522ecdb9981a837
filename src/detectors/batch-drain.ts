import type { Address } from 'viem';
import type { Leaves } from '../simulate/Consequence.ts';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { arrivals, isAcquainted, knownContract, leavesToOthers, lower } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'batch-drain',
  title: 'Several holdings leave at once and nothing comes back',
  family: 'F3',
  severity: 'danger',
  proves: 'The union of the request takes nearly all of two or more holdings and brings nothing in.',
  falsePositives: 'Moving everything to a new wallet of one’s own that this computer has not seen.',
  blindSpots: 'Holdings whose size could not be read; a drain spread over several requests.',
  clears: 'Ask for one transfer at a time.',
  references: ['https://eips.ethereum.org/EIPS/eip-5792', 'https://www.ndss-symposium.org/ndss2025/'],
};

const NEARLY_ALL = 0.9;
/** This many items to one stranger is a removal van, not a gift. */
const MANY_ITEMS = 3;

export const batchDrain: Detector = {
  meta,
  applies: (scene) => leavesToOthers(scene).length > 1,
  detect(scene) {
    if (arrivals(scene).length > 0) return clear(meta);
    const gone = leavesToOthers(scene).filter(({ to }) => to === null || !isFriend(scene, to));
    const emptied = gone.filter(({ share }) => share !== null && share >= NEARLY_ALL);
    const facts = { count: fact.number(gone.length) };
    if (new Set(emptied.filter(isFungible).map(({ asset }) => keyOf(asset))).size > 1) return fired(meta, facts);
    const items = gone.filter((one) => !isFungible(one));
    // ERC-1155: one row for each id, however many of it; two ids taken to the last are no gift either.
    const editions = emptied.filter(({ asset }) => asset.type === 'erc1155');
    if (items.length >= MANY_ITEMS || editions.length > 1)
      return fired(meta, { count: fact.number(items.length) }, { family: 'C2', severity: 'caution', variant: 'items' });
    return gone.length > 1 && gone.every(({ share }) => share === null) && items.length === 0
      ? inconclusive(meta)
      : clear(meta);
  },
};

function isFriend(scene: Scene, address: Address): boolean {
  return isAcquainted(scene, address) || knownContract(scene, address) !== null;
}

function isFungible({ asset }: Leaves): boolean {
  return asset.type === 'native' || asset.type === 'erc20';
}

function keyOf(asset: Leaves['asset']): string {
  return asset.type === 'native' ? 'native' : lower(asset.address);
}
