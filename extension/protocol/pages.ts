import * as v from 'valibot';
import type { QueueView, SettingsView, StatusView, WhoView } from './views.ts';

/** Characters of a pasted question that are taken along at all. */
export const MAX_PASTED = 10_000;

/** Chains one may set an RPC for. */
export const MAX_CHAINS = 500;

/** By EIP-155 id in decimal. */
const urlsByChain = v.pipe(
  v.record(v.pipe(v.string(), v.regex(/^[1-9][0-9]{0,15}$/u)), v.nullable(v.pipe(v.string(), v.maxLength(2048)))),
  v.maxEntries(MAX_CHAINS),
);

/**
 * Extension page -> background, by `runtime.sendMessage`. Allowed sender: this extension's own pages (sender.id is ours,
 * sender.url starts with our base URL, no `sender.tab` of a web page); an absent origin is refused.
 */
export const PageMessage = v.variant('type', [
  v.strictObject({ type: v.literal('review/queue') }),
  v.strictObject({
    type: v.literal('review/decide'),
    id: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/u)),
    choice: v.picklist(['reject', 'continue']),
    /** Index of the option picked where the explanation has a challenge; `null` elsewhere. */
    picked: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(16))),
    /** `checkedAt` of the view that was decided on; what got worse after it was not seen. */
    seenAt: v.optional(v.number()),
  }),
  v.strictObject({ type: v.literal('review/again'), id: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/u)) }),
  /** The window is open and shows this one: is there a new block? Sent on a timer, so that nobody asks once it is closed. */
  v.strictObject({ type: v.literal('review/look'), id: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/u)) }),
  v.strictObject({ type: v.literal('popup/status'), tabId: v.pipe(v.number(), v.integer()) }),
  v.strictObject({ type: v.literal('popup/pause'), host: v.pipe(v.string(), v.maxLength(253)), on: v.boolean() }),
  /** "Who is this?" A site, address, token or ENS name, as pasted; only its first 512 characters are read. */
  v.strictObject({
    type: v.literal('popup/who'),
    value: v.pipe(v.string(), v.maxLength(MAX_PASTED)),
    /** EIP-155 id of the network meant; `null` for "wherever it is known". */
    chainId: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
  }),
  v.strictObject({ type: v.literal('settings/read') }),
  v.strictObject({
    type: v.literal('settings/write'),
    chosen: v.boolean(),
    rpcUrls: urlsByChain,
    /** Servers to compare the first with. Absent: what stands is kept. */
    secondRpcUrls: v.optional(urlsByChain),
    show: v.picklist(['default', 'everything', 'problems']),
    language: v.pipe(v.string(), v.maxLength(35)),
  }),
  v.strictObject({ type: v.literal('history/clear') }),
]);

export type PageMessage = v.InferOutput<typeof PageMessage>;

/** What each message is answered with. `refused` carries one plain sentence. */
export interface PageAnswers {
  'review/queue': QueueView;
  'review/decide': Outcome;
  'review/again': Outcome;
  'review/look': Outcome;
  'popup/status': StatusView;
  'popup/pause': Outcome;
  'popup/who': WhoView;
  'settings/read': SettingsView;
  'settings/write': Outcome;
  'history/clear': Outcome;
}

export type Outcome = { readonly ok: true } | { readonly ok: false; readonly refused: string };

/** Background -> open pages: read again. Sent over a port of this name that each page opens. */
export const PAGE_PORT = 'countersign/page';
export interface PageSignal {
  readonly type: 'changed';
}
