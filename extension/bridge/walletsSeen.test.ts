import { describe, expect, it } from 'vitest';
import type { ChannelName } from './WalletChannel.ts';
import { createWalletsSeen } from './walletsSeen.ts';

const wallet = (n: number, rdns: string | null, name: string, first = false) => ({ n, rdns, name, first });

function gated(heard: readonly ChannelName[], ...wallets: ReturnType<typeof wallet>[]): boolean[] {
  const seen = createWalletsSeen(() => new Set(heard), 'https://a.example');
  for (const one of wallets) seen.add(one);
  return seen.status().wallets.map((shown) => shown.gated);
}

const METAMASK = wallet(1, 'io.metamask', 'MetaMask');
const RABBY = wallet(2, 'io.rabby', 'Rabby Wallet');
const COINBASE = wallet(3, null, 'Coinbase Wallet');
const PHANTOM = wallet(4, 'app.phantom', 'Phantom');

describe('which wallets are gated', () => {
  it('are those that were heard on their own channel', () => {
    expect(gated(['metamask', 'coinbase'], METAMASK, RABBY, COINBASE)).toEqual([true, false, true]);
    expect(gated(['rabby'], METAMASK)).toEqual([false]);
  });

  it('is one of another make only where it is alone: then what was heard was its own', () => {
    expect(gated(['metamask'], PHANTOM)).toEqual([true]);
    expect(gated([], PHANTOM)).toEqual([false]);
    expect(gated(['metamask'], METAMASK, PHANTOM)).toEqual([true, false]);
  });

  it('is none that stood there before us', () => {
    const seen = createWalletsSeen(() => new Set<ChannelName>(['metamask']), 'null');
    seen.add({ ...METAMASK, first: true });
    expect(seen.status()).toMatchObject({ walletFirst: true, origin: null, wallets: [{ gated: false }] });
    expect(seen.isLeaky()).toBe(true);
  });
});
