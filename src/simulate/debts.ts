import type { Address } from 'viem';
import type { Arrives, Consequence, Leaves } from './Consequence.ts';
import type { ChainView, Passed, Run, TokenFacts } from './Simulator.ts';

/**
 * A lender's token that counts a debt, told in the user's terms: a debt that grows leaves, for it must be paid back; one
 * that falls arrives. A token's own word makes a growing debt; a falling one wants more, for anybody can make a token
 * whose burning looks like a gain: the user had it before, and pays about as much of the asset that is owed, or of a
 * receipt for it. Every other fall stays a loss.
 */
export function withDebts(consequences: readonly Consequence[], view: ChainView | null): Consequence[] {
  const tokens = view?.tokens ?? NONE;
  if (!consequences.some((one) => isMove(one) && debtIn(one, tokens) !== null)) return [...consequences];
  const paid = new Map<Address, { debt: bigint; payment: bigint }>();
  const isRefinanced = consequences.some((one) => one.kind === 'arrives' && debtIn(one, tokens) !== null);
  for (const one of consequences) {
    if (one.kind !== 'leaves' || one.amount === 'unlimited' || one.basis === 'stated') continue;
    const debtOf = debtIn(one, tokens);
    const of = debtOf ?? countedIn(one, tokens);
    if (of === null) continue;
    const sum = paid.get(of) ?? { debt: 0n, payment: 0n };
    paid.set(
      of,
      debtOf === null ? { ...sum, payment: sum.payment + one.amount } : { ...sum, debt: sum.debt + one.amount },
    );
  }
  const coins = consequences.reduce((sum, one) => sum + coinsIn(one), 0n);
  const isPaid = (debtOf: Address): boolean => {
    const { debt = 0n, payment = 0n } = paid.get(debtOf) ?? {};
    // Coins are wrapped on the way to a lender.
    return isAbout(debt, payment === 0n ? coins : payment);
  };
  return consequences.map((one): Consequence => {
    if (!isMove(one)) return one;
    const debtOf = debtIn(one, tokens);
    if (debtOf === null) return isLent(one, consequences, tokens) ? { ...one, basis: 'stated' } : one;
    const { asset, amount, basis } = one;
    if (one.kind === 'arrives') return { kind: 'leaves', asset, amount, to: null, share: null, basis, debtOf };
    const owed = asset.type === 'native' ? null : (tokens.get(asset.address)?.holding ?? null);
    const wasOwed = owed !== null && owed > 0n;
    return wasOwed && (isRefinanced || isPaid(debtOf)) ? { kind: 'arrives', asset, amount, basis, debtOf } : one;
  });
}

/** Borrowed in one call of a batch and sent on in the next: that no coin of the user's is missing is no contradiction. */
function isLent(
  { amount, asset, basis, kind }: Leaves | Arrives,
  consequences: readonly Consequence[],
  tokens: ReadonlyMap<Address, TokenFacts>,
): boolean {
  if (kind !== 'leaves' || basis !== 'disagree' || asset.type !== 'erc20' || amount === 'unlimited') return false;
  return consequences.some(
    (one) =>
      one.kind === 'arrives' &&
      debtIn(one, tokens) === asset.address &&
      one.amount !== 'unlimited' &&
      one.amount * 100n >= amount * 99n,
  );
}

/** Who else got of the assets that a run leaves the user owing more of: what was borrowed, perhaps. */
export function loanRecipients(
  { deltas, passed = [] }: Pick<Run, 'deltas' | 'passed'>,
  tokens: ReadonlyMap<Address, TokenFacts>,
): readonly Passed[] {
  const owed = new Set(
    deltas.flatMap(({ asset, delta }) => {
      const facts = asset.type === 'erc20' && delta > 0n ? tokens.get(asset.address) : undefined;
      return facts?.debt === true && facts.underlying !== undefined ? [facts.underlying] : [];
    }),
  );
  return passed.filter(({ token }) => owed.has(token)).slice(0, MAX_RECIPIENTS);
}

/** The largest shares are enough to tell where a loan went. */
const MAX_RECIPIENTS = 4;
const NONE: ReadonlyMap<Address, TokenFacts> = new Map();

/** A fee, and the interest of the seconds in between, are less than a tenth. */
function isAbout(debt: bigint, payment: bigint): boolean {
  return payment > 0n && debt * 10n >= payment * 9n && payment * 10n >= debt * 9n;
}

/** What is owed, where the move is one of a debt of the user's own account. */
function debtIn({ asset, of, amount }: Leaves | Arrives, tokens: ReadonlyMap<Address, TokenFacts>): Address | null {
  const facts =
    asset.type === 'erc20' && of === undefined && amount !== 'unlimited' ? tokens.get(asset.address) : undefined;
  return facts?.debt === true ? (facts.underlying ?? null) : null;
}

/** The asset itself, or what a receipt says it stands for. */
function countedIn({ asset, of }: Leaves, tokens: ReadonlyMap<Address, TokenFacts>): Address | null {
  if (asset.type !== 'erc20' || of !== undefined) return null;
  return tokens.get(asset.address)?.underlying ?? asset.address;
}

function coinsIn(one: Consequence): bigint {
  const isCoin = one.kind === 'leaves' && one.asset.type === 'native' && one.of === undefined;
  return isCoin && one.amount !== 'unlimited' ? one.amount : 0n;
}

function isMove(one: Consequence): one is Leaves | Arrives {
  return one.kind === 'leaves' || one.kind === 'arrives';
}
