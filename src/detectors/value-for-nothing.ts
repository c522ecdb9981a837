import type { Leaves } from '../simulate/Consequence.ts';
import type { HandedOn } from '../simulate/Simulator.ts';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import type { Facts } from './Evidence.ts';
import { isBaitName } from './kit/baitNames.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import {
  accountFacts,
  arrivals,
  chainIdOf,
  isAcquainted,
  isOwn,
  knownContract,
  leavesToOthers,
  lower,
  newDebts,
  newGrants,
  ratio,
  repaidDebts,
  same,
} from './kit/reading.ts';
import { addressesIn, isTakenByStandingPower } from './kit/standingPower.ts';

const meta: DetectorMeta = {
  id: 'value-for-nothing',
  title: 'A payment to a contract that gives nothing back',
  family: 'D1',
  severity: 'danger',
  proves:
    'A faithful run takes coins or tokens from the account and brings nothing in. Danger without a bait name: nearly all of the coins go; or the same call with a thousandth of them leaves the very same behind, the user cannot take anything back, and a plain account got the coins or could take them out; or nearly all of a token is handed on at once to a plain account the call does not name, and nothing but the token’s own books and events tells of it.',
  falsePositives:
    'Caution: donations, bridges and deposits in coin, and payments for somebody else, that an unlisted contract keeps in its books. Danger: a gift, or a payment of any sum, of a twentieth of the holding or more, to a contract that neither stores nor logs anything of it.',
  blindSpots:
    'Less than nearly everything, paid to a contract that writes the sum down and never honours it, or that asks for a fixed sum. A contract that hands out a worthless token, or says a debt is paid, so that something seems to arrive. A deposit from an allowance that stood before, credited to a stranger by a number instead of an address.',
  clears:
    'Give a receipt the person can see (a share token, an item, the bought asset); store or log who paid how much.',
  references: ['https://www.ndss-symposium.org/ndss2025/'],
};

/** From this share of the holding on, a payment for nothing is no fee. */
const NEARLY_ALL = 0.9;

/** Below this share of the holding a payment without a trace may still be a tip: caution. */
const FEE = 0.05;

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
    const handed = handedOn(scene);
    if (handed !== null && arrived.length === 0) {
      const { amount, to, token } = handed;
      const facts = { amount: fact.amount({ type: 'erc20', address: token }, amount), who: fact.address(to) };
      return fired(meta, facts, { variant: 'handed-on' });
    }
    if (arrived.some((one) => isGenuine(scene, one.asset))) return clear(meta);
    if (arrived.length > 0 || newGrants(scene).some(({ of }) => of === undefined)) {
      if (isGone(scene) && worst.share >= NEARLY_ALL)
        return fired(meta, { ...facts, ...taker(scene) }, { variant: 'any-sum' });
      // Anybody can mint a token: against nearly everything, one that no list knows is no price.
      return worst.share >= NEARLY_ALL && worst.loss.asset.type === 'native'
        ? fired(meta, facts, { severity: 'caution', variant: 'unlisted-return' })
        : clear(meta);
    }
    const bait = calls(scene).some((call) => isBaitName(call.signature, call.selector));
    const everything = worst.share >= NEARLY_ALL && worst.loss.asset.type === 'native';
    const family = everything && !bait ? 'D2' : 'D1';
    if (bait) return fired(meta, facts, { family, variant: 'bait' });
    const repays = !isGone(scene) && isRepaid(scene);
    if (repays && !everything) return clear(meta);
    if (isTakenByStandingPower(scene, losses(scene), calls(scene)) && !isHandedOn(scene, worst)) return clear(meta);
    if (!everything && isGone(scene) && scene.chain.payment?.trace === 'none') {
      const severity = worst.share < FEE ? 'caution' : 'danger';
      return fired(meta, { ...facts, ...taker(scene) }, { variant: 'no-record', severity });
    }
    const severity =
      everything && !repays ? 'danger' : everything ? 'caution' : worst.share < SMALL ? 'note' : 'caution';
    return fired(meta, facts, { family, severity });
  },
};

/**
 * Everything that goes pays a debt the user had: the lender's own word, so it excuses no more than a token that anybody
 * could have handed out, and nothing that a plain account gets.
 */
function isRepaid(scene: Scene): boolean {
  const owed = repaidDebts(scene).map(({ debtOf }) => debtOf);
  if (owed.length === 0 || newDebts(scene).length > 0) return false;
  return losses(scene).every(({ asset, to }) => {
    if (to !== null && BigInt(to) !== 0n && !isOwn(scene, to) && accountFacts(scene, to)?.code !== 'contract')
      return false;
    if (asset.type !== 'erc20') return asset.type === 'native';
    const token = lower(asset.address);
    return owed.some((one) => one === token || one === scene.chain?.tokens.get(token)?.underlying);
  });
}

/**
 * A deposit stays with a contract; nearly all of a holding that a contract hands on to a plain account nobody here knows
 * is no deposit, whatever it was allowed before.
 */
function isHandedOn(scene: Scene, { loss, share }: { readonly loss: Leaves; readonly share: number }): boolean {
  if (share < NEARLY_ALL || loss.to === null || isAcquainted(scene, loss.to)) return false;
  return accountFacts(scene, loss.to)?.code === 'none' && BigInt(loss.to) !== 0n;
}

/** What a contract took and handed on without a trace, to somebody the user does not know. */
function handedOn(scene: Scene): HandedOn | null {
  const { handedOn: gone } = scene.chain ?? {};
  if (gone === undefined || isOwn(scene, gone.to) || isAcquainted(scene, gone.to)) return null;
  return knownContract(scene, gone.to) === null ? gone : null;
}

/** Coins that were run out of the user's reach, into that of somebody the user does not know. */
function isGone(scene: Scene): boolean {
  const { payment } = scene.chain ?? {};
  if (payment === undefined || !calls(scene).some(({ to }) => same(to, payment.of))) return false;
  return !isOwn(scene, payment.to) && !isAcquainted(scene, payment.to) && knownContract(scene, payment.to) === null;
}

function taker({ chain }: Scene): Facts {
  return chain?.payment === undefined ? {} : { who: fact.address(chain.payment.to) };
}

/** The user's own calls; where there are none, those of the Safe the user speaks for. */
function calls(scene: Scene) {
  const all = scene.actions.filter((action) => action.kind === 'call');
  const own = all.filter(({ by }) => by === undefined);
  return own.length > 0 ? own : all;
}

/** What leaves the user's own account: of a Safe or another account of the user's no run shows anything. */
function losses(scene: Scene): Leaves[] {
  return leavesToOthers(scene).filter((loss) => loss.of === undefined && !isTransfer(scene, loss));
}

/** An asset that its own contract moves to whom the call names is sent, whatever the function is called: no payment. */
function isTransfer(scene: Scene, { asset, to }: Leaves): boolean {
  if (asset.type === 'native') return false;
  // Old collections say nothing of who got it: then any address that the call names.
  return calls(scene).some(
    (call) => same(call.to, asset.address) && addressesIn(call.data).some((named) => to === null || same(named, to)),
  );
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
