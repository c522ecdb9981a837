import { describe, expect, it } from 'vitest';
import { decryptionRequest } from './decryption-request.ts';
import { answer, makeRequest, makeScene } from './testing/scene.ts';

const on = (method: string, more = {}) =>
  answer(decryptionRequest, makeScene({ request: makeRequest({ method }), ...more }));

describe('decryption-request', () => {
  it('fires on eth_decrypt, whatever else is known, and is never inconclusive', () => {
    expect(on('eth_decrypt')).toBe('fired: caution');
    expect(on('eth_decrypt', { chain: null, registry: null })).toBe('fired: caution');
  });

  it('does not apply to other methods', () => {
    expect(on('personal_sign')).toBe('quiet');
    expect(on('eth_getEncryptionPublicKey')).toBe('quiet');
  });
});
