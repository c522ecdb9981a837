import { coinbaseChannel } from './coinbaseChannel.ts';
import { metamaskChannel } from './metamaskChannel.ts';
import { rabbyChannel } from './rabbyChannel.ts';
import { isRecord } from './records.ts';
import type { CallError, Calls, ChannelMessage, ChannelName, Route, WalletChannel } from './WalletChannel.ts';

/** The page channels wallets are known to use between their inpage script and their own content script. */
export const CHANNELS: Readonly<Record<ChannelName, WalletChannel>> = {
  metamask: metamaskChannel,
  rabby: rabbyChannel,
  coinbase: coinbaseChannel,
};
const ALL = Object.values(CHANNELS);

/** `null` when the message is on no channel we know. One that several wallets would read is dropped. */
export function readChannelMessage(data: unknown): ChannelMessage | null {
  if (!isRecord(data)) return null;
  let found: ChannelMessage | null = null;
  for (const channel of ALL) {
    const message = channel.read(data);
    if (message === null) continue;
    if (found !== null) return { kind: 'drop', channel: channel.route.channel };
    found = message;
  }
  return found;
}

/** The message again, from what was judged alone. */
export function buildMessage(message: Calls): unknown {
  return CHANNELS[message.route.channel].build(message);
}

/** The wallet's own answer shape, on the wallet's own page channel. */
export function buildAnswer(message: Calls, error: CallError): unknown {
  return CHANNELS[message.route.channel].refuse(message, error);
}

/** Where the wallet behind a message is asked: two may have the same channel under other names. */
export function questionRoute(route: Route): Route {
  const channel = CHANNELS[route.channel];
  return channel.askAt?.(route) ?? channel.route;
}

/** A question of ours, as the wallet's inpage script would put it. */
export function buildQuestion(route: Route, id: string, method: string): unknown {
  const call = { id, method, paramsText: '[]', hasParams: true, aside: undefined };
  return buildMessage({ kind: 'calls', route, calls: [call], array: false, exact: true });
}
