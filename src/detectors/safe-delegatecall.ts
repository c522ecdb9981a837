import type { Address } from 'viem';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { isAcquainted, isOwn, knownContract, same } from './kit/reading.ts';
import { isSafeLibrary } from './kit/safeLibraries.ts';

const meta: DetectorMeta = {
  id: 'safe-delegatecall',
  title: 'A Safe would run somebody’s code as its own',
  family: 'F4',
  severity: 'danger',
  proves:
    'The Safe transaction has operation 1 to code that is none of Safe’s own: it may rewrite owners, modules and code. Or a DSProxy’s script that no list knows sends nearly all of what the proxy holds to a plain account nobody knows, in a run.',
  falsePositives:
    'A vendor’s set-up script that is run by delegatecall, such as a module installer. A DSProxy that is emptied to a friend’s account. As caution: a DSProxy’s script that no list knows.',
  blindSpots:
    'Code at a MultiSend address on a chain where somebody else deployed it; modules that delegatecall later.',
  clears: 'Use operation 0, or batch with Safe’s own MultiSendCallOnly.',
  references: [
    'https://github.com/safe-global/safe-smart-account/blob/v1.4.1/contracts/base/Executor.sol',
    'https://www.nccgroup.com/research-blog/in-depth-technical-analysis-of-the-bybit-hack/',
  ],
};

/** DSProxy's own call: its owner uses it for every script. */
const DS_PROXY_EXECUTE = 'execute(address,bytes)';

export const safeDelegatecall: Detector = {
  meta,
  // Other accounts and exchanges' proxies of the user's run code as their own too (Kernel, Wyvern).
  applies: (scene) => isForSafe(scene.action) || scene.actions.some(({ kind }) => kind === 'delegatecall'),
  detect(scene) {
    const all = scene.actions.flatMap((action) => (action.kind === 'delegatecall' ? [action] : []));
    const run = all.filter(({ functionName }) => functionName !== DS_PROXY_EXECUTE);
    const script = all.find((one) => !run.includes(one) && knownContract(scene, one.to) === null);
    const [first] = run;
    if (first === undefined && script !== undefined) {
      // That is how such a proxy is always used; where the run shows that the owner changes, that is said as such.
      const facts = { who: fact.address(script.to), of: fact.address(script.of) };
      const lost = scene.chain?.scriptTakes;
      if (lost !== undefined && same(lost.of, script.of) && lost.share >= NEARLY_ALL && isStranger(scene, lost.to)) {
        const taken = { amount: fact.amount(lost.asset, lost.amount), to: fact.address(lost.to) };
        return fired(meta, { ...facts, ...taken }, { family: 'F5', variant: 'script-takes' });
      }
      return fired(meta, facts, { family: 'F5', severity: 'caution', variant: 'script' });
    }
    if (first === undefined) {
      // A batch that could not be opened may hold one.
      return scene.actions.some((action) => action.kind === 'unreadable') ? inconclusive(meta) : clear(meta);
    }
    const stranger = run.find(({ to }) => !isSafeLibrary(to));
    const { to, of } = stranger ?? first;
    const facts = { who: fact.address(to), of: fact.address(of) };
    return stranger === undefined
      ? fired(meta, facts, { severity: 'caution', variant: 'library' })
      : fired(meta, facts);
  },
};

/** From this share of what the proxy holds on, a payment empties it. */
const NEARLY_ALL = 0.9;

function isStranger(scene: Scene, address: Address): boolean {
  return !isOwn(scene, address) && !isAcquainted(scene, address) && knownContract(scene, address) === null;
}

function isForSafe(action: Scene['action']): boolean {
  if (action.kind !== 'batch') return false;
  return action.wrapper === 'SafeTx' || action.wrapper === 'execTransaction' || action.actions.some(isForSafe);
}
