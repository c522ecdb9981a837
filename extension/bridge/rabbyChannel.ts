import { channelCall, namedCall } from './channelCall.ts';
import { HANDSHAKES } from './metamaskChannel.ts';
import { isRecord, onlyKeys } from './records.ts';
import type { ChannelMessage, ChannelReply, WalletChannel } from './WalletChannel.ts';

const channel = 'rabby';
const TO_WALLET = 'rabby-content-script';
const TO_PAGE = 'rabby-page-provider';
const DROP: ChannelMessage = { kind: 'drop', channel };

/** What its inpage script tells and asks of itself (`@rabby-wallet/page-provider` 0.4). */
const INTERNAL: ReadonlySet<string> = new Set([
  'tabCheckin',
  'getProviderState',
  'rabby:getProviderConfig',
  'rabby:resetProvider',
]);

/**
 * `{ target, data: { data: { type: 'request', data: { ident, data: { method, params } } } } }`, over the same
 * `@metamask/post-message-stream`; answered by `{ type: 'response', data: { ident, res, err } }`. One call a message.
 */
export const rabbyChannel: WalletChannel = {
  route: { channel, name: '' },

  read(data) {
    if (data.target === TO_PAGE) return { kind: 'reply', channel, responses: responsesOf(data.data) };
    if (data.target !== TO_WALLET) return null;
    if (HANDSHAKES.has(data.data)) return { kind: 'handshake', channel };
    const said = inside(data.data, 'request');
    if (said === null || !isRecord(said.data)) return DROP;
    const { method, params, $ctx } = said.data;
    // The other wallets of the page, for its choice of wallet. What else stands in `$ctx` is not the page's to say.
    const providers = isRecord($ctx) ? $ctx.providers : undefined;
    const call = channelCall(said.ident, method, params, Array.isArray(providers) ? providers : undefined);
    if (call === null) return DROP;
    const exact =
      onlyKeys(data, ['target', 'data']) &&
      onlyKeys(said, ['ident', 'data']) &&
      onlyKeys(said.data, ['method', 'params']);
    return { kind: 'calls', route: rabbyChannel.route, calls: [call], array: false, exact };
  },

  build({ calls: [call] }) {
    const context = call.aside === undefined ? {} : { $ctx: { providers: call.aside } };
    return stream(TO_WALLET, 'request', { ident: call.id, data: { ...namedCall(call), ...context } });
  },

  refuse: ({ calls: [call] }, error) => stream(TO_PAGE, 'response', { ident: call.id, err: error }),

  plain: (call) => (INTERNAL.has(call.method) ? { ...call, judging: 'pass' } : call),
};

function stream(target: string, type: string, data: unknown): unknown {
  return { target, data: { data: { type, data } } };
}

function inside(data: unknown, type: string): Record<string, unknown> | null {
  const said = isRecord(data) && onlyKeys(data, ['data']) ? data.data : null;
  if (!isRecord(said) || said.type !== type || !onlyKeys(said, ['type', 'data'])) return null;
  return isRecord(said.data) ? said.data : null;
}

function responsesOf(data: unknown): ChannelReply[] {
  const said = inside(data, 'response');
  return said === null ? [] : [{ id: said.ident, result: said.res }];
}
