import type { Detector, DetectorMeta } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { isStake } from './kit/stake.ts';
import { worstTurn } from './kit/worseRun.ts';

const meta: DetectorMeta = {
  id: 'changes-with-circumstances',
  title: 'The same request takes more in a neighbouring block',
  family: 'H1',
  severity: 'danger',
  proves: 'Run again with other randomness, proposer, fees, gas or time, it left the account strictly worse off.',
  falsePositives:
    'Games of chance that settle in the same transaction (where only the dice were worse, a stake of less than a tenth of the coins is caution); sales whose terms change within half an hour.',
  blindSpots: 'A coin that is rarely lost; a turn that lies further away than 30 minutes.',
  clears: 'Make what the person gets independent of the block it is mined in, or revert when it cannot be given.',
  references: [
    'https://zengo.com/zengo-uncovers-security-vulnerabilities-in-popular-web3-transaction-simulation-solutions-the-red-pill-attack/',
    'https://eips.ethereum.org/EIPS/eip-4399',
  ],
};

export const changesWithCircumstances: Detector = {
  meta,
  applies: ({ request: { ask } }) => ask.kind === 'transaction' || ask.kind === 'calls',
  detect(scene) {
    const { chain } = scene;
    if (chain === null || chain.run === null || chain.variants === undefined) return inconclusive(meta);
    const worse = chain.variants.worse.filter(({ kind }) => kind === 'circumstance');
    const turn = worstTurn(chain.run, worse);
    if (turn === null) return clear(meta);
    const facts = { amount: fact.amount(turn.asset, turn.amount) };
    if (turn.kind === 'power') return fired(meta, { token: fact.asset(turn.asset) }, { variant: 'power' });
    if (turn.kind === 'less') return fired(meta, facts, { severity: 'caution', variant: 'less' });
    // More that leaves while something still arrives may be a price that moves.
    if (!turn.forNothing) return fired(meta, facts, { severity: 'caution', variant: 'more' });
    // Only other dice were worse, not another hour or another proposer: a game.
    const isGame = worse.every(({ variant }) => variant.startsWith('randomness')) && isStake(scene, turn);
    return fired(meta, facts, { severity: isGame ? 'caution' : 'danger' });
  },
};
