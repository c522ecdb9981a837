import type { Grants, Leaves } from '../simulate/Consequence.ts';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import type { Evidence } from './Evidence.ts';
import { fact } from './kit/facts.ts';
import { grantFamily } from './kit/grantFamily.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { accountFacts, grantShare, isAcquainted, leavesToOthers, newGrants, same } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'spender-is-eoa',
  title: 'Power over tokens goes to an address without a program',
  family: 'A1',
  severity: 'danger',
  proves:
    'The grantee has no contract code at this block, so no published rules bind what its owner does with the tokens.',
  falsePositives: 'Paying somebody by allowance instead of by transfer; custody desks that pull from a plain account.',
  blindSpots: 'A drainer that is a contract. An ERC-3009 payment of less than nearly all of the holding.',
  clears: 'Deploy the spender before asking, and ask for power for a contract.',
  references: ['https://eips.ethereum.org/EIPS/eip-20', 'https://eips.ethereum.org/EIPS/eip-7702'],
};

/** An ERC-3009 authorization is a payment to a person; it is a drain when it takes nearly all there is. */
const NEARLY_ALL = 0.9;

export const spenderIsEoa: Detector = {
  meta,
  applies: (scene) => newGrants(scene).length > 0 || signedPayments(scene).length > 0,
  detect(scene): Evidence {
    let couldNotTell = false;
    for (const grant of worstFirst(newGrants(scene))) {
      // A session key is a plain account by design: its budget is another detector's question.
      if (grant.budget !== undefined) continue;
      const facts = accountFacts(scene, grant.to);
      if (facts === null) {
        couldNotTell = true;
        continue;
      }
      // A delegated account (EIP-7702) is still one person's key.
      if (facts.code === 'contract') continue;
      if (isPayment(scene, grant)) {
        const share = grantShare(grant);
        if (share === null) couldNotTell = true;
        if (share === null || share < NEARLY_ALL) continue;
      }
      return fired(
        meta,
        { who: fact.address(grant.to) },
        {
          family: grantFamily(scene, grant),
          ...(facts.code === 'delegated' ? { variant: 'delegated' } : isUnused(facts) ? { variant: 'unused' } : {}),
        },
      );
    }
    for (const { to, share } of signedPayments(scene)) {
      const facts = to === null ? null : accountFacts(scene, to);
      if (to === null || facts === null || share === null) couldNotTell = true;
      else if (facts.code !== 'contract' && share >= NEARLY_ALL && !isAcquainted(scene, to)) {
        return fired(
          meta,
          { who: fact.address(to) },
          {
            family: isUserOperation(scene) ? 'F6' : isRelayed(scene) ? 'G5' : 'B5',
            ...(isUnused(facts) ? { variant: 'unused' } : {}),
          },
        );
      }
    }
    return couldNotTell ? inconclusive(meta) : clear(meta);
  },
};

/** What ERC-3009, meta-transactions and user operations would pay to others: whoever holds the signature makes it happen. */
function signedPayments(scene: Scene): Leaves[] {
  const isOperation = isUserOperation(scene);
  const paid = scene.actions.flatMap((action) => {
    if (action.kind === 'permit') return action.standard === 'erc3009' ? [action.spender] : [];
    if (action.kind !== 'transfer') return [];
    return isOperation || (action.by === undefined && isRelayed(scene)) ? [action.to] : [];
  });
  return leavesToOthers(scene).filter(
    ({ to, of, asset }) =>
      (of === undefined || isOperation) && isCoin(asset) && to !== null && paid.some((one) => same(one, to)),
  );
}

function isCoin({ type }: Leaves['asset']): boolean {
  return type === 'erc20' || type === 'native';
}

/** A signature whose inner call somebody else sends (taxonomy G5). */
function isRelayed({ action, request }: Scene): boolean {
  return request.ask.kind === 'typedData' && action.kind === 'batch';
}

/** ERC-4337: signed by the owner, sent by a bundler, done by the account, which need not be the address that signs. */
function isUserOperation({ request: { ask, method } }: Scene): boolean {
  if (ask.kind === 'typedData') return USER_OPERATIONS.has(ask.typed.primaryType);
  return ask.kind === 'calls' && method.toLowerCase().includes('useroperation');
}

const USER_OPERATIONS: ReadonlySet<string> = new Set(['UserOperation', 'PackedUserOperation', 'SafeOp']);

function isUnused(facts: { readonly nonce: bigint; readonly balanceWei: bigint }): boolean {
  return facts.nonce === 0n && facts.balanceWei === 0n;
}

function isPayment(scene: Scene, grant: Grants): boolean {
  return scene.actions.some(
    (action) => action.kind === 'permit' && action.standard === 'erc3009' && same(action.spender, grant.to),
  );
}

/** So that the sentence names the widest grant when several are bad. */
function worstFirst(grants: readonly Grants[]): Grants[] {
  return [...grants].sort((a, b) => (grantShare(b) ?? 0) - (grantShare(a) ?? 0));
}
