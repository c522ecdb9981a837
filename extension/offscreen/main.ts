import browser, { type Runtime } from 'webextension-polyfill';
import type { ModelAnswer } from '../protocol/model.ts';
import { BOUNDARIES, type Own } from '../protocol/senders.ts';
import { loadHosts } from './hosts.ts';

/** Holds the ONNX runtime, so that a verdict after the worker's death costs milliseconds (Chromium). */
const classifier = loadHosts((path) => browser.runtime.getURL(path));
// Asked later: until then a model that cannot be loaded is nobody's unhandled rejection.
classifier.catch(() => undefined);

const OWN: Own = { id: browser.runtime.id, base: browser.runtime.getURL('') };

browser.runtime.onMessage.addListener(onMessage);

/** Two overloads, as the API has them: a promise answers, `undefined` leaves the message to the background. */
function onMessage(message: unknown, sender: Runtime.MessageSender): undefined;
function onMessage(message: unknown, sender: Runtime.MessageSender): Promise<ModelAnswer>;
function onMessage(message: unknown, sender: Runtime.MessageSender): Promise<ModelAnswer> | undefined {
  const question = BOUNDARIES.modelQuestion.take(message, sender, OWN);
  return question === null ? undefined : answer(question.host);
}

async function answer(host: string): Promise<ModelAnswer> {
  try {
    return { ok: true, score: await (await classifier).scoreHost(host, new AbortController().signal) };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}
