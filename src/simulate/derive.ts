import type { Address } from 'viem';
import type { Action, Asset, Permit2Action, PermitAction } from '../decode/Action.ts';
import type { SigningRequest } from '../request/SigningRequest.ts';
import { assetKey } from './assets.ts';
import type { Consequence, Grants, UnknownWhy } from './Consequence.ts';

/**
 * What the request says it would mean for the user's own account, from its decoded leaves alone: no network, `basis`
 * `stated`, shares and holdings not known yet. Other people's assets are left out.
 */
export function derive(request: SigningRequest, actions: readonly Action[]): Consequence[] {
  const account = accountOf(request);
  const own = actions.flatMap((action) => {
    const by = 'by' in action ? action.by : undefined;
    return by === undefined ? consequencesOf(action, account, request) : ofSafe(action, by, request);
  });
  return unique([...coinOut(request, actions, account), ...own]);
}

/** The account the request is for: as the request writes it, else as the provider claims it. */
export function accountOf(request: SigningRequest): Address | null {
  const { ask } = request;
  if (ask.kind === 'transaction') return ask.transaction.from ?? request.account;
  if (ask.kind === 'calls') return ask.from ?? request.account;
  return 'account' in ask ? (ask.account ?? request.account) : request.account;
}

/**
 * The chain's own coin leaves as the value of the calls the account itself makes, whatever they say inside. When the
 * account calls itself (EIP-7702, ERC-4337) the calls inside are its own.
 */
function coinOut(request: SigningRequest, actions: readonly Action[], account: Address | null): Consequence[] {
  const { ask } = request;
  if (ask.kind !== 'transaction' && ask.kind !== 'calls') return [];
  const calls = ask.kind === 'transaction' ? [ask.transaction] : ask.calls;
  if (account !== null && calls.some((call) => call.to === account)) {
    return actions.flatMap((action) => {
      if ('by' in action && action.by !== undefined) return [];
      if (action.kind === 'transfer')
        return action.asset.type === 'native' ? coin(action.to, action.amount, account) : [];
      if (action.kind === 'call') return coin(action.to, action.valueWei, account);
      return action.kind === 'swap' ? coin(action.router, action.valueWei, account) : [];
    });
  }
  return calls.flatMap((call) => coin(call.to, call.valueWei, account));
}

/** What a Safe the user signs for would lose, gain and give: stated alone, for a run watches the user's own account. */
function ofSafe(action: Action, safe: Address, request: SigningRequest): Consequence[] {
  // A signature that makes the user's own account act (a user operation, zkSync's transactions) is no Safe's.
  const own = accountOf(request);
  const sent =
    action.kind === 'transfer' && action.asset.type === 'native'
      ? coin(action.to, action.amount, safe)
      : action.kind === 'call'
        ? coin(action.to, action.valueWei, safe)
        : action.kind === 'swap'
          ? coin(action.router, action.valueWei, safe)
          : [];
  return [...sent, ...consequencesOf(action, safe, request)].map((one) =>
    safe !== own && (one.kind === 'leaves' || one.kind === 'arrives' || one.kind === 'grants')
      ? { ...one, of: safe }
      : one,
  );
}

function coin(to: Address | null, amount: bigint | 'unlimited', account: Address | null): Consequence[] {
  if (amount === 0n || (to !== null && to === account)) return [];
  return [{ kind: 'leaves', asset: { type: 'native' }, amount, to, share: null, basis: 'stated' }];
}

function consequencesOf(action: Action, account: Address | null, request: SigningRequest): Consequence[] {
  switch (action.kind) {
    case 'transfer':
      return transfer(action, account);
    case 'allowance': {
      const { spender, asset, amount } = action;
      const revokes = action.revokes || action.change === 'decrease';
      if (action.budget !== undefined) {
        const { budget, until = 'revoked' } = action;
        return [grant({ to: spender, over: asset, limit: amount, until, revocable: 'wallet', revokes, budget })];
      }
      return [grant({ to: spender, power: action.power ?? 'spend', over: asset, limit: amount, revokes })];
    }
    case 'operatorApproval': {
      const over = { type: 'collection', address: action.collection } as const;
      return [grant({ to: action.operator, power: 'operate', over, limit: 'unlimited', revokes: !action.approved })];
    }
    case 'permit':
      return permit(action, account);
    case 'permit2':
      return action.items.map((item) => permit2(action, item));
    case 'order':
      return order(action, account);
    case 'swap': {
      const { sell, buy, recipient, router } = action;
      const out = sell.asset.type === 'native' ? [] : leaves(sell.asset, sell.amount, router);
      const ours = account === null || recipient === account;
      return [...out, ...(ours && buy.minimum > 0n ? [arrives(buy.asset, buy.minimum)] : [])];
    }
    case 'delegation': {
      // EIP-7702: nobody's code takes the present one away.
      if (action.delegate === NOBODY) return [];
      const of = action.account ?? account ?? NOBODY;
      return [{ kind: 'control', of, to: action.delegate, what: 'account-code', basis: 'stated' }];
    }
    case 'ownership':
    case 'upgrade':
    case 'delegatecall': {
      const what = action.of === action.to ? 'rules' : action.subname === undefined ? action.kind : 'subname';
      return [{ kind: 'control', of: action.of, to: action.to, what, basis: 'stated' }];
    }
    case 'login':
      return [{ kind: 'identity', to: action.domain, scope: 'login' }];
    case 'message': {
      const blind: Consequence[] = action.looksLikeHash ? [unknown('blind-hash')] : [];
      return [{ kind: 'identity', to: siteOf(request), scope: 'message' }, ...blind];
    }
    case 'hash':
      return [unknown('blind-hash')];
    case 'connect': {
      const scope = action.accountsOnly ? 'accounts' : 'permissions';
      const beyond: Consequence[] = action.accountsOnly ? [] : [unknown('opaque')];
      return [{ kind: 'identity', to: siteOf(request), scope }, ...beyond];
    }
    case 'opaque':
      return [unknown('opaque')];
    case 'unreadable':
      return [unknown('unreadable')];
    case 'call':
      // Inside a signature (a meta-transaction) nothing will ever show what an unknown call does.
      return request.ask.kind === 'typedData' ? [unknown('opaque')] : [];
    case 'statement':
      return [{ kind: 'identity', to: siteOf(request), scope: 'message' }];
    case 'session':
      return [{ kind: 'identity', to: siteOf(request), scope: 'permissions' }];
    case 'deployment':
    case 'vote':
    case 'chain':
    case 'asset':
    case 'batch':
      return [];
  }
}

function transfer(action: Action & { kind: 'transfer' }, account: Address | null): Consequence[] {
  const { asset, from, to, amount } = action;
  if (asset.type === 'native' || amount === 0n || from === to) return [];
  if (from === null || account === null || from === account) return to === account ? [] : leaves(asset, amount, to);
  return to === account ? [arrives(asset, amount)] : [];
}

function permit(action: PermitAction, account: Address | null): Consequence[] {
  const { asset, spender, amount, until } = action;
  // ERC-3009 pays one recipient one amount: a payment, not a power.
  if (action.standard === 'erc3009') return spender === account || amount === 0n ? [] : leaves(asset, amount, spender);
  return [grant({ to: spender, over: asset, limit: amount, until, revokes: amount === 0n })];
}

function permit2(action: Permit2Action, item: Permit2Action['items'][number]): Consequence {
  const lasting = action.form === 'approve' || action.form === 'allowance' || action.form === 'allowance-batch';
  return grant({
    to: action.spender,
    power: lasting ? 'spend' : 'take-now',
    over: { type: 'erc20', address: item.token },
    limit: item.amount,
    until: item.until,
    revocable: lasting ? 'permit2' : 'nonce',
    revokes: item.amount === 0n,
  });
}

function order(action: Action & { kind: 'order' }, account: Address | null): Consequence[] {
  const maker = account ?? action.offerer;
  const out = action.offers.flatMap(({ asset, amount }) => leaves(asset, amount, null));
  const back = action.receives.filter(({ recipient }) => recipient === maker || recipient === action.offerer);
  const unbounded = action.offers.some(({ asset, amount }) => amount === 'unlimited' || anyItem(asset));
  const found: Consequence[] = [...out, ...back.map(({ asset, amount }) => arrives(asset, amount))];
  return unbounded ? [...found, unknown('unbounded-order')] : found;
}

/** An offer by criteria: whichever item of the collection the taker likes. */
function anyItem(asset: Asset): boolean {
  return (asset.type === 'erc721' || asset.type === 'erc1155') && asset.id === null;
}

function leaves(asset: Asset, amount: bigint | 'unlimited', to: Address | null): Consequence[] {
  return amount === 0n ? [] : [{ kind: 'leaves', asset, amount, to, share: null, basis: 'stated' }];
}

function arrives(asset: Asset, amount: bigint | 'unlimited'): Consequence {
  return { kind: 'arrives', asset, amount, basis: 'stated' };
}

function grant(part: Pick<Grants, 'to' | 'over' | 'limit' | 'revokes'> & Partial<Grants>): Grants {
  return {
    kind: 'grants',
    power: 'spend',
    until: 'revoked',
    revocable: 'token',
    holding: null,
    basis: 'stated',
    ...part,
  };
}

function unknown(why: UnknownWhy): Consequence {
  return { kind: 'unknown', why };
}

function siteOf(request: SigningRequest): string {
  const origin = request.origin ?? request.topOrigin ?? 'null';
  // As a person reads it in the address bar; what is not http keeps its scheme.
  return origin.replace(/^https?:\/\//u, '');
}

/** One line for one missing fact, and for one grant that two readings of the bytes share. */
function unique(consequences: readonly Consequence[]): Consequence[] {
  const seen = new Set<string>();
  return consequences.filter((consequence) => {
    const key = keyOf(consequence);
    if (key === null) return true;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function keyOf(consequence: Consequence): string | null {
  if (consequence.kind === 'unknown') return consequence.why;
  if (consequence.kind === 'identity') return `${consequence.scope} ${consequence.to}`;
  if (consequence.kind !== 'grants') return null;
  // Two keys of one budget each spend it.
  if (consequence.budget !== undefined) return null;
  const { to, over, limit, until, power, revokes, of } = consequence;
  return ['grants', of, to, assetKey(over), limit, until, power, revokes].join(' ');
}

const NOBODY: Address = '0x0000000000000000000000000000000000000000';
