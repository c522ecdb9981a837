import type { Address } from 'viem';
import type { Leaves } from '../simulate/Consequence.ts';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { accountFacts, arrivals, isAcquainted, knownContract, leavesToOthers, lower } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'batch-drain',
  title: 'Several holdings leave at once and nothing comes back',
  family: 'F3',
  severity: 'danger',
  proves: 'The union of the request takes nearly all of two or more holdings and brings nothing in.',
  falsePositives: 'Moving everything to a new wallet of one’s own that this computer has not seen.',
  blindSpots:
    'Holdings whose size could not be read; a drain spread over several requests; items that a contract of the thief’s receives are caution.',
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
    const cleared = clearedOut(scene, gone);
    const strangers = new Set(
      [...emptied.filter(isFungible), ...cleared.flatMap(({ rows }) => rows)].map(({ to }) => to),
    );
    const [stranger] = strangers;
    // Who keeps items in a contract may have it give them back; a plain account gives nothing back by itself.
    if (strangers.size === 1 && stranger != null && stranger !== ZERO && isPlain(scene, stranger)) {
      const coins = new Set(emptied.filter(isFungible).map(({ asset }) => keyOf(asset)));
      if (coins.size + cleared.length > 1) return fired(meta, facts);
      if (cleared.some(({ pieces, whole }) => whole && pieces >= MANY_ITEMS))
        return fired(meta, { count: fact.number(items.length) }, { family: 'C2', variant: 'items' });
    }
    // ERC-1155: one row for each id, however many of it; two ids taken to the last are no gift either.
    const editions = emptied.filter(({ asset }) => asset.type === 'erc1155');
    if (items.length >= MANY_ITEMS || editions.length > 1)
      return fired(meta, { count: fact.number(items.length) }, { family: 'C2', severity: 'caution', variant: 'items' });
    return gone.length > 1 && gone.every(({ share }) => share === null) && items.length === 0
      ? inconclusive(meta)
      : clear(meta);
  },
};

interface Cleared {
  readonly rows: readonly Leaves[];
  readonly pieces: number;
  /** Everything of the collection as far as anybody can tell, not of one id alone. */
  readonly whole: boolean;
}

/**
 * Collections of which all goes that the account has: as many ERC-721 items as it holds, or ERC-1155 ids to the last
 * piece, two of them at least to be whole, for such a contract does not say which ids somebody holds. One piece alone
 * is a gift.
 */
function clearedOut(scene: Scene, gone: readonly Leaves[]): Cleared[] {
  const items = gone.filter((one) => !isFungible(one) && one.of === undefined);
  return [...new Set(items.map(({ asset }) => keyOf(asset)))].flatMap((key): Cleared[] => {
    const rows = items.filter(({ asset }) => keyOf(asset) === key);
    if (key !== 'native' && rows.every(({ asset }) => asset.type === 'erc721')) {
      const holding = scene.chain?.tokens.get(key)?.holding ?? null;
      const all = rows.length > 1 && holding !== null && BigInt(rows.length) >= holding;
      return all ? [{ rows, pieces: rows.length, whole: true }] : [];
    }
    const editions = rows.filter(({ asset, share }) => asset.type === 'erc1155' && share === 1);
    const pieces = editions.reduce(
      (sum, { amount }) => sum + (amount === 'unlimited' ? MANY_ITEMS : Number(amount)),
      0,
    );
    return pieces > 1 ? [{ rows: editions, pieces, whole: editions.length > 1 }] : [];
  });
}

function isPlain(scene: Scene, address: Address): boolean {
  const code = accountFacts(scene, address)?.code;
  return code === 'none' || code === 'delegated';
}

const ZERO: Address = '0x0000000000000000000000000000000000000000';

function isFriend(scene: Scene, address: Address): boolean {
  return isAcquainted(scene, address) || knownContract(scene, address) !== null;
}

function isFungible({ asset }: Leaves): boolean {
  return asset.type === 'native' || asset.type === 'erc20';
}

function keyOf(asset: Leaves['asset']): Address | 'native' {
  return asset.type === 'native' ? 'native' : lower(asset.address);
}
