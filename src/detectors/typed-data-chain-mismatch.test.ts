import { describe, expect, it } from 'vitest';
import { answer, makeRequest, makeScene, typedDataAsk } from './testing/scene.ts';
import { typedDataChainMismatch } from './typed-data-chain-mismatch.ts';

const on = (chainId: unknown, walletChainId: number | null = 1) =>
  makeScene({ request: makeRequest({ ask: typedDataAsk({ name: 'X', chainId }), chainId: walletChainId }) });

describe('typed-data-chain-mismatch', () => {
  it('fires on another chain, however it is written', () => {
    expect(answer(typedDataChainMismatch, on(137))).toBe('fired: danger');
    expect(answer(typedDataChainMismatch, on('0x89'))).toBe('fired: danger');
    expect(answer(typedDataChainMismatch, on('1', 137))).toBe('fired: danger');
    expect(answer(typedDataChainMismatch, on(2n ** 200n))).toBe('fired: danger');
  });

  it('stays quiet on the same chain and on typed data without one', () => {
    expect(answer(typedDataChainMismatch, on(1))).toBe('clear');
    expect(answer(typedDataChainMismatch, on('0x01'))).toBe('clear');
    expect(
      answer(typedDataChainMismatch, makeScene({ request: makeRequest({ ask: typedDataAsk({ name: 'X' }) }) })),
    ).toBe('quiet');
    expect(answer(typedDataChainMismatch, makeScene())).toBe('quiet');
  });

  it('cannot tell when either side is not known', () => {
    expect(answer(typedDataChainMismatch, on(137, null))).toBe('inconclusive');
    expect(answer(typedDataChainMismatch, on('mainnet'))).toBe('inconclusive');
    expect(answer(typedDataChainMismatch, on(1.5))).toBe('inconclusive');
  });

  it('says the name of a known chain', () => {
    expect(typedDataChainMismatch.detect(on('1', 137)).facts.named).toEqual({ type: 'name', value: 'Ethereum' });
  });
});
