import { channelCall, namedCall } from './channelCall.ts';
import { isRecord, onlyKeys } from './records.ts';
import type { ChannelCall, ChannelMessage, ChannelReply, Route, WalletChannel } from './WalletChannel.ts';

/** MetaMask's post-message streams: content script -> inpage script and the multiplexed streams between the two. */
const STREAMS: Readonly<Record<string, { readonly inpage: string; readonly names: readonly string[] }>> = {
  'metamask-contentscript': {
    inpage: 'metamask-inpage',
    names: ['metamask-provider', 'metamask-multichain-provider'],
  },
  // The legacy names, to which its content script still listens.
  contentscript: { inpage: 'inpage', names: ['provider', 'publicConfig'] },
};
const INPAGES: ReadonlySet<string> = new Set(Object.values(STREAMS).map(({ inpage }) => inpage));
export const HANDSHAKES: ReadonlySet<unknown> = new Set(['SYN', 'ACK']);

const channel = 'metamask';
/** A fork that kept the legacy names is another wallet, with accounts of its own. */
const LEGACY: Route = { channel, target: 'contentscript', name: 'provider' };
const DROP: ChannelMessage = { kind: 'drop', channel };

/** `{ target, data: { name, data: JSON-RPC } }`, from `@metamask/post-message-stream` and `@metamask/object-multiplex`. */
export const metamaskChannel: WalletChannel = {
  route: { channel, target: 'metamask-contentscript', name: 'metamask-provider' },

  read(data) {
    const target = data.target;
    if (typeof target !== 'string') return null;
    if (INPAGES.has(target)) return { kind: 'reply', channel, responses: responsesOf(data.data) };
    const pair = Object.hasOwn(STREAMS, target) ? STREAMS[target] : undefined;
    if (pair === undefined) return null;
    const inner = data.data;
    if (HANDSHAKES.has(inner)) return { kind: 'handshake', channel };
    if (!isRecord(inner) || typeof inner.name !== 'string' || !pair.names.includes(inner.name)) return DROP;
    const exact = onlyKeys(data, ['target', 'data']) && onlyKeys(inner, ['name', 'data']);
    return readCalls({ channel, target, name: inner.name }, inner.data, exact);
  },

  build({ route, calls, array }) {
    const bodies = calls.map(bodyOf);
    return wrap(route.target, route, array ? bodies : bodies[0]);
  },

  refuse({ route, calls, array }, error) {
    const answers = calls.map(({ id }) => ({ id, jsonrpc: '2.0', error }));
    return wrap(STREAMS[route.target ?? '']?.inpage, route, array ? answers : answers[0]);
  },

  plain: (call) => call,

  askAt: ({ target }) => (target === LEGACY.target ? LEGACY : metamaskChannel.route),
};

function wrap(target: string | undefined, { name }: Route, body: unknown): unknown {
  return { target, data: { name, data: body } };
}

function readCalls(route: Route, body: unknown, exactOutside: boolean): ChannelMessage {
  const items: readonly unknown[] = Array.isArray(body) ? body : [body];
  const calls: ChannelCall[] = [];
  let exact = exactOutside;
  for (const item of items) {
    const call = isRecord(item) ? channelCall(item.id, item.method, item.params) : null;
    if (call === null) return DROP;
    calls.push(call);
    exact &&= isRecord(item) && onlyKeys(item, ['jsonrpc', 'id', 'method', 'params']);
  }
  const [first, ...rest] = calls;
  return first === undefined
    ? DROP
    : { kind: 'calls', route, calls: [first, ...rest], array: Array.isArray(body), exact };
}

function bodyOf(call: ChannelCall): unknown {
  return { jsonrpc: '2.0', ...(call.id === undefined ? {} : { id: call.id }), ...namedCall(call) };
}

function responsesOf(data: unknown): ChannelReply[] {
  const body = isRecord(data) ? data.data : undefined;
  const items: readonly unknown[] = Array.isArray(body) ? body : [body];
  return items.flatMap((item) => (isRecord(item) && 'id' in item ? [{ id: item.id, result: item.result }] : []));
}
