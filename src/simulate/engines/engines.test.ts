import { describe, expect, it } from 'vitest';
import { RpcError } from '../../errors.ts';
import type { Rpc, RpcCall, RpcOutcome } from '../rpc.ts';
import { settingFor } from '../Setting.ts';
import type { SimulationOutcome } from '../simulateV1.ts';
import { openTrip } from '../trip.ts';
import { callProbe } from './callProbe.ts';
import type { Engine, Job, Travel } from './Engine.ts';
import type { LocalEvm } from './LocalEvm.ts';
import { localEngine } from './localEngine.ts';
import { simulateV1Engine } from './simulateV1Engine.ts';
import { traceCall } from './traceCall.ts';

/** checks.md F2: whatever an endpoint answers, every run has an outcome, and what is no run is an error of the endpoint's. */
const A = `0x${'aa'.repeat(20)}` as const;
const header = {
  ...({ number: 9n, timeSeconds: 1000n, feeRecipient: A, baseFeeWei: 1_000_000_000n } as const),
  ...{ gasLimit: 30_000_000n, gasUsed: 15_000_000n },
};
let draw = 0x10;
const random = (bytes: number) => new Uint8Array(bytes).fill(draw++);
const setting = settingFor(header, { nowSeconds: 1001n, local: false, random });
const free = { gas: null, gasPriceWei: null, maxFeePerGasWei: null, maxPriorityFeePerGasWei: null, nonce: null };
const call = { to: `0x${'bb'.repeat(20)}`, valueWei: 5n, data: '0x12345678', ...free } as const;
const job: Job = {
  scenario: { user: A, calls: [call], delegate: null },
  probes: [{ kind: 'account' }],
  setting,
  gas: 500_000n,
};
const later = { ...setting, header: { ...header, number: 12n }, timeSeconds: 2_000n };
const JOBS: readonly Job[] = [job, { ...job, gas: 1n << 24n }, { ...job, setting: later, spare: true }];

const never = new AbortController().signal;
const evmThat = (simulate: LocalEvm['simulate']) => localEngine({ simulate }, 'https://rpc.example', 1, never);

/** Every engine over an endpoint that answers by `answer`; its EVM gets the same answers. */
const ENGINES: readonly (readonly [string, (answer: (call: RpcCall) => unknown) => Engine])[] = [
  ['eth_simulateV1', () => simulateV1Engine],
  ['debug_traceCall', () => traceCall],
  ['eth_call-probe', () => callProbe],
  ['local-evm', (answer) => evmThat(async () => answer({ method: 'evm', params: [] }))],
];

async function simulate(
  engine: Engine,
  batch: (calls: readonly RpcCall[]) => Promise<readonly RpcOutcome[]>,
): Promise<readonly SimulationOutcome[]> {
  const rpc: Rpc = { url: 'https://rpc.example', request: async () => null, batch };
  const travel: Travel = async (pack) => {
    const trip = openTrip(rpc, never);
    const packed = pack(trip);
    packed.catch(() => undefined);
    await trip.send();
    return packed;
  };
  return travel((trip) => engine.simulate({ trip, travel }, JOBS));
}

const results = (answer: (call: RpcCall) => unknown) => async (calls: readonly RpcCall[]) =>
  calls.map((each): RpcOutcome => ({ ok: true, result: answer(each) }));

function allFaulty(outcomes: readonly SimulationOutcome[]): void {
  expect(outcomes).toHaveLength(JOBS.length);
  for (const [index, outcome] of outcomes.entries()) {
    expect(outcome.ok).toBe(false);
    expect(!outcome.ok && outcome.error).toBeInstanceOf(RpcError);
    expect(outcome.gas).toBe(JOBS[index]?.gas);
  }
}

const word = (value: number) => value.toString(16).padStart(64, '0');
const GARBAGE: readonly (readonly [string, unknown])[] = [
  ['nothing', null],
  ['text', 'gateway timeout'],
  ['an empty list', []],
  ['a number', 7],
  ['an object of another kind', { accessList: 5, pre: [], calls: 'x' }],
  ['blocks without calls', [{ number: '0x1' }]],
  ['a call too many', [{ calls: Array(9).fill({ status: '0x1', gasUsed: '0x1', returnData: '0x', logs: [] }) }]],
  ['bytes that are no records', `0x${word(1).repeat(3)}`],
  ['records without end', `0x${'ff'.repeat(4_000)}`],
  ['a status nobody knows', [{ calls: Array(3).fill({ status: '0x7', gasUsed: '0x1', returnData: '0x' }) }]],
  ['gas of 78 digits', { gasUsed: `0x${'f'.repeat(78)}`, output: '0x', pre: {}, post: {} }],
  ['a frame in itself', frameInItself()],
  ['half a million members', Object.fromEntries(Array.from({ length: 500_000 }, (_, at) => [`k${at}`, at]))],
  ['a list of half a million', Array(500_000).fill({})],
];

/** A trace whose frames never end. */
function frameInItself(): object {
  const frame: { gasUsed: string; calls: object[] } = { gasUsed: '0x1', calls: [] };
  frame.calls.push(frame);
  return frame;
}

describe.each(ENGINES)('%s', (_, engineOn) => {
  it.each(GARBAGE)('makes an error of each run where the endpoint answers %s', async (_name, garbage) => {
    const answer = () => garbage;
    allFaulty(await simulate(engineOn(answer), results(answer)));
  });

  it('makes an error of each run where the endpoint refuses, and keeps its code', async () => {
    const error = new RpcError('Method not found', { code: -32_601 });
    const refusing = engineOn(() => {
      throw error;
    });
    const outcomes = await simulate(refusing, async (calls) => calls.map(() => ({ ok: false, error })));
    allFaulty(outcomes);
    for (const outcome of outcomes) expect(!outcome.ok && outcome.error.code).toBe(-32_601);
  });

  it('has an outcome for each run where the endpoint leaves some unanswered', async () => {
    const partial = (calls: readonly RpcCall[]) => Promise.resolve(results(() => null)(calls.slice(0, 1)));
    allFaulty(
      await simulate(
        engineOn(() => [null]),
        partial,
      ),
    );
  });
});

describe('debug_traceCall', () => {
  it('makes an error of each run where the second trip fails as a whole', async () => {
    const trace = { gasUsed: '0x5208', output: '0x', logs: [], pre: {}, post: {} };
    let trips = 0;
    const outcomes = await simulate(traceCall, async (calls) => {
      trips += 1;
      if (trips > 1) throw new RpcError('The RPC could not be reached.');
      return results(() => trace)(calls);
    });
    // Once more without what can be done without.
    expect(trips).toBe(3);
    allFaulty(outcomes);
  });
});

describe('local-evm', () => {
  it('makes an endpoint’s error of a fault of its own', async () => {
    const broken = evmThat(async () => {
      throw new TypeError('boom');
    });
    allFaulty(
      await simulate(
        broken,
        results(() => null),
      ),
    );
  });

  it('reads each run for itself: what one cannot pay does not cost the others', async () => {
    const mixed = evmThat(async ({ params }) => {
      expect(params).toHaveLength(JOBS.length + 1);
      expect(params.at(-1)).toBe('0x9');
      return [{ error: 'insufficient funds', code: -38_014 }, { result: [] }, { error: 5 }];
    });
    const outcomes = await simulate(
      mixed,
      results(() => null),
    );
    allFaulty(outcomes);
    expect(outcomes.map((one) => (one.ok ? null : one.error.code))).toEqual([-38_014, undefined, undefined]);
  });
});
