import * as v from 'valibot';

/**
 * Bridge (isolated world, every frame) <-> background, over a runtime port of this name. Allowed sender: a content
 * script of ours (`sender.id` is ours, `sender.tab` is there). Origin is never read from a message.
 */
export const BRIDGE_PORT = 'countersign/bridge';

/** Characters of parameter text; the hook and the bridge refuse more. */
export const MAX_PARAMS_TEXT = 4_000_000;

const key = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/u));
const shortText = (length: number) => v.nullable(v.pipe(v.string(), v.maxLength(length)));

/** One request that waits in the page. `key` is the bridge's own random id: the same after a reconnect. */
export const BridgeAsk = v.strictObject({
  type: v.literal('ask'),
  key,
  /** `gate`: it came round the hook, over the wallet's page channel. */
  via: v.picklist(['hook', 'gate']),
  method: v.pipe(v.string(), v.maxLength(256)),
  paramsText: v.pipe(v.string(), v.maxLength(MAX_PARAMS_TEXT)),
  /** EIP-155 id and account, as the provider claims them (`hook`) or as the wallet answered (`gate`). */
  chainId: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
  account: v.nullable(v.pipe(v.string(), v.regex(/^0x[0-9a-f]{40}$/u))),
  rdns: shortText(253),
  walletName: shortText(100),
  /** `location.ancestorOrigins` of the frame, innermost first, read in the isolated world. */
  ancestors: v.pipe(v.array(v.pipe(v.string(), v.maxLength(2048))), v.maxLength(32)),
  /** What the wallet's channel gave two different answers for. */
  contradicted: v.pipe(v.array(v.picklist(['chain', 'account'])), v.maxLength(2), v.readonly()),
});
export type BridgeAsk = v.InferOutput<typeof BridgeAsk>;

export const BridgeMessage = v.variant('type', [BridgeAsk, v.strictObject({ type: v.literal('ack'), key })]);
export type BridgeMessage = v.InferOutput<typeof BridgeMessage>;

/** Background -> bridge. A decision is sent again until it is acknowledged. */
export type BackgroundMessage =
  | { readonly type: 'received'; readonly key: string }
  | { readonly type: 'decision'; readonly key: string; readonly choice: 'continue' }
  | {
      readonly type: 'decision';
      readonly key: string;
      readonly choice: 'reject';
      readonly code: number;
      readonly message: string;
    };

/** Background -> bridge of a tab's top frame, by `tabs.sendMessage`: what stands in this page? */
export interface StatusQuestion {
  readonly type: 'status?';
}

/** The bridge's answer; also sent unasked, once, when a wallet stood in the page before us. */
export const PageStatus = v.strictObject({
  type: v.literal('status'),
  wallets: v.pipe(
    v.array(v.strictObject({ name: v.pipe(v.string(), v.maxLength(100)), gated: v.boolean() })),
    v.maxLength(16),
  ),
  walletFirst: v.boolean(),
  /** `location.origin` in the isolated world. */
  origin: v.nullable(v.pipe(v.string(), v.maxLength(2048))),
});
export type PageStatus = v.InferOutput<typeof PageStatus>;
