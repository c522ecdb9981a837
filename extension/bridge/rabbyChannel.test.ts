import { describe, expect, it } from 'vitest';
import { readChannelMessage } from './channels.ts';
import { rabbyChannel } from './rabbyChannel.ts';
import type { Calls } from './WalletChannel.ts';

const send = { method: 'eth_sendTransaction', params: [{ to: '0x1' }] };
const wrap = (data: unknown, type = 'request') => ({
  target: 'rabby-content-script',
  data: { data: { type, data: { ident: 'Uakgb_J5m9g-0JDMbcJqL', data } } },
});

function calls(data: unknown): Calls {
  const message = readChannelMessage(data);
  if (message?.kind !== 'calls') throw new Error(`read as ${message?.kind}`);
  return message;
}

describe("Rabby's channel", () => {
  it('is read and written again as it was', () => {
    expect(calls(wrap(send))).toMatchObject({ exact: true, calls: [{ method: 'eth_sendTransaction' }] });
    expect(rabbyChannel.build(calls(wrap(send)))).toEqual(wrap(send));
    expect(rabbyChannel.build(calls(wrap({ method: 'eth_chainId' })))).toEqual(wrap({ method: 'eth_chainId' }));
  });

  it('keeps the list of wallets it chooses from, and nothing else of its context', () => {
    const providers = [{ name: 'Other', rdns: 'com.other' }];
    const read = calls(wrap({ ...send, evil: 1, $ctx: { providers, isSpeedUp: true } }));
    expect(read.exact).toBe(false);
    expect(rabbyChannel.build(read)).toEqual(wrap({ ...send, $ctx: { providers } }));
  });

  it('lets pass what its own inpage script tells it', () => {
    const plain = (data: unknown) => calls(wrap(data)).calls.map(rabbyChannel.plain);
    expect(plain({ method: 'tabCheckin', params: { name: 'x' } })).toMatchObject([{ judging: 'pass' }]);
    expect(plain(send)).toMatchObject([{ method: 'eth_sendTransaction' }]);
    expect(plain(send)[0]?.judging).toBeUndefined();
  });

  it('knows the handshake and the replies', () => {
    const channel = 'rabby';
    expect(readChannelMessage({ target: 'rabby-content-script', data: 'ACK' })).toEqual({ kind: 'handshake', channel });
    const answer = { data: { type: 'response', data: { ident: 'a', res: '0x1' } } };
    expect(readChannelMessage({ target: 'rabby-page-provider', data: answer })).toEqual({
      ...{ kind: 'reply', channel },
      responses: [{ id: 'a', result: '0x1' }],
    });
  });

  it.each([
    ['a response sent to the wallet', wrap(send, 'response')],
    ['an array', wrap([send])],
    ['no method', wrap({ params: [] })],
    ['more beside the envelope', { ...wrap(send), data: { ...wrap(send).data, more: 1 } }],
    ['text', { target: 'rabby-content-script', data: JSON.stringify(wrap(send).data) }],
    ['a bigint', wrap({ ...send, params: [1n] })],
  ])('drops %s', (_name, data) => {
    expect(readChannelMessage(data)).toEqual({ kind: 'drop', channel: 'rabby' });
  });
});
