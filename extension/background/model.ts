import { ModelUnavailableError, RpcError } from '../../src/errors.ts';
import type { Classifier } from '../../src/model/Classifier.ts';
import type { LocalEvm } from '../../src/simulate/engines/LocalEvm.ts';
import { readEvmAnswer, readModelAnswer } from '../protocol/model.ts';
import { browser, offscreenApi } from './api.ts';

/** Built per browser: Chromium's worker cannot import at run time, Firefox has no offscreen documents. */
declare const __FIREFOX__: boolean;

const OFFSCREEN_PAGE = 'offscreen/index.html';
/** The runtime holds some 70 MB: it is dropped after this long without a question, milliseconds. */
export const MODEL_IDLE_MS = 300_000;

export interface ModelHost {
  readonly classifier: Classifier;
  /** Lives beside the runtime, for the same reasons. */
  readonly localEvm: LocalEvm;
  /** Loads the runtime before it is asked for. Never rejects. */
  warm(): void;
  /** Frees the runtime. */
  drop(): Promise<void>;
}

export function createModelHost(used: () => void): ModelHost {
  return __FIREFOX__ ? inEventPage(used) : inOffscreenDocument(used);
}

function inOffscreenDocument(used: () => void): ModelHost {
  let opening: Promise<void> | null = null;

  function open(): Promise<void> {
    opening ??= create().catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  }

  async function create(): Promise<void> {
    const offscreen = offscreenApi();
    if (offscreen === null) throw new ModelUnavailableError('This browser has no offscreen documents.');
    try {
      await offscreen.createDocument({
        url: OFFSCREEN_PAGE,
        reasons: ['WORKERS'],
        justification: 'Runs the local site model outside the worker, which cannot keep it loaded.',
      });
    } catch (error) {
      // It outlives the worker: one that is there already is the one wanted.
      if (!String(error).includes('single offscreen')) throw error;
    }
  }

  return {
    classifier: {
      async scoreHost(host, signal) {
        used();
        await open();
        signal.throwIfAborted();
        const answer = readModelAnswer(await browser.runtime.sendMessage({ type: 'model/score', host }));
        if (answer === null) throw new ModelUnavailableError('The model gave no answer.');
        if (!answer.ok) throw new ModelUnavailableError(answer.error);
        return answer.score;
      },
    },
    localEvm: {
      async simulate({ url, chainId, params, touched }, signal) {
        used();
        await open();
        signal.throwIfAborted();
        const job = { url, chainId, params: JSON.stringify(params), touched: JSON.stringify(touched) };
        const answer = readEvmAnswer(await browser.runtime.sendMessage({ type: 'evm/simulate', job }));
        if (answer === null) throw new RpcError('The local EVM gave no answer.');
        if (!answer.ok) throw new RpcError(answer.error, answer.code === undefined ? {} : { code: answer.code });
        return JSON.parse(answer.result);
      },
    },
    warm: () => void open().catch(() => undefined),
    async drop() {
      opening = null;
      await offscreenApi()
        ?.closeDocument()
        .catch(() => undefined);
    },
  };
}

function inEventPage(used: () => void): ModelHost {
  let loading: Promise<Classifier> | null = null;
  const load = (): Promise<Classifier> => {
    loading ??= import('../offscreen/hosts.ts').then(({ loadHosts }) =>
      loadHosts((path) => browser.runtime.getURL(path)),
    );
    return loading;
  };
  return {
    classifier: {
      async scoreHost(host, signal) {
        used();
        return (await load()).scoreHost(host, signal);
      },
    },
    localEvm: {
      async simulate(job, signal) {
        used();
        const { runEvm } = await import('../offscreen/evm.ts');
        return runEvm(job, signal);
      },
    },
    warm: () => void load().catch(() => undefined),
    async drop() {
      loading = null;
    },
  };
}
