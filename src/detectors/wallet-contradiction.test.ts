import { describe, expect, it } from 'vitest';
import type { SigningRequest } from '../request/SigningRequest.ts';
import { answer, makeRequest, makeScene } from './testing/scene.ts';
import { walletContradiction } from './wallet-contradiction.ts';

const on = (parts: Partial<SigningRequest>) => makeScene({ request: makeRequest(parts) });

describe('wallet-contradiction', () => {
  it('fires when two answers came, for either question', () => {
    expect(answer(walletContradiction, on({ contradicted: ['chain'], chainId: null }))).toBe('fired: danger');
    expect(answer(walletContradiction, on({ contradicted: ['account'], account: null }))).toBe('fired: danger');
  });

  it('fires with the words for what was contradicted', () => {
    const said = (contradicted: SigningRequest['contradicted']) =>
      walletContradiction.detect(on({ contradicted })).message;
    expect(said(['chain'])).toBe('reason.wallet-contradiction.network');
    expect(said(['account'])).toBe('reason.wallet-contradiction.account');
    expect(said(['account', 'chain'])).toBe('reason.wallet-contradiction');
  });

  it('stays quiet on one answer, and where a site only asks to connect', () => {
    expect(answer(walletContradiction, on({}))).toBe('clear');
    const action = { kind: 'connect', permissions: ['eth_accounts'], accountsOnly: true } as const;
    expect(answer(walletContradiction, { ...on({ contradicted: ['chain'] }), action })).toBe('quiet');
  });

  it('cannot tell without an answer', () => {
    expect(answer(walletContradiction, on({ chainId: null }))).toBe('inconclusive');
    expect(answer(walletContradiction, on({ account: null }))).toBe('inconclusive');
  });
});
