import { RpcError } from '../../errors.ts';
import { readTouched, touchedQuestion } from '../perturb/touched.ts';
import { simulateV1 } from '../simulateV1.ts';
import type { Ask } from '../trip.ts';
import type { Engine } from './Engine.ts';
import type { LocalEvm } from './LocalEvm.ts';

/** The local EVM behind the words of `eth_simulateV1`: same question, same answer, checked by the same readers. */
export function localEngine(evm: LocalEvm, url: string, chainId: number, signal: AbortSignal): Engine {
  return {
    id: 'local-evm',
    oneTrip: false,
    notes: [],
    suits: () => true,
    async simulate({ ask }, { scenario, probes, setting, gas }) {
      // A hint of what to fetch first; without it the EVM finds out by running.
      const access = await ask(touchedQuestion(scenario, setting, gas));
      const touched = readTouched(access) ?? [];
      const run: Ask = async ({ params }) => {
        try {
          return { ok: true, result: await evm.simulate({ url, chainId, params, touched }, signal) };
        } catch (error) {
          const known = error instanceof RpcError ? error : new RpcError('The local EVM failed.', { cause: error });
          return { ok: false, error: known };
        }
      };
      return simulateV1(run, scenario, probes, { ...setting, exact: true }, gas);
    },
  };
}
