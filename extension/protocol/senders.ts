import type { BridgeMessage, PageStatus } from './bridge.ts';
import { type EvmQuestion, type ModelQuestion, readEvmQuestion, readModelQuestion } from './model.ts';
import type { PageMessage } from './pages.ts';
import { readBridgeMessage, readPageMessage, readPageStatus } from './read.ts';

/** The parts of `runtime.MessageSender` that are read: the browser's own record of who sends. */
export interface SenderLike {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly documentId?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?:
    | { readonly id?: number | undefined; readonly url?: string | undefined; readonly incognito: boolean }
    | undefined;
}

/** This extension: its id, and the URL all its pages begin with. */
export interface Own {
  readonly id: string;
  readonly base: string;
}

/** One way in: who may send, and what a message must be. What is not exactly that is `null`. */
export interface Boundary<Message> {
  admits(sender: SenderLike | undefined, own: Own): boolean;
  take(raw: unknown, sender: SenderLike | undefined, own: Own): Message | null;
}

/**
 * Every message that reaches our background or offscreen document, in one table. Schemas and their size caps stand in
 * `bridge.ts`, `pages.ts` and `model.ts`; what the bridge itself takes from the background is in `bridge/line.ts`.
 */
export const BOUNDARIES = {
  /** Port `BRIDGE_PORT`: our content script, in a frame of a tab. */
  bridgePort: boundary<BridgeMessage>(isScript, readBridgeMessage),
  /** Port `PAGE_PORT`: our own pages hear on it and say nothing. */
  pagePort: boundary<never>(isOwnPage, () => null),
  /** `runtime.sendMessage` of our own pages. */
  pageMessage: boundary<PageMessage>(isOwnPage, readPageMessage),
  /** `runtime.sendMessage` of our content script, unasked. */
  pageStatus: boundary<PageStatus>(isScript, readPageStatus),
  /** `runtime.sendMessage` of our background to the offscreen document. */
  modelQuestion: boundary<ModelQuestion>(isTabless, readModelQuestion),
  /** As above: one run of the local EVM. */
  evmQuestion: boundary<EvmQuestion>(isTabless, readEvmQuestion),
} as const;

type Rule = (sender: SenderLike, own: Own) => boolean;

function boundary<Message>(rule: Rule, read: (raw: unknown) => Message | null): Boundary<Message> {
  const admits = (sender: SenderLike | undefined, own: Own): boolean =>
    sender !== undefined && sender.id === own.id && rule(sender, own);
  return { admits, take: (raw, sender, own) => (admits(sender, own) ? read(raw) : null) };
}

/** A page of ours, in a tab or not. A sender without an address is refused. */
function isOwnPage({ url }: SenderLike, { base }: Own): boolean {
  return url?.startsWith(base) === true;
}

/** Our script in somebody else's page. */
function isScript(sender: SenderLike, own: Own): boolean {
  return sender.tab?.id !== undefined && !isOwnPage(sender, own);
}

function isTabless({ tab }: SenderLike): boolean {
  return tab === undefined;
}
