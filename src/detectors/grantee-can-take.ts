import type { Asset } from '../decode/Action.ts';
import type { Grants } from '../simulate/Consequence.ts';
import type { Taker } from '../simulate/Simulator.ts';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import type { Evidence } from './Evidence.ts';
import { fact } from './kit/facts.ts';
import { grantFamily } from './kit/grantFamily.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { isAcquainted, leavesToOthers, newGrants, ratio, same } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'grantee-can-take',
  title: 'Somebody else can use the power this request gives',
  family: 'A1',
  severity: 'danger',
  proves:
    'In a simulation with the power given, one call by somebody other than the user made the contract take the user’s assets; or the contract that a signature pays nearly everything to did whatever one account told it.',
  falsePositives:
    'Services that collect on their own schedule, such as subscriptions: their owner really can take it. Paying nearly all of a coin to somebody’s contract wallet.',
  blindSpots:
    'Owners behind another contract or in a table of an unknown shape; functions that need a signature or arguments nobody would guess; a contract that refuses callers with code. No take proves nothing.',
  clears: 'Take only from the account that calls, or what a signature of the user’s names.',
  references: ['https://www.ndss-symposium.org/ndss2025/', 'https://swcregistry.io/docs/SWC-105/'],
};

/** From this share of the holding on, a payment by signature is a drain, as it is to a plain account. */
const NEARLY_ALL = 0.9;

/** Up to this share of the holding a collector’s power is a bill, not a robbery. */
const SMALL_SHARE = 0.1;

export const granteeCanTake: Detector = {
  meta,
  applies: (scene) => isTried(scene) && (newGrants(scene).some((grant) => grant.power !== 'borrow') || pays(scene)),
  detect(scene) {
    const takers = scene.chain?.takers?.filter(({ power }) => power !== 'borrow');
    if (takers === undefined) return inconclusive(meta);
    const hand = takers.find(({ power }) => power === 'command');
    if (hand !== undefined) return paidToHand(scene, hand);
    const worst = worstOf(scene, takers);
    if (worst === null) return clear(meta);
    const { taker, grant, share } = worst;
    const facts = {
      who: fact.address(taker.through),
      amount: fact.amount(taker.asset, amountOf(taker.asset, taker.amount)),
      ...(taker.by === 'anyone' || taker.by === 'listed' ? {} : { by: fact.address(taker.by) }),
    };
    const severity = share !== null && share < SMALL_SHARE ? 'caution' : 'danger';
    const family = grant === null ? meta.family : grantFamily(scene, grant);
    return fired(meta, facts, {
      family,
      severity,
      ...variantOf(taker),
    });
  },
};

/** Money that a signature pays (ERC-3009): no power lasts, but whoever commands the contract has it. */
function pays(scene: Scene): boolean {
  return scene.actions.some((action) => action.kind === 'permit' && action.standard === 'erc3009');
}

/** A contract that does whatever one account says is that account: nearly everything paid to it is a drain. */
function paidToHand(scene: Scene, { through, by, asset }: Taker): Evidence {
  const paid = leavesToOthers(scene).find(({ to }) => same(to, through));
  if (paid === undefined || isAcquainted(scene, through)) return clear(meta);
  if (paid.share === null) return inconclusive(meta);
  if (paid.share < NEARLY_ALL) return clear(meta);
  const facts = { who: fact.address(through), amount: fact.amount(asset, paid.amount) };
  if (by === 'anyone' || by === 'listed') return fired(meta, facts, { family: 'B5', variant: 'paid-anyone' });
  return fired(meta, { ...facts, by: fact.address(by) }, { family: 'B5', variant: 'paid' });
}

/** A trial is made of contracts that no registry knows, where the endpoint can simulate. */
function isTried({ chain }: Scene): boolean {
  return chain?.takers !== undefined || chain?.notes.includes('power-failed') === true;
}

function variantOf({ by }: Taker): { readonly variant?: string } {
  if (by === 'anyone') return { variant: 'anyone' };
  return by === 'listed' ? { variant: 'listed' } : {};
}

interface Worst {
  readonly taker: Taker;
  readonly grant: Grants | null;
  readonly share: number | null;
}

function worstOf(scene: Scene, takers: readonly Taker[]): Worst | null {
  let worst: Worst | null = null;
  for (const taker of takers) {
    const grant = newGrants(scene).find(({ to }) => same(to, taker.through)) ?? null;
    const one = { taker, grant, share: shareOf(scene, taker) };
    if (worst === null || (one.share ?? 1) > (worst.share ?? 1)) worst = one;
  }
  return worst;
}

/** An item of a collection is always all of that item. */
function shareOf(scene: Scene, { asset, amount }: Taker): number | null {
  if (asset.type !== 'erc20') return null;
  const holding = scene.chain?.tokens.get(asset.address)?.holding ?? null;
  return holding === null ? null : ratio(amount, holding);
}

function amountOf(asset: Asset, taken: bigint): bigint {
  return asset.type === 'erc721' ? 1n : taken;
}
