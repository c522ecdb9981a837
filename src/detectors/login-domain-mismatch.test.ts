import { describe, expect, it } from 'vitest';
import { loginDomainMismatch } from './login-domain-mismatch.ts';
import { makeLogin } from './testing/login.ts';
import { answer, makeRequest, makeScene } from './testing/scene.ts';

const on = (domain: string, origin: string | null, scheme: string | null = null) =>
  answer(loginDomainMismatch, makeScene({ action: makeLogin({ domain, scheme }), request: makeRequest({ origin }) }));

describe('login-domain-mismatch', () => {
  it('fires on another site', () => {
    expect(on('opensea.io', 'https://evil.example')).toBe('fired: danger');
    expect(on('opensea.io.evil.example', 'https://opensea.io')).toBe('fired: danger');
    expect(on('victim.vercel.app', 'https://evil.vercel.app')).toBe('fired: danger');
    expect(on('localhost:3000', 'http://localhost:9011')).toBe('fired: danger');
    expect(on('10.0.0.1:81', 'http://10.0.0.1:80')).toBe('fired: danger');
    expect(on('evil.example:443', 'https://localhost:443')).toBe('fired: danger');
    expect(on('localhost:8545', 'https://evil.example')).toBe('fired: danger');
  });

  it('is caution for what is no site name, or another scheme', () => {
    expect(on('opensea.io@evil.example', 'https://evil.example')).toBe('fired: caution');
    expect(on('a b', 'https://evil.example')).toBe('fired: caution');
    expect(on('', 'https://evil.example')).toBe('fired: caution');
    expect(on('app.example.org', 'https://app.example.org', 'http')).toBe('fired: caution');
  });

  it('is a note within one registrable domain or one machine', () => {
    expect(on('example.org', 'https://app.example.org')).toBe('fired: note');
    expect(on('app.example.org:8443', 'https://app.example.org')).toBe('fired: note');
    expect(on('localhost:9011', 'http://127.0.0.1:9011')).toBe('fired: note');
  });

  it('stays quiet on the same host and port', () => {
    expect(on('app.example.org', 'https://app.example.org')).toBe('clear');
    expect(on('APP.example.org:443', 'https://app.example.org', 'https')).toBe('clear');
    expect(on('localhost:9011', 'http://localhost:9011')).toBe('clear');
    expect(answer(loginDomainMismatch, makeScene())).toBe('quiet');
  });

  it('cannot tell for a page without an origin', () => {
    expect(on('app.example.org', null)).toBe('inconclusive');
  });
});
