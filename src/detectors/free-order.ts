import type { Address } from 'viem';
import type { OrderAction } from '../decode/Action.ts';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import type { Evidence } from './Evidence.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { chainIdOf, isOwn, knownContract, lower, ratio, userOf } from './kit/reading.ts';
import { roughly, worthOfAll, worthSources } from './kit/worth.ts';

const meta: DetectorMeta = {
  id: 'free-order',
  title: 'An order that gives things away',
  family: 'C1',
  severity: 'danger',
  proves: 'The signed order pays its maker nothing, dust, or less than half of the price.',
  falsePositives: 'A gift made by order; a sale whose proceeds go to the maker’s other wallet.',
  blindSpots: 'A price far below the market where nobody here knows the market: an item’s floor has to be asked for.',
  clears: 'Put the seller into the consideration with the price agreed on.',
  references: ['https://docs.opensea.io/reference/seaport-overview', 'https://www.ndss-symposium.org/ndss2025/'],
};

/** A hundred-thousandth of one whole coin or token is dust on every market. */
const DUST_DIVISOR = 100_000n;
/** Marketplace and creator fees together stay far below this. */
const OWN_SHARE = 0.5;

export const freeOrder: Detector = {
  meta,
  applies: (scene) => orders(scene).length > 0,
  detect(scene) {
    if (userOf(scene) === null && orders(scene).some((order) => order.offerer === null)) return inconclusive(meta);
    for (const order of orders(scene)) {
      const variant = whatIsWrong(scene, order);
      const [given] = order.offers;
      if (variant === null || given === undefined) continue;
      const through = variant === 'elsewhere' ? passedOn(scene, order) : null;
      if (through !== null) {
        const facts = { what: fact.amount(given.asset, given.amount), who: fact.address(through) };
        return fired(meta, facts, { severity: 'caution', variant: 'through' });
      }
      return fired(meta, { what: fact.amount(given.asset, given.amount) }, variant === 'nothing' ? {} : { variant });
    }
    return orders(scene).flatMap((order) => belowMarket(scene, order) ?? [])[0] ?? clear(meta);
  },
};

/** A price below this part of the market is no bargain but a mistake, or a trick. */
const FAIR_SHARE = 0.7;

/** Where both sides have a price. A live price alone colours nothing: it is a remark, unless the market is unknown too. */
function belowMarket(scene: Scene, order: OrderAction): Evidence | null {
  const gives = worthOfAll(scene, order.offers);
  const gets = worthOfAll(scene, mineOf(scene, order));
  const [given] = order.offers;
  if (gives === null || gets === null || given === undefined || gets.usd >= gives.usd * FAIR_SHARE) return null;
  const facts = {
    what: fact.amount(given.asset, given.amount),
    given: fact.number(roughly(gives.usd)),
    got: fact.number(roughly(gets.usd)),
  };
  const sources = worthSources([...gives.by, ...gets.by]);
  return fired(meta, facts, {
    variant: 'below-market',
    sources,
    severity: isStrange(scene, order) ? 'caution' : 'note',
  });
}

function isStrange(scene: Scene, { domain }: OrderAction): boolean {
  const chainId = chainIdOf(scene);
  const hasSay = scene.chain?.local === false && chainId !== null && scene.registry?.chain(chainId) != null;
  return hasSay && domain.verifyingContract !== null && knownContract(scene, domain.verifyingContract) === null;
}

function mineOf(scene: Scene, order: OrderAction): OrderAction['receives'] {
  return order.receives.filter(
    ({ recipient }) => isOwn(scene, recipient) || (order.offerer !== null && lower(recipient) === lower(order.offerer)),
  );
}

function orders(scene: Scene): OrderAction[] {
  return scene.actions.filter((action) => action.kind === 'order').filter((order) => order.offers.length > 0);
}

function whatIsWrong(scene: Scene, order: OrderAction): 'nothing' | 'elsewhere' | 'dust' | null {
  const mine = mineOf(scene, order);
  const own = new Set(mine);
  const others = order.receives.filter((item) => !own.has(item));
  if (mine.every(({ amount }) => amount === 0n))
    return others.some(({ amount }) => amount !== 0n) ? 'elsewhere' : 'nothing';
  // An item received is a trade whose worth cannot be read here.
  if (mine.some(({ asset }) => asset.type === 'erc721' || asset.type === 'erc1155')) return null;
  if (mine.every((item) => isDust(scene, item))) return 'dust';
  const total = sum(order.receives);
  return total !== null && ratio(sum(mine) ?? total, total) < OWN_SHARE ? 'elsewhere' : null;
}

/** A listed contract that takes the whole price to pass it on, as 1inch's settlement does; where it goes then is not written. */
function passedOn(scene: Scene, order: OrderAction): Address | null {
  const strangers = order.receives.filter(({ amount, recipient }) => amount !== 0n && !isOwn(scene, recipient));
  const [first] = strangers;
  const listed = strangers.every(({ recipient }) => knownContract(scene, recipient) !== null);
  return first !== undefined && listed ? first.recipient : null;
}

type Item = OrderAction['receives'][number];

function isDust(scene: Scene, { asset, amount }: Item): boolean {
  if (amount === 'unlimited') return false;
  return amount < 10n ** BigInt(decimalsOf(scene, asset)) / DUST_DIVISOR;
}

/** A token nobody knows may have as few decimals as USDC: what would be money then is not called dust. */
const FEWEST = 6;

function decimalsOf(scene: Scene, asset: Item['asset']): number {
  if (asset.type !== 'erc20') return 18;
  const chainId = chainIdOf(scene);
  const listed = chainId === null ? null : scene.registry?.token(chainId, lower(asset.address));
  return Math.min(listed?.decimals ?? scene.chain?.tokens.get(lower(asset.address))?.decimals ?? FEWEST, 77);
}

/** Total of one asset; `null` when the items are of several assets or without bound. */
function sum(items: readonly Item[]): bigint | null {
  const [first] = items;
  if (first === undefined) return 0n;
  let total = 0n;
  for (const { asset, amount } of items) {
    if (amount === 'unlimited' || keyOf(asset) !== keyOf(first.asset)) return null;
    total += amount;
  }
  return total;
}

function keyOf(asset: Item['asset']): string {
  return asset.type === 'native' ? 'native' : lower(asset.address);
}
