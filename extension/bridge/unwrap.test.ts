import { describe, expect, it } from 'vitest';
import { kindOf } from '../../src/request/methods.ts';
import { chainOf, unwrap } from './unwrap.ts';

const open = (method: string, params: unknown) =>
  unwrap({ method, paramsText: JSON.stringify(params) }, (name) => kindOf(name).kind);
const scope = 'eip155:10';

describe('a call and its CAIP-27 envelope', () => {
  it('is the call itself where there is no envelope, whatever its parameters are called', () => {
    expect(open('personal_sign', { scope, request: { method: 'eth_chainId' } })).toMatchObject({
      ...{ judging: 'judge', method: 'personal_sign', scope: null },
    });
  });

  it('is the call inside, with the scope', () => {
    const request = { method: 'eth_chainId' };
    expect(open('wallet_invokeMethod', { scope, request })).toEqual({
      ...{ judging: 'pass', method: 'eth_chainId', paramsText: '[]', scope },
    });
  });

  it('is never an envelope in an envelope, nor one that cannot be opened', () => {
    const nested = { method: 'wallet_invokeMethod', params: {} };
    expect(open('wallet_invokeMethod', { scope, request: nested }).judging).toBe('refuse');
    for (const params of [null, [], { scope }, { scope, request: [] }, { scope, request: { method: 1 } }]) {
      expect(open('wallet_invokeMethod', params)).toMatchObject({ judging: 'judge', method: 'wallet_invokeMethod' });
    }
  });

  it("is on its scope's chain, or on none that can be named", () => {
    expect(chainOf(null, 1)).toBe(1);
    expect(chainOf('eip155:10', 1)).toBe(10);
    for (const other of ['eip155:0x1', 'eip155:', 'solana:1', '']) expect(chainOf(other, 1)).toBeNull();
  });
});
