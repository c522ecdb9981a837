import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as ort from 'onnxruntime-web/wasm';
import { ModelUnavailableError } from '../errors.ts';
import type { Classifier, ModelRuntime } from '../model/Classifier.ts';
import { checkCommitment } from '../model/commitment.ts';
import { type HostCard, readHostCard } from '../model/HostCard.ts';
import { createHostClassifier } from '../model/score.ts';

/** Where the models of this release lie. */
export const MODELS_FOLDER = fileURLToPath(new URL('../../models', import.meta.url));

/** The host model's files, read and held against each other. */
export interface HostModel {
  readonly card: HostCard;
  /** The card as it lies there: it says more than the program needs. */
  readonly cardText: string;
  readonly modelBytes: Uint8Array;
}

/** @throws {ModelUnavailableError} when the model or its card is missing, corrupt or not the one the card describes. */
export async function loadHostClassifier(folder: string = MODELS_FOLDER): Promise<Classifier> {
  const { card, modelBytes } = loadHostModel(folder);
  return createHostClassifier({ runtime: await createNodeRuntime(modelBytes), card });
}

/** @throws {ModelUnavailableError} as `loadHostClassifier`. Does not start the engine. */
export function loadHostModel(folder: string): HostModel {
  const cardText = new TextDecoder().decode(readModelFile(join(folder, 'hosts.json')));
  const modelBytes = readModelFile(join(folder, 'hosts.onnx'));
  const card = readHostCard(parseCard(cardText));
  checkCommitment(card, modelBytes, NODE_RUNTIME);
  return { card, cardText, modelBytes };
}

/**
 * The ONNX runtime of the extension, in Node: the same WebAssembly, one thread, so that the command line and the
 * browser give the same digits. The file is compiled once, here.
 *
 * @throws {ModelUnavailableError} when the bytes are no model the runtime can load.
 */
export async function createNodeRuntime(modelBytes: Uint8Array): Promise<ModelRuntime> {
  configureOnce();
  let session: ort.InferenceSession;
  try {
    session = await ort.InferenceSession.create(modelBytes, { executionProviders: ['wasm'] });
  } catch (cause) {
    throw new ModelUnavailableError('The model file cannot be loaded. Check that it is whole and of this release.', {
      cause,
    });
  }
  return {
    async run(inputs, signal) {
      signal.throwIfAborted();
      const feeds: Record<string, ort.Tensor> = {};
      for (const [name, { data, dims }] of Object.entries(inputs)) {
        feeds[name] =
          data instanceof Int32Array ? new ort.Tensor('int32', data, dims) : new ort.Tensor('float32', data, dims);
      }
      try {
        const results = await session.run(feeds);
        signal.throwIfAborted();
        const outputs: Record<string, Float32Array> = {};
        for (const [name, tensor] of Object.entries(results)) {
          if (tensor.data instanceof Float32Array) outputs[name] = tensor.data;
        }
        return outputs;
      } catch (cause) {
        throw new ModelUnavailableError('The model did not run. Check that it fits this release.', { cause });
      }
    },
  };
}

/** The engine's name and version, as cards and commitments give them. */
export const NODE_RUNTIME = `onnxruntime-web ${ort.env.versions.web ?? 'of unknown version'}`;

let isConfigured = false;

function configureOnce(): void {
  if (isConfigured) return;
  isConfigured = true;
  const dist = dirname(createRequire(import.meta.url).resolve('onnxruntime-web/wasm'));
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.proxy = false;
  // Node's fetch refuses file: addresses, so the engine is handed over as bytes.
  const engine = readFileSync(join(dist, 'ort-wasm-simd-threaded.wasm'));
  ort.env.wasm.wasmBinary = new Uint8Array(engine).buffer;
  // Its own warnings would land among the answers.
  ort.env.logLevel = 'error';
}

function readModelFile(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new ModelUnavailableError(`The model file ${path} cannot be read. Reinstall it, or name its folder.`, {
      cause,
    });
  }
}

function parseCard(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ModelUnavailableError("The host model's card is not JSON. Check models/hosts.json.", { cause });
  }
}
