import { describe, expect, it } from 'vitest';
import type { Action } from '../decode/Action.ts';
import { ethSign } from './eth-sign.ts';
import { answer, makeRequest, makeScene, USER } from './testing/scene.ts';

const hash: Action = { kind: 'hash', hash: '0x00' };

describe('eth-sign', () => {
  it('fires on every raw hash, also inside a batch', () => {
    expect(answer(ethSign, makeScene({ action: hash }))).toBe('fired: danger');
    const request = makeRequest({ ask: { kind: 'hash', account: USER, hash: '0x00' }, chainId: null });
    expect(answer(ethSign, makeScene({ action: hash, request, chain: null, registry: null }))).toBe('fired: danger');
    const batch: Action = { kind: 'batch', wrapper: 'x', to: null, valueWei: 0n, actions: [hash] };
    expect(answer(ethSign, makeScene({ action: batch }))).toBe('fired: danger');
  });

  it('is never inconclusive, and does not apply to what can be read', () => {
    expect(answer(ethSign, makeScene())).toBe('quiet');
    expect(
      answer(ethSign, makeScene({ action: { kind: 'message', text: 'x', bytes: '0x', looksLikeHash: true } })),
    ).toBe('quiet');
  });
});
