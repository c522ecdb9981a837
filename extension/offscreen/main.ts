import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { MODEL_PORT, type ModelAnswer, ModelQuestion } from '../protocol/model.ts';
import { loadHosts } from './hosts.ts';

/** Holds the ONNX runtime, so that a verdict after the worker's death costs milliseconds. Opens the port to the worker. */
const classifier = loadHosts((path) => browser.runtime.getURL(path));
classifier.catch(() => undefined);
const RECONNECT_MS = 200;

function connect(): void {
  const port = browser.runtime.connect({ name: MODEL_PORT });
  port.onMessage.addListener((message) => {
    const question = v.safeParse(ModelQuestion, message);
    if (question.success) void answer(question.output).then((reply) => port.postMessage(reply));
  });
  port.onDisconnect.addListener(() => setTimeout(connect, RECONNECT_MS));
}

async function answer({ id, host }: ModelQuestion): Promise<ModelAnswer> {
  try {
    const score = await (await classifier).scoreHost(host, new AbortController().signal);
    return { id, ok: true, score };
  } catch (error) {
    return { id, ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}

connect();
