import { describe, expect, it } from 'vitest';
import { blindHashMessage } from './blind-hash-message.ts';
import { answer, makeChain, makeRegistry, makeScene } from './testing/scene.ts';

const on = (text: string | null, looksLikeHash: boolean, more = {}) =>
  makeScene({ action: { kind: 'message', text, bytes: '0x', looksLikeHash }, ...more });

describe('blind-hash-message', () => {
  it('fires on a hash, as bytes or as text', () => {
    expect(answer(blindHashMessage, on(null, true))).toBe('fired: caution');
    expect(answer(blindHashMessage, on(`0x${'ab'.repeat(32)}`, true))).toBe('fired: caution');
  });

  it('is danger where the account’s own code takes such a signature, at a site no list knows', () => {
    const chain = makeChain({ obeys: 'operation' });
    expect(answer(blindHashMessage, on(null, true, { chain }))).toBe('fired: danger');
    expect(answer(blindHashMessage, on(null, true, { chain: makeChain({ obeys: 'message' }) }))).toBe('fired: danger');
    const registry = makeRegistry({ dapps: ['app.example.org'] });
    expect(answer(blindHashMessage, on(null, true, { chain, registry }))).toBe('fired: caution');
    expect(answer(blindHashMessage, on(null, true, { chain, registry: null }))).toBe('fired: caution');
    expect(answer(blindHashMessage, on('Hello', false, { chain }))).toBe('clear');
  });

  it('stays quiet on text and on other requests', () => {
    expect(answer(blindHashMessage, on('Hello', false))).toBe('clear');
    expect(answer(blindHashMessage, makeScene())).toBe('quiet');
  });

  it('is never inconclusive: it needs nothing but the message: a missing chain or registry changes nothing', () => {
    expect(answer(blindHashMessage, on(null, true, { chain: null, registry: null, lists: null }))).toBe(
      'fired: caution',
    );
  });
});
