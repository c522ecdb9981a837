import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import * as ort from 'onnxruntime-web/wasm';
import { ModelUnavailableError } from '../../src/errors.ts';
import type { Classifier, ModelRuntime } from '../../src/model/Classifier.ts';
import { readHostCard } from '../../src/model/HostCard.ts';
import { createHostClassifier } from '../../src/model/score.ts';

/**
 * The host witness on the shipped model. One thread and an absolute address of the one wasm file: what works in an
 * extension (onnxruntime-web 1.30, measured). Rejects with `ModelUnavailableError`.
 */
export async function loadHosts(fileUrl: (path: string) => string): Promise<Classifier> {
  const [bytes, card] = await Promise.all([
    read(fileUrl('models/hosts.onnx')).then((response) => response.arrayBuffer()),
    read(fileUrl('models/hosts.json')).then((response) => response.json()),
  ]);
  const checked = readHostCard(card);
  if ((await sha256(bytes)) !== checked.sha256) {
    throw new ModelUnavailableError('The model is not the one its card names. Check that both are of one release.');
  }
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.proxy = false;
  ort.env.wasm.wasmPaths = { wasm: new URL(wasmUrl, fileUrl('')).href };
  ort.env.logLevel = 'error';
  const session = await ort.InferenceSession.create(new Uint8Array(bytes), { executionProviders: ['wasm'] });
  return createHostClassifier({ runtime: runtimeOf(session), card: checked });
}

function runtimeOf(session: ort.InferenceSession): ModelRuntime {
  return {
    async run(inputs, signal) {
      signal.throwIfAborted();
      const feeds: Record<string, ort.Tensor> = {};
      for (const [name, { data, dims }] of Object.entries(inputs)) {
        feeds[name] =
          data instanceof Int32Array ? new ort.Tensor('int32', data, dims) : new ort.Tensor('float32', data, dims);
      }
      const results = await session.run(feeds);
      const outputs: Record<string, Float32Array> = {};
      for (const [name, tensor] of Object.entries(results)) {
        if (tensor.data instanceof Float32Array) outputs[name] = tensor.data;
      }
      return outputs;
    },
  };
}

async function read(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new ModelUnavailableError(`A file of the model is missing: ${url}.`);
  return response;
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
