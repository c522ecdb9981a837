import { type Address, type Hex, numberToHex } from 'viem';
import type { Around, Extra, ExtraStep } from '../Extra.ts';
import { readCode } from '../power/readGrantee.ts';
import { selectorsIn } from '../power/selectorsIn.ts';
import { readRun } from '../readRun.ts';
import type { ScenarioCall } from '../Scenario.ts';
import type { Run } from '../Simulator.ts';
import { isStrange } from './perturb.ts';

/**
 * A sale whose payee turns it (taxonomy H2): the person who gets the user's tokens calls each function of the contract
 * first, and then the user's call is made as asked. Where the user still pays and now gets nothing, the one who gains by
 * it can do it with one call, and it has been done. A call that carries a least price reverts instead, and proves nothing.
 *
 * Only the payee is tried: that an owner may set a price is true of honest shops, too.
 */
export const payee: Extra = {
  id: 'payee',
  prepare(around) {
    const { plan, simulate, view } = around;
    const to = plan?.scenario.calls[0]?.to ?? null;
    if (simulate === undefined || plan === undefined || to === null || !isStrange(around)) return null;
    const by = view.run === null ? null : payeeIn(view.run);
    if (by === null || by === to || view.accounts.get(by)?.code === 'contract') return null;
    const behind = view.contracts?.get(to)?.implementation ?? null;
    return async ({ ask }) => {
      const codes = await Promise.all([to, ...(behind === null ? [] : [behind])].map((each) => readCode(ask, each)));
      const asked = plan.scenario.calls[0]?.data.slice(0, 10);
      const selectors = codes.flatMap(selectorsIn).filter((each) => each !== asked);
      return { found: {}, next: selectors.length === 0 ? null : attempts(around, to, by, selectors) };
    };
  },
};

/** Who gets the user's tokens for something in return; `null` where nobody is named. */
export function payeeIn({ deltas, status }: Run): Address | null {
  if (status !== 'success' || !deltas.some(({ delta }) => delta > 0n)) return null;
  return deltas.find(({ asset, delta, to }) => asset.type !== 'native' && delta < 0n && to !== null)?.to ?? null;
}

/** What arrives under this share of what was promised is nothing: one part in so many. */
const NEXT_TO_NOTHING = 1_000n;

/** True when at least as much leaves as before, and next to nothing arrives for it. */
export function isForNothing(base: Run, run: Run): boolean {
  if (run.status !== 'success') return false;
  const sumIn = (deltas: Run['deltas'], asset: string): bigint =>
    deltas.reduce((sum, each) => (keyOf(each) === asset ? sum + each.delta : sum), 0n);
  const paid = base.deltas.filter(({ delta }) => delta < 0n);
  return (
    paid.length > 0 &&
    paid.every((each) => sumIn(run.deltas, keyOf(each)) <= sumIn(base.deltas, keyOf(each))) &&
    run.deltas.every((each) => each.delta <= 0n || each.delta * NEXT_TO_NOTHING < sumIn(base.deltas, keyOf(each)))
  );
}

function keyOf({ asset }: Run['deltas'][number]): string {
  return asset.type === 'native' ? 'native' : `${asset.address} ${'id' in asset ? String(asset.id) : ''}`;
}

/** A price of nothing, and the least price that is none. */
const FIRST_WORDS = [0n, 1n];
const OTHER_WORDS = 3;
const MAX_RUNS = 48;
/** Gas for the payee's own call. */
const GAS = 300_000n;

function attempts(around: Around, to: Address, by: Address, selectors: readonly Hex[]): ExtraStep {
  const calls = FIRST_WORDS.flatMap((first) =>
    selectors.map((selector): ScenarioCall => {
      const data: Hex = `${selector}${numberToHex(first, { size: 32 }).slice(2)}${'0'.repeat(64 * OTHER_WORDS)}`;
      const free = { gasPriceWei: null, maxFeePerGasWei: null, maxPriorityFeePerGasWei: null, nonce: null };
      return { to, data, by, valueWei: 0n, gas: GAS, ...free };
    }),
  ).slice(0, MAX_RUNS);
  return async (trip) => {
    const { plan, simulate, view } = around;
    if (plan === undefined || simulate === undefined || view.run === null) return { found: {}, next: null };
    const { probes, setting } = plan;
    const gas = plan.gasLimits[0] ?? 0n;
    const jobs = calls.map((call) => {
      return { scenario: { ...plan.scenario, before: [call] }, probes, setting, gas, spare: true };
    });
    const outcomes = await simulate(trip, jobs);
    for (const [index, { scenario }] of jobs.entries()) {
      const outcome = outcomes[index];
      if (outcome?.ok !== true) continue;
      const run = readRun(outcome.run, scenario, probes);
      const selector: Hex = `0x${calls[index]?.data.slice(2, 10) ?? ''}`;
      if (isForNothing(view.run, run)) return { found: { turner: { by, selector, run } }, next: null };
    }
    return { found: {}, next: null };
  };
}
