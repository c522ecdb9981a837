import type { Address } from 'viem';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { arrivals, isOwn, knownContract, same, userOf } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'swap-recipient',
  title: 'A swap that pays somebody else, or has no floor',
  family: 'G4',
  severity: 'danger',
  proves: 'The router call names a recipient that is not the user, or accepts any amount in return.',
  falsePositives: 'Swapping as a payment to a friend; routes that pass through a helper contract.',
  blindSpots: 'Routers whose calls cannot be read.',
  clears: 'Name the user as recipient and set a minimum.',
  references: ['https://docs.uniswap.org/contracts/v2/reference/smart-contracts/router-02'],
};

export const swapRecipient: Detector = {
  meta,
  applies: (scene) => swaps(scene).length > 0,
  detect(scene) {
    if (userOf(scene) === null) return inconclusive(meta);
    for (const swap of swaps(scene)) {
      if (isOwn(scene, swap.recipient) || same(swap.recipient, swap.by)) continue;
      // A router that keeps the output for a later step of the same call is settled by what really arrives.
      const passesThrough = same(swap.recipient, swap.router) || knownContract(scene, swap.recipient) !== null;
      if (passesThrough && arrivals(scene).length > 0) continue;
      return fired(meta, { who: fact.address(swap.recipient) }, passesThrough ? { severity: 'caution' } : {});
    }
    return swaps(scene).some((swap) => swap.minimum === 0n)
      ? fired(meta, {}, { severity: 'caution', variant: 'no-floor' })
      : clear(meta);
  },
};

interface Swap {
  readonly recipient: Address;
  readonly router: Address;
  /** Base units; `null` where the function has no such bound. */
  readonly minimum: bigint | null;
  readonly by: Address | null;
}

/** Router calls read in full, and calls of well-known functions that name a recipient and a floor but no tokens. */
function swaps(scene: Scene): Swap[] {
  return scene.actions.flatMap((action): Swap[] => {
    const by = 'by' in action ? (action.by ?? null) : null;
    if (action.kind === 'swap') {
      const { recipient, router, buy } = action;
      return [{ recipient, router, minimum: buy.minimum, by }];
    }
    if (action.kind !== 'call' || action.gist?.does !== 'swaps') return [];
    return [{ recipient: action.gist.to, router: action.to, minimum: action.gist.minimum, by }];
  });
}
