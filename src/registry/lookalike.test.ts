import { describe, expect, it } from 'vitest';
import { createLookalikeSearch } from './lookalike.ts';

const search = createLookalikeSearch([
  { name: 'Uniswap', domains: ['uniswap.org'], coined: ['uniswap'] },
  { name: 'OpenSea', domains: ['opensea.io', 'opensea.pro'], coined: ['opensea'] },
  { name: '1inch', domains: ['1inch.io'], coined: ['1inch'] },
  { name: 'Curve', domains: ['curve.finance'], coined: [] },
  { name: 'Blast', domains: ['blast.io'], coined: [] },
  { name: 'Lido', domains: ['lido.fi'], coined: [] },
  { name: 'Monad', domains: ['monad.xyz'], coined: ['monad'] },
  { name: 'Unichain', domains: ['unichain.org'], coined: ['unichain'] },
  { name: 'imToken', domains: ['token.im'], coined: ['imtoken'] },
]);
const how = (host: string) => search(host)?.how ?? null;

describe('lookalike', () => {
  it('sees other alphabets through punycode', () => {
    // аррӏе-style: uniswаp with a Cyrillic а.
    expect(search('xn--uniswp-7nf.org')).toEqual({
      domain: 'uniswap.org',
      name: 'Uniswap',
      how: 'punycode',
      imitates: true,
    });
  });
  it('sees look-alike letters', () => {
    expect(how('un1swap.org')).toBe('confusable');
    expect(how('unisvvap.io')).toBe('confusable');
    expect(how('0pensea.com')).toBe('confusable');
  });
  it('sees a coined name under another suffix, in a longer name, before the real name', () => {
    expect(how('uniswap.com')).toBe('brand-in-name');
    expect(how('uniswap-claim.net')).toBe('brand-in-name');
    expect(how('myopenseadrop.com')).toBe('brand-in-name');
    expect(how('uniswap.org.evil.com')).toBe('brand-in-name');
    expect(how('app-1inch.com')).toBe('brand-in-name');
  });
  it('sees a coined name on a hosting platform', () => {
    expect(how('uniswap-airdrop.vercel.app')).toBe('brand-on-hosting');
    expect(how('opensea.pages.dev')).toBe('brand-on-hosting');
  });
  it('sees one typing error in a coined name, first letter kept', () => {
    expect(how('unisawp.org')).toBe('edit-distance');
    expect(how('uniiswap.org')).toBe('edit-distance');
    expect(how('opensee.io')).toBe('edit-distance');
    expect(how('xpensea.io')).toBeNull();
  });
  it('sees an ordinary name only next to a lure', () => {
    expect(how('blast-airdrop.com')).toBe('brand-in-name');
    expect(how('claimblast.io')).toBe('brand-in-name');
  });
  it('sees a known name and a lure as words of their own, wherever they stand', () => {
    expect(how('claim.lido-mainland.xyz')).toBe('brand-in-name');
    expect(how('blast-event-rewards.pages.dev')).toBe('brand-on-hosting');
    expect(how('registration-lido.io')).toBe('brand-in-name');
    expect(how('lidofoundation.net')).toBe('brand-in-name');
    expect(how('account.my-opensea.evil.com')).toBe('brand-in-name');
    // An ordinary word needs a bait, not a mere tag.
    expect(how('blast-app.io')).toBeNull();
    expect(how('curve-portal.com')).toBeNull();
  });
  it('stays quiet at servers, at pages about a network, and at short stems before a common ending', () => {
    const honest = [
      'lido-rpc.example.org',
      'uniswap-evm.nodes.example',
      'monad.example.org',
      'unochain.io',
      'solido.app',
    ];
    for (const host of honest) expect([host, how(host)]).toEqual([host, null]);
    // A doubled letter is no chance, and neither is a slip in the ending.
    expect(how('unniswap.org')).toBe('edit-distance');
    expect(how('uniswop.org')).toBe('edit-distance');
    expect(how('unnichain.org')).toBe('edit-distance');
    expect(how('monad.vercel.app')).toBe('brand-on-hosting');
  });
  it('stays quiet at honest near-names', () => {
    const honest = [
      'curve.com',
      'blast.com',
      'merlinchain.io',
      'verifytoken.net',
      'curves.com',
      'blastoff.io',
      'unisap.de',
    ];
    for (const host of [...honest, 'inch.com', 'localhost', '127.0.0.1', '', 'vercel.app', 'xn--999999999999.com']) {
      expect([host, how(host)]).toEqual([host, null]);
    }
  });
});
