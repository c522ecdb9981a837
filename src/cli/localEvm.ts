import type { LocalEvm } from '../simulate/engines/LocalEvm.ts';
import { httpRpc } from '../simulate/rpc.ts';

/** The local EVM in this process, loaded when it is first needed. */
export const nodeLocalEvm: LocalEvm = {
  async simulate(job, signal) {
    const { runLocally } = await import('../simulate/engines/evm/runLocally.ts');
    return runLocally(job, httpRpc(job.url, fetch), signal);
  },
};
