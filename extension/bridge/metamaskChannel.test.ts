import { describe, expect, it } from 'vitest';
import { buildAnswer, buildMessage, readChannelMessage } from './channels.ts';
import type { Calls } from './WalletChannel.ts';

const wrap = (data: unknown, name = 'metamask-provider') => ({
  target: 'metamask-contentscript',
  data: { name, data },
});
const sign = { jsonrpc: '2.0', id: 7, method: 'personal_sign', params: ['0x68', '0x01'] };

function calls(data: unknown): Calls {
  const message = readChannelMessage(data);
  if (message?.kind !== 'calls') throw new Error(`read as ${message?.kind}`);
  return message;
}

describe("MetaMask's channel", () => {
  it('leaves alone what is on no known channel', () => {
    for (const data of [null, 'text', 1, {}, { target: 'other' }, { target: 'toString' }, [sign], wrap(sign).data]) {
      expect(readChannelMessage(data)).toBeNull();
    }
  });

  it("knows the handshake and the wallet's own replies", () => {
    expect(readChannelMessage({ target: 'metamask-contentscript', data: 'SYN' })).toEqual({
      kind: 'handshake',
      channel: 'metamask',
    });
    expect(
      readChannelMessage({
        target: 'metamask-inpage',
        data: { name: 'metamask-provider', data: { id: 'a', result: 1 } },
      }),
    ).toEqual({ kind: 'reply', channel: 'metamask', responses: [{ id: 'a', result: 1 }] });
  });

  it('reads arrays of any length: how many are judged is the gate to say', () => {
    expect(calls(wrap(Array.from({ length: 300 }, () => sign))).calls).toHaveLength(300);
  });

  it("reads a single call and an array, today's and legacy names", () => {
    expect(calls(wrap(sign))).toMatchObject({ array: false, exact: true, calls: [{ id: 7, method: 'personal_sign' }] });
    expect(calls(wrap([sign, { ...sign, id: 8 }]))).toMatchObject({
      array: true,
      exact: true,
      calls: [{ id: 7 }, { id: 8 }],
    });
    const legacy = calls({ target: 'contentscript', data: { name: 'provider', data: sign } });
    expect(buildAnswer(legacy, { code: 1, message: '' })).toMatchObject({
      target: 'inpage',
      data: { name: 'provider' },
    });
  });

  it.each([
    ['an unknown stream', wrap(sign, 'other')],
    ['no method', wrap({ id: 1, result: '0x' })],
    ['a method that is no text', wrap({ ...sign, method: ['personal_sign'] })],
    ['a text where an object belongs', wrap(JSON.stringify(sign))],
    ['one level deeper', wrap(wrap(sign))],
    ['an empty array', wrap([])],
    ['an array in an array', wrap([[sign]])],
    ['a bigint, which has no JSON form', wrap({ ...sign, params: [1n] })],
    ['no stream at all', { target: 'metamask-contentscript', data: sign }],
  ])('drops %s', (_name, data) => {
    expect(readChannelMessage(data)).toEqual({ kind: 'drop', channel: 'metamask' });
  });

  it('sees members beyond the judged ones', () => {
    expect(calls(wrap({ ...sign, evil: 1 })).exact).toBe(false);
    expect(calls({ ...wrap(sign), evil: 1 }).exact).toBe(false);
  });
});

describe('buildMessage', () => {
  it('holds what was judged and nothing else', () => {
    expect(buildMessage(calls(wrap({ ...sign, evil: 1 })))).toEqual(wrap(sign));
    expect(buildMessage(calls(wrap([{ ...sign, evil: 1 }])))).toEqual(wrap([sign]));
  });

  it('leaves parameters out where there were none', () => {
    expect(buildMessage(calls(wrap({ id: 1, method: 'eth_chainId' })))).toEqual(
      wrap({ jsonrpc: '2.0', id: 1, method: 'eth_chainId' }),
    );
  });
});

describe('buildAnswer', () => {
  const error = { code: 4001, message: 'no' };

  it('answers in the shape that was asked in', () => {
    const to = (data: unknown) => ({ target: 'metamask-inpage', data: { name: 'metamask-provider', data } });
    expect(buildAnswer(calls(wrap(sign)), error)).toEqual(to({ id: 7, jsonrpc: '2.0', error }));
    expect(buildAnswer(calls(wrap([sign])), error)).toEqual(to([{ id: 7, jsonrpc: '2.0', error }]));
  });
});
