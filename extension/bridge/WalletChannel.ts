import type { MethodKind } from '../../src/request/methods.ts';

/** One call as a wallet's page channel carries it. */
export interface ChannelCall {
  readonly id: unknown;
  readonly method: string;
  /** Parameters as JSON text; `[]` when none were given. */
  readonly paramsText: string;
  readonly hasParams: boolean;
  /** What a channel needs besides, to write the same call again: its own and never judged. */
  readonly aside: unknown;
}

export interface Calls {
  readonly kind: 'calls';
  readonly route: Route;
  readonly calls: readonly [ChannelCall, ...ChannelCall[]];
  /** A JSON-RPC array: answered by an array. */
  readonly array: boolean;
  /** True when the message holds nothing beyond what a rebuilt one would. */
  readonly exact: boolean;
}

/** Where a message came in, and so where its answer goes. */
export interface Route {
  readonly channel: ChannelName;
  /** The stream in it, where a channel has several. */
  readonly name: string;
  readonly target?: string;
}

export type ChannelName = 'metamask' | 'rabby' | 'coinbase';

export interface ChannelReply {
  readonly id: unknown;
  readonly result: unknown;
}

export type ChannelMessage =
  | Calls
  | { readonly kind: 'handshake'; readonly channel: ChannelName }
  | { readonly kind: 'reply'; readonly channel: ChannelName; readonly responses: readonly ChannelReply[] }
  | { readonly kind: 'drop'; readonly channel: ChannelName };

export interface CallError {
  readonly code: number;
  readonly message: string;
}

/** What a call is in the names of the table of methods; `judging` where the channel itself knows better. */
export interface PlainCall {
  readonly method: string;
  readonly paramsText: string;
  readonly judging?: MethodKind;
}

/** How one wallet's inpage script and its own content script talk: what is read, written again and answered. */
export interface WalletChannel {
  /** `null` when the message is not on this channel. Default-deny: what is on it and cannot be read is dropped. */
  read(data: Record<string, unknown>): ChannelMessage | null;
  /** The message again, from what was judged alone. */
  build(message: Calls): unknown;
  /** The wallet's own answer shape, on the wallet's own page channel. */
  refuse(message: Calls, error: CallError): unknown;
  plain(call: ChannelCall): PlainCall;
  /** Where the gate asks the wallet for its chain and accounts. */
  readonly route: Route;
  /** The same for the wallet that a message of this route is for, where the channel goes by several names. */
  askAt?(route: Route): Route;
}
