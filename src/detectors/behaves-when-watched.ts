import type { Detector, DetectorMeta } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { arrivals, knownContract, leavesToOthers } from './kit/reading.ts';
import { isStake } from './kit/stake.ts';

const meta: DetectorMeta = {
  id: 'behaves-when-watched',
  title: 'A contract that gives only while it is watched',
  family: 'H1',
  severity: 'danger',
  proves:
    'Run as it will be mined it takes for nothing; run as a careless simulator runs it, it gives or takes nothing.',
  falsePositives:
    'Games of chance that settle in the same transaction and happen to be lost; a stake of less than a tenth of the coins is caution.',
  blindSpots:
    'Tells that the careless run does not show, such as the simulator’s own address; losses that bring something in.',
  clears: 'Make what the person gets independent of the block it is mined in and of the price of gas.',
  references: [
    'https://zengo.com/zengo-uncovers-security-vulnerabilities-in-popular-web3-transaction-simulation-solutions-the-red-pill-attack/',
    'https://eips.ethereum.org/EIPS/eip-4399',
  ],
};

export const behavesWhenWatched: Detector = {
  meta,
  applies: ({ request: { ask } }) => ask.kind === 'transaction' || ask.kind === 'calls',
  detect(scene) {
    const { chain, actions } = scene;
    if (chain === null || chain.run === null || chain.variants === undefined) return inconclusive(meta);
    const spared = chain.variants.spared ?? [];
    const [loss] = leavesToOthers(scene).filter(({ of }) => of === undefined);
    if (spared.length === 0 || loss === undefined || arrivals(scene).length > 0) return clear(meta);
    const calls = actions.filter((action) => action.kind === 'call');
    if (calls.length > 0 && calls.every(({ to }) => knownContract(scene, to) !== null)) return clear(meta);
    const facts = { amount: fact.amount(loss.asset, loss.amount) };
    // What other draws spare as well is chance; only the careless run, and no other, is a tell.
    const told = spared.every(({ kind }) => kind === 'watched');
    if (told) return fired(meta, facts);
    return fired(meta, facts, { variant: 'chance', severity: isStake(scene, loss) ? 'caution' : 'danger' });
  },
};
