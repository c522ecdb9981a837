import type { Control } from '../simulate/Consequence.ts';
import type { Detector, DetectorMeta } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { controls, isAcquainted, userOf } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'ownership-handover',
  title: 'Command over a contract goes to somebody else',
  family: 'F5',
  severity: 'danger',
  proves: 'After it, an address that is not the user’s commands a contract the user may command now; no token moves.',
  falsePositives:
    'Handing a contract to one’s own second wallet or a team’s multisig. As a note: giving somebody a name below one’s own.',
  blindSpots: 'Contracts that do not say in owner() who commands them and pass control under a name nobody knows.',
  clears: 'Use an address this computer has seen before; nothing else tells yours from a thief’s.',
  references: ['https://cointelegraph.com/news/crypto-user-loses-55m-dai-phishing-attack'],
};

/** Giving up ownership to nobody gives power to nobody. */
const ZERO = '0x0000000000000000000000000000000000000000';

export const ownershipHandover: Detector = {
  meta,
  applies: (scene) => scene.consequences.some((one) => one.kind === 'control' && isAboutCommand(one)),
  detect(scene) {
    if (userOf(scene) === null) return inconclusive(meta);
    const found = controls(scene).filter(isAboutCommand);
    const worst =
      found.find(({ what }) => what === 'ownership') ?? found.find(({ what }) => what === 'rules') ?? found[0];
    if (worst === undefined) return clear(meta);
    const facts = { who: fact.address(worst.to), of: fact.address(worst.of) };
    // Whose name it was is read from the registry: one of the user's own shows as ownership lost.
    if (worst.what === 'subname') {
      const seen = scene.chain?.run?.status === 'success';
      return fired(meta, facts, { severity: seen ? 'note' : 'caution', variant: 'subname' });
    }
    if (worst.what === 'rules') return fired(meta, facts, { severity: 'caution', variant: 'rules' });
    if (worst.to === ZERO) return fired(meta, facts, { severity: 'caution', variant: 'renounce' });
    return fired(meta, facts, isAcquainted(scene, worst.to) ? { severity: 'caution' } : {});
  },
};

/** New commanders, new rules for those there are (a Safe's threshold), or a name below the user's own. */
function isAboutCommand({ what }: Control): boolean {
  return what === 'ownership' || what === 'rules' || what === 'subname';
}
