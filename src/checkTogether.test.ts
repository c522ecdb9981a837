import { encodeFunctionData, erc20Abi } from 'viem';
import { describe, expect, it } from 'vitest';
import { check, type Ports } from './check.ts';
import { makeLists, makeRegistry, STRANGER, USDC } from './detectors/testing/scene.ts';
import { BATCH_METHOD } from './request/methods.ts';
import { SAMPLE_ACCOUNT, sampleRequest } from './request/sampleRequest.ts';

const approve = (spender: typeof STRANGER) => ({
  method: 'eth_sendTransaction',
  params: [
    {
      from: SAMPLE_ACCOUNT,
      to: USDC,
      data: encodeFunctionData({ abi: erc20Abi, functionName: 'approve', args: [spender, 2n ** 256n - 1n] }),
    },
  ],
});
const text = (words: string) => ({
  method: 'personal_sign',
  params: [`0x${Buffer.from(words).toString('hex')}`, SAMPLE_ACCOUNT],
});

const ports: Ports = {
  simulator: null,
  lists: makeLists(),
  registry: makeRegistry(),
  classifier: null,
  history: null,
  clock: () => 1_760_000_000_000,
  language: 'en',
  signal: new AbortController().signal,
};
const judged = (items: readonly unknown[]) => check(sampleRequest(BATCH_METHOD, items), ports);

describe('a JSON-RPC array', () => {
  it('is one request whose action is a batch of each', async () => {
    const { action, consequences, explanation } = await judged([text('Good morning'), approve(STRANGER)]);
    expect(action).toMatchObject({ kind: 'batch', actions: [{ kind: 'message' }, { kind: 'allowance' }] });
    expect(consequences.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['identity', 'grants']));
    expect(explanation.quote).toBe('Good morning');
    expect(explanation.headline).toContain('USDC');
  });

  it('is as bad as the worst in it, wherever that stands', async () => {
    const hash = { method: 'eth_sign', params: [SAMPLE_ACCOUNT, `0x${'ab'.repeat(32)}`] };
    for (const items of [
      [hash, text('Hello')],
      [text('Hello'), hash],
    ]) {
      const { verdict } = await judged(items);
      expect(verdict).toMatchObject({ level: 'danger', friction: 'fact' });
      expect(verdict.because[0]).toBe('eth-sign');
    }
  });

  it('shows typed data to the detectors that read it', async () => {
    const typed = {
      domain: { name: 'Mail', chainId: 137 },
      types: { EIP712Domain: [{ name: 'name', type: 'string' }], Mail: [{ name: 'body', type: 'string' }] },
      primaryType: 'Mail',
      message: { body: 'x' },
    };
    const one = { method: 'eth_signTypedData_v4', params: [SAMPLE_ACCOUNT, JSON.stringify(typed)] };
    const { verdict } = await judged([text('Hello'), one]);
    expect(verdict.because).toContain('typed-data-chain-mismatch');
  });

  it('that moves value unsimulated is never routine, and harmless ones stay what they are', async () => {
    expect((await judged([text('Hello'), approve(STRANGER)])).verdict.level).not.toBe('routine');
    const { verdict, explanation } = await judged([text('Hello'), text('again')]);
    expect(verdict.level).toBe('routine');
    expect(explanation.quote).toBe('Hello\n\nagain');
  });

  it('that cannot be read is unknown', async () => {
    const many = Array.from({ length: 21 }, () => text('x'));
    for (const items of [[], [1], [{ method: BATCH_METHOD, params: [] }], [{ method: 1 }], many]) {
      const { verdict, request } = await judged(items);
      expect(request.ask.kind).toBe('unreadable');
      expect(verdict.level).toBe('unknown');
    }
  });

  it('judges an item that cannot be read as unknown among the others', async () => {
    const { verdict, request } = await judged([text('x'), { method: 'eth_sendTransaction', params: ['nonsense'] }]);
    expect(request.ask.kind).toBe('batch');
    expect(verdict.level).toBe('unknown');
  });
});
