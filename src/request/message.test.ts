import { describe, expect, it } from 'vitest';
import { SAMPLE_ACCOUNT, sampleRequest } from './sampleRequest.ts';

const HASH = '0x879a053d4800c6354e76c7985a865d2922c82fb5b3f4577b2fe08b998954f2e0';

describe('readMessage', () => {
  it('reads hex as bytes and anything else as UTF-8', () => {
    expect(sampleRequest('personal_sign', ['0x48656c6c6f', SAMPLE_ACCOUNT]).ask).toEqual({
      kind: 'message',
      account: SAMPLE_ACCOUNT,
      bytes: '0x48656c6c6f',
      text: 'Hello',
    });
    expect(sampleRequest('personal_sign', ['Hello, 世界', SAMPLE_ACCOUNT]).ask).toMatchObject({ text: 'Hello, 世界' });
    expect(sampleRequest('personal_sign', ['0xnothex', SAMPLE_ACCOUNT]).ask).toMatchObject({ text: '0xnothex' });
    expect(sampleRequest('personal_sign', ['0xff', SAMPLE_ACCOUNT]).ask).toMatchObject({ bytes: '0xff', text: null });
    expect(sampleRequest('personal_sign', ['', SAMPLE_ACCOUNT]).ask).toMatchObject({ bytes: '0x' });
  });

  it('reads the swapped order as MetaMask does', () => {
    const usual = sampleRequest('personal_sign', ['0x48656c6c6f', SAMPLE_ACCOUNT]).ask;
    expect(sampleRequest('personal_sign', [SAMPLE_ACCOUNT, '0x48656c6c6f']).ask).toEqual(usual);
    expect(sampleRequest(' Personal_Sign', ['0x48656c6c6f', SAMPLE_ACCOUNT, 'password']).ask).toEqual(usual);
  });

  it('is unreadable without a message', () => {
    for (const params of [[], [12], [{}], [null, SAMPLE_ACCOUNT]]) {
      expect(sampleRequest('personal_sign', params).ask).toMatchObject({ kind: 'unreadable', why: 'bad-params' });
    }
  });
});

describe('readHash', () => {
  it('reads both orders', () => {
    const usual = sampleRequest('eth_sign', [SAMPLE_ACCOUNT, HASH]).ask;
    expect(usual).toEqual({ kind: 'hash', account: SAMPLE_ACCOUNT, hash: HASH });
    expect(sampleRequest('eth_sign', [HASH, SAMPLE_ACCOUNT]).ask).toEqual(usual);
  });
});
