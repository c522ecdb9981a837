import { describe, expect, it } from 'vitest';
import { readChannelMessage } from './channels.ts';
import { coinbaseChannel } from './coinbaseChannel.ts';
import type { Calls } from './WalletChannel.ts';

const send = { method: 'eth_sendTransaction', params: [{ to: '0x1' }] };
const wrap = (action: string, request?: unknown, more: object = {}) => ({
  type: 'extensionUIRequest',
  provider: 'window.coinbaseWalletExtension',
  data: { action, request, id: 'c1', dappInfo: { dappLogoURL: '' }, ...more },
});

function calls(data: unknown): Calls {
  const message = readChannelMessage(data);
  if (message?.kind !== 'calls') throw new Error(`read as ${message?.kind}`);
  return message;
}

describe("Coinbase's channel", () => {
  it('reads a named request and bare parameters, and writes each again as it was', () => {
    for (const message of [
      wrap(send.method, send),
      wrap(send.method, send.params),
      wrap('getAllAddresses'),
      wrap('connect', { method: 'connect' }),
    ]) {
      const read = calls(message);
      expect(read.exact).toBe(true);
      expect(coinbaseChannel.build(read)).toEqual(message);
    }
    expect(calls(wrap(send.method, send)).calls[0]?.paramsText).toBe(JSON.stringify(send.params));
    expect(calls(wrap(send.method, send.params)).calls[0]?.paramsText).toBe(JSON.stringify(send.params));
  });

  it('writes nothing again that was not judged', () => {
    const more = { transaction: { to: '0x2' }, dappInfo: { dappLogoURL: 'https://x.example/', evil: 1 } };
    expect(calls(wrap(send.method, send, more)).exact).toBe(false);
    expect(coinbaseChannel.build(calls(wrap(send.method, send, more)))).toEqual(wrap(send.method, send));
  });

  it('gives the answers their ids, wherever the result stands', () => {
    const reply = (data: unknown) => readChannelMessage({ type: 'extensionUIResponse', data });
    for (const data of [{ result: '0x1' }, { response: { result: '0x1' } }, { response: '0x1' }]) {
      expect(reply({ id: 'a', ...data })).toMatchObject({ kind: 'reply', responses: [{ id: 'a', result: '0x1' }] });
    }
    expect(reply('text')).toMatchObject({ kind: 'reply', responses: [] });
  });

  it.each([
    ['two names', wrap('eth_chainId', send)],
    ['a name that is no text', wrap('eth_sendTransaction', { method: ['eth_sendTransaction'] })],
    ['more in the request', wrap(send.method, { ...send, jsonrpc: '2.0' })],
    ['no action', { type: 'extensionUIRequest', data: { request: send } }],
    ['an array', { type: 'extensionUIRequest', data: [wrap(send.method, send).data] }],
    ['text', { type: 'extensionUIRequest', data: JSON.stringify(wrap(send.method, send).data) }],
    ['a bigint', wrap(send.method, { ...send, params: [1n] })],
  ])('drops %s', (_name, data) => {
    expect(readChannelMessage(data)).toEqual({ kind: 'drop', channel: 'coinbase' });
  });
});
