/**
 * The page channels wallets are known to use between their inpage script and their own content script, as data: how a
 * message is read, rebuilt and answered. Default-deny: what is on a channel and cannot be read is dropped.
 */
export interface ChannelCall {
  readonly id: unknown;
  readonly method: string;
  /** Parameters as JSON text; `[]` when none were given. */
  readonly paramsText: string;
  readonly hasParams: boolean;
  /** CAIP-2 scope of a CAIP-27 call, `null` elsewhere. */
  readonly scope: string | null;
}

export interface Calls {
  readonly kind: 'calls';
  readonly route: Route;
  readonly calls: readonly ChannelCall[];
  /** A JSON-RPC array: answered by an array. */
  readonly array: boolean;
  /** True when the message holds nothing beyond what a rebuilt one would. */
  readonly exact: boolean;
}

/** Where a message came in, and so where its answer goes. */
export interface Route {
  readonly channel: string;
  readonly target: string;
  readonly answerTarget: string;
  readonly name: string;
}

export type ChannelMessage =
  | Calls
  | { readonly kind: 'handshake'; readonly channel: string }
  | { readonly kind: 'reply'; readonly responses: readonly { readonly id: unknown; readonly result: unknown }[] }
  | { readonly kind: 'drop'; readonly channel: string };

interface StreamPair {
  readonly channel: string;
  readonly inpage: string;
  readonly names: readonly string[];
}

/** MetaMask's post-message streams, today's names and the legacy ones its content script still listens to. */
const STREAMS: Readonly<Record<string, StreamPair>> = {
  'metamask-contentscript': {
    channel: 'metamask',
    inpage: 'metamask-inpage',
    names: ['metamask-provider', 'metamask-multichain-provider'],
  },
  contentscript: { channel: 'metamask', inpage: 'inpage', names: ['provider', 'publicConfig'] },
};
const ANSWER_TARGETS: ReadonlySet<string> = new Set(Object.values(STREAMS).map((pair) => pair.inpage));
const HANDSHAKES: ReadonlySet<unknown> = new Set(['SYN', 'ACK']);

/** The route on which the gate asks a wallet for its chain and accounts. */
export const METAMASK_ROUTE: Route = {
  channel: 'metamask',
  target: 'metamask-contentscript',
  answerTarget: 'metamask-inpage',
  name: 'metamask-provider',
};

/** Largest number of calls read from one array; a longer one is dropped. */
const MAX_CALLS = 100;

/** `null` when the message is on no channel we know. */
export function readChannelMessage(data: unknown): ChannelMessage | null {
  if (!isRecord(data) || typeof data.target !== 'string') return null;
  const target = data.target;
  if (ANSWER_TARGETS.has(target)) return { kind: 'reply', responses: responsesOf(data.data) };
  const pair = Object.hasOwn(STREAMS, target) ? STREAMS[target] : undefined;
  if (pair === undefined) return null;
  const inner = data.data;
  if (HANDSHAKES.has(inner)) return { kind: 'handshake', channel: pair.channel };
  if (!isRecord(inner) || typeof inner.name !== 'string' || !pair.names.includes(inner.name)) {
    return { kind: 'drop', channel: pair.channel };
  }
  const route: Route = { channel: pair.channel, target, answerTarget: pair.inpage, name: inner.name };
  return readCalls(route, inner.data, onlyKeys(data, ['target', 'data']) && onlyKeys(inner, ['name', 'data']));
}

/** The message again, from what was judged alone. */
export function buildMessage(message: Calls): unknown {
  const bodies = message.calls.map(bodyOf);
  return wrapBody(message.route.target, message.route.name, message.array ? bodies : bodies[0]);
}

/** The wallet's own answer shape, on the wallet's own page channel. */
export function buildAnswer(message: Calls, error: { readonly code: number; readonly message: string }): unknown {
  const answers = message.calls.map(({ id }) => ({ id, jsonrpc: '2.0', error }));
  return wrapBody(message.route.answerTarget, message.route.name, message.array ? answers : answers[0]);
}

function wrapBody(target: string, name: string, body: unknown): unknown {
  return { target, data: { name, data: body } };
}

function readCalls(route: Route, body: unknown, exactOutside: boolean): ChannelMessage {
  const items: readonly unknown[] = Array.isArray(body) ? body : [body];
  const dropped: ChannelMessage = { kind: 'drop', channel: route.channel };
  if (items.length === 0 || items.length > MAX_CALLS) return dropped;
  const calls: ChannelCall[] = [];
  let exact = exactOutside;
  for (const item of items) {
    const call = readCall(item);
    if (call === null) return dropped;
    calls.push(call);
    exact &&= isRecord(item) && onlyKeys(item, ['jsonrpc', 'id', 'method', 'params']);
  }
  return { kind: 'calls', route, calls, array: Array.isArray(body), exact };
}

function readCall(item: unknown): ChannelCall | null {
  if (!isRecord(item) || typeof item.method !== 'string') return null;
  const hasParams = item.params !== undefined;
  const paramsText = hasParams ? jsonText(item.params) : '[]';
  if (paramsText === null) return null;
  return { id: item.id, method: item.method, paramsText, hasParams, scope: scopeOf(item.params) };
}

function bodyOf(call: ChannelCall): unknown {
  const head = { jsonrpc: '2.0', ...(call.id === undefined ? {} : { id: call.id }), method: call.method };
  return call.hasParams ? { ...head, params: JSON.parse(call.paramsText) as unknown } : head;
}

function scopeOf(params: unknown): string | null {
  return isRecord(params) && typeof params.scope === 'string' ? params.scope : null;
}

function responsesOf(data: unknown): { id: unknown; result: unknown }[] {
  const body = isRecord(data) ? data.data : undefined;
  const items: readonly unknown[] = Array.isArray(body) ? body : [body];
  return items.flatMap((item) => (isRecord(item) && 'id' in item ? [{ id: item.id, result: item.result }] : []));
}

/** BigInt and cycles survive structured clone and not JSON: such a message cannot be judged. */
function jsonText(value: unknown): string | null {
  try {
    return JSON.stringify(value) ?? null;
  } catch {
    return null;
  }
}

function onlyKeys(value: object, keys: readonly string[]): boolean {
  return Object.keys(value).every((key) => keys.includes(key));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
