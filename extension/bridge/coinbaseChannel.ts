import { channelCall, namedCall } from './channelCall.ts';
import { coinbaseCall } from './coinbaseCall.ts';
import { isRecord, onlyKeys } from './records.ts';
import type { ChannelCall, ChannelMessage, ChannelReply, WalletChannel } from './WalletChannel.ts';

const channel = 'coinbase';
const TO_WALLET = 'extensionUIRequest';
const TO_PAGE = 'extensionUIResponse';
const DROP: ChannelMessage = { kind: 'drop', channel };

/**
 * `{ type, provider, data: { action, request, id, dappInfo } }`, where `request` is `{ method, params }` or the
 * parameters themselves; answered by `{ type, data: { id, action, ... } }` (`SolanaProvider` of coinbase-wallet-sdk 3,
 * and the extension's inpage script). No handshake and no arrays.
 */
export const coinbaseChannel: WalletChannel = {
  route: { channel, name: '' },

  read(data) {
    if (data.type === TO_PAGE) return { kind: 'reply', channel, responses: responsesOf(data.data) };
    if (data.type !== TO_WALLET) return null;
    const asked = data.data;
    const call = isRecord(asked) ? readCall(asked) : null;
    if (call === null || !isRecord(asked)) return DROP;
    const { provider } = data;
    const exact =
      onlyKeys(data, ['type', 'provider', 'data']) && onlyKeys(asked, ['action', 'request', 'id', 'dappInfo']);
    const name = typeof provider === 'string' ? provider : '';
    return { kind: 'calls', route: { channel, name }, calls: [call], array: false, exact };
  },

  build({ route, calls: [call] }) {
    const named = namedCall(call);
    const request = call.aside === BARE ? named.params : named;
    const data = { action: call.method, request, id: call.id, dappInfo: { dappLogoURL: '' } };
    return { type: TO_WALLET, ...providerOf(route.name), data };
  },

  refuse({ route, calls: [call] }, error) {
    return { type: TO_PAGE, ...providerOf(route.name), data: { id: call.id, action: 'web3RequestCanceled', error } };
  },

  plain: coinbaseCall,
};

/** Marks a call whose `request` held the parameters themselves. */
const BARE = 'bare';

function providerOf(name: string): object {
  return name === '' ? {} : { provider: name };
}

function readCall({ action, request, id }: Record<string, unknown>): ChannelCall | null {
  const named = isRecord(request) && 'method' in request;
  // Which of two names the wallet would read is nobody's to guess; its own inpage script writes them alike.
  if (named && (request.method !== action || !onlyKeys(request, ['method', 'params']))) return null;
  return named ? channelCall(id, action, request.params) : channelCall(id, action, request, BARE);
}

function responsesOf(data: unknown): ChannelReply[] {
  if (!isRecord(data)) return [];
  const { response } = data;
  return [{ id: data.id, result: 'result' in data ? data.result : isRecord(response) ? response.result : response }];
}
