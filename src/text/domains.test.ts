import { describe, expect, it } from 'vitest';
import { coveringHosts, hostOf, isLoopbackHost, splitHost } from './domains.ts';

describe('splitHost', () => {
  it('takes a host apart under ICANN and private suffixes', () => {
    expect(splitHost('app.eu.Example.co.uk.')).toMatchObject({
      host: 'app.eu.example.co.uk',
      registrable: 'example.co.uk',
      suffix: 'co.uk',
      label: 'example',
      subdomain: 'app.eu',
      isHosting: false,
    });
    expect(splitHost('evil.vercel.app')).toMatchObject({
      registrable: 'evil.vercel.app',
      suffix: 'vercel.app',
      isHosting: true,
    });
  });

  it('answers nonsense without throwing', () => {
    for (const host of ['', '.', '127.0.0.1', 'localhost', 'vercel.app', 'a'.repeat(10_000), '\u202eevil', '[::1]']) {
      expect(splitHost(host).registrable).toBeNull();
    }
    expect(splitHost('127.0.0.1').isIp).toBe(true);
  });
});

describe('coveringHosts', () => {
  it('a listing of evil.com catches its subdomains, never the hosting platform', () => {
    expect(coveringHosts('a.b.evil.com')).toEqual(['a.b.evil.com', 'b.evil.com', 'evil.com']);
    expect(coveringHosts('evil.vercel.app')).toEqual(['evil.vercel.app']);
    expect(coveringHosts('localhost')).toEqual(['localhost']);
  });
});

describe('hostOf', () => {
  it('reads the host of an origin', () => {
    expect(hostOf('https://App.Example.org:8443')).toBe('app.example.org');
    expect(hostOf('null')).toBeNull();
    expect(hostOf(null)).toBeNull();
  });
});

describe('isLoopbackHost', () => {
  it('knows the machine itself', () => {
    expect(['localhost', 'a.localhost', '127.0.0.1', '[::1]'].every(isLoopbackHost)).toBe(true);
    expect(isLoopbackHost('localhost.evil.com')).toBe(false);
  });
});
