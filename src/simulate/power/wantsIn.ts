import type { Address } from 'viem';
import type { Action } from '../../decode/Action.ts';
import { derive } from '../derive.ts';
import type { Around } from '../Extra.ts';
import { lowerAddress } from '../rpcValue.ts';

/** A power the request would give, worth trying who can use it. */
export interface Want {
  readonly through: Address;
  readonly token: Address;
  readonly tokenType: 'erc20' | 'collection';
  /** Base units; for one item its id. */
  readonly limit: bigint | 'unlimited';
  readonly itemId: bigint | null;
  /**
   * Where the power is kept: with the token, with Permit2, in the signature itself (Permit2's SignatureTransfer), with
   * the token that counts the user's debt (credit delegation), or nowhere: what is paid by signature (ERC-3009) is gone.
   */
  readonly kept: 'token' | 'permit2' | 'signature' | 'debt' | 'paid';
  /** True when nothing runs that gives it: the trial must give it first, as using the signature would. */
  readonly bySignature: boolean;
}

/** Powers tried for one request; each costs a few simulations. */
const MAX_WANTS = 3;

/** What the settled run gave, or what the signature would give, to contracts that no registry knows. */
export function wantsIn(around: Around): readonly Want[] {
  const { query, scenario, view } = around;
  const found = scenario === null ? fromSignature(around) : [...fromRun(around), ...borrowing(around)];
  const known = new Set((query.known ?? []).map(lowerAddress));
  const wants = new Map<string, Want>();
  for (const want of found) {
    if (view.accounts.get(want.through)?.code !== 'contract' || known.has(want.through)) continue;
    if (want.through === want.token) continue;
    wants.set(`${want.through} ${want.token} ${want.itemId ?? ''}`, want);
  }
  return [...wants.values()].slice(0, MAX_WANTS);
}

function fromRun({ view }: Around): readonly Want[] {
  return (view.run?.permissions ?? [])
    .filter(({ before, after }) => after > before)
    .map(({ kind, token, to, after, itemId }) => ({
      through: lowerAddress(to),
      token: lowerAddress(token),
      tokenType: kind === 'item' || kind === 'operator' ? 'collection' : 'erc20',
      limit: kind === 'operator' || kind === 'item' ? 'unlimited' : after,
      itemId,
      kept: kind === 'permit2' ? 'permit2' : 'token',
      bySignature: false,
    }));
}

function fromSignature(around: Around): readonly Want[] {
  const { query } = around;
  const lasting = derive(query.request, leavesOf(query.action)).flatMap((one): Want[] => {
    if (one.kind !== 'grants' || one.revokes || one.of !== undefined || one.over.type === 'native') return [];
    if (one.power === 'borrow') return [];
    const { over, to, limit, power, revocable } = one;
    return [
      {
        through: lowerAddress(to),
        token: lowerAddress(over.address),
        tokenType: over.type === 'erc20' ? 'erc20' : 'collection',
        limit,
        itemId: 'id' in over ? over.id : null,
        kept: power === 'take-now' ? 'signature' : revocable === 'permit2' ? 'permit2' : 'token',
        bySignature: true,
      } as const,
    ];
  });
  return [...lasting, ...borrowing(around), ...paying(around)];
}

/** Loans in the user's name: no event that all lending markets share tells of them, so what is stated counts. */
function borrowing({ query, scenario }: Around): readonly Want[] {
  return derive(query.request, leavesOf(query.action)).flatMap((one) =>
    one.kind === 'grants' && one.power === 'borrow' && !one.revokes && one.of === undefined && 'address' in one.over
      ? [coinWant(one.to, one.over.address, one.limit, 'debt', scenario === null)]
      : [],
  );
}

/** What ERC-3009 pays to whom the signature names. */
function paying({ query }: Around): readonly Want[] {
  return leavesOf(query.action).flatMap((one) =>
    one.kind === 'permit' && one.standard === 'erc3009' && 'address' in one.asset
      ? [coinWant(one.spender, one.asset.address, one.amount, 'paid', true)]
      : [],
  );
}

function coinWant(
  through: Address,
  token: Address,
  limit: Want['limit'],
  kept: Want['kept'],
  bySignature: boolean,
): Want {
  const coin = { tokenType: 'erc20', itemId: null } as const;
  return { through: lowerAddress(through), token: lowerAddress(token), ...coin, limit, kept, bySignature };
}

function leavesOf(action: Action): readonly Action[] {
  return action.kind === 'batch' ? action.actions.flatMap(leavesOf) : [action];
}
