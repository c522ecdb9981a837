import type { Address } from 'viem';
import type { Asset } from '../decode/Action.ts';
import type { SigningRequest } from '../request/SigningRequest.ts';
import { contractOf, holdingOf, isSameAsset } from './assets.ts';
import type { Arrives, Consequence, Control, Grants, Leaves, UnknownWhy } from './Consequence.ts';
import { withDebts } from './debts.ts';
import { accountOf } from './derive.ts';
import { lowerAddress } from './rpcValue.ts';
import type { ChainView, PermissionChange, Run } from './Simulator.ts';

/**
 * Puts what the request says beside what the run showed. The run's amounts win; a move the request states and a
 * successful run does not show is `disagree`; what only the run shows is `simulated`. Shares and holdings are filled
 * from the view, and debts told as debts. What could not be known is one `unknown` line.
 */
export function reconcile(
  stated: readonly Consequence[],
  view: ChainView | null,
  request: SigningRequest,
): Consequence[] {
  const run = view?.run ?? null;
  const others = stated.filter(isOfSafe);
  const own = stated.filter((consequence) => !isOfSafe(consequence));
  const known =
    run !== null && run.status === 'success' ? [...withDebts(merged(own, run, request), view), ...others] : [...stated];
  const missing = missingFact(view, request);
  const whole: Consequence[] = missing === null ? known : [...known, { kind: 'unknown', why: missing }];
  return whole.map((consequence) => withHolding(consequence, view));
}

type Move = Leaves | Arrives;

interface Delta {
  readonly asset: Asset;
  readonly delta: bigint;
  readonly to: Address | null;
}

function merged(stated: readonly Consequence[], run: Run, request: SigningRequest): Consequence[] {
  const account = accountOf(request);
  const deltas = [...run.deltas];
  const changes = [...run.permissions];
  const known: Consequence[] = [];
  let accountCode = run.accountCode;
  for (const consequence of stated) {
    if (consequence.kind === 'leaves' || consequence.kind === 'arrives') continue;
    if (consequence.kind === 'grants') known.push(mergedGrant(consequence, changes));
    else if (consequence.kind === 'control' && consequence.to === accountCode) {
      known.push({ ...consequence, basis: 'both' });
      accountCode = null;
    } else if (consequence.kind === 'control' && consequence.what === 'subname') known.push(ownName(consequence, run));
    else known.push(consequence);
  }
  const claimed = stated.filter(isMove);
  const moves = mergedMoves(
    claimed.filter((move) => !passesThrough(move, claimed, deltas)),
    deltas,
    claimsAreRun(request) ? 'disagree' : 'stated',
  );
  const granted = changes.flatMap(newGrant);
  const control: Control[] =
    accountCode === null || account === null
      ? []
      : [{ kind: 'control', of: account, to: accountCode, what: 'account-code', basis: 'simulated' }];
  const handed = (run.commands ?? []).flatMap(({ of, to }): Control[] => {
    const isStated = known.some((one) => one.kind === 'control' && one.of === of && one.what === 'ownership');
    return isStated ? [] : [{ kind: 'control', of, to, what: 'ownership', basis: 'simulated' }];
  });
  return [...moves, ...deltas.map(simulatedMove), ...known, ...granted, ...control, ...handed];
}

/** A name below the user's own that was theirs before: given away, it is no new name. */
function ownName(control: Control, { commands = [] }: Run): Control {
  const lost = commands.some(({ of, to }) => of === lowerAddress(control.of) && to === lowerAddress(control.to));
  return lost ? { ...control, what: 'ownership', basis: 'both' } : control;
}

/**
 * A run contradicts what it left out only where it ran all that was stated: not a signature used later, nor the other
 * reading of a transaction with both `data` and `input`.
 */
function claimsAreRun({ ask }: SigningRequest): boolean {
  return ask.kind === 'calls' || (ask.kind === 'transaction' && ask.transaction.otherData === null);
}

/**
 * Wrapped in one call and swapped away in the next: the run shows no change of the asset where the calls together state
 * none, or a loss. A claimed gain that did not come stays a contradiction.
 */
function passesThrough(move: Move, claimed: readonly Move[], deltas: readonly Delta[]): boolean {
  if (deltas.some((delta) => isSameAsset(move.asset, move.amount, delta.asset))) return false;
  const sum = (kind: Move['kind']) =>
    claimed
      .filter((other) => other.kind === kind && isSameAsset(move.asset, move.amount, other.asset))
      .reduce((total, { amount }) => total + (amount === 'unlimited' ? 0n : amount), 0n);
  const arrived = sum('arrives') + paidInto(move.asset, claimed);
  return arrived > 0n && arrived <= sum('leaves');
}

/** Coin paid to the token itself: what wraps it says so by no argument. */
function paidInto(asset: Asset, claimed: readonly Move[]): bigint {
  return claimed.reduce((sum, one) => {
    const wraps = one.kind === 'leaves' && one.asset.type === 'native' && one.to === contractOf(asset);
    return wraps && one.to !== null && one.amount !== 'unlimited' ? sum + one.amount : sum;
  }, 0n);
}

/** Takes what it matched out of `deltas`. Several stated moves of one asset are one delta. */
function mergedMoves(stated: readonly Move[], deltas: Delta[], unseen: 'disagree' | 'stated'): Move[] {
  const moves: Move[] = [];
  const matched = new Map<Delta, Move>();
  for (const move of stated) {
    const outward = move.kind === 'leaves';
    const fits = (delta: Delta) => delta.delta < 0n === outward && isSameAsset(move.asset, move.amount, delta.asset);
    if ([...matched.keys()].some(fits)) continue;
    const at = deltas.findIndex(fits);
    const delta = deltas[at];
    if (delta === undefined) {
      moves.push({ ...move, basis: unseen });
      continue;
    }
    deltas.splice(at, 1);
    matched.set(delta, move);
    moves.push(bothMove(move, delta, stated));
  }
  return moves;
}

function bothMove(move: Move, delta: Delta, stated: readonly Move[]): Move {
  const seen = simulatedMove(delta);
  const alike = stated.filter(
    (other) => other.kind === move.kind && isSameAsset(other.asset, other.amount, delta.asset),
  );
  const more = seen.kind === 'leaves' && isFarMore(seen.amount, alike);
  const basis = more ? 'disagree' : 'both';
  if (seen.kind === 'arrives') return { ...seen, basis };
  const recipients = new Set(alike.map((other) => (other.kind === 'leaves' ? other.to : null)));
  const [recipient] = recipients;
  return { ...seen, to: recipients.size === 1 ? (recipient ?? seen.to) : seen.to, basis };
}

/** The run takes more than the request says, beyond what rounding and fees on transfer explain. */
function isFarMore(seen: Leaves['amount'], alike: readonly Move[]): boolean {
  let sum = 0n;
  for (const { amount, asset } of alike) {
    if (amount === 'unlimited') return false;
    // The id of an item that reads like an amount.
    sum += asset.type === 'erc20' || asset.type === 'native' || asset.type === 'erc1155' ? amount : 1n;
  }
  return seen !== 'unlimited' && seen * 100n > sum * 101n + 100n;
}

function simulatedMove(delta: Delta): Move {
  const { asset, to } = delta;
  return delta.delta < 0n
    ? { kind: 'leaves', asset, amount: -delta.delta, to, share: null, basis: 'simulated' }
    : { kind: 'arrives', asset, amount: delta.delta, basis: 'simulated' };
}

/**
 * No change is no contradiction: the same allowance may stand already, or be used up in the same call. Takes what it
 * matched out of `changes`.
 */
function mergedGrant(grant: Grants, changes: PermissionChange[]): Grants {
  const contract = contractOf(grant.over);
  const at = changes.findIndex(
    (change) => change.token === contract && change.to === grant.to && isSameKind(grant, change),
  );
  const change = changes[at];
  if (change === undefined) return grant;
  changes.splice(at, 1);
  const seen = grantOf(change);
  return { ...seen, revokes: change.after === 0n || (grant.revokes && change.after < change.before), basis: 'both' };
}

function isSameKind(grant: Grants, change: PermissionChange): boolean {
  if (change.kind === 'operator') return grant.over.type === 'collection';
  if (change.kind === 'permit2') return grant.revocable === 'permit2';
  if (change.kind === 'allowance' && change.itemId !== null)
    return grant.over.type === 'erc1155' && grant.over.id === change.itemId;
  return grant.revocable === 'token' && grant.over.type !== 'collection';
}

/** A permission that grew though the request does not say so. One that shrank was used, or taken back: no new power. */
function newGrant(change: PermissionChange): Grants[] {
  return change.after > change.before ? [{ ...grantOf(change), basis: 'simulated' }] : [];
}

function grantOf(change: PermissionChange): Grants {
  const over = overOf(change);
  const limit = change.kind === 'operator' || change.after >= unlimitedFrom(change) ? 'unlimited' : change.after;
  return {
    kind: 'grants',
    to: change.to,
    power: change.kind === 'operator' ? 'operate' : 'spend',
    over,
    limit: change.kind === 'item' ? 1n : limit,
    until: change.untilSeconds === null || change.untilSeconds >= FOREVER ? 'revoked' : change.untilSeconds,
    revocable: change.kind === 'permit2' ? 'permit2' : 'token',
    holding: null,
    revokes: change.after === 0n,
    basis: 'simulated',
  };
}

function overOf(change: PermissionChange): Grants['over'] {
  if (change.kind === 'operator') return { type: 'collection', address: change.token };
  if (change.kind === 'item') return { type: 'erc721', address: change.token, id: change.itemId };
  if (change.itemId !== null) return { type: 'erc1155', address: change.token, id: change.itemId };
  return { type: 'erc20', address: change.token };
}

function unlimitedFrom(change: PermissionChange): bigint {
  return change.kind === 'permit2' ? (1n << 160n) - 1n : 1n << 255n;
}

/** Only transactions and calls run; a plain call without value and data moves nothing. */
function missingFact(view: ChainView | null, request: SigningRequest): UnknownWhy | null {
  const { ask } = request;
  if (ask.kind !== 'transaction' && ask.kind !== 'calls') return null;
  if (view?.run?.status === 'reverted') return 'would-fail';
  if (view !== null && view.run !== null) return null;
  const calls = ask.kind === 'transaction' ? [ask.transaction] : ask.calls;
  if (!calls.some((call) => call.valueWei > 0n || call.data !== '0x')) return null;
  return view === null ? 'not-simulated' : 'simulation-failed';
}

/** A run watches the user's own account: it neither shows nor contradicts what a Safe would lose. */
function isOfSafe(consequence: Consequence): boolean {
  return 'of' in consequence && consequence.kind !== 'control';
}

function withHolding(consequence: Consequence, view: ChainView | null): Consequence {
  // What is owed already says nothing about how much more may be borrowed.
  if (consequence.kind === 'grants' && consequence.power === 'borrow') return consequence;
  if (consequence.kind === 'grants') {
    return { ...consequence, holding: holdingOf(consequence.over, view, consequence.of) };
  }
  // More debt is no part of the debt there is.
  if (consequence.kind !== 'leaves' || consequence.debtOf !== undefined) return consequence;
  return { ...consequence, share: shareOf(consequence.amount, holdingOf(consequence.asset, view, consequence.of)) };
}

function shareOf(amount: Leaves['amount'], holding: bigint | null): number | null {
  if (holding === null || holding <= 0n) return null;
  if (amount === 'unlimited' || amount >= holding) return 1;
  // Six digits are enough for words, and the quotient fits a double.
  return Number((amount * SHARE_SCALE) / holding) / Number(SHARE_SCALE);
}

function isMove(consequence: Consequence): consequence is Move {
  return consequence.kind === 'leaves' || consequence.kind === 'arrives';
}

const SHARE_SCALE = 1_000_000n;
/** The largest 48-bit time: Permit2's "never". */
const FOREVER = (1n << 48n) - 1n;
