import { describe, expect, it } from 'vitest';
import { foreignNames, readLoginTo, soleSite } from './namedSites.ts';

const OWN = ['app.lanterns.example.org'];

describe('foreignNames', () => {
  it('lists what is named, in order, and nothing where an owner is named', () => {
    expect(foreignNames('See https://a.example.net/x and b.io.', OWN)).toEqual(['a.example.net', 'b.io']);
    expect(foreignNames('See b.io and https://example.org', OWN)).toEqual([]);
    expect(foreignNames('Write to gardener@b.io about README.md', OWN)).toEqual([]);
  });
});

describe('soleSite', () => {
  it('reads where alone a text may be signed', () => {
    const texts = [
      'onlySignOn: https://pro.swing.net',
      '"onlySignOn": "pro.swing.net"',
      'Only sign this message on https://pro.swing.net.',
      'only sign the request at pro.swing.net',
      'ONLY sign this message on our website: https://pro.swing.net',
    ];
    for (const text of texts) expect([text, soleSite(text, OWN)]).toEqual([text, 'pro.swing.net']);
  });

  it('reads none where it is an owner’s, or no site', () => {
    for (const text of [
      'Only sign this message on example.org',
      'Only sign this on apps you trust!',
      'Sign on pro.swing.net',
    ])
      expect([text, soleSite(text, OWN)]).toEqual([text, null]);
  });
});

describe('readLoginTo', () => {
  const to = (text: string, name: string | null = 'Swing') => readLoginTo(text, 'app.swing.net', name);

  it('is good for a login into the site that counts once', () => {
    for (const text of [
      'Welcome to Swing!\nSign in. Nonce: 1',
      'Sign in to https://app.swing.net/in, timestamp 5',
      'Login to swing.net 1767225600',
      'Welcome back to the Swing, 0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266',
    ])
      expect([text, to(text)]).toEqual([text, 'good']);
  });

  it('is likely for a login that counts for nothing, for a site nobody lists, or into nowhere said', () => {
    expect(to('Sign in to swing.net')).toBe('likely');
    expect(to('Sign in to swing.net, nonce 5', null)).toBe('likely');
    expect(to('Welcome to swing! nonce 5', null)).toBe('likely');
    expect(to('Click to sign in. Terms: https://app.swing.net/tos. Nonce 5')).toBe('likely');
  });

  it('is none for a login elsewhere, a longer name, and for what is no login', () => {
    expect(to('Welcome to Lanterns! By signing in you accept https://app.swing.net/tos. Nonce 5')).toBe('none');
    expect(to('Sign in to swing.net.example.com, nonce 5')).toBe('none');
    expect(to('Welcome to Swingers! Nonce 5')).toBe('none');
    expect(to('My post on https://app.swing.net. Nonce 5')).toBe('none');
  });
});
