import { BATCH_METHOD, type MethodKind } from '../../src/request/methods.ts';
import type { Approval, Approvals } from './approvals.ts';
import { buildAnswer, buildMessage, buildQuestion, CHANNELS, questionRoute, readChannelMessage } from './channels.ts';
import type { Answer } from './line.ts';
import type { Seal } from './seal.ts';
import { chainOf, type Inner, unwrap } from './unwrap.ts';
import type { Calls, ChannelCall, ChannelName, Route } from './WalletChannel.ts';
import { createWalletQuestions, type WalletFacts, type WalletQuestions } from './walletFacts.ts';

/** A held call as it is asked about: what the wallet would read, and what the wallet itself says of chain and account. */
export interface Held {
  readonly method: string;
  readonly paramsText: string;
  readonly chainId: number | null;
  readonly account: string | null;
  readonly contradicted: WalletFacts['contradicted'];
}

export interface GateTools {
  /** The document's window, in the isolated world. */
  readonly target: EventTarget;
  /** A message event as the page's wallet expects it; `like` lends origin and source, without it they are this window's. */
  readonly makeEvent: (data: unknown, like: MessageEvent | null) => Event;
  readonly kindOf: (method: string) => MethodKind;
  readonly approvals: Approvals;
  readonly ask: (held: Held) => Promise<Answer>;
  readonly randomId: () => string;
  /** Where the page and the wallet read one and the same message (Firefox). */
  readonly seal?: Seal;
}

export interface Gate {
  /** Channels on which a wallet's script has spoken in this document. */
  readonly channels: ReadonlySet<ChannelName>;
  /**
   * From now on no listener added later sees the gate's own questions: the page cannot answer in the wallet's place what
   * it never sees. Called while no page script has run, as often as more of the wallets' content scripts may stand.
   */
  draw(): void;
  /** The wallet of this channel loads before us: what is held of it was heard, and is not delivered a second time. */
  comesAfter(channel: ChannelName): void;
}

const USER_REJECTED = 4001;
const UNSUPPORTED_METHOD = 4200;
const INVALID_REQUEST = -32600;
/** Most calls of one array that a person is asked about; reads beside them are not counted. */
const MAX_JUDGED = 100;
const NOBODY: WalletFacts = { chainId: null, account: null, contradicted: [] };

/**
 * The place of enforcement: stands before the wallet's own content script on `window` and lets through what needs no
 * judging or has been judged. Everything else is stopped, judged and posted again from the judged text, once.
 */
export function openGate(tools: GateTools): Gate {
  const { target, approvals } = tools;
  const own = new WeakSet<Event>();
  const questions = new WeakSet<Event>();
  const sealed = new WeakSet<Event>();
  const channels = new Set<ChannelName>();
  /** By the route they are asked on. */
  const wallets = new Map<string, WalletQuestions>();
  /** Keys of the routes on which a wallet hears every message before we do. */
  const early = new Set<string>();
  let drawn = false;
  target.addEventListener('message', (event) => receive(event as MessageEvent), true);
  if (tools.seal !== undefined) target.addEventListener('message', (event) => lookAgain(event as MessageEvent), false);

  function receive(event: MessageEvent): void {
    // Ours once: a page that keeps the event can fill it anew (`initMessageEvent`) and dispatch it again.
    if (own.delete(event)) return;
    if (!event.isTrusted) {
      // Each world clones a synthetic event's data at its own first read, so a lying getter can show us one message and
      // the wallet another. It is stopped whatever its shape, and our own clone goes on in its place.
      event.stopImmediatePropagation();
      const data = snapshot(event);
      if (!judge(data, event.source)) deliver(data, event);
      return;
    }
    const verdict = judgeTrusted(event);
    if (verdict === 'stop') event.stopImmediatePropagation();
  }

  /**
   * Firefox runs all capture listeners of a window, the page's too, before its others, the wallet's: what was on no
   * channel when we saw it may be on one now.
   */
  function lookAgain(event: MessageEvent): void {
    if (sealed.has(event)) return;
    if (event.isTrusted ? judgeTrusted(event) === 'stop' : isForWallet(event.data)) event.stopImmediatePropagation();
  }

  function isForWallet(data: unknown): boolean {
    const kind = readChannelMessage(data)?.kind ?? 'reply';
    return kind !== 'reply';
  }

  /** True when the message was on a channel and has been dealt with. */
  function judge(data: unknown, source: MessageEventSource | null): boolean {
    const message = readChannelMessage(data);
    if (message === null) return false;
    if (message.kind === 'reply') {
      const asked = [...wallets.values()];
      return message.responses.some(({ id, result }) => asked.some((wallet) => wallet.offer(id, result)));
    }
    if (message.kind === 'drop' || (source !== null && source !== target)) return true;
    if (message.kind === 'handshake') return false;
    if (passes(message)) forward(message);
    else void hold(message);
    return true;
  }

  function judgeTrusted(event: MessageEvent): 'go' | 'stop' {
    const data: unknown = event.data;
    if (tools.seal !== undefined && isForWallet(data) && !tools.seal(data)) return 'stop';
    const message = readChannelMessage(data);
    if (message === null) return 'go';
    if (message.kind !== 'drop') channels.add(message.kind === 'calls' ? message.route.channel : message.channel);
    const untouched = message.kind === 'calls' && message.exact && event.source === target && passes(message);
    if (untouched) return 'go';
    return judge(data, event.source) ? 'stop' : 'go';
  }

  function passes(message: Calls): boolean {
    return message.calls.every((call) => innerOf(message, call).judging === 'pass');
  }

  async function hold(message: Calls): Promise<void> {
    // Approvals are taken before anything is awaited: each counts once, for the message that came first.
    const asking = message.calls
      .map((call) => ({ call, inner: innerOf(message, call) }))
      .filter(({ inner }) => inner.judging !== 'pass');
    if (asking.length > MAX_JUDGED) {
      return refuse(message, INVALID_REQUEST, 'Too many requests in one array.');
    }
    const held = asking.map((one) => ({
      ...one,
      approval: approvals.take(one.inner.method, one.inner.paramsText, message.route.channel),
    }));
    const refused = held.find(({ inner }) => inner.judging === 'refuse');
    if (refused !== undefined) {
      return refuse(message, UNSUPPORTED_METHOD, `${refused.inner.method} is not supported.`);
    }
    // Connecting is judged by the site alone: no chain or account binds it.
    const bound = held.some(({ inner }) => inner.judging !== 'connect');
    const wallet = walletOn(questionRoute(message.route));
    const facts = bound ? await wallet.ask() : NOBODY;
    const open = held.filter(({ inner, approval }) => !isApproved(inner, approval, facts));
    if (open.length > 0) {
      const answer = await decide(open, facts, bound ? wallet : null);
      if (answer.choice === 'reject') return refuse(message, answer.code, answer.message);
    }
    forward(message);
  }

  /** An array is asked about as one, and goes on whole or not at all. */
  async function decide(
    open: readonly HeldCall[],
    facts: WalletFacts,
    wallet: WalletQuestions | null,
  ): Promise<Answer> {
    const [first] = open;
    const only = open.length === 1 && first !== undefined ? first.inner : null;
    const scoped = (said: WalletFacts) => (only === null ? said : withScope(said, only));
    const { method, paramsText } = only ?? { method: BATCH_METHOD, paramsText: listText(open) };
    const answer = await tools.ask({ method, paramsText, ...scoped(facts) });
    if (answer.choice === 'reject' || wallet === null) return answer;
    if (agrees(scoped(await wallet.ask()), scoped(facts))) return answer;
    return {
      choice: 'reject',
      code: USER_REJECTED,
      message: 'The account or the chain changed while this was reviewed.',
    };
  }

  function innerOf({ route }: Calls, call: ChannelCall): Inner {
    return unwrap(CHANNELS[route.channel].plain(call), tools.kindOf);
  }

  function walletOn(route: Route): WalletQuestions {
    const key = keyOf(route);
    const known = wallets.get(key);
    if (known !== undefined) return known;
    const made = createWalletQuestions({
      post(id, method) {
        const event = tools.makeEvent(buildQuestion(route, id, method), null);
        questions.add(event);
        dispatch(event);
        // Behind the wallet we see it again: else a listener of the page, which Firefox lets go first, has kept it back.
        return !drawn || !questions.has(event);
      },
      randomId: tools.randomId,
      later: (run, delayMs) => setTimeout(run, delayMs),
      now: () => performance.now(),
    });
    wallets.set(key, made);
    return made;
  }

  function refuse(message: Calls, code: number, text: string): void {
    deliver(buildAnswer(message, { code, message: text }));
  }

  /** A wallet that stands before us has heard the message itself, and would take it for a second request. */
  function forward(message: Calls): void {
    if (!early.has(keyOf(questionRoute(message.route)))) deliver(buildMessage(message));
  }

  function deliver(data: unknown, like: MessageEvent | null = null): void {
    dispatch(tools.makeEvent(data, like));
  }

  function dispatch(event: Event): void {
    const data: unknown = Reflect.get(event, 'data');
    if (tools.seal !== undefined && isForWallet(data)) {
      if (!tools.seal(data)) return;
      sealed.add(event);
    }
    own.add(event);
    target.dispatchEvent(event);
  }

  function hide(event: Event): void {
    if (questions.delete(event)) event.stopImmediatePropagation();
  }

  function draw(): void {
    drawn = true;
    // Behind whoever listens by now. No capture listener: those come before the wallet's own in Firefox, and the wallet
    // would not be asked.
    target.removeEventListener('message', hide, false);
    target.addEventListener('message', hide, false);
  }

  return { channels, draw, comesAfter: (channel) => void early.add(keyOf(CHANNELS[channel].route)) };
}

function keyOf({ channel, target }: Route): string {
  return channel + target;
}

interface HeldCall {
  readonly call: ChannelCall;
  readonly inner: Inner;
}

function isApproved(inner: Inner, approval: Approval | null, facts: WalletFacts): boolean {
  return approval !== null && (inner.judging === 'connect' || agrees(withScope(facts, inner), approval));
}

/** What `BATCH_METHOD` is asked with. */
function listText(calls: readonly HeldCall[]): string {
  const items = calls.map(({ call }) => `{"method":${JSON.stringify(call.method)},"params":${call.paramsText}}`);
  return `[${items.join(',')}]`;
}

function withScope(facts: WalletFacts, { scope }: Inner): WalletFacts {
  return { ...facts, chainId: chainOf(scope, facts.chainId) };
}

function agrees(facts: WalletFacts, judged: { chainId: number | null; account: string | null }): boolean {
  return facts.contradicted.length === 0 && facts.chainId === judged.chainId && facts.account === judged.account;
}

function snapshot(event: MessageEvent): unknown {
  try {
    return structuredClone(event.data as unknown);
  } catch {
    return null;
  }
}
