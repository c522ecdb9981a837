import type { Address } from 'viem';
import { hostOf, isLoopbackHost } from '../text/domains.ts';
import { withDeadline } from '../withDeadline.ts';
import type { Earlier } from './earlier.ts';
import { callProbe } from './engines/callProbe.ts';
import type { Engine } from './engines/Engine.ts';
import type { LocalEvm } from './engines/LocalEvm.ts';
import { localEngine } from './engines/localEngine.ts';
import { simulateV1Engine } from './engines/simulateV1Engine.ts';
import { traceCall } from './engines/traceCall.ts';
import { readHeader } from './header.ts';
import { lookAt } from './lookAt.ts';
import { createMemories } from './Memory.ts';
import type { Rpc } from './rpc.ts';
import { accountOf } from './Scenario.ts';
import type { Simulator } from './Simulator.ts';
import { compareLooks, failedLook } from './secondLook.ts';

export interface SimulatorPorts {
  /** The endpoint the user chose for a chain; `null` when none was chosen, and then nothing is sent. */
  readonly rpcFor: (chainId: number) => Rpc | null;
  /** An EVM of our own, for endpoints that simulate nothing; absent where none can be loaded. */
  readonly localEvm?: LocalEvm;
  /** A second, independent endpoint of the user's, to compare answers with; `null` or absent when none was set. */
  readonly secondRpcFor?: (chainId: number) => Rpc | null;
  /** The account's requests that were continued in the last minutes, oldest first. */
  readonly earlier?: (chainId: number, account: Address) => readonly Earlier[];
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number;
  /** Cryptographic randomness. */
  readonly random: (bytes: number) => Uint8Array;
}

export interface ChainSimulator extends Simulator {
  /**
   * Reads a chain's newest block header ahead of the first look, which then takes one round trip. Does nothing when no
   * endpoint is set. Rejects with `RpcError` or `DeadlineError`; a caller may ignore that.
   */
  prefetch(chainId: number, signal: AbortSignal): Promise<void>;
}

/** A second opinion that comes later than this is not waited for, milliseconds. */
const SECOND_MS = 2_000;

/**
 * The simulator over the user's own RPC endpoints.
 *
 * @example const simulator = createSimulator({ rpcFor: () => httpRpc(url, fetch), now: Date.now, random })
 */
export function createSimulator(ports: SimulatorPorts): ChainSimulator {
  const { rpcFor, now, random } = ports;
  const memoryOf = createMemories();
  const memoryFor = (rpc: Rpc, chainId: number) => memoryOf(`${chainId} ${rpc.url}`);
  return {
    async look(query, signal) {
      const { chainId } = query.request;
      const rpc = chainId === null ? null : rpcFor(chainId);
      if (chainId === null || rpc === null) return null;
      const account = accountOf(query.request);
      const earlier = account === null ? [] : (ports.earlier?.(chainId, account) ?? []);
      const lookOn = (endpoint: Rpc, own: AbortSignal, plain: boolean) => {
        const evm = ports.localEvm == null ? [] : [localEngine(ports.localEvm, endpoint.url, chainId, own)];
        const engines: readonly Engine[] = [simulateV1Engine, traceCall, ...evm, callProbe];
        const memory = memoryFor(endpoint, chainId);
        const local = isLoopbackHost(hostOf(endpoint.url) ?? '');
        return lookAt(query, chainId, {
          rpc: endpoint,
          memory,
          now,
          random,
          local,
          signal: own,
          engines,
          earlier,
          plain,
        });
      };
      const other = ports.secondRpcFor?.(chainId) ?? null;
      if (other === null) return lookOn(rpc, signal, false);
      const [view, second] = await Promise.all([
        lookOn(rpc, signal, false),
        withDeadline('The second RPC', SECOND_MS, signal, (own) => lookOn(other, own, true)).catch(failedLook),
      ]);
      return { ...view, second: 'heard' in second ? second : compareLooks(view, second) };
    },
    async prefetch(chainId, signal) {
      const rpc = rpcFor(chainId);
      if (rpc === null) return;
      const block = await rpc.request('eth_getBlockByNumber', ['latest', false], signal);
      memoryFor(rpc, chainId).header = readHeader(block);
    },
  };
}
