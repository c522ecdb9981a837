import type { SwapAction } from '../decode/Action.ts';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { arrivals, chainIdOf, isAcquainted, knownContract, leavesToOthers } from './kit/reading.ts';
import { roughly, worthOfAll, worthSources } from './kit/worth.ts';

const meta: DetectorMeta = {
  id: 'swap-off-market',
  title: 'A trade far off the market',
  family: 'G4',
  severity: 'note',
  proves: 'statistical',
  falsePositives: 'Thin markets, large trades, tokens that take a fee, a price feed behind a fast market.',
  blindSpots: 'Anything without a price: items, receipts, unlisted tokens; a pool somebody moves at this very moment.',
  clears: 'Offer a route whose price is near the market.',
  references: ['https://docs.chain.link/data-feeds'],
};

/** Fees, spread and a feed's own tolerance together stay below a tenth. */
const MOST_LOST = 0.1;
/** Below a dollar the network fee is the larger loss. */
const LEAST_LOSS_USD = 1;

export const swapOffMarket: Detector = {
  meta,
  applies: (scene) =>
    scene.actions.some(({ kind }) => kind === 'swap' || kind === 'call') &&
    leavesToOthers(scene).length > 0 &&
    arrivals(scene).length > 0,
  detect(scene) {
    const run = scene.chain?.run ?? null;
    if (run === null) return inconclusive(meta);
    if (run.status === 'reverted') return clear(meta);
    const [gives, gets] = [worthOfAll(scene, leavesToOthers(scene)), worthOfAll(scene, arrivals(scene))];
    if (gives === null || gets === null) return inconclusive(meta);
    if (gets.usd >= gives.usd * (1 - MOST_LOST) || gives.usd - gets.usd < LEAST_LOSS_USD) return clear(meta);
    const facts = { given: fact.number(roughly(gives.usd)), got: fact.number(roughly(gets.usd)) };
    const sources = worthSources([...gives.by, ...gets.by]);
    // A live price alone colours nothing: a second, independent ground is a router that no list knows.
    return fired(meta, facts, { sources, severity: swaps(scene).some(isStrange(scene)) ? 'caution' : 'note' });
  },
};

function swaps(scene: Scene): SwapAction[] {
  return scene.actions.filter((action) => action.kind === 'swap');
}

function isStrange(scene: Scene): (swap: SwapAction) => boolean {
  const chainId = chainIdOf(scene);
  const hasSay = scene.chain?.local === false && chainId !== null && scene.registry?.chain(chainId) != null;
  return ({ router }) => hasSay && knownContract(scene, router) === null && !isAcquainted(scene, router);
}
