import type { Address } from 'viem';
import type { Resale } from '../simulate/Simulator.ts';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import type { Evidence } from './Evidence.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { leavesToOthers, same } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'trap-token',
  title: 'A token that can be bought and not sold again',
  family: 'I4',
  severity: 'danger',
  proves:
    'The purchase was simulated, then a sale over the same pools: it failed, or brought back less than half. Bought from its maker for coins: the user could not pass it on, even ten years later and with each word of its storage set to nothing, one or everything, while somebody else could.',
  falsePositives:
    'A token whose trade is closed to everybody for more than half an hour after a purchase. From a maker: one whose trade is opened by other code, or by two switches at once.',
  blindSpots: 'Owners who bar sellers by hand after the purchase; trades over pools that cannot be turned round.',
  clears: 'Let buyers sell, and have the token listed.',
  references: ['https://arxiv.org/abs/2304.13478'],
};

export const trapToken: Detector = {
  meta,
  applies: (scene) => scene.chain?.resale !== undefined,
  detect(scene) {
    const tried = [...(scene.chain?.resale ?? [])];
    for (const [token, resale] of tried) {
      const found = trap(scene, token, resale);
      if (found !== null) return found;
    }
    return tried.some(([, { outcome }]) => outcome === 'not-tried') ? inconclusive(meta) : clear(meta);
  },
};

function trap(scene: Scene, token: Address, { bound, outcome, returned, variant }: Resale): Evidence | null {
  const facts = { what: fact.asset({ type: 'erc20', address: token }) };
  if (outcome === 'sold' || outcome === 'not-tried') return null;
  if (variant === 'transfer') {
    if (bound === true && isPaidInCoin(scene)) return fired(meta, facts, { variant: 'bound' });
    // Receipts of a deposit often stay with their owner; what a trade sells has to move.
    const severity = isTraded(scene, token) ? 'danger' : isPaidInCoin(scene) ? 'caution' : 'note';
    return fired(meta, facts, { variant: 'stuck', severity });
  }
  if (outcome === 'sells-at-loss') {
    return fired(meta, { ...facts, percent: fact.number(Math.floor((returned ?? 0) * 100)) }, { variant: 'loss' });
  }
  return variant === null ? fired(meta, facts) : fired(meta, facts, { variant: 'later' });
}

/** A sale by the token's own maker: coin goes in, and what comes out stays where it is. */
function isPaidInCoin(scene: Scene): boolean {
  return leavesToOthers(scene).some(({ asset }) => asset.type === 'native');
}

function isTraded(scene: Scene, token: Address): boolean {
  return scene.actions.some(
    (action) => action.kind === 'swap' && action.buy.asset.type === 'erc20' && same(action.buy.asset.address, token),
  );
}
