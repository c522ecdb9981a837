import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { readableJson } from '../../extension/protocol/codec.ts';
import { readModelAnswer, readModelQuestion } from '../../extension/protocol/model.ts';
import { readBridgeMessage, readPageMessage, readPageStatus } from '../../extension/protocol/read.ts';
import { storedRequest } from '../../extension/protocol/stored.ts';
import { check } from '../../src/check.ts';
import { createAddressReader } from '../../src/simulate/createAddressReader.ts';
import { createSimulator } from '../../src/simulate/createSimulator.ts';
import { callProbe } from '../../src/simulate/engines/callProbe.ts';
import type { Job, Travel } from '../../src/simulate/engines/Engine.ts';
import { localEngine } from '../../src/simulate/engines/localEngine.ts';
import { simulateV1Engine } from '../../src/simulate/engines/simulateV1Engine.ts';
import { traceCall } from '../../src/simulate/engines/traceCall.ts';
import { readHeader } from '../../src/simulate/header.ts';
import { type FetchLike, httpRpc, type Rpc } from '../../src/simulate/rpc.ts';
import { settingFor } from '../../src/simulate/Setting.ts';
import { openTrip } from '../../src/simulate/trip.ts';
import { address, anything, calldata, members, quantity, request } from './arbitraries.ts';
import { declaredOnly, holds } from './fuzz.ts';
import { read } from './judge.ts';

const USER = '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266';
const TOKEN = '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48';

const topic = fc.bigInt({ min: 0n, max: (1n << 256n) - 1n }).map((n) => `0x${n.toString(16).padStart(64, '0')}`);
const log = members({ address, topics: fc.array(topic, { maxLength: 5 }), data: calldata });
const simulatedCall = members({
  status: fc.constantFrom('0x0', '0x1'),
  gasUsed: quantity,
  returnData: calldata,
  logs: fc.array(log, { maxLength: 4 }),
  error: fc.oneof(fc.constant(undefined), members({ code: fc.integer(), message: fc.string(), data: calldata })),
});
const header = members({
  number: quantity,
  timestamp: quantity,
  miner: address,
  baseFeePerGas: quantity,
  gasLimit: quantity,
  gasUsed: quantity,
  hash: topic,
});
const block = fc
  .tuple(header, fc.array(simulatedCall, { minLength: 1, maxLength: 5 }))
  .map(([head, calls]) => ({ ...head, calls }));
const result = fc.oneof(
  { weight: 3, arbitrary: header },
  { weight: 3, arbitrary: fc.array(block, { minLength: 1, maxLength: 2 }) },
  { weight: 3, arbitrary: quantity },
  { weight: 3, arbitrary: calldata },
  { weight: 1, arbitrary: anything },
);
/** What the endpoint says to one call: a result, an error, or something that is no answer. */
const answer = fc.oneof(
  { weight: 12, arbitrary: fc.record({ result }) },
  { weight: 2, arbitrary: fc.record({ error: members({ code: fc.integer(), message: fc.string() }) }) },
  { weight: 1, arbitrary: anything },
);

const call = {
  ...({ to: TOKEN, valueWei: 1n, data: '0x12345678', gas: null, gasPriceWei: null } as const),
  ...{ maxFeePerGasWei: null, maxPriorityFeePerGasWei: null, nonce: null },
};
const head = { number: 9n, timeSeconds: 9n, feeRecipient: TOKEN, baseFeeWei: 9n, gasLimit: 9n, gasUsed: 9n } as const;
const job: Job = {
  scenario: { user: USER, calls: [call], delegate: null },
  probes: [{ kind: 'account' }, { kind: 'erc20', token: TOKEN }],
  setting: settingFor(head, { nowSeconds: 9n, local: true, random: (bytes) => new Uint8Array(bytes).fill(0x5a) }),
  gas: 500_000n,
};
const JOBS: readonly Job[] = [job, { ...job, gas: 21_000n }, { ...job, spare: true }];

/** An endpoint that answers by this list, round and round, in the right envelope or a broken one. */
function endpoint(answers: readonly unknown[], broken: string | null): FetchLike {
  let at = 0;
  const next = (id: unknown): unknown => {
    const given = answers[at++ % answers.length];
    return typeof given === 'object' && given !== null ? { jsonrpc: '2.0', id, ...given } : given;
  };
  return async (_url, { body }) => {
    const asked: unknown = JSON.parse(body);
    const told = Array.isArray(asked) ? asked.map(({ id }) => next(id)) : next(Object(asked).id);
    const bytes = new TextEncoder().encode(broken ?? JSON.stringify(told));
    return { ok: true, status: 200, body: new Blob([bytes]).stream() };
  };
}

const endpointArbitrary = fc.tuple(
  fc.array(answer, { minLength: 1, maxLength: 12 }),
  fc.oneof({ weight: 12, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.string() }),
);

const ports = (answers: readonly unknown[], broken: string | null) => ({
  rpcFor: () => httpRpc('https://rpc.example', endpoint(answers, broken)),
  now: () => 1_760_000_000_000,
  random: (bytes: number) => new Uint8Array(bytes).fill(0x5a),
});

const WITHOUT = { lists: null, registry: null, classifier: null, history: null, language: 'en' } as const;

describe('what an RPC answers (B1)', () => {
  holds('a look at the chain ends in a view or a declared error', endpointArbitrary, async ([answers, broken]) => {
    const asked = read('eth_sendTransaction', [{ from: USER, to: TOKEN, value: '0x1' }]);
    const query = { request: asked, addresses: [TOKEN], tokens: [{ type: 'erc20', address: TOKEN }] } as const;
    const action = { kind: 'call', to: TOKEN, selector: null, signature: null, valueWei: 1n, data: '0x' } as const;
    const { signal } = new AbortController();
    await declaredOnly(() => createSimulator(ports(answers, broken)).look({ ...query, action }, signal));
  });

  holds(
    'a check of any request stands whatever the chain says',
    fc.tuple(endpointArbitrary, request),
    async ([[answers, broken], { method, paramsText }]) => {
      const report = await check(read(method, paramsText), {
        ...WITHOUT,
        simulator: createSimulator(ports(answers, broken)),
        clock: () => 1_760_000_000_000,
        signal: new AbortController().signal,
      });
      expect(['routine', 'unknown', 'caution', 'danger']).toContain(report.verdict.level);
      // The simulator's own errors are the world's; a fault of ours would be told in its words.
      for (const { why } of report.verdict.coverage.failed) expect(why).not.toMatch(OURS);
    },
    2,
  );

  holds(
    'every engine ends each run in an outcome, whatever it is told',
    fc.tuple(fc.array(result, { minLength: 1, maxLength: 8 }), fc.nat(3)),
    async ([results, which]) => {
      let at = 0;
      const told = () => results[at++ % results.length];
      const evm = { simulate: async () => [{ result: told() }, { result: told() }, told()] };
      const { signal } = new AbortController();
      const engine = [simulateV1Engine, traceCall, callProbe, localEngine(evm, 'https://rpc.example', 1, signal)][
        which
      ];
      const rpc: Rpc = {
        url: 'https://rpc.example',
        request: async () => told(),
        batch: async (calls) => calls.map(() => ({ ok: true, result: told() })),
      };
      const travel: Travel = async (pack) => {
        const trip = openTrip(rpc, signal);
        const packed = pack(trip);
        await trip.send();
        return packed;
      };
      const outcomes = await travel(async (trip) => (await engine?.simulate({ trip, travel }, JOBS)) ?? []);
      expect(outcomes).toHaveLength(JOBS.length);
      for (const one of outcomes) if (!one.ok) expect(one.error.message).not.toMatch(OURS);
    },
  );

  holds('facts about an address', endpointArbitrary, async ([answers, broken]) => {
    const reader = createAddressReader(() => ports(answers, broken).rpcFor());
    const { signal } = new AbortController();
    await declaredOnly(() => reader.read(1, TOKEN, signal));
    await declaredOnly(() => reader.resolve('vitalik.eth', signal));
    await declaredOnly(() => reader.reverse?.(TOKEN, signal));
  });

  holds('a block header', fc.oneof(header, anything), (given) => declaredOnly(() => readHeader(given)));
});

/** How engines word their own faults. */
const OURS =
  /is not a function|undefined|null \(reading|Cannot (?:read|convert|mix)|is not iterable|Invalid array|BigInt|Maximum call/u;

describe('what crosses our own boundaries (B1)', () => {
  holds('messages of pages and workers are read or refused', fc.oneof(anything, fc.anything()), (message) => {
    for (const reader of [
      readBridgeMessage,
      readPageMessage,
      readPageStatus,
      readModelQuestion,
      readModelAnswer,
      storedRequest,
    ])
      reader(message);
  });

  holds(
    'anything with bigints and maps has a readable form',
    fc.anything({ withBigInt: true, withMap: true }),
    (value) => {
      expect(typeof readableJson(value)).toBe('string');
    },
  );
});
