import { describe, expect, it } from 'vitest';
import { channelCall, namedCall } from './channelCall.ts';

describe('a call on a channel', () => {
  it('is text once, and the same call again', () => {
    const params = [{ to: '0x1' }];
    const call = channelCall(7, 'eth_call', params);
    expect(call).toEqual({
      id: 7,
      method: 'eth_call',
      paramsText: '[{"to":"0x1"}]',
      hasParams: true,
      aside: undefined,
    });
    expect(call === null ? null : namedCall(call)).toEqual({ method: 'eth_call', params });
  });

  it('has no parameters where none were given', () => {
    const call = channelCall(7, 'eth_chainId', undefined);
    expect(call).toMatchObject({ paramsText: '[]', hasParams: false });
    expect(call === null ? null : namedCall(call)).toEqual({ method: 'eth_chainId' });
  });

  it('is none where its name or parameters cannot be judged', () => {
    const cycle: unknown[] = [];
    cycle.push(cycle);
    for (const params of [[1n], cycle, () => undefined]) expect(channelCall(7, 'eth_call', params)).toBeNull();
    for (const method of [null, undefined, 7, ['eth_call'], {}]) expect(channelCall(7, method, [])).toBeNull();
  });
});
