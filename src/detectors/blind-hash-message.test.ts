import { describe, expect, it } from 'vitest';
import { blindHashMessage } from './blind-hash-message.ts';
import { answer, makeScene } from './testing/scene.ts';

const on = (text: string | null, looksLikeHash: boolean, more = {}) =>
  makeScene({ action: { kind: 'message', text, bytes: '0x', looksLikeHash }, ...more });

describe('blind-hash-message', () => {
  it('fires on a hash, as bytes or as text', () => {
    expect(answer(blindHashMessage, on(null, true))).toBe('fired: caution');
    expect(answer(blindHashMessage, on(`0x${'ab'.repeat(32)}`, true))).toBe('fired: caution');
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
