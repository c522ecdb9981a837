import { encodeFunctionData, erc20Abi } from 'viem';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { check, type Ports } from './check.ts';
import { ModelUnavailableError, RpcError } from './errors.ts';
import { LEVELS } from './judge/Verdict.ts';
import type { Classifier } from './model/Classifier.ts';
import { readRequest } from './request/readRequest.ts';
import type { SigningRequest } from './request/SigningRequest.ts';
import type { Simulator } from './simulate/Simulator.ts';

const USER = '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266';
const FRIEND = '0x90f79bf6eb2c4f870365e785982e1f101e93b906';
const TOKEN = '0x700b6a60ce7eaaea56f065753d8dcb9653dbad35';

function asked(method: string, params: unknown, origin = 'https://app.example.org'): SigningRequest {
  return readRequest({
    id: '0'.repeat(32),
    origin,
    topOrigin: origin,
    documentId: null,
    frame: 'top',
    wallet: null,
    chainId: 1,
    account: USER,
    contradicted: [],
    method,
    paramsText: JSON.stringify(params),
  });
}

const transfer = asked('eth_sendTransaction', [
  { from: USER, to: TOKEN, data: encodeFunctionData({ abi: erc20Abi, functionName: 'transfer', args: [FRIEND, 5n] }) },
]);
const message = asked('personal_sign', [`0x${Buffer.from('Good morning').toString('hex')}`, USER]);

function ports(changes: Partial<Ports> = {}): Ports {
  return {
    simulator: null,
    lists: null,
    registry: null,
    classifier: null,
    history: null,
    clock: Date.now,
    language: 'en',
    signal: new AbortController().signal,
    ...changes,
  };
}

const scoring = (score: number, band: 'low' | 'raised' | 'high'): Classifier => ({
  scoreHost: async (host) => ({ host, score, band, model: 'hosts@test', commitment: '' }),
});
const broken = (look: Simulator['look']): Simulator => ({ look });

afterEach(() => {
  vi.useRealTimers();
});

describe('check', () => {
  it('says which checks ran, failed and were skipped', async () => {
    const { verdict } = await check(transfer, ports());
    expect(verdict.coverage.ran).toEqual(['decode', 'detectors']);
    expect(verdict.coverage.failed).toEqual([
      { step: 'lists', why: 'not-loaded' },
      { step: 'registry', why: 'not-loaded' },
    ]);
    expect(verdict.coverage.skipped).toEqual([
      { step: 'chain', why: 'no-rpc-chosen' },
      { step: 'simulation', why: 'no-rpc-chosen' },
      { step: 'model', why: 'no-model' },
    ]);
  });

  it('a payment that could not be simulated is never routine, whatever the RPC did', async () => {
    const looks: Simulator['look'][] = [
      async () => null,
      () => Promise.reject(new RpcError('The RPC answered with HTML; check its address')),
      () => {
        throw new TypeError('a port that breaks its promise');
      },
    ];
    for (const look of looks) {
      const { verdict, explanation } = await check(transfer, ports({ simulator: broken(look) }));
      expect(verdict.level).toBe('unknown');
      expect(explanation.unknowns.length).toBeGreaterThan(0);
    }
  });

  it('does not wait for an RPC that hangs', async () => {
    vi.useFakeTimers();
    const waiting = check(transfer, ports({ simulator: broken(() => new Promise(() => {})) }));
    await vi.advanceTimersByTimeAsync(4000);
    const { verdict } = await waiting;
    expect(verdict.level).toBe('unknown');
    expect(verdict.coverage.failed).toEqual(
      expect.arrayContaining([{ step: 'chain', why: 'The chain took longer than 3500 ms' }]),
    );
  });

  it('a model that is missing, hangs or answers nonsense costs coverage and nothing else', async () => {
    vi.useFakeTimers();
    const without = await check(message, ports());
    const failing: Classifier[] = [
      { scoreHost: () => Promise.reject(new ModelUnavailableError('The model file is cut short')) },
      { scoreHost: () => new Promise(() => {}) },
    ];
    for (const classifier of failing) {
      const waiting = check(message, ports({ classifier }));
      await vi.advanceTimersByTimeAsync(1000);
      const { verdict, explanation } = await waiting;
      expect(verdict.level).toBe(without.verdict.level);
      expect(explanation.reasons).toEqual(without.explanation.reasons);
      expect(verdict.coverage.failed.some(({ step }) => step === 'model')).toBe(true);
    }
  });

  it('the model can raise routine to caution, never to danger, and lowers nothing', async () => {
    const requests = [
      message,
      transfer,
      asked('eth_sign', [USER, `0x${'ab'.repeat(32)}`]),
      asked('eth_requestAccounts', []),
      asked('wallet_nonsense', []),
    ];
    for (const request of requests) {
      const without = LEVELS.indexOf((await check(request, ports())).verdict.level);
      for (const [score, band] of [
        [0, 'low'],
        [0.95, 'raised'],
        [1, 'high'],
      ] as const) {
        const level = LEVELS.indexOf((await check(request, ports({ classifier: scoring(score, band) }))).verdict.level);
        expect(level).toBeGreaterThanOrEqual(without);
        expect(level).toBeLessThanOrEqual(Math.max(without, LEVELS.indexOf('caution')));
      }
    }
    expect((await check(message, ports({ classifier: scoring(1, 'high') }))).verdict.level).toBe('caution');
  });

  it('connecting asks no chain', async () => {
    const look = vi.fn(async () => null);
    const { verdict } = await check(asked('eth_requestAccounts', []), ports({ simulator: broken(look) }));
    expect(look).not.toHaveBeenCalled();
    expect(verdict.coverage.skipped).toEqual(expect.arrayContaining([{ step: 'chain', why: 'not-needed' }]));
  });
});
