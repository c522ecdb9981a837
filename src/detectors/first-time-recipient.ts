import type { Address } from 'viem';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { isAcquainted, isOwn, knownContract, ratio } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'first-time-recipient',
  title: 'A recipient this computer has not seen before',
  family: 'E4',
  severity: 'note',
  proves: 'The local history holds no earlier payment to this address.',
  falsePositives: 'Every first payment.',
  blindSpots: 'Payments made from another computer or before the history began.',
  clears: 'Nothing to clear.',
  references: ['https://support.metamask.io/stay-safe/protect-yourself/wallet-and-hardware/address-poisoning-scams/'],
};

/** A first payment of half the holding or more deserves a second look at the address. */
const LARGE_SHARE = 0.5;

export const firstTimeRecipient: Detector = {
  meta,
  applies: (scene) => recipients(scene).length > 0,
  detect(scene) {
    if (scene.history === null) return inconclusive(meta);
    const stranger = recipients(scene).find(({ to }) => !isAcquainted(scene, to) && knownContract(scene, to) === null);
    if (stranger === undefined) return clear(meta);
    const large = stranger.share !== null && stranger.share >= LARGE_SHARE;
    return fired(meta, { who: fact.address(stranger.to) }, large ? { variant: 'large' } : {});
  },
};

function recipients(scene: Scene): { readonly to: Address; readonly share: number | null }[] {
  return scene.actions.flatMap((action) => {
    if (action.kind !== 'transfer' || isOwn(scene, action.to)) return [];
    const native = action.asset.type === 'native' && action.amount !== 'unlimited' && scene.chain !== null;
    const listed = scene.consequences.find((one) => one.kind === 'leaves' && one.to === action.to);
    const share = listed?.kind === 'leaves' ? listed.share : null;
    return [
      { to: action.to, share: share ?? (native ? ratio(asWei(action.amount), scene.chain?.balanceWei ?? 0n) : null) },
    ];
  });
}

function asWei(amount: bigint | 'unlimited'): bigint {
  return amount === 'unlimited' ? 0n : amount;
}
