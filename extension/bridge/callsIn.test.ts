import { describe, expect, it } from 'vitest';
import { BATCH_METHOD } from '../../src/request/methods.ts';
import { callsIn } from './callsIn.ts';

describe('what an approved ask lets through', () => {
  it('is the call itself', () => {
    const call = { method: 'personal_sign', paramsText: '["0x68"]', scope: null };
    expect(callsIn(call.method, call.paramsText)).toEqual([call]);
  });

  it('is each call of a batch once, as the channel will carry it', () => {
    const text =
      '[{"method":"personal_sign","params":["0x68"]},{"method":"eth_decrypt"},{"method":"personal_sign","params":["0x68"]}]';
    const sign = { method: 'personal_sign', paramsText: '["0x68"]', scope: null };
    expect(callsIn(BATCH_METHOD, text)).toEqual([sign, { method: 'eth_decrypt', paramsText: '[]', scope: null }, sign]);
  });

  it('is the call inside a CAIP-27 envelope, alone or in a batch, with its scope', () => {
    const request = { method: 'personal_sign', params: ['0x68'] };
    const params = { scope: 'eip155:1', request };
    const inner = { method: 'personal_sign', paramsText: '["0x68"]', scope: 'eip155:1' };
    expect(callsIn('wallet_invokeMethod', JSON.stringify(params))).toEqual([inner]);
    const batch = JSON.stringify([{ method: 'wallet_invokeMethod', params }, request]);
    expect(callsIn(BATCH_METHOD, batch)).toEqual([inner, { ...inner, scope: null }]);
  });

  it('is nothing but itself where it is no list of calls', () => {
    for (const text of ['', '{}', '[1]', '[{"method":1}]', '[{"method":"a"},null]']) {
      expect(callsIn(BATCH_METHOD, text)).toEqual([{ method: BATCH_METHOD, paramsText: text, scope: null }]);
    }
  });
});
