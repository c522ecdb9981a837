import { describe, expect, it } from 'vitest';
import { loginAccountMismatch } from './login-account-mismatch.ts';
import { makeLogin } from './testing/login.ts';
import { answer, CONTRACT, makeRequest, makeScene, OTHER_OWN, STRANGER } from './testing/scene.ts';

const on = (address: `0x${string}`, more = {}) =>
  answer(loginAccountMismatch, makeScene({ action: makeLogin({ address }), ...more }));

describe('login-account-mismatch', () => {
  it('fires on another account', () => {
    expect(on(STRANGER)).toBe('fired: caution');
    expect(on(CONTRACT, { chain: null })).toBe('fired: caution');
  });

  it('stays quiet on the user’s accounts, in any case', () => {
    expect(on('0xF39Fd6e51aad88F6F4ce6aB8827279cffFb92266')).toBe('clear');
    expect(on(OTHER_OWN)).toBe('clear');
    expect(answer(loginAccountMismatch, makeScene())).toBe('quiet');
  });

  it('cannot tell when no account is known', () => {
    const ask = { kind: 'message', account: null, bytes: '0x', text: '' } as const;
    expect(on(STRANGER, { request: makeRequest({ account: null, ask }) })).toBe('inconclusive');
  });
});
