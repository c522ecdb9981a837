import type { Leaves } from '../simulate/Consequence.ts';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import { isBaitName } from './kit/baitNames.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import {
  accountFacts,
  arrivals,
  chainIdOf,
  isAcquainted,
  knownContract,
  leavesToOthers,
  lower,
  newGrants,
  ratio,
} from './kit/reading.ts';
import { isTakenByStandingPower } from './kit/standingPower.ts';

const meta: DetectorMeta = {
  id: 'value-for-nothing',
  title: 'A payment to a contract that gives nothing back',
  family: 'D1',
  severity: 'danger',
  proves: 'A faithful run takes coins or tokens from the account and brings nothing in.',
  falsePositives:
    'Donations, bridges and deposits in coin, and payments for somebody else, that an unlisted contract keeps in its books.',
  blindSpots:
    'A contract that hands out a worthless token so that something seems to arrive. A deposit from an allowance that stood before, credited to a stranger by a number instead of an address.',
  clears: 'Give a receipt the person can see: a share token, an item, the bought asset.',
  references: ['https://www.ndss-symposium.org/ndss2025/'],
};

/** From this share of the holding on, a payment for nothing is no fee. */
const NEARLY_ALL = 0.9;

/** Up to this share of the holding it is told, not warned of (warnings.md, rule 1): it looks like any deposit. */
const SMALL = 0.1;

export const valueForNothing: Detector = {
  meta,
  applies: (scene) => calls(scene).length > 0 && losses(scene).length > 0,
  detect(scene) {
    if (scene.chain === null || scene.chain.run === null) return inconclusive(meta);
    if (scene.chain.run.status === 'reverted') return clear(meta);
    if (calls(scene).every((call) => knownContract(scene, call.to) !== null)) return clear(meta);

    const worst = worstLoss(scene);
    if (worst === null) return clear(meta);
    const facts = { amount: fact.amount(worst.loss.asset, worst.loss.amount), share: fact.share(worst.share) };
    const arrived = arrivals(scene);
    if (arrived.some((one) => isGenuine(scene, one.asset))) return clear(meta);
    if (arrived.length > 0 || newGrants(scene).some(({ of }) => of === undefined)) {
      // Anybody can mint a token: against nearly everything, one that no list knows is no price.
      return worst.share >= NEARLY_ALL && worst.loss.asset.type === 'native'
        ? fired(meta, facts, { severity: 'caution', variant: 'unlisted-return' })
        : clear(meta);
    }
    const bait = calls(scene).some((call) => isBaitName(call.signature, call.selector));
    const everything = worst.share >= NEARLY_ALL && worst.loss.asset.type === 'native';
    const family = everything && !bait ? 'D2' : 'D1';
    if (bait) return fired(meta, facts, { family, variant: 'bait' });
    if (isTakenByStandingPower(scene, losses(scene), calls(scene)) && !isHandedOn(scene, worst)) return clear(meta);
    const severity = everything ? 'danger' : worst.share < SMALL ? 'note' : 'caution';
    return fired(meta, facts, { family, severity });
  },
};

/**
 * A deposit stays with a contract; nearly all of a holding that a contract hands on to a plain account nobody here knows
 * is no deposit, whatever it was allowed before.
 */
function isHandedOn(scene: Scene, { loss, share }: { readonly loss: Leaves; readonly share: number }): boolean {
  if (share < NEARLY_ALL || loss.to === null || isAcquainted(scene, loss.to)) return false;
  return accountFacts(scene, loss.to)?.code === 'none' && BigInt(loss.to) !== 0n;
}

/** The user's own calls; where there are none, those of the Safe the user speaks for. */
function calls(scene: Scene) {
  const all = scene.actions.filter((action) => action.kind === 'call');
  const own = all.filter(({ by }) => by === undefined);
  return own.length > 0 ? own : all;
}

/** What leaves the user's own account: of a Safe or another account of the user's no run shows anything. */
function losses(scene: Scene): Leaves[] {
  return leavesToOthers(scene).filter(({ of }) => of === undefined);
}

function worstLoss(scene: Scene): { readonly loss: Leaves; readonly share: number } | null {
  let worst: { loss: Leaves; share: number } | null = null;
  for (const loss of losses(scene)) {
    const share = loss.share ?? nativeShare(scene, loss);
    if (worst === null || share > worst.share) worst = { loss, share };
  }
  return worst;
}

function nativeShare(scene: Scene, loss: Leaves): number {
  if (loss.asset.type !== 'native' || loss.amount === 'unlimited' || scene.chain === null) return 0;
  return ratio(loss.amount, scene.chain.balanceWei);
}

function isGenuine(scene: Scene, asset: Leaves['asset']): boolean {
  if (asset.type === 'native') return true;
  const chainId = chainIdOf(scene);
  return chainId !== null && scene.registry?.token(chainId, lower(asset.address)) != null;
}
