import { describe, expect, it } from 'vitest';
import { RpcError } from '../errors.ts';
import type { RpcCall } from './rpc.ts';
import type { Scenario } from './Scenario.ts';
import { type Setting, settingFor } from './Setting.ts';
import { readSimulateV1, simulateV1Question } from './simulateV1.ts';

const user = `0x${'aa'.repeat(20)}` as const;
const header = {
  number: 9n,
  timeSeconds: 1000n,
  feeRecipient: `0x${'ab'.repeat(20)}`,
  baseFeeWei: 1_000_000_000n,
  gasLimit: 30_000_000n,
  gasUsed: 15_000_000n,
} as const;
const call = {
  to: `0x${'bb'.repeat(20)}`,
  valueWei: 5n,
  data: '0x1234',
  gas: null,
  gasPriceWei: null,
  maxFeePerGasWei: null,
  maxPriorityFeePerGasWei: null,
  nonce: 3n,
} as const;
const scenario: Scenario = { user, calls: [call], delegate: null };
let draw = 0x10;
const setting = settingFor(header, {
  nowSeconds: 1001n,
  local: false,
  random: (bytes) => new Uint8Array(bytes).fill(draw++),
});

/** What would go over the wire. */
function wireOf(scenario_: Scenario, setting_: Setting): RpcCall {
  return JSON.parse(
    JSON.stringify(
      simulateV1Question({ scenario: scenario_, probes: [{ kind: 'account' }], setting: setting_, gas: 500_000n }),
    ),
  );
}

describe('simulateV1 asks for a faithful run (simulation.md, point 1)', () => {
  it('in the next block, by its proposer, with random prevRandao, validated', () => {
    const { method, params } = wireOf(scenario, setting);
    expect(method).toBe('eth_simulateV1');
    expect(params[1]).toBe('latest');
    expect(params[0]).toMatchObject({
      validation: true,
      traceTransfers: false,
      blockStateCalls: [
        {
          blockOverrides: {
            number: '0xa',
            time: '0x3f4',
            feeRecipient: header.feeRecipient,
            prevRandao: `0x${'10'.repeat(32)}`,
            baseFeePerGas: '0x3b9aca00',
          },
          calls: [
            { from: setting.places.sender, to: setting.places.reader, maxPriorityFeePerGas: '0x0' },
            {
              from: user,
              to: call.to,
              data: '0x1234',
              value: '0x5',
              gas: '0x7a120',
              nonce: '0x3',
              maxFeePerGas: '0x4190ab01',
              maxPriorityFeePerGas: '0x5f5e101',
            },
            { from: setting.places.sender, to: setting.places.reader },
          ],
        },
      ],
    });
  });

  it('gives the user nothing', async () => {
    expect(JSON.stringify(wireOf(scenario, setting).params)).not.toContain(`"${user}":{`);
  });

  it('leaves number, time and base fee to the engine when the header is old', async () => {
    const { params } = wireOf(scenario, { ...setting, exact: false });
    expect(JSON.stringify(params)).not.toMatch(/"(?:number|time|baseFeePerGas)"/u);
  });

  it('says what it bends: balance, code, nonce, validation', async () => {
    const bent = { ...setting, raisedBalanceWei: 7n, useNonce: false, validation: false };
    const { params } = wireOf({ ...scenario, delegate: `0x${'cc'.repeat(20)}` }, bent);
    const text = JSON.stringify(params);
    expect(text).toContain('"validation":false');
    expect(text).toContain(`"${user}":{"code":"0xef0100${'cc'.repeat(20)}","balance":"0x7"}`);
    expect(text).not.toMatch(/"nonce"|"maxFeePerGas"/u);
  });

  it('draws new places for its probe code in every look: a fixed one would be a tell', () => {
    const other = settingFor(header, {
      nowSeconds: 1001n,
      local: false,
      random: (bytes) => new Uint8Array(bytes).fill(draw++),
    });
    const all = [...Object.values(setting.places), ...Object.values(other.places)];
    expect(new Set(all).size).toBe(6);
  });

  it('makes the calls of others as themselves, with what they need to pay for them', () => {
    const by = `0x${'dd'.repeat(20)}` as const;
    const { params } = wireOf({ ...scenario, before: [{ ...call, by }] }, setting);
    expect(params[0]).toMatchObject({
      blockStateCalls: [{ calls: [{ from: by }, {}, { from: user }, {}], stateOverrides: { [by]: {} } }],
    });
  });

  it('changes one account once: its storage, its code, its balance', () => {
    const slots = [{ address: user, slot: '0x01', value: '0x02' }] as const;
    const bent = { ...setting, raisedBalanceWei: 7n, slots };
    const { params } = wireOf(scenario, bent);
    expect(params[0]).toMatchObject({
      blockStateCalls: [{ stateOverrides: { [user]: { balance: '0x7', stateDiff: { '0x01': '0x02' } } } }],
    });
  });

  it('writes no randomness with all its digits, as geth wants it', () => {
    const { params } = wireOf(scenario, { ...setting, prevRandao: 0n });
    expect(JSON.stringify(params)).toContain(`"prevRandao":"0x${'0'.repeat(64)}"`);
  });
});

describe('readSimulateV1', () => {
  const job = { scenario, probes: [], setting, gas: 5n };
  it('hands on the refusal, with the endpoint’s own code', () => {
    const error = new RpcError('no', { code: -38014 });
    expect(readSimulateV1({ ok: false, error }, job)).toEqual({ ok: false, error, gas: 5n });
  });

  it.each([[[]], [null], ['0x'], [[{ calls: 7 }]], [[{ calls: [{ status: '0x1' }] }]]])(
    'makes an error of what is no run: %j',
    (result) => {
      const outcome = readSimulateV1({ ok: true, result }, job);
      expect(outcome.ok === false && outcome.error).toBeInstanceOf(RpcError);
    },
  );
});
