import { describe, expect, it } from 'vitest';
import { createLookalikeSearch } from './lookalike.ts';

const search = createLookalikeSearch([
  { name: 'Uniswap', domains: ['uniswap.org'], coined: ['uniswap'] },
  { name: 'OpenSea', domains: ['opensea.io'], coined: ['opensea'] },
  { name: 'Arbitrum', domains: ['arbitrum.io'], coined: ['arbitrum'] },
  { name: '1inch', domains: ['1inch.io'], coined: ['1inch'] },
  { name: 'Gitcoin', domains: ['gitcoin.co'], coined: ['gitcoin'] },
  { name: 'Gemini', domains: ['gemini.com'], coined: [] },
  { name: 'Radiant', domains: ['radiant.capital'], coined: [] },
  { name: 'Tornado Cash', domains: ['tornado.cash'], coined: [] },
]);
const imitates = (host: string) => search(host)?.imitates ?? false;
const each = (hosts: readonly string[]) => hosts.map((host) => [host, imitates(host)]);

describe('imitation', () => {
  it('is a known name in other letters', () => {
    const hosts = ['xn--uniswp-7nf.org', 'un1swap.com', '0pensea.io', 'app.arbltrum.io'];
    expect(each(hosts)).toEqual(hosts.map((host) => [host, true]));
  });

  it('is a known domain written out before the real one', () => {
    const hosts = [
      'uniswap.org.example.com',
      'app-uniswap-org.example.com',
      'opensea-io.com',
      'my.gemini-com.net',
      'opensea-io.pages.dev',
    ];
    expect(each(hosts)).toEqual(hosts.map((host) => [host, true]));
  });

  it('is a coined name beside a bait, or beside a word that makes it look official', () => {
    const hosts = [
      'uniswap-airdrop-claim.vercel.app',
      'claim.uniswap-v5.com',
      'claimuniswap.net',
      'opensea-wallet.com',
      '1inch-app.xyz',
      'arbitrum-rewards.com',
    ];
    expect(each(hosts)).toEqual(hosts.map((host) => [host, true]));
  });

  it('is a coined name with one slip, beside nothing but such words', () => {
    const hosts = ['uniswarp-exchange.org', 'app.uniswep-wallet.com', 'openseaa-claim.com'];
    expect(each(hosts)).toEqual(hosts.map((host) => [host, true]));
  });

  it('is not what a project’s own second domain may be called', () => {
    const hosts = ['claim.uniswap.foundation', 'uniswap-foundation.com', 'uniswapfoundation.com', 'uniswap.vercel.app'];
    expect(each([...hosts, 'airdrop.opensea.xyz'])).toEqual([...hosts, 'airdrop.opensea.xyz'].map((h) => [h, false]));
  });

  it('is not an ordinary word, a builder’s demo, somebody who builds on it, a server or a mirror', () => {
    const hosts = [
      'tornado-claim.com',
      'radiant-capital.com',
      'xn--gmini-bsa.com',
      'uniswap-clone.vercel.app',
      'opensea-app.netlify.app',
      'arbitrum-swap.xyz',
      'uniswap.claims.example.com',
      'opensea-rpc.claim.example.org',
      'app-uniswap-org.ipns.dweb.link',
      'uniswap-org.translate.goog',
      'opensee.io',
      'getcoin-wallet.com',
      'unisweep-lanterns.com',
    ];
    expect(each(hosts)).toEqual(hosts.map((host) => [host, false]));
  });
});
