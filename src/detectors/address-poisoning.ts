import type { Address } from 'viem';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { isOwn, leavesToOthers, lower, newGrants, same } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'address-poisoning',
  title: 'The recipient looks like somebody the person dealt with, and is not',
  family: 'E4',
  severity: 'danger',
  proves: 'First and last hex digits equal those of a past counterparty, which chance does about once in 4 billion.',
  falsePositives: 'Vanity addresses of one owner made to share both ends.',
  blindSpots: 'A lookalike of somebody this computer has never seen; ends shorter than three digits.',
  clears: 'Nothing to clear: compare the whole address.',
  references: ['https://arxiv.org/abs/2501.16681'],
};

/** Wallets show about this many digits at each end; poisoners match at least these. */
const STRONG_ENDS = 4;
const WEAK_ENDS = 3;

export const addressPoisoning: Detector = {
  meta,
  applies: (scene) => recipients(scene).length > 0,
  detect(scene) {
    const { history } = scene;
    if (history === null) return inconclusive(meta);
    const known = [...history.counterparties, ...history.ownAccounts];
    for (const recipient of recipients(scene)) {
      if (known.some((one) => same(one, recipient))) continue;
      const twin = known.find((one) => endsEqual(one, recipient, WEAK_ENDS));
      if (twin === undefined) continue;
      const strong = endsEqual(twin, recipient, STRONG_ENDS);
      const facts = { who: fact.address(recipient), known: { type: 'address', value: twin } as const };
      return fired(meta, facts, { severity: strong ? 'danger' : 'caution' });
    }
    return clear(meta);
  },
};

function recipients(scene: Scene): Address[] {
  const paid = leavesToOthers(scene).flatMap(({ to }) => (to === null ? [] : [to]));
  const stated = scene.actions.flatMap((action) => (action.kind === 'transfer' ? [action.to] : []));
  const empowered = newGrants(scene).map(({ to }) => to);
  return [...new Set([...paid, ...stated, ...empowered].map(lower))].filter((address) => !isOwn(scene, address));
}

function endsEqual(a: string, b: string, digits: number): boolean {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  return x.slice(2, 2 + digits) === y.slice(2, 2 + digits) && x.slice(-digits) === y.slice(-digits);
}
