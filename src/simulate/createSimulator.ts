import { hostOf, isLoopbackHost } from '../text/domains.ts';
import type { Engine } from './engines/Engine.ts';
import { simulateV1Engine } from './engines/simulateV1Engine.ts';
import { readHeader } from './header.ts';
import { lookAt } from './lookAt.ts';
import { createMemories } from './Memory.ts';
import type { Rpc } from './rpc.ts';
import type { Simulator } from './Simulator.ts';

export interface SimulatorPorts {
  /** The endpoint the user chose for a chain; `null` when none was chosen, and then nothing is sent. */
  readonly rpcFor: (chainId: number) => Rpc | null;
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

/**
 * The simulator over the user's own RPC endpoints.
 *
 * @example const simulator = createSimulator({ rpcFor: () => httpRpc(url, fetch), now: Date.now, random })
 */
export function createSimulator(ports: SimulatorPorts): ChainSimulator {
  const { rpcFor, now, random } = ports;
  const memoryOf = createMemories();
  const memoryFor = (rpc: Rpc, chainId: number) => memoryOf(`${chainId} ${rpc.url}`);
  const engines: readonly Engine[] = [simulateV1Engine];
  return {
    async look(query, signal) {
      const { chainId } = query.request;
      const rpc = chainId === null ? null : rpcFor(chainId);
      if (chainId === null || rpc === null) return null;
      const local = isLoopbackHost(hostOf(rpc.url) ?? '');
      return lookAt(query, chainId, { rpc, memory: memoryFor(rpc, chainId), now, random, local, signal, engines });
    },
    async prefetch(chainId, signal) {
      const rpc = rpcFor(chainId);
      if (rpc === null) return;
      const block = await rpc.request('eth_getBlockByNumber', ['latest', false], signal);
      memoryFor(rpc, chainId).header = readHeader(block);
    },
  };
}
