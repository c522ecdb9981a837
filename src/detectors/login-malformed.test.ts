import { describe, expect, it } from 'vitest';
import { loginMalformed } from './login-malformed.ts';
import { makeLogin } from './testing/login.ts';
import { answer, makeScene } from './testing/scene.ts';

const on = (parts: Parameters<typeof makeLogin>[0]) => answer(loginMalformed, makeScene({ action: makeLogin(parts) }));

describe('login-malformed', () => {
  it('fires on a broken grammar and on a link that leads elsewhere', () => {
    expect(on({ faults: ['nonce'] })).toBe('fired: caution');
    expect(on({ uri: 'https://evil.example/login' })).toBe('fired: caution');
  });

  it('stays quiet on proper logins, subdomains and resources', () => {
    expect(on({})).toBe('clear');
    expect(on({ uri: 'https://example.org' })).toBe('clear');
    expect(on({ uri: 'did:key:z6Mk' })).toBe('clear');
    expect(answer(loginMalformed, makeScene())).toBe('quiet');
  });

  it('leaves a link that cannot be read to the grammar', () => {
    expect(on({ uri: '::::' })).toBe('inconclusive');
  });
});
