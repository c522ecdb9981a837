import type { Address } from 'viem';
import type { Action, Asset } from '../decode/Action.ts';
import type { SigningRequest } from '../request/SigningRequest.ts';
import { assetKey } from './assets.ts';
import { accountOf } from './derive.ts';
import type { Holder } from './Simulator.ts';

/** Every address the decoded request names and a detector may ask about, the user's own left out. At most 64. */
export function addressesOf(request: SigningRequest, actions: readonly Action[]): Address[] {
  const account = accountOf(request);
  const named = new Set<Address>([...targetsOf(request), ...actions.flatMap(namedBy)]);
  named.delete(NOBODY);
  if (account !== null) named.delete(account);
  return [...named].slice(0, MOST_ADDRESSES);
}

/** Tokens known from decode whose balance, decimals and symbol matter. At most 64. */
export function tokensOf(actions: readonly Action[]): Asset[] {
  const found = new Map<string, Asset>();
  for (const asset of actions.flatMap(assetsOf)) if (asset.type !== 'native') found.set(assetKey(asset), asset);
  return [...found.values()].slice(0, MOST_TOKENS);
}

/** What Safes and other accounts would move or give power over, and so what of it they hold matters. At most 16. */
export function holdersOf(actions: readonly Action[]): Holder[] {
  const found = new Map<string, Holder>();
  for (const action of actions) {
    if (!('by' in action) || action.by === undefined) continue;
    for (const asset of assetsOf(action)) {
      if (asset.type === 'erc20' || asset.type === 'erc1155') {
        found.set(`${action.by} ${assetKey(asset)}`, { account: action.by, asset });
      }
    }
  }
  return [...found.values()].slice(0, MOST_HOLDERS);
}

function targetsOf(request: SigningRequest): Address[] {
  const { ask } = request;
  const targets =
    ask.kind === 'transaction' ? [ask.transaction.to] : ask.kind === 'calls' ? ask.calls.map((call) => call.to) : [];
  return targets.filter((to) => to !== null);
}

function namedBy(action: Action): Address[] {
  const assets = assetsOf(action).flatMap((asset) => (asset.type === 'native' ? [] : [asset.address]));
  const account = 'by' in action && action.by !== undefined ? [action.by] : [];
  return [...partiesOf(action), ...account, ...assets];
}

function partiesOf(action: Action): Address[] {
  switch (action.kind) {
    case 'transfer':
      return action.from === null ? [action.to] : [action.to, action.from];
    case 'allowance':
      return [action.spender];
    case 'operatorApproval':
      return [action.operator];
    case 'permit':
    case 'permit2': {
      const contract = action.domain?.verifyingContract ?? null;
      return contract === null ? [action.spender] : [action.spender, contract];
    }
    case 'order': {
      const contract = action.domain.verifyingContract;
      const recipients = action.receives.map(({ recipient }) => recipient);
      return contract === null ? recipients : [contract, ...recipients];
    }
    case 'delegation':
      return [action.delegate];
    case 'ownership':
    case 'upgrade':
    case 'delegatecall':
      return [action.to, action.of];
    case 'call':
      return [action.to];
    case 'swap':
      return [action.router, action.recipient];
    case 'session':
      return [action.key, action.target].filter((one) => one !== null);
    case 'batch':
      return action.to === null ? [] : [action.to];
    case 'opaque':
      return action.domain?.verifyingContract ? [action.domain.verifyingContract] : [];
    case 'asset':
      return [action.address];
    default:
      return [];
  }
}

function assetsOf(action: Action): Asset[] {
  switch (action.kind) {
    case 'transfer':
    case 'allowance':
    case 'permit':
      return [action.asset];
    case 'operatorApproval':
      return [{ type: 'erc721', address: action.collection, id: null }];
    case 'session':
      // What a key may call may be a token.
      return action.target === null ? [] : [{ type: 'erc20', address: action.target }];
    case 'permit2':
      return action.items.map(({ token }) => ({ type: 'erc20', address: token }));
    case 'order':
      return [...action.offers, ...action.receives].map(({ asset }) => asset);
    case 'swap':
      return [action.sell.asset, action.buy.asset];
    case 'asset':
      return action.standard.toUpperCase() === 'ERC20' ? [{ type: 'erc20', address: action.address }] : [];
    default:
      return [];
  }
}

const NOBODY: Address = '0x0000000000000000000000000000000000000000';
/** More would not fit one round trip; the first named are the outermost. */
const MOST_ADDRESSES = 64;
const MOST_TOKENS = 64;
const MOST_HOLDERS = 16;
