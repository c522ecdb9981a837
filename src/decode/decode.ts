import type { Address } from 'viem';
import type { AuthorizationItem, CallsAsk, SigningRequest, TransactionAsk } from '../request/SigningRequest.ts';
import type { Action, Digests } from './Action.ts';
import { leavesOf } from './batch.ts';
import { decodeCall, decodeDeployment, newRoom, type Room } from './call.ts';
import { messageDigests } from './digests.ts';
import { decodeMessage } from './message.ts';
import { decodeSession } from './session.ts';
import { decodeTypedData } from './typedData.ts';

export interface Decoded {
  /** What the request says it does, as one. */
  readonly action: Action;
  /** Its leaves: wrappers opened, and the other reading's leaves where `data` and `input` differ. */
  readonly actions: readonly Action[];
  readonly digests: Digests | null;
}

/** Reads what a request says it would do, from its bytes alone. Never throws; bounded by `BATCH_LIMITS`. */
export function decode(request: SigningRequest): Decoded {
  const { action, digests, other } = read(request);
  const actions = [...leavesOf(action), ...(other === null ? [] : leavesOf(other))];
  return { action, actions, digests };
}

interface Reading {
  readonly action: Action;
  readonly digests: Digests | null;
  readonly other: Action | null;
}

function read(request: SigningRequest): Reading {
  const { ask } = request;
  switch (ask.kind) {
    case 'transaction':
      return transaction(ask.transaction, request);
    case 'calls':
      return only(calls(ask, request));
    case 'batch': {
      const actions = ask.requests.map((one) => read(one).action);
      return only({ kind: 'batch', wrapper: request.method, to: null, valueWei: 0n, actions });
    }
    case 'authorization':
      return only(together('authorization', delegations(ask.items, ask.account ?? request.account)));
    case 'typedData':
      return { ...decodeTypedData(ask, request), other: null };
    case 'message': {
      const action = decodeMessage(ask.bytes, ask.text, ask.account ?? request.account);
      return { action, digests: messageDigests(ask.bytes), other: null };
    }
    case 'hash':
      return only({ kind: 'hash', hash: ask.hash });
    case 'permission':
      return only(decodeSession(request) ?? { kind: 'connect', permissions: ask.names, accountsOnly: ask.connect });
    case 'chain': {
      const { add, chainId, name, rpcUrls, nativeSymbol } = ask;
      return only({ kind: 'chain', add, chainId, name, rpcUrls, nativeSymbol });
    }
    case 'asset':
      return only({ kind: 'asset', standard: ask.standard, address: ask.address, symbol: ask.symbol });
    case 'unreadable':
      return only({ kind: 'unreadable', why: ask.why, detail: ask.detail });
  }
}

function transaction(ask: TransactionAsk, request: SigningRequest): Reading {
  const sender = ask.from ?? request.account;
  const readings = ask.otherData === null ? [ask.data] : [ask.data, ask.otherData];
  const [one, two] = readings.map((data) => {
    const main = target({ to: ask.to, valueWei: ask.valueWei, data }, sender, newRoom());
    const also = delegations(ask.authorizations, sender);
    return also.length === 0 ? main : together('transaction', [main, ...also]);
  });
  const first: Action = one ?? { kind: 'unreadable', why: 'bad-params', detail: 'no data' };
  if (two === undefined) return only(first);
  // Wallets differ in which they send: the one that does more harm is shown, both are judged.
  return harm(two) > harm(first)
    ? { action: two, digests: null, other: first }
    : { action: first, digests: null, other: two };
}

function calls(ask: CallsAsk, request: SigningRequest): Action {
  const sender = ask.from ?? request.account;
  const room = newRoom();
  const actions = ask.calls.map((call) => target(call, sender, room));
  const [first] = actions;
  if (request.method.toLowerCase().includes('useroperation')) {
    const opened = first !== undefined && first.kind === 'batch';
    return opened ? first : { kind: 'opaque', what: 'user-operation', label: request.method, domain: null };
  }
  return { kind: 'batch', wrapper: request.method, to: null, valueWei: 0n, actions };
}

function target(
  call: { readonly to: Address | null; readonly valueWei: bigint; readonly data: `0x${string}` },
  sender: Address | null,
  room: Room,
): Action {
  const { to, valueWei, data } = call;
  return to === null ? decodeDeployment(valueWei, data) : decodeCall({ to, valueWei, data, sender }, room);
}

function delegations(items: readonly AuthorizationItem[], account: Address | null): readonly Action[] {
  return items.map(({ chainId, delegate }) => ({ kind: 'delegation', account, delegate, everyChain: chainId === 0n }));
}

function together(wrapper: string, actions: readonly Action[]): Action {
  const [first] = actions;
  if (first !== undefined && actions.length === 1) return first;
  return { kind: 'batch', wrapper, to: null, valueWei: 0n, actions };
}

function only(action: Action): Reading {
  return { action, digests: null, other: null };
}

/** A rough order, used for nothing but which of two readings of one request is shown first. */
function harm(action: Action): number {
  return Math.max(0, ...leavesOf(action).map((leaf) => HARM.indexOf(leaf.kind)));
}
const HARM: readonly Action['kind'][] = [
  'deployment',
  'transfer',
  'call',
  'swap',
  'allowance',
  'unreadable',
  'permit2',
  'operatorApproval',
  'ownership',
  'upgrade',
  'delegatecall',
  'delegation',
];
