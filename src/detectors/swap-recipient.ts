import type { Address } from 'viem';
import type { Leaves } from '../simulate/Consequence.ts';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import {
  accountFacts,
  arrivals,
  isAcquainted,
  isOwn,
  knownContract,
  leavesToOthers,
  same,
  userOf,
} from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'swap-recipient',
  title: 'A swap that pays somebody else, or has no floor',
  family: 'G4',
  severity: 'danger',
  proves:
    'The router call names a recipient that is not the user, accepts any amount in return, or trades nothing and only hands the user’s assets to a plain account.',
  falsePositives: 'Swapping as a payment to a friend; routes that pass through a helper contract.',
  blindSpots: 'Routers whose calls cannot be read.',
  clears: 'Name the user as recipient and set a minimum.',
  references: ['https://docs.uniswap.org/contracts/v2/reference/smart-contracts/router-02'],
};

export const swapRecipient: Detector = {
  meta,
  applies: (scene) => swaps(scene).length > 0 || handedOn(scene) !== null,
  detect(scene) {
    if (userOf(scene) === null) return inconclusive(meta);
    const handed = handedOn(scene);
    if (handed !== null) {
      const facts = { amount: fact.amount(handed.asset, handed.amount), who: fact.address(handed.to) };
      return fired(meta, facts, { variant: 'handed', severity: (handed.share ?? 1) < SMALL ? 'caution' : 'danger' });
    }
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

/** Up to this share of the holding it may be a fee or a tip. */
const SMALL = 0.1;

/** What a contract's batch of steps hands to a plain account nobody here knows, where nothing is traded and nothing comes. */
function handedOn(scene: Scene): (Leaves & { readonly to: Address }) | null {
  const { action, actions, request } = scene;
  if (request.ask.kind !== 'transaction' || action.kind !== 'batch' || action.to === null || isOwn(scene, action.to))
    return null;
  if (swaps(scene).length > 0 || arrivals(scene).length > 0) return null;
  if (!actions.some(({ kind }) => kind === 'transfer')) return null;
  for (const loss of leavesToOthers(scene)) {
    const { asset, of, to } = loss;
    // A token that moves its own is no exchange: several items sent in one call.
    if (asset.type !== 'native' && same(asset.address, action.to)) continue;
    if (of !== undefined || to === null || isAcquainted(scene, to) || knownContract(scene, to) !== null) continue;
    if (accountFacts(scene, to)?.code === 'none') return { ...loss, to };
  }
  return null;
}

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
