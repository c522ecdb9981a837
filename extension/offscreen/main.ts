import browser, { type Runtime } from 'webextension-polyfill';
import { RpcError } from '../../src/errors.ts';
import type { EvmAnswer, EvmQuestion, ModelAnswer } from '../protocol/model.ts';
import { BOUNDARIES, type Own } from '../protocol/senders.ts';
import { loadHosts } from './hosts.ts';

/** Holds the ONNX runtime, so that a verdict after the worker's death costs milliseconds (Chromium). */
const classifier = loadHosts((path) => browser.runtime.getURL(path));
// Asked later: until then a model that cannot be loaded is nobody's unhandled rejection.
classifier.catch(() => undefined);

/** Nobody waits longer: the verdict is due before, milliseconds. */
const EVM_MS = 4_000;

const OWN: Own = { id: browser.runtime.id, base: browser.runtime.getURL('') };

browser.runtime.onMessage.addListener(onMessage);

/** Two overloads, as the API has them: a promise answers, `undefined` leaves the message to the background. */
function onMessage(message: unknown, sender: Runtime.MessageSender): undefined;
function onMessage(message: unknown, sender: Runtime.MessageSender): Promise<ModelAnswer | EvmAnswer>;
function onMessage(message: unknown, sender: Runtime.MessageSender): Promise<ModelAnswer | EvmAnswer> | undefined {
  const run = BOUNDARIES.evmQuestion.take(message, sender, OWN);
  if (run !== null) return simulate(run);
  const question = BOUNDARIES.modelQuestion.take(message, sender, OWN);
  return question === null ? undefined : answer(question.host);
}

/** The EVM is loaded by its first run: most endpoints simulate by themselves. */
async function simulate({ job }: EvmQuestion): Promise<EvmAnswer> {
  try {
    const { runEvm } = await import('./evm.ts');
    const { url, chainId } = job;
    const plain = { url, chainId, params: JSON.parse(job.params), touched: JSON.parse(job.touched) };
    return { ok: true, result: JSON.stringify(await runEvm(plain, AbortSignal.timeout(EVM_MS))) };
  } catch (error) {
    const code = error instanceof RpcError ? error.code : undefined;
    const said = error instanceof Error ? error.message : String(error);
    return { ok: false, error: said, ...(code === undefined ? {} : { code }) };
  }
}

async function answer(host: string): Promise<ModelAnswer> {
  try {
    return { ok: true, score: await (await classifier).scoreHost(host, new AbortController().signal) };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}
