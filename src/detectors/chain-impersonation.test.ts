import { describe, expect, it } from 'vitest';
import type { ChainAction } from '../decode/Action.ts';
import { chainImpersonation } from './chain-impersonation.ts';
import { answer, makeRegistry, makeRequest, makeScene } from './testing/scene.ts';

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

const SITE = 'https://app.example.org';
const FOREIGN = ['https://rpc.lanterns.example'];
const known = makeRegistry();
const ethereum = known.chain(1);
const withBase = { ...known, chain: () => ethereum && { ...ethereum, chainId: 8453, name: 'Base', rpcHosts: [] } };

describe('chain-impersonation', () => {
  it('is danger for Ethereum through a server that neither a list nor the site has to do with', () => {
    expect(on({ rpcUrls: FOREIGN })).toBe('fired: danger');
    expect(on({ rpcUrls: ['https://eth.merkle.io', 'https://eth.merkle.io.lanterns.example'] })).toBe('fired: danger');
    expect(on({ rpcUrls: ['http://203.0.113.7:8545'] })).toBe('fired: danger');
  });

  it('is danger for a copy of a network, a server that imitates one, and a false coin on a foreign server', () => {
    expect(on({ rpcUrls: ['https://rpc.tenderly.co/fork/34ce4192'] })).toBe('fired: danger');
    const lookalike = { domain: 'base.org', name: 'Base', how: 'brand-in-name', imitates: true } as const;
    const ask = { chainId: 8453, rpcUrls: FOREIGN };
    expect(on(ask, { registry: { ...withBase, lookalike: () => lookalike } })).toBe('fired: danger');
    expect(on({ ...ask, nativeSymbol: 'USDC' }, { registry: withBase })).toBe('fired: danger');
  });

  it('is caution where an honest site could ask the same', () => {
    const listed = { registry: makeRegistry({ dapps: ['app.example.org'] }) };
    expect(on({ rpcUrls: FOREIGN }, listed)).toBe('fired: caution');
    expect(on({ rpcUrls: ['https://rpc.tenderly.co/fork/1'] }, listed)).toBe('fired: caution');
    expect(on({ rpcUrls: ['https://rpc.example.org'] })).toBe('fired: caution');
    expect(on({ chainId: 8453, rpcUrls: FOREIGN }, { registry: withBase })).toBe('fired: caution');
    expect(on({ nativeSymbol: 'USDC' })).toBe('fired: caution');
    const atHome = { request: makeRequest({ origin: 'http://localhost:3000' }) };
    expect(on({ rpcUrls: FOREIGN }, atHome)).toBe('fired: caution');
  });

  it('stays quiet on known servers and operators, on new chains and on switching', () => {
    expect(on({})).toBe('clear');
    expect(on({ rpcUrls: ['https://key.eth.merkle.io'], nativeSymbol: null })).toBe('clear');
    expect(on({ rpcUrls: ['https://mainnet.infura.io/v3/0'] })).toBe('clear');
    expect(on({ rpcUrls: ['http://127.0.0.1:8545'] })).toBe('clear');
    expect(on({ chainId: 777_777, rpcUrls: FOREIGN })).toBe('clear');
    expect(on({ add: false })).toBe('quiet');
  });

  it('cannot tell without a registry', () => {
    expect(on({}, { registry: null })).toBe('inconclusive');
    expect(on({}, { request: makeRequest({ origin: SITE }) })).toBe('clear');
  });
});
