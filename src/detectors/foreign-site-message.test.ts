import { describe, expect, it } from 'vitest';
import { foreignSiteMessage } from './foreign-site-message.ts';
import { answer, makeRegistry, makeRequest, makeScene, typedDataAsk } from './testing/scene.ts';

const registry = {
  ...makeRegistry(),
  dapp: (host: string) => (/(?:^|\.)opensea\.io$/u.test(host) ? { domain: host, name: 'OpenSea', source: '' } : null),
};
const on = (text: string | null, origin: string | null, topOrigin = origin) =>
  answer(
    foreignSiteMessage,
    makeScene({
      action: { kind: 'message', text, bytes: '0x', looksLikeHash: false },
      request: makeRequest({ origin, topOrigin }),
      registry,
    }),
  );
const OPENSEA =
  'Welcome to OpenSea!\n\nClick to sign in and accept the Terms of Service: https://opensea.io/tos\n\nNonce: 5c1a';

const ZKSYNC = 'Access zkSync account.\n\nOnly sign this message for a trusted client!';
const IMMUTABLE = 'Only sign this request if you’ve initiated an action with Immutable X.';

describe('foreign-site-message', () => {
  it('fires on a known key text away from its home', () => {
    expect(on(ZKSYNC, 'https://evil.example')).toBe('fired: danger');
    expect(on(IMMUTABLE, 'https://immutable.com.evil.example')).toBe('fired: danger');
    expect(on(ZKSYNC, 'http://localhost:3000')).toBe('fired: danger');
  });

  it('reads typed data that carries such a text', () => {
    const request = makeRequest({ origin: 'https://evil.example', ask: typedDataAsk({ name: 'dYdX Chain' }) });
    const action = { kind: 'opaque', what: 'typed-data', label: 'dYdX', domain: null } as const;
    expect(answer(foreignSiteMessage, makeScene({ request, action }))).toBe('fired: danger');
    const sole = makeRequest({
      origin: 'https://evil.example',
      ask: typedDataAsk({ name: 'Swing', onlySignOn: 'app.swing.net' }),
    });
    expect(answer(foreignSiteMessage, makeScene({ request: sole, action }))).toBe('fired: danger');
  });

  it('fires on a text that says it may be signed only elsewhere', () => {
    const rhino = 'Signing in on Wed, 01 Jul 2026. For your safety, only sign this message on rhino.fi!';
    expect(on(rhino, 'https://evil.example')).toBe('fired: danger');
    expect(on(rhino, 'https://app.rhino.fi')).toBe('clear');
    const swing = 'name: Swing\naction: L2 Key\nonlySignOn: https://pro.swing.example.com';
    expect(on(swing, 'https://evil.example')).toBe('fired: danger');
    expect(on('ONLY sign this message on this website: https://swing.net', 'https://evil.example')).toBe(
      'fired: danger',
    );
    expect(on('{"onlySignOn":"https://app.swing.net"}', 'https://evil.example')).toBe('fired: danger');
    expect(on(swing, 'https://app.example.com')).toBe('clear');
    expect(on('Only sign this message if you trust lanterns.io', 'https://app.example.org')).toBe('fired: note');
  });

  it('fires on a login to a known site, wherever the name stands', () => {
    expect(on(OPENSEA, 'https://evil.example')).toBe('fired: danger');
    expect(on('Sign in to https://opensea.io/account at 1767225600', 'https://evil.example')).toBe('fired: danger');
    expect(on(`By https://lanterns.com. ${OPENSEA}`, 'https://evil.example')).toBe('fired: danger');
    expect(on(OPENSEA, 'https://auth.lanterns.example', 'https://opensea.io')).toBe('clear');
    expect(on(OPENSEA, 'http://localhost:3000')).toBe('fired: note');
  });

  it('is caution for a login that names another site without being good for it, and a note for less', () => {
    const other = 'https://app.lanterns.example';
    expect(on('Sign in to opensea.io', other)).toBe('fired: caution');
    expect(on('Click to sign in and accept https://opensea.io/tos. Nonce: 1', other)).toBe('fired: caution');
    expect(on('Welcome to Lanternbank! Sign in: https://lanternbank.com/in?5', other)).toBe('fired: caution');
    expect(on('Welcome to Lanterns! By signing in you accept https://opensea.io/tos. Nonce: 1', other)).toBe(
      'fired: note',
    );
    expect(on('Sign in to opensea.io.example.com, nonce 5', 'https://evil.example')).toBe('fired: caution');
    expect(on('Sign in to lanternbank.com, nonce 5', other)).toBe('fired: caution');
    expect(on('I own this wallet and list on https://opensea.io/garden. Nonce: 5', other)).toBe('fired: note');
    expect(on('Sign in to opensea.io', 'http://localhost:3000')).toBe('fired: note');
  });

  it('stays quiet at home, and on texts that name the asking site or none', () => {
    expect(on(ZKSYNC, 'https://lite.zksync.io')).toBe('clear');
    expect(on(IMMUTABLE, 'https://immutable.com')).toBe('clear');
    expect(on('Sign in to example.org. Terms: https://termly.io/x', 'https://app.example.org')).toBe('clear');
    expect(on('I agree. See README.md, version 1.2.3, 10.000,00', 'https://app.example.org')).toBe('clear');
    expect(on('Confirm that gardener@example.net may write for this wallet.', 'https://app.example.org')).toBe('clear');
    expect(on(null, 'https://app.example.org')).toBe('quiet');
    expect(answer(foreignSiteMessage, makeScene())).toBe('quiet');
  });

  it('cannot tell for a page without an origin', () => {
    expect(on(ZKSYNC, null)).toBe('inconclusive');
  });

  it('takes little time over a long text', () => {
    expect(on('a.'.repeat(500_000), 'https://app.example.org')).toBe('clear');
  });
});
