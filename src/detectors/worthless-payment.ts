import type { Asset, OrderAction } from '../decode/Action.ts';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import type { Evidence } from './Evidence.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { chainIdOf, isAcquainted, isOwn, knownContract, lower, same } from './kit/reading.ts';
import { worthOfAll } from './kit/worth.ts';

const meta: DetectorMeta = {
  id: 'worthless-payment',
  title: 'An order paid in what nobody buys',
  family: 'C1',
  severity: 'danger',
  proves:
    'What the maker would get is a coin that no list knows and no exchange asked buys, or an item that nobody has made.',
  falsePositives: 'A sale for points of one’s own club, a coin that is sold on an exchange nobody here asks.',
  blindSpots: 'A pool that its maker fills for an hour; an item that is there and worth nothing.',
  clears: 'Ask for the chain’s coin or for a listed one, or give the coin a market.',
  references: ['https://docs.opensea.io/reference/seaport-overview', 'https://www.ndss-symposium.org/ndss2025/'],
};

/** A pool that holds less can be moved by anybody: what it pays today says little. As the price room has it. */
const LEAST_DEPTH_USD = 50_000;
/** A price below this part of what is given is no bargain but a mistake, or a trick. */
const FAIR_SHARE = 0.5;

export const worthlessPayment: Detector = {
  meta,
  applies: (scene) => orders(scene).length > 0,
  detect(scene) {
    if (scene.registry === null) return inconclusive(meta);
    const found = orders(scene).flatMap((order) => inItems(scene, order) ?? inCoins(scene, order) ?? []);
    return found.find(({ severity }) => severity === 'danger') ?? found[0] ?? clear(meta);
  },
};

function orders({ actions }: Scene): OrderAction[] {
  return actions.filter((action) => action.kind === 'order');
}

/** Money for an item that its own collection says nobody has: whoever makes it gets the money. */
function inItems(scene: Scene, order: OrderAction): Evidence | null {
  const [given] = order.offers;
  const mine = gotBy(scene, order);
  if (given === undefined || mine.length === 0) return null;
  const isUnmade = (asset: Asset) =>
    asset.type === 'erc721' &&
    (scene.chain?.unmade ?? []).some(({ collection, id }) => id === asset.id && same(collection, asset.address));
  if (!mine.every(({ asset }) => isUnmade(asset))) return null;
  const severity = order.protocol === MAKES_ON_SALE ? 'caution' : 'danger';
  return fired(meta, { what: fact.amount(given.asset, given.amount) }, { variant: 'unmade', severity });
}

/** Rarible's exchange makes an item in the moment it is sold, and bids on such items are honest. */
const MAKES_ON_SALE = 'rarible';

function inCoins(scene: Scene, order: OrderAction): Evidence | null {
  const chainId = chainIdOf(scene);
  const { chain, registry } = scene;
  const mine = gotBy(scene, order);
  const [first] = mine;
  if (chainId === null || registry === null || first === undefined || first.asset.type !== 'erc20') return null;
  const isListed = (asset: Asset) => asset.type === 'native' || registry.token(chainId, lower(asset.address)) !== null;
  if (mine.some(({ asset }) => asset.type !== 'erc20' || isListed(asset))) return null;
  const item = order.offers.find(({ asset }) => asset.type === 'erc721' || asset.type === 'erc1155');
  const given = item ?? order.offers.find(({ asset }) => isListed(asset));
  if (given === undefined) return null;
  const facts = { what: fact.amount(given.asset, given.amount), coin: fact.asset(first.asset) };
  if ((registry.marketSource?.(chainId) ?? null) === null) {
    // Where no exchange is known, and least of all on a developer's own chain, nobody can be asked.
    return item === undefined || chain?.local === true ? null : fired(meta, facts, UNTOLD);
  }
  const each = mine.map(({ asset }) => (asset.type === 'native' ? null : chain?.markets?.get(lower(asset.address))));
  if (each.some((market) => market?.paysUsd == null)) return fired(meta, facts, UNTOLD);
  const paysUsd = each.reduce((sum, market) => sum + (market?.paysUsd ?? 0), 0);
  if (paysUsd === 0) {
    // Who buys a coin that is not sold yet knows what for; an item goes for money. A market that nobody knows, nobody
    // has let at their items either.
    const isSale = item !== undefined && isTrusted(scene, order);
    const complete = registry.marketSource?.(chainId)?.complete === true;
    return fired(meta, facts, isSale && complete ? {} : { severity: 'caution' });
  }
  const worth = worthOfAll(scene, order.offers)?.usd ?? null;
  const isThin =
    worth === null
      ? item !== undefined && each.every((market) => (market?.depthUsd ?? 0) < LEAST_DEPTH_USD)
      : paysUsd < worth * FAIR_SHARE;
  return isThin ? fired(meta, facts, { severity: 'caution', variant: 'thin' }) : null;
}

const UNTOLD = { severity: 'caution', variant: 'untold' } as const;

/** What the maker would get, nothing left out but amounts of nothing. */
function gotBy(scene: Scene, { offerer, receives }: OrderAction): OrderAction['receives'] {
  return receives.filter(
    ({ amount, recipient }) => amount !== 0n && (isOwn(scene, recipient) || same(offerer, recipient)),
  );
}

/** The market stands on a list or was continued with before: approvals to it stand. */
function isTrusted(scene: Scene, { domain: { verifyingContract } }: OrderAction): boolean {
  if (verifyingContract === null) return false;
  return knownContract(scene, verifyingContract) !== null || isAcquainted(scene, verifyingContract);
}
