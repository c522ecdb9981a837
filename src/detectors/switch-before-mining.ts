import type { Detector, DetectorMeta } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { worstTurn } from './kit/worseRun.ts';

const meta: DetectorMeta = {
  id: 'switch-before-mining',
  title: 'A switch in the contract turns a gift into a loss',
  family: 'H2',
  severity: 'danger',
  proves: 'With one switch of its storage thrown, the same call takes from the account what it now gives.',
  falsePositives:
    'Sales that keep what was bought inside the contract while a switch is on; honest sales for coins at a price that their owner sets.',
  blindSpots:
    'Turns that need several words changed, or an amount other than the price of a sale for coins; contracts a list knows are not tried.',
  clears: 'Revert when the goods cannot be handed over, as a paused contract does.',
  references: ['https://drops.scamsniffer.io/transaction-simulation-spoofing-a-new-threat-in-web3/'],
};

export const switchBeforeMining: Detector = {
  meta,
  applies: ({ chain, request: { ask } }) =>
    (ask.kind === 'transaction' || ask.kind === 'calls') && (chain === null || chain.variants !== undefined),
  detect({ chain }) {
    if (chain === null || chain.run === null || chain.variants === undefined) return inconclusive(meta);
    const turn = worstTurn(
      chain.run,
      chain.variants.worse.filter(({ kind }) => kind === 'storage'),
    );
    if (turn === null) return clear(meta);
    if (turn.kind === 'power')
      return fired(meta, { token: fact.asset(turn.asset) }, { severity: 'caution', variant: 'power' });
    const facts = { amount: fact.amount(turn.asset, turn.amount) };
    // A call that gives without taking is a bait once a switch makes it take: nobody sells that way.
    const gift = chain.run.deltas.every(({ delta }) => delta > 0n);
    return gift && turn.forNothing
      ? fired(meta, facts)
      : fired(meta, facts, { severity: 'caution', variant: 'exposure' });
  },
};
