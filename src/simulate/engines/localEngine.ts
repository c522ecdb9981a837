import { numberToHex } from 'viem';
import { RpcError } from '../../errors.ts';
import { readTouched, touchedQuestion } from '../perturb/touched.ts';
import type { RpcOutcome } from '../rpc.ts';
import { readArray, readRecord } from '../rpcValue.ts';
import { readSimulateV1, simulateV1Question } from '../simulateV1.ts';
import { smaller } from '../smaller.ts';
import { type Engine, faulty, type Job } from './Engine.ts';
import type { LocalEvm } from './LocalEvm.ts';

/** The local EVM behind the words of `eth_simulateV1`: same question, same answer, checked by the same readers. */
export function localEngine(evm: LocalEvm, url: string, chainId: number, signal: AbortSignal): Engine {
  return {
    id: 'local-evm',
    notes: [],
    suits: () => true,
    async simulate({ trip }, asked) {
      try {
        const jobs = asked.map((job) => ({ ...job, setting: { ...job.setting, exact: true } }));
        const first = asked.find(({ spare }) => spare !== true);
        // A hint of what to fetch first; without it the EVM finds out by running.
        const access =
          first === undefined ? null : await trip.ask(touchedQuestion(first.scenario, first.setting, first.gas));
        const touched = access === null ? [] : (readTouched(access) ?? []);
        const params = [...jobs.map(payloadOf), numberToHex(stateOf(jobs))];
        const answers = readArray(await evm.simulate({ url, chainId, params, touched }, signal), 'the local EVM');
        return jobs.map((job, index) => readSimulateV1(outcomeOf(answers[index]), job));
      } catch (error) {
        return asked.map((job) => faulty(error, job));
      }
    },
  };
}

function payloadOf(job: Job): unknown {
  return simulateV1Question(job).params[0];
}

/** Some runs stand in later blocks: the state is that before the first of them. */
function stateOf([first, ...others]: readonly Job[]): bigint {
  const numberIn = (job: Job | undefined): bigint => job?.setting.header.number ?? 0n;
  return others.reduce((least, job) => smaller(least, numberIn(job)), numberIn(first));
}

function outcomeOf(answer: unknown): RpcOutcome {
  const { result, error, code } = readRecord(answer, 'a run of the local EVM');
  if (typeof error !== 'string') return { ok: true, result };
  return { ok: false, error: new RpcError(error, typeof code === 'number' ? { code } : {}) };
}
