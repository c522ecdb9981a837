import { describe, expect, it } from 'vitest';
import type { ChainAction } from '../decode/Action.ts';
import { chainImpersonation } from './chain-impersonation.ts';
import { answer, makeScene } from './testing/scene.ts';

const on = (parts: Partial<ChainAction>, more: Parameters<typeof makeScene>[0] = {}) =>
  answer(
    chainImpersonation,
    makeScene({
      action: {
        kind: 'chain',
        add: true,
        chainId: 1,
        name: 'Ethereum',
        rpcUrls: ['https://eth.merkle.io/v1'],
        nativeSymbol: 'ETH',
        ...parts,
      },
      ...more,
    }),
  );

describe('chain-impersonation', () => {
  it('fires on a known chain through a foreign server or with another coin', () => {
    expect(on({ rpcUrls: ['https://rpc.evil.example'] })).toBe('fired: caution');
    expect(on({ rpcUrls: ['https://eth.merkle.io', 'https://eth.merkle.io.evil.example'] })).toBe('fired: caution');
    expect(on({ nativeSymbol: 'USDC' })).toBe('fired: caution');
  });

  it('stays quiet on the known server, on new chains and on switching', () => {
    expect(on({})).toBe('clear');
    expect(on({ rpcUrls: ['https://key.eth.merkle.io'], nativeSymbol: null })).toBe('clear');
    expect(on({ chainId: 777_777, rpcUrls: ['https://rpc.new.example'] })).toBe('clear');
    expect(on({ add: false })).toBe('quiet');
  });

  it('cannot tell without a registry', () => {
    expect(on({}, { registry: null })).toBe('inconclusive');
  });
});
