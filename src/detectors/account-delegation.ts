import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { knownContract, lower } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'account-delegation',
  title: 'The account itself would run somebody’s code',
  family: 'F2',
  severity: 'danger',
  proves:
    'An EIP-7702 authorization hands every asset of the account to a program that no registry knows as a wallet’s own.',
  falsePositives: 'A wallet vendor’s new delegator before the registry has it.',
  blindSpots: 'A listed delegator with a hole in it.',
  clears: 'Leave upgrades to the wallet: a page has no business asking for them.',
  references: ['https://eips.ethereum.org/EIPS/eip-7702'],
};

/** Delegating to the zero address takes a delegation back (EIP-7702). */
const ZERO = '0x0000000000000000000000000000000000000000';

export const accountDelegation: Detector = {
  meta,
  applies: (scene) => delegations(scene).length > 0,
  detect(scene) {
    const live = delegations(scene).filter(({ delegate }) => lower(delegate) !== ZERO);
    const stranger = live.find(({ delegate }) => knownContract(scene, delegate)?.role !== 'delegator');
    if (stranger !== undefined) {
      const variant = stranger.everyChain ? { variant: 'every-chain' } : {};
      return scene.registry === null && !stranger.everyChain
        ? inconclusive(meta)
        : fired(meta, { who: fact.address(stranger.delegate) }, variant);
    }
    const [known] = live;
    if (known === undefined) return clear(meta);
    return fired(meta, { who: fact.address(known.delegate) }, { severity: 'caution', variant: 'known' });
  },
};

function delegations(scene: Scene) {
  return scene.actions.filter((action) => action.kind === 'delegation');
}
