import type { CallAction, Gist } from '../decode/Action.ts';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import type { Evidence } from './Evidence.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { arrivals, isAcquainted, isOwn, knownContract, same, userOf } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'withdrawal-redirect',
  title: 'What comes out goes to somebody else',
  family: 'G1',
  severity: 'danger',
  proves:
    'A withdrawal, loan, deposit, bridge transfer or name record carries, in its own arguments, a recipient that is not the user.',
  falsePositives: 'Paying out straight to one’s other wallet or a friend; vaults that pass the money on.',
  blindSpots: 'Functions nobody has listed; a recipient that hands on to a third.',
  clears: 'Name the user’s own account as recipient; move the money on with a plain transfer.',
  references: [
    'https://www.certik.com/resources/blog/angel-drainer',
    'https://eips.ethereum.org/EIPS/eip-4626',
    'https://docs.eigenlayer.xyz/',
  ],
};

export const withdrawalRedirect: Detector = {
  meta,
  applies: (scene) => named(scene).length > 0,
  detect(scene) {
    if (userOf(scene) === null) return inconclusive(meta);
    let found: Evidence | null = null;
    for (const { call, gist } of named(scene)) {
      const evidence = judged(scene, call, gist);
      // Money that is taken out weighs more than money that is put in somebody’s name.
      if (evidence?.severity === 'danger') return evidence;
      found ??= evidence;
    }
    return found ?? clear(meta);
  },
};

interface Named {
  readonly call: CallAction;
  readonly gist: Gist;
}

function named(scene: Scene): Named[] {
  return scene.actions.flatMap((action) => {
    if (action.kind !== 'call' || action.gist === undefined) return [];
    const { does } = action.gist;
    return does === 'swaps' || does === 'moves-position' ? [] : [{ call: action, gist: action.gist }];
  });
}

function judged(scene: Scene, call: CallAction, { does, to }: Gist): Evidence | null {
  if (isOwn(scene, to) || same(to, call.by ?? null) || to === ZERO) return null;
  const who = { who: fact.address(to) };
  const known = same(to, call.to) || knownContract(scene, to) !== null;
  if (does === 'withdraws' || does === 'borrows') {
    // A contract that passes it on is settled by what really arrives.
    if (known && arrivals(scene).length > 0) return null;
    return fired(meta, who, known || isAcquainted(scene, to) ? { severity: 'caution' } : {});
  }
  if (known || isAcquainted(scene, to)) return null;
  if (does === 'deposits') return fired(meta, who, { severity: 'caution', variant: 'deposit' });
  if (does === 'bridges') return fired(meta, who, { severity: 'caution', variant: 'bridge' });
  return fired(meta, who, { severity: 'caution', variant: 'name' });
}

const ZERO = '0x0000000000000000000000000000000000000000';
