import { randomBytes } from 'node:crypto';
import { type ChainSimulator, createSimulator, type SimulatorPorts } from '../../src/simulate/createSimulator.ts';
import { httpRpc, type Rpc } from '../../src/simulate/rpc.ts';
import type { ChainQuery, ChainView, Run } from '../../src/simulate/Simulator.ts';

/** A simulator over one endpoint, with Node's fetch, clock and randomness. */
export function simulatorOn(
  rpc: Rpc | string,
  now: () => number = Date.now,
  more: Partial<SimulatorPorts> = {},
): ChainSimulator {
  const endpoint = typeof rpc === 'string' ? httpRpc(rpc, fetch) : rpc;
  return createSimulator({
    rpcFor: () => endpoint,
    now,
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    ...more,
  });
}

/** One look with a deadline of its own. */
export async function look(simulator: ChainSimulator, query: ChainQuery, milliseconds = 4000): Promise<ChainView> {
  const view = await simulator.look(query, AbortSignal.timeout(milliseconds));
  if (view === null) throw new Error('No RPC is set.');
  return view;
}

/** A run in words that compare: `native -5`, `erc20 0xabc... +7`, `erc721 0xabc... #1 -1`. */
export function deltasIn(run: Run | null): readonly string[] {
  return (run?.deltas ?? [])
    .map(({ asset, delta }) => {
      const where = asset.type === 'native' ? '' : ` ${asset.address.toLowerCase()}`;
      const item = 'id' in asset ? ` #${asset.id}` : '';
      return `${asset.type}${where}${item} ${delta}`;
    })
    .sort();
}

export function permissionsIn(run: Run | null): readonly string[] {
  return (run?.permissions ?? [])
    .map(({ kind, token, to, itemId, before, after }) => {
      const item = itemId === null ? '' : ` #${itemId}`;
      return `${kind} ${token}${item} ${to} ${before}->${after}`;
    })
    .sort();
}
