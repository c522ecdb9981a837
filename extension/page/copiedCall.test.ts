import './testing/realm.ts';
import { describe, expect, it } from 'vitest';
import { judgingOf } from '../../src/request/methods.ts';
import { createCopy } from './copiedCall.ts';

const copy = createCopy(judgingOf);

describe('a copied call', () => {
  it('reads name and parameters once each', () => {
    const reads: string[] = [];
    const lying = {
      get method() {
        reads.push('method');
        return reads.length === 1 ? 'personal_sign' : 'eth_chainId';
      },
      get params() {
        reads.push('params');
        return ['0x68'];
      },
    };
    expect(copy(lying)).toMatchObject({ method: 'personal_sign', judging: 'judge', paramsText: '["0x68"]' });
    expect(reads).toEqual(['method', 'params']);
  });

  it('holds of a judged call what was judged, and of a read what the page gave', () => {
    const more = { id: 1, jsonrpc: '2.0', evil: 1, params: ['0x68'] };
    const { id, jsonrpc, params } = more;
    expect(copy({ ...more, method: 'personal_sign' }).payload).toEqual({
      id,
      jsonrpc,
      method: 'personal_sign',
      params,
    });
    expect(copy({ ...more, method: 'eth_call' }).payload).toEqual({ ...more, method: 'eth_call' });
  });

  it('passes an envelope around a read, and judges one around anything else', () => {
    const around = (method: unknown) => ({ method: 'wallet_invokeMethod', params: { request: { method } } });
    expect(copy(around('eth_chainId')).judging).toBe('pass');
    for (const method of ['personal_sign', undefined, 7]) expect(copy(around(method)).judging).toBe('unwrap');
  });

  it('refuses what could be read as a call and is none', () => {
    for (const bad of ['eth_chainId', { method: ['personal_sign'] }, { method: 'x'.repeat(300) }]) {
      expect(() => copy(bad)).toThrow(expect.objectContaining({ code: -32600 }));
    }
    expect(() => copy({ method: 'personal_sign', params: [1n] })).toThrow(expect.objectContaining({ code: -32602 }));
    for (const blank of [undefined, null, 7, {}, { method: '' }]) expect(copy(blank).judging).toBe('pass');
  });
});
