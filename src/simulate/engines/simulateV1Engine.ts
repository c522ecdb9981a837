import { RpcError } from '../../errors.ts';
import { readSimulateV1, simulateV1Question } from '../simulateV1.ts';
import { askOf, type Engine, faulty, type Job } from './Engine.ts';

/** The most faithful engine: the node itself runs the block the request would land in. */
export const simulateV1Engine: Engine = {
  id: 'eth_simulateV1',
  notes: [],
  suits: () => true,
  async simulate({ trip }, jobs) {
    // What one run reads before the calls, the others of its block need not read again: a tenth of a look's time.
    const leads = jobs.map((job) => jobs.find((other) => sharesState(other, job)) ?? job);
    const answers = await Promise.all(
      jobs.map(async (job, index) => {
        try {
          const question = simulateV1Question(job, leads[index] === job ? 'twice' : 'after');
          return await askOf(trip, job)(question);
        } catch (error) {
          return { ok: false, error: new RpcError('The run could not be written.', { cause: error }) } as const;
        }
      }),
    );
    const outcomeOf = (job: Job, before?: Parameters<typeof readSimulateV1>[2]) => {
      const answer = answers[jobs.indexOf(job)];
      return answer === undefined ? faulty(null, job) : readSimulateV1(answer, job, before);
    };
    const lead = new Map([...new Set(leads)].map((job) => [job, outcomeOf(job)]));
    return jobs.map((job, index) => {
      const led = lead.get(leads[index] ?? job);
      if (led === undefined || leads[index] === job) return led ?? faulty(null, job);
      return led.ok ? outcomeOf(job, led.run.before) : { ...led, gas: job.gas };
    });
  },
};

/** The same state in a block of the same number and time: there the probes read the same. */
function sharesState(one: Job, other: Job): boolean {
  const [a, b] = [one.setting, other.setting];
  return (
    one.probes === other.probes &&
    one.scenario.before === other.scenario.before &&
    one.scenario.delegate === other.scenario.delegate &&
    a.exact &&
    b.exact &&
    a.header.number === b.header.number &&
    (a.forcedTimeSeconds ?? a.timeSeconds) === (b.forcedTimeSeconds ?? b.timeSeconds) &&
    a.places === b.places &&
    a.slots === b.slots &&
    a.raisedBalanceWei === b.raisedBalanceWei &&
    a.validation === b.validation
  );
}
