import { type Address, type Hex, padHex, zeroHash } from 'viem';
import { PROXY_SLOTS } from '../contractFacts/proxy.ts';
import type { Around, Extra, ExtraAnswer, ExtraStep } from '../Extra.ts';
import type { Plan } from '../Plan.ts';
import { uniteProbes } from '../Probe.ts';
import { readRun } from '../readRun.ts';
import type { RpcOutcome } from '../rpc.ts';
import { lowerAddress, readQuantity } from '../rpcValue.ts';
import type { Differential, Run } from '../Simulator.ts';
import type { Trip } from '../trip.ts';
import { isTurned } from '../variants/compare.ts';
import { unseenProbes } from '../variants/differential.ts';
import { isBait, isSale, isVariableOf } from './lure.ts';
import { addressIn, mutationsOf } from './mutations.ts';
import { readTouched, type Touched, touchedQuestion } from './touched.ts';

/** One word of storage set to another value. */
interface Change {
  readonly address: Address;
  readonly slot: Hex;
  readonly value: Hex;
  /** The address the word held, which must be no contract for the change to say anything; `null` for a switch. */
  readonly party: Hex | null;
}

/** Words read, and runs made; the contracts named first are the call's own target. */
const MAX_WORDS = 24;
const MAX_RUNS = 32;

/**
 * What would happen if somebody threw a switch in the contract before the transaction is mined (taxonomy H2): each switch
 * among the words that the call itself reads is thrown once, all in one batch. Only of contracts that no list knows.
 */
export const perturb: Extra = {
  id: 'perturb',
  prepare(around) {
    const { plan, simulate, touched, view } = around;
    if (simulate === undefined || plan === undefined || view.run?.status !== 'success') return null;
    const job = { around, plan, base: view.run };
    if (touched !== undefined) return readWords(touched, job);
    // The look's first trip had no block to ask about yet.
    const question = touchedQuestion(plan.scenario, plan.setting, plan.gasLimits[0] ?? 0n);
    if (!isStrange(around)) return null;
    return async (trip) => ({ found: {}, next: readWords(readTouched(await trip.ask(question)) ?? [], job) });
  },
};

interface Job {
  readonly around: Around;
  readonly plan: Plan;
  readonly base: Run;
}

function readWords(touched: readonly Touched[], job: Job): ExtraStep | null {
  const words = wordsOf(touched, job.around, isBait(job.base, job.plan.scenario));
  if (words.length === 0) return null;
  return async (trip) => {
    const answers = await Promise.all(
      words.map(({ address, slot }) => trip.ask({ method: 'eth_getStorageAt', params: [address, slot, 'latest'] })),
    );
    const changes = words.flatMap((word, index) => changesOf(word, answers[index], job)).slice(0, MAX_RUNS);
    return { found: {}, next: changes.length === 0 ? null : (next) => throwAll(next, changes, job) };
  };
}

const PLAIN: ReadonlySet<string> = new Set(['transfer', 'allowance', 'operatorApproval', 'permit2']);

/** False where every call goes to a contract that a list knows, or only sends ether. */
export function isStrange({ query, scenario }: Pick<Around, 'query' | 'scenario'>): boolean {
  if (scenario === null || scenario.calls.length !== 1 || scenario.before !== undefined) return false;
  // A token's own functions move that token alone: nothing else is exposed.
  if (PLAIN.has(query.action.kind) && scenario.calls.every(({ valueWei }) => valueWei === 0n)) return false;
  const known = new Set(query.known?.map(lowerAddress));
  return scenario.calls.some(({ to, data }) => to !== null && data !== '0x' && !known.has(to));
}

interface Word {
  readonly address: Address;
  readonly slot: Hex;
}

function wordsOf(
  touched: readonly Touched[],
  { query, scenario, user }: Around,
  withProxies: boolean,
): readonly Word[] {
  const spared = new Set<string>([...(query.known ?? []).map(lowerAddress), user ?? '']);
  const target = scenario?.calls[0]?.to ?? null;
  // Another implementation is another contract, which by itself proves nothing about this one.
  return touched
    .filter(({ address }) => !spared.has(address) && query.isListed?.(address) !== true)
    .sort((one, other) => Number(other.address === target) - Number(one.address === target))
    .flatMap(({ address, slots }) =>
      slots.filter((slot) => withProxies || !PROXY_SLOTS.has(slot)).map((slot) => ({ address, slot })),
    )
    .slice(0, MAX_WORDS);
}

function changesOf(word: Word, answer: RpcOutcome | undefined, job: Job): readonly Change[] {
  const { setting } = job.around;
  if (answer === undefined || !answer.ok) return [];
  let value: bigint;
  try {
    value = readQuantity(answer.result, 'a word of storage');
  } catch {
    // This word stays as it is; the others are still asked about.
    return [];
  }
  if (PROXY_SLOTS.has(word.slot)) {
    // No code at all keeps what it is sent and gives nothing: the least that other code would do.
    return value === 0n ? [] : [{ ...word, value: padHex(setting.places.sender, { size: 32 }), party: null }];
  }
  const party = addressIn(value);
  const price: readonly Change[] =
    value > 1n && isSale(job.base) && isVariableOf(word, job.plan.scenario)
      ? [{ ...word, value: zeroHash, party: null }]
      : [];
  const thrown = mutationsOf(value, BigInt(setting.places.account)).map((changed) => {
    const other = party !== null && addressIn(BigInt(changed)) !== party;
    return { ...word, value: changed, party: other ? party : null };
  });
  return [...price, ...thrown];
}

async function throwAll(
  trip: Trip,
  changes: readonly Change[],
  { around, base, plan }: Job,
  widened = false,
): Promise<ExtraAnswer> {
  const { probes, scenario } = plan;
  const gas = plan.gasLimits[0] ?? 0n;
  const jobs = changes.map(({ address, slot, value }) => {
    return { scenario, probes, setting: { ...plan.setting, slots: [{ address, slot, value }] }, gas, spare: true };
  });
  const [outcomes, codes] = await Promise.all([
    around.simulate?.(trip, jobs) ?? [],
    Promise.all(
      changes.map(({ party }) =>
        party === null ? null : trip.ask({ method: 'eth_getCode', params: [party, 'latest'] }),
      ),
    ),
  ]);
  const runs = changes.flatMap((change, index) => {
    const [code, outcome] = [codes[index] ?? null, outcomes[index]];
    if (outcome === undefined) return [];
    return [{ change, outcome, contract: code !== null && !(code.ok && code.result === '0x') }];
  });
  const unseen = unseenProbes(
    plan,
    runs.flatMap(({ contract, outcome }) => (contract ? [] : [{ outcome }])),
  );
  if (unseen.length > 0 && !widened) {
    const wider = { ...plan, probes: uniteProbes(plan.probes, unseen) };
    return { found: {}, next: (next) => throwAll(next, changes, { around, base, plan: wider }, true) };
  }
  let ran = 0;
  const worse: Differential['worse'][number][] = [];
  for (const { change, outcome, contract } of runs) {
    if (contract || !outcome.ok || !outcome.run.calls.every(({ success }) => success)) continue;
    ran += 1;
    const run = readRun(outcome.run, scenario, probes);
    if (isTurned(base, run)) worse.push({ variant: `${change.address} ${change.slot}`, kind: 'storage', run });
  }
  const known = around.view.variants;
  return {
    found: { variants: { ...known, ran: (known?.ran ?? 0) + ran, worse: [...(known?.worse ?? []), ...worse] } },
    next: null,
  };
}
