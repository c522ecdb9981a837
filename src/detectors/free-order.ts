import type { OrderAction } from '../decode/Action.ts';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { chainIdOf, isOwn, lower, ratio, userOf } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'free-order',
  title: 'An order that gives things away',
  family: 'C1',
  severity: 'danger',
  proves: 'The signed order pays its maker nothing, dust, or less than half of the price.',
  falsePositives: 'A gift made by order; a sale whose proceeds go to the maker’s other wallet.',
  blindSpots: 'A price that is more than dust and far below the market.',
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
      return fired(meta, { what: fact.amount(given.asset, given.amount) }, variant === 'nothing' ? {} : { variant });
    }
    return clear(meta);
  },
};

function orders(scene: Scene): OrderAction[] {
  return scene.actions.filter((action) => action.kind === 'order').filter((order) => order.offers.length > 0);
}

function whatIsWrong(scene: Scene, order: OrderAction): 'nothing' | 'elsewhere' | 'dust' | null {
  const mine = order.receives.filter(
    ({ recipient }) => isOwn(scene, recipient) || (order.offerer !== null && lower(recipient) === lower(order.offerer)),
  );
  const others = order.receives.filter((item) => !mine.includes(item));
  if (mine.every(({ amount }) => amount === 0n))
    return others.some(({ amount }) => amount !== 0n) ? 'elsewhere' : 'nothing';
  // An item received is a trade whose worth cannot be read here.
  if (mine.some(({ asset }) => asset.type === 'erc721' || asset.type === 'erc1155')) return null;
  if (mine.every((item) => isDust(scene, item))) return 'dust';
  const total = sum(order.receives);
  return total !== null && ratio(sum(mine) ?? total, total) < OWN_SHARE ? 'elsewhere' : null;
}

type Item = OrderAction['receives'][number];

function isDust(scene: Scene, { asset, amount }: Item): boolean {
  if (amount === 'unlimited') return false;
  return amount < 10n ** BigInt(decimalsOf(scene, asset)) / DUST_DIVISOR;
}

function decimalsOf(scene: Scene, asset: Item['asset']): number {
  if (asset.type !== 'erc20') return 18;
  const chainId = chainIdOf(scene);
  const listed = chainId === null ? null : scene.registry?.token(chainId, lower(asset.address));
  return Math.min(listed?.decimals ?? scene.chain?.tokens.get(lower(asset.address))?.decimals ?? 18, 77);
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
