import { judgingOf } from '../../src/request/methods.ts';
import type { BridgeAsk } from '../protocol/bridge.ts';
import { api } from './api.ts';
import { createApprovals } from './approvals.ts';
import { beforePageScripts } from './beforePageScripts.ts';
import { callsIn } from './callsIn.ts';
import { openGate } from './gate.ts';
import { openHandover } from './handover.ts';
import { readHookMessage } from './hookMessage.ts';
import { openLine } from './line.ts';
import { messageEvent } from './messageEvent.ts';
import { randomId } from './randomId.ts';
import { seal } from './seal.ts';
import { chainOf } from './unwrap.ts';
import { channelOf, createWalletsSeen } from './walletsSeen.ts';

/** Isolated world, document_start, every frame: between the page's hook and the background, and before the wallet. */
const line = openLine(api, (run, delayMs) => {
  const timer = setInterval(run, delayMs);
  return () => clearInterval(timer);
});
/** A wallet's channel speaks soon after its provider stands; milliseconds. */
const SETTLE_MS = 2_000;
const approvals = createApprovals(() => performance.now());
const ancestors = [...(location.ancestorOrigins ?? [])].slice(0, 32);

const gate = openGate({
  target: window,
  makeEvent: messageEvent,
  kindOf: judgingOf,
  approvals,
  randomId,
  ...(seal === null ? {} : { seal }),
  async ask(held) {
    const ask: BridgeAsk = { ...bare(), via: 'gate', ...held, rdns: null, walletName: null };
    await shown();
    const answer = await line.ask(ask);
    line.acknowledge(ask.key);
    return answer;
  },
});
beforePageScripts(gate.draw);
const seen = createWalletsSeen(() => gate.channels, location.origin);
let told = false;

const port = openHandover(async (raw) => {
  const message = readHookMessage(raw);
  if (message === null) return;
  if (message.t === 'wallet') {
    seen.add(message);
    const channel = channelOf(message.rdns);
    // In Firefox the gate, as a capture listener, comes before every wallet's own listener all the same.
    if (message.early && channel !== null && seal === null) gate.comesAfter(channel);
    setTimeout(() => void tellStatus(), SETTLE_MS);
    return;
  }
  const { method, paramsText, chainId, account, rdns, name } = message;
  const ask: BridgeAsk = { ...bare(), via: 'hook', method, paramsText, chainId, account, rdns, walletName: name };
  await shown();
  const answer = await line.ask(ask);
  line.acknowledge(ask.key);
  if (answer.choice === 'reject')
    return port.post({ t: 'no', id: message.id, code: answer.code, message: answer.message });
  for (const { scope, ...call } of callsIn(method, paramsText)) {
    approvals.issue({ ...call, chainId: chainOf(scope, chainId), account, channel: channelOf(rdns) });
  }
  port.post({ t: 'go', id: message.id });
});

// A page restored from the back/forward cache finds its port closed: its waiting asks go out again.
addEventListener('pageshow', (event) => {
  if (event.persisted) line.resume();
});

api.runtime?.onMessage.addListener((message, sender, answer) => {
  if (sender.id !== api.runtime?.id || sender.tab !== undefined) return;
  if (typeof message === 'object' && message !== null && 'type' in message && message.type === 'status?') {
    answer(seen.status());
  }
});

function bare() {
  return { type: 'ask' as const, key: randomId(), ancestors, contradicted: [] };
}

/** A prerendered page asks nothing before somebody sees it. */
function shown(): Promise<void> {
  const prerendering: unknown = Reflect.get(document, 'prerendering');
  if (prerendering !== true) return Promise.resolve();
  return new Promise((resolve) => document.addEventListener('prerenderingchange', () => resolve(), { once: true }));
}

/** Unasked, once a document: for the mark on the toolbar. Where nothing is amiss the worker sleeps on. */
async function tellStatus(): Promise<void> {
  if (told || window !== window.top || !seen.isLeaky()) return;
  told = true;
  try {
    await api.runtime?.sendMessage(seen.status());
  } catch {
    // Nobody listens in an orphaned page; the popup finds that out by itself.
  }
}
