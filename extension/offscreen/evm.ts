import { runLocally } from '../../src/simulate/engines/evm/runLocally.ts';
import type { LocalJob } from '../../src/simulate/engines/LocalEvm.ts';
import { httpRpc } from '../../src/simulate/rpc.ts';

/** One run of the local EVM on the state of the endpoint the person chose. */
export function runEvm(job: LocalJob, signal: AbortSignal): Promise<unknown> {
  return runLocally(
    job,
    httpRpc(job.url, (url, init) => fetch(url, init)),
    signal,
  );
}
