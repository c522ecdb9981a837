import type { Address } from 'viem';
import type { Asset } from '../decode/Action.ts';
import type { Leaves } from '../simulate/Consequence.ts';
import type { Taker } from '../simulate/Simulator.ts';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import type { Evidence } from './Evidence.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import {
  accountFacts,
  arrivals,
  chainIdOf,
  type Debt,
  isAcquainted,
  isOwn,
  knownContract,
  lower,
  newDebts,
  newGrants,
  same,
} from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'credit-delegation',
  title: 'Somebody borrows in the user’s name, or could',
  family: 'G2',
  severity: 'danger',
  proves:
    'The grantee may draw loans secured by the user’s deposits, and is no contract, so no rules bind it; or, in a simulation with the power given, somebody else made it take such a loan, and nothing of it came to the user; or the run itself leaves the user owing more, and what was borrowed with a plain account that the user does not know.',
  falsePositives:
    'Lending one’s credit line to a friend’s account; a leverage vault that no registry knows, borrowing straight into a deposit that gives no receipt (caution).',
  blindSpots:
    'A thief’s contract is only caution where nobody was seen to borrow by it: the user has no deposits yet, or its functions want arguments nobody would guess. Lending protocols whose delegation has another name, or whose debts are no tokens. A loan that goes to somebody else while a token of the list comes in; one that a contract keeps, or swaps for somebody else, is caution.',
  clears: 'Delegate to a contract that a registry knows, and to the amount of this one loan.',
  references: ['https://aave.com/docs/developers/smart-contracts/tokenization/vtokens'],
};

export const creditDelegation: Detector = {
  meta,
  applies: (scene) => newDebts(scene).length > 0 || newGrants(scene).some(({ power }) => power === 'borrow'),
  detect(scene) {
    const drawn = newDebts(scene).flatMap((debt) => drawnFor(scene, debt) ?? []);
    const powers = newGrants(scene).some(({ power }) => power === 'borrow') ? delegated(scene) : clear(meta);
    const all = [powers, ...drawn];
    return all.find(({ severity, outcome }) => outcome === 'fired' && severity === 'danger') ?? drawn[0] ?? powers;
  },
};

/** A loan the run itself takes, of which as good as nothing comes to the user. */
function drawnFor(scene: Scene, { amount, debtOf }: Debt<Leaves>): Evidence | null {
  if (amount === 'unlimited') return null;
  const asset: Asset = { type: 'erc20', address: debtOf };
  const arrived = arrivals(scene);
  if (arrived.some((one) => isGenuine(scene, one.asset))) return null;
  const own = arrived.find((one) => one.asset.type === 'erc20' && same(one.asset.address, debtOf));
  if (own !== undefined && (own.amount === 'unlimited' || own.amount * 2n >= amount)) return null;
  const facts = { amount: fact.amount(asset, amount) };
  const got = (scene.chain?.run?.passed ?? []).filter(({ token }) => same(token, debtOf));
  const plain = got.filter(({ to }) => isStrange(scene, to) && isPlain(scene, to));
  const [person] = plain;
  if (person !== undefined && plain.reduce((sum, one) => sum + one.amount, 0n) * 2n >= amount) {
    const isFriend = plain.every(({ to }) => isAcquainted(scene, to));
    // Whoever borrows and then sends, both in one request, was shown both.
    const isSent = scene.actions.some((action) => action.kind === 'transfer' && same(action.to, person.to));
    const severity = isFriend || isSent ? 'caution' : 'danger';
    return fired(meta, { ...facts, who: fact.address(person.to) }, { variant: 'drawn', severity });
  }
  // A receipt may be any token: leverage keeps what it borrows at work.
  if (arrived.length > 0) return null;
  const most = got.find((one) => one.amount * 2n >= amount);
  if (most !== undefined) {
    if (!isStrange(scene, most.to) || isAcquainted(scene, most.to)) return null;
    return fired(meta, { ...facts, who: fact.address(most.to) }, { variant: 'drawn', severity: 'caution' });
  }
  const isKnown = scene.actions.every((action) => action.kind !== 'call' || knownContract(scene, action.to) !== null);
  return isKnown ? null : fired(meta, facts, { variant: 'drawn-away', severity: 'caution' });
}

function isStrange(scene: Scene, address: Address): boolean {
  return !isOwn(scene, address) && knownContract(scene, address) === null;
}

function isPlain(scene: Scene, address: Address): boolean {
  const code = accountFacts(scene, address)?.code;
  return code === 'none' || code === 'delegated';
}

function isGenuine(scene: Scene, asset: Asset): boolean {
  if (asset.type === 'native') return true;
  const chainId = chainIdOf(scene);
  return chainId !== null && scene.registry?.token(chainId, lower(asset.address)) != null;
}

function delegated(scene: Scene): Evidence {
  const strangers = newGrants(scene).filter(({ power, to }) => power === 'borrow' && knownContract(scene, to) === null);
  const person = strangers.find(({ to }) => (accountFacts(scene, to)?.code ?? 'contract') !== 'contract');
  if (person !== undefined) {
    // A friend is still somebody else, but not a stranger.
    return fired(meta, { who: fact.address(person.to) }, isAcquainted(scene, person.to) ? { severity: 'caution' } : {});
  }
  const borrowed = strangers.flatMap(({ to }) => borrowedBy(scene, to));
  const [worst] = borrowed;
  if (worst !== undefined) {
    const { through, by } = worst;
    const who = fact.address(through);
    if (by === 'anyone') return fired(meta, { who }, { variant: 'anyone' });
    if (by === 'listed') return fired(meta, { who }, { variant: 'listed' });
    return fired(meta, { who, by: fact.address(by) }, { variant: 'taken' });
  }
  const [unlisted] = strangers;
  if (unlisted === undefined) return clear(meta);
  const couldNotTell = scene.registry === null || accountFacts(scene, unlisted.to) === null;
  if (couldNotTell) return inconclusive(meta);
  // Tried, nobody could, and it reaches a part of the user's credit: as an approval of a part to an unlisted contract.
  const bounded = strangers.every(({ to }) => scene.chain?.boundedCredit?.some((one) => same(one, to)) === true);
  const severity = bounded ? 'note' : 'caution';
  return fired(meta, { who: fact.address(unlisted.to) }, { severity, variant: 'unlisted' });
}

/** Who was seen to borrow by this grantee. */
function borrowedBy({ chain }: Scene, grantee: Address): readonly Taker[] {
  return chain?.takers?.filter(({ power, through }) => power === 'borrow' && same(through, grantee)) ?? [];
}
