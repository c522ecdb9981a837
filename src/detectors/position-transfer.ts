import type { Address } from 'viem';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { isPositionItem } from './kit/positions.ts';
import { accountFacts, isAcquainted, isOwn, knownContract, same, userOf } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'position-transfer',
  title: 'A whole position goes to somebody else',
  family: 'G3',
  severity: 'danger',
  proves:
    'The call hands over everything behind a position at once: an account’s stakes (GMX), a vault (Maker), or the item that holds a pool’s money.',
  falsePositives: 'Moving a position to one’s own second wallet, or staking its item with a contract no list knows.',
  blindSpots: 'Position contracts that are not listed here.',
  clears: 'Move positions to an address this computer has seen before; stake through a listed contract.',
  references: [
    'https://docs.gmx.io/docs/tokenomics/rewards/#transferring-accounts',
    'https://docs.uniswap.org/contracts/v3/reference/periphery/NonfungiblePositionManager',
  ],
};

export const positionTransfer: Detector = {
  meta,
  applies: (scene) => moves(scene).length > 0,
  detect(scene) {
    if (userOf(scene) === null) return inconclusive(meta);
    for (const { to, item, by } of moves(scene)) {
      if (isOwn(scene, to) || same(to, by) || knownContract(scene, to) !== null) continue;
      const who = { who: fact.address(to) };
      const milder = isAcquainted(scene, to) || (item && accountFacts(scene, to)?.code === 'contract');
      const severity = milder ? ({ severity: 'caution' } as const) : {};
      return fired(meta, who, item ? { ...severity, variant: 'item' } : severity);
    }
    return clear(meta);
  },
};

interface Move {
  readonly to: Address;
  /** An item that stands for the position, rather than an account’s positions as a whole. */
  readonly item: boolean;
  readonly by: Address | null;
}

function moves(scene: Scene): Move[] {
  return scene.actions.flatMap((action): Move[] => {
    if (action.kind === 'call' && action.gist?.does === 'moves-position')
      return [{ to: action.gist.to, item: false, by: action.by ?? null }];
    if (action.kind !== 'transfer' || action.asset.type === 'native' || !isPositionItem(action.asset.address))
      return [];
    return [{ to: action.to, item: true, by: action.by ?? null }];
  });
}
