import type { Address } from 'viem';
import type { Action, Asset } from '../decode/Action.ts';
import type { Probe } from './Probe.ts';
import { lowerAddress } from './rpcValue.ts';
import type { ChainQuery } from './Simulator.ts';

/** Nested batches deeper than this were cut by decode already; the guard is for the stack. */
const MAX_DEPTH = 8;

/** What decode already knows to look at, the user's ether first. */
export function probesFromDecode(query: ChainQuery, targets: readonly Address[]): readonly Probe[] {
  return [
    { kind: 'account' },
    ...fromAction(query.action, MAX_DEPTH),
    ...query.tokens.flatMap(fromAsset),
    // A token need not say in its logs what it does: each call's target may be one.
    ...targets.map((target): Probe => ({ kind: 'erc20', token: lowerAddress(target) })),
  ];
}

function fromAsset(asset: Asset): readonly Probe[] {
  if (asset.type === 'native') return [];
  const token = lowerAddress(asset.address);
  if (asset.type === 'erc20' || asset.id === null) return [{ kind: 'erc20', token }];
  if (asset.type === 'erc1155') return [{ kind: 'items', token, id: asset.id }];
  return [
    { kind: 'owner', token, id: asset.id },
    { kind: 'approved', token, id: asset.id },
  ];
}

function fromAction(action: Action, depth: number): readonly Probe[] {
  switch (action.kind) {
    case 'transfer':
      return fromAsset(action.asset);
    case 'allowance': {
      const { asset, standard } = action;
      const own = fromAsset(asset);
      if (asset.type === 'native' || asset.type === 'erc721') return own;
      const token = lowerAddress(asset.address);
      const spender = lowerAddress(action.spender);
      if (asset.type === 'erc1155')
        return asset.id === null ? own : [...own, { kind: 'itemAllowance', token, spender, id: asset.id }];
      const kept = standard === 'erc777' || standard === 'lsp7' ? { standard } : {};
      return [...own, { kind: 'allowance', token, spender, ...kept }];
    }
    case 'operatorApproval': {
      const token = lowerAddress(action.collection);
      const kept = action.standard === undefined ? {} : { standard: action.standard };
      return [{ kind: 'operator', token, operator: lowerAddress(action.operator), ...kept }];
    }
    case 'permit': {
      if (action.asset.type !== 'erc20') return fromAsset(action.asset);
      const token = lowerAddress(action.asset.address);
      return [
        { kind: 'erc20', token },
        { kind: 'allowance', token, spender: lowerAddress(action.spender) },
      ];
    }
    case 'permit2':
      return action.items.flatMap(({ token }): readonly Probe[] => [
        { kind: 'erc20', token: lowerAddress(token) },
        { kind: 'permit2', token: lowerAddress(token), spender: lowerAddress(action.spender) },
      ]);
    case 'swap':
      return [...fromAsset(action.sell.asset), ...fromAsset(action.buy.asset)];
    case 'order':
      return [...action.offers, ...action.receives].flatMap(({ asset }) => fromAsset(asset));
    case 'call':
      // Whatever the function is called: the user may command the contract before, and somebody else after.
      return [{ kind: 'command', contract: lowerAddress(action.to) }];
    case 'ownership':
      // A name that was the user's own before it is given.
      return action.subname === undefined
        ? []
        : [{ kind: 'command', contract: lowerAddress(action.of), node: action.subname }];
    case 'delegatecall':
      return [{ kind: 'command', contract: lowerAddress(action.of) }];
    case 'batch':
      return depth === 0 ? [] : action.actions.flatMap((inner) => fromAction(inner, depth - 1));
    default:
      return [];
  }
}
