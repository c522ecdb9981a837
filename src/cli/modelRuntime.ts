import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as ort from 'onnxruntime-web/wasm';
import { ModelUnavailableError } from '../errors.ts';
import type { ModelRuntime } from '../model/Classifier.ts';

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
