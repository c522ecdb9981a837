import * as v from 'valibot';

/** Everything kept in `storage.local` and `storage.session`, with its schema: what does not fit is defaults, never trusted. */

export const SETTINGS_VERSION = 1;

export const StoredSettings = v.object({
  version: v.literal(SETTINGS_VERSION),
  chosen: v.boolean(),
  show: v.picklist(['default', 'everything', 'problems']),
  language: v.pipe(v.string(), v.maxLength(35)),
  /** By EIP-155 id in decimal; `null`: do not simulate there. */
  rpcUrls: v.record(v.string(), v.nullable(v.pipe(v.string(), v.maxLength(2048)))),
  /** Endpoints to compare the first with, by the same keys; absent where none was set. */
  secondRpcUrls: v.optional(v.record(v.string(), v.nullable(v.pipe(v.string(), v.maxLength(2048))))),
});
export type StoredSettings = v.InferOutput<typeof StoredSettings>;

export const DEFAULT_SETTINGS: StoredSettings = {
  version: SETTINGS_VERSION,
  chosen: false,
  show: 'default',
  language: '',
  rpcUrls: {},
};

/** Where a request stands. Each phase is written down before what it allows is done. */
export const Phase = v.picklist(['received', 'checking', 'ready', 'decided', 'delivered', 'done']);
export type Phase = v.InferOutput<typeof Phase>;

export const Choice = v.picklist(['continue', 'reject', 'expired', 'quiet']);
export type Choice = v.InferOutput<typeof Choice>;

const optionalText = v.nullable(v.string());

/** One request as session storage holds it: id, digest and state, not the text. */
export const StoredRequest = v.object({
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/u)),
  /** The bridge's id for it, and the document it belongs to. */
  key: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/u)),
  document: v.string(),
  tabId: v.number(),
  incognito: v.boolean(),
  origin: optionalText,
  topOrigin: optionalText,
  documentId: optionalText,
  frame: v.picklist(['top', 'sub']),
  /** SHA-256 of method and parameter text, hex. */
  digest: v.string(),
  phase: Phase,
  choice: v.nullable(Choice),
  /** EIP-1193 error of a refusal. */
  code: v.nullable(v.number()),
  message: optionalText,
  arrivedAt: v.number(),
  expiresAt: v.number(),
});
export type StoredRequest = v.InferOutput<typeof StoredRequest>;

const address = v.pipe(v.string(), v.regex(/^0x[0-9a-f]{40}$/u));

export const StoredHistory = v.object({
  counterparties: v.array(address),
  ownAccounts: v.array(address),
  /** Sites on which the person went on with an account, until there are enough to call it theirs. */
  accountSites: v.optional(v.record(address, v.array(v.pipe(v.string(), v.maxLength(253))))),
});
export type StoredHistory = v.InferOutput<typeof StoredHistory>;

export const StoredRecent = v.array(
  v.object({
    id: v.string(),
    at: v.number(),
    host: v.string(),
    headline: v.string(),
    level: v.picklist(['routine', 'unknown', 'caution', 'danger']),
    choice: Choice,
  }),
);

/** What was continued with before, by kind of request (warnings.md, rule 1). Amounts are decimal text. */
export const StoredKinds = v.record(
  v.string(),
  v.object({ at: v.number(), parties: v.array(v.string()), limits: v.record(v.string(), v.string()) }),
);
export type StoredKinds = v.InferOutput<typeof StoredKinds>;

/** Host -> milliseconds since the epoch until which it is paused. */
export const StoredPauses = v.record(v.string(), v.number());

/** The stored value, or the default where it is missing or does not fit. */
export function fitted<Schema extends v.GenericSchema>(
  schema: Schema,
  stored: unknown,
  otherwise: v.InferOutput<Schema>,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, stored);
  return parsed.success ? parsed.output : otherwise;
}

/** A stored request, or `null` when what is stored is none. */
export function storedRequest(stored: unknown): StoredRequest | null {
  const parsed = v.safeParse(StoredRequest, stored);
  return parsed.success ? parsed.output : null;
}
