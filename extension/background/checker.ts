import { check, type Report } from '../../src/check.ts';
import type { Classifier } from '../../src/model/Classifier.ts';
import { kindOf } from '../../src/request/methods.ts';
import { readRequest } from '../../src/request/readRequest.ts';
import { createAddressReader } from '../../src/simulate/createAddressReader.ts';
import { createSimulator } from '../../src/simulate/createSimulator.ts';
import type { LocalEvm } from '../../src/simulate/engines/LocalEvm.ts';
import { httpRpc, type Rpc } from '../../src/simulate/rpc.ts';
import { readUint64 } from '../../src/simulate/rpcValue.ts';
import { who } from '../../src/who.ts';
import type { WhoView } from '../protocol/views.ts';
import type { Live } from './desk.ts';
import type { EarlierBook } from './earlier.ts';
import type { HistoryBook } from './history.ts';
import type { Packaged } from './packaged.ts';
import type { Settings } from './settings.ts';

/** checks.md L2: after this long the verdict is what there is. */
const HARD_STOP_MS = 4_000;

export interface CheckerTools {
  readonly settings: Settings;
  readonly packaged: Promise<Packaged>;
  readonly classifier: Classifier;
  readonly history: HistoryBook;
  readonly language: () => string;
  readonly localEvm?: LocalEvm;
  /** What the person went on with and may not be mined yet. */
  readonly earlier?: EarlierBook;
}

export interface Checker {
  check(id: string, live: Live): Promise<Report>;
  /** Number of the chain's newest block; `null` where no RPC was chosen. Rejects with `RpcError`. */
  newestBlock(chainId: number): Promise<bigint | null>;
  /** What a site gets for connecting: the same judgement, without any request. */
  checkSite(origin: string): Promise<Report>;
  /** A person's own question: the packaged data, the local model, and for addresses the RPC the user chose. */
  who(value: string, chainId: number | null): Promise<WhoView>;
}

/** Binds `check()` to this browser: the user's RPC, the packaged lists, the local model. */
export function createChecker(tools: CheckerTools): Checker {
  const { settings, history } = tools;
  const rpcs = new Map<string, Rpc>();

  const rpcFor = (chainId: number): Rpc | null => rpcAt(settings.current().rpcUrls[String(chainId)]);
  const secondRpcFor = (chainId: number): Rpc | null => rpcAt(settings.current().secondRpcUrls?.[String(chainId)]);

  function rpcAt(url: string | null | undefined): Rpc | null {
    if (url == null || !settings.current().chosen) return null;
    const known = rpcs.get(url) ?? httpRpc(url, (target, init) => fetch(target, init));
    rpcs.set(url, known);
    return known;
  }
  /** Nobody said which chain: Ethereum's endpoint, else the first that was chosen. */
  function rpcForAny(): Rpc | null {
    const [first] = Object.keys(settings.current().rpcUrls).filter((id) => rpcFor(Number(id)) !== null);
    return rpcFor(1) ?? (first === undefined ? null : rpcFor(Number(first)));
  }
  const reader = createAddressReader((chainId) => (chainId === null ? rpcForAny() : rpcFor(chainId)));
  const simulator = createSimulator({
    ...{ rpcFor, secondRpcFor },
    ...(tools.localEvm === undefined ? {} : { localEvm: tools.localEvm }),
    earlier: (chainId, account) => tools.earlier?.of(chainId, account) ?? [],
    now: () => Date.now(),
    random: randomBytes,
  });

  /** A site that connects will ask for more: the first verdict then takes one round trip. */
  function prefetch(chainId: number): void {
    if (!settings.current().chosen) return;
    simulator.prefetch(chainId, AbortSignal.timeout(HARD_STOP_MS)).catch(() => undefined);
  }

  async function run(raw: Parameters<typeof readRequest>[0]): Promise<Report> {
    const { lists, registry } = await tools.packaged;
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), HARD_STOP_MS);
    try {
      return await check(readRequest(raw), {
        // Nothing is sent anywhere before the first-run page is answered.
        simulator: settings.current().chosen ? simulator : null,
        lists,
        registry,
        classifier: tools.classifier,
        history: history.current(),
        clock: () => Date.now(),
        language: tools.language(),
        signal: stop.signal,
      });
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    check(id, { ask, caller }) {
      if (kindOf(ask.method).kind === 'connect' && ask.chainId !== null) prefetch(ask.chainId);
      const { origin, topOrigin, documentId, frame } = caller;
      return run({
        id,
        origin,
        topOrigin,
        documentId,
        frame,
        wallet:
          ask.rdns === null && ask.walletName === null ? null : { rdns: ask.rdns ?? '', name: ask.walletName ?? '' },
        // Two different answers for one wallet: neither is believed.
        chainId: ask.contradicted.includes('chain') ? null : ask.chainId,
        account: ask.contradicted.includes('account') ? null : ask.account,
        contradicted: ask.contradicted,
        method: ask.method,
        paramsText: ask.paramsText,
      });
    },
    async newestBlock(chainId) {
      const rpc = rpcFor(chainId);
      if (rpc === null) return null;
      const answer = await rpc.request('eth_blockNumber', [], AbortSignal.timeout(HARD_STOP_MS));
      return readUint64(answer, 'its newest block');
    },
    async who(value, chainId) {
      const { lists, registry } = await tools.packaged;
      const ports = {
        ...{ lists, registry, reader, classifier: tools.classifier, history: history.current() },
        language: tools.language(),
        signal: new AbortController().signal,
      };
      return who(value, ports, { chainId });
    },
    checkSite(origin) {
      const nobody = {
        documentId: null,
        frame: 'top',
        wallet: null,
        chainId: null,
        account: null,
        contradicted: [],
      } as const;
      return run({ id: '', origin, topOrigin: origin, ...nobody, method: 'eth_requestAccounts', paramsText: '[]' });
    },
  };
}

function randomBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length));
}
