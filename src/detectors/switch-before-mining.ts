import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import type { Evidence } from './Evidence.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { ratio } from './kit/reading.ts';
import { worstTurn } from './kit/worseRun.ts';

const meta: DetectorMeta = {
  id: 'switch-before-mining',
  title: 'A switch in the contract turns a gift into a loss',
  family: 'H2',
  severity: 'danger',
  proves:
    'With one switch of its storage thrown, the same call takes from the account what it now gives; or the one who is paid called the contract first, and the same call then paid for nothing.',
  falsePositives:
    'Sales that keep what was bought inside the contract while a switch is on; honest sales for coins at a price that their owner sets; buyers who are paid directly, may set any price, and would not.',
  blindSpots:
    'Turns that need several words changed, or an amount other than the price of a sale for coins; a price set by somebody other than the one who is paid; contracts a list knows are not tried.',
  clears:
    'Revert when the goods cannot be handed over, as a paused contract does, and let the call name the least it takes.',
  references: ['https://drops.scamsniffer.io/transaction-simulation-spoofing-a-new-threat-in-web3/'],
};

export const switchBeforeMining: Detector = {
  meta,
  applies: ({ chain, request: { ask } }) =>
    (ask.kind === 'transaction' || ask.kind === 'calls') &&
    (chain === null || chain.variants !== undefined || chain.turner !== undefined),
  detect(scene) {
    const { chain } = scene;
    if (chain === null || chain.run === null) return inconclusive(meta);
    const turned = turnedByPayee(scene);
    if (turned !== null) return turned;
    if (chain.variants === undefined) return inconclusive(meta);
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

/** Up to this share of the holding it is a small sale, and what a switch could do says enough. */
const SMALL_SHARE = 0.1;

/** Who gets the tokens can have them for nothing: it was done. */
function turnedByPayee({ chain }: Scene): Evidence | null {
  const { turner } = chain ?? {};
  const paid = turner?.run.deltas.find(({ asset, delta, to }) => delta < 0n && asset.type !== 'native' && to !== null);
  if (turner === undefined || paid === undefined || paid.asset.type === 'native') return null;
  const { address, type } = paid.asset;
  const holding = chain?.tokens.get(address)?.holding ?? null;
  // An item of a collection is always all of that item.
  const share = type === 'erc20' && holding !== null ? ratio(-paid.delta, holding) : null;
  if (share !== null && share < SMALL_SHARE) return null;
  const facts = { amount: fact.amount(paid.asset, -paid.delta), by: fact.address(turner.by) };
  return fired(meta, facts, { variant: 'payee' });
}
