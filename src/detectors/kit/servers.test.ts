import { describe, expect, it } from 'vitest';
import { isCoinOf, isKnownServer, servesCopies } from './servers.ts';

describe('servers', () => {
  it('knows operators by their own domain, and the person’s own machine', () => {
    for (const host of ['mainnet.infura.io', 'base-mainnet.g.alchemy.com', 'polygon-rpc.com', '127.0.0.1', 'localhost'])
      expect([host, isKnownServer(host)]).toEqual([host, true]);
    for (const host of ['infura.io.example.com', 'rpc.example.com', '203.0.113.7', ''])
      expect([host, isKnownServer(host)]).toEqual([host, false]);
  });

  it('tells copies of a network from gateways to it', () => {
    for (const host of ['rpc.tenderly.co', 'virtual.mainnet.rpc.tenderly.co', 'rpc.buildbear.io'])
      expect([servesCopies(host), isKnownServer(host)]).toEqual([true, false]);
    expect([servesCopies('mainnet.gateway.tenderly.co'), isKnownServer('mainnet.gateway.tenderly.co')]).toEqual([
      false,
      true,
    ]);
    expect(servesCopies('rpc.tenderly.co.example.com')).toBe(false);
  });

  it('knows what coins were called before', () => {
    expect(isCoinOf(137, 'POL', 'MATIC')).toBe(true);
    expect(isCoinOf(1, 'ETH', 'eth')).toBe(true);
    expect(isCoinOf(137, 'POL', 'ETH')).toBe(false);
    expect(isCoinOf(1, 'ETH', 'MATIC')).toBe(false);
  });
});
