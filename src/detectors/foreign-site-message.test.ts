import { describe, expect, it } from 'vitest';
import { foreignSiteMessage } from './foreign-site-message.ts';
import { answer, makeRequest, makeScene, typedDataAsk } from './testing/scene.ts';

const on = (text: string | null, origin: string | null) =>
  answer(
    foreignSiteMessage,
    makeScene({
      action: { kind: 'message', text, bytes: '0x', looksLikeHash: false },
      request: makeRequest({ origin }),
    }),
  );

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
  });

  it('is caution for a text that names another site only', () => {
    expect(on('Sign in to opensea.io', 'https://evil.example')).toBe('fired: caution');
    expect(on('Welcome to https://app.uniswap.org/swap', 'https://evil.example')).toBe('fired: caution');
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
