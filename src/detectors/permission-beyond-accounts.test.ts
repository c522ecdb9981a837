import { describe, expect, it } from 'vitest';
import type { Action } from '../decode/Action.ts';
import { permissionBeyondAccounts } from './permission-beyond-accounts.ts';
import { answer, makeRequest, makeScene } from './testing/scene.ts';

const on = (action: Action, more = {}) => answer(permissionBeyondAccounts, makeScene({ action, ...more }));

describe('permission-beyond-accounts', () => {
  it('fires on lasting permissions and grants', () => {
    expect(on({ kind: 'connect', permissions: ['wallet_snap'], accountsOnly: false })).toBe('fired: caution');
    expect(on({ kind: 'opaque', what: 'grant', label: 'session', domain: null })).toBe('fired: caution');
  });

  it('stays quiet on connecting and elsewhere', () => {
    expect(on({ kind: 'connect', permissions: ['eth_accounts'], accountsOnly: true })).toBe('clear');
    expect(on({ kind: 'opaque', what: 'typed-data', label: 'Mail', domain: null })).toBe('quiet');
    const request = makeRequest({ method: 'eth_decrypt' });
    expect(on({ kind: 'connect', permissions: ['eth_decrypt'], accountsOnly: false }, { request })).toBe('quiet');
  });

  it('is never inconclusive: it needs nothing but the request', () => {
    const action: Action = { kind: 'connect', permissions: ['x'], accountsOnly: false };
    expect(on(action, { chain: null, lists: null, registry: null })).toBe('fired: caution');
  });
});
