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
    'A withdrawal, loan, deposit, bridge transfer or name record carries, in its own arguments, a recipient that is not the user; or, for a function nobody knows, a run shows the user’s entry in the contract’s books fall and its value go to a recipient the call names.',
  falsePositives:
    'Paying out straight to one’s other wallet or a friend; vaults that pass the money on; a bill that uses up a prepaid balance.',
  blindSpots:
    'Functions nobody has listed, where the books are not kept by account or a contract receives; a recipient that hands on to a third.',
  clears: 'Name the user’s own account as recipient; move the money on with a plain transfer.',
  references: [
    'https://www.certik.com/resources/blog/angel-drainer',
    'https://eips.ethereum.org/EIPS/eip-4626',
    'https://docs.eigenlayer.xyz/',
  ],
};

export const withdrawalRedirect: Detector = {
  meta,
  applies: (scene) => named(scene).length > 0 || scene.chain?.exit !== undefined,
  detect(scene) {
    if (userOf(scene) === null) return inconclusive(meta);
    let found: Evidence | null = null;
    for (const { call, gist } of named(scene)) {
      const evidence = judged(scene, call, gist);
      // Money that is taken out weighs more than money that is put in somebody’s name.
      if (evidence?.severity === 'danger') return evidence;
      found ??= evidence;
    }
    return found ?? outOfBooks(scene) ?? clear(meta);
  },
};

/** From this part of an entry on, it is given up and not spent from; below that one it is told, not warned of. */
const NEARLY_ALL = 0.9;
const SMALL = 0.1;

/** By a function nobody knows, as a run showed. */
function outOfBooks(scene: Scene): Evidence | null {
  const { exit } = scene.chain ?? {};
  if (exit === undefined || isOwn(scene, exit.to) || knownContract(scene, exit.to) !== null) return null;
  const facts = { who: fact.address(exit.to), amount: fact.amount(exit.asset, exit.amount) };
  // A bill is paid from a balance, a position goes on to the next contract: both look like this, up to here.
  const mild = exit.share < NEARLY_ALL || exit.toContract || isAcquainted(scene, exit.to);
  const severity = exit.share < SMALL ? 'note' : mild ? 'caution' : 'danger';
  return fired(meta, facts, { variant: 'books', severity });
}

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
