import './testing/realm.ts';
import { describe, expect, it } from 'vitest';
import { kindOf } from '../../src/request/methods.ts';
import { guardExternal } from './external.ts';

const METAMASK = 'nkbihfbeogaeaoehlefnkodbefgpgknn';
const OTHER = 'abcdefghijklmnopabcdefghijklmnop';

function chrome() {
  const sent: unknown[] = [];
  class Port {
    postMessage(message: unknown): void {
      sent.push(message);
    }
  }
  const runtime = {
    sendMessage: (...args: unknown[]) => void sent.push(args),
    connect: (id: string) => {
      sent.push(id);
      return new Port();
    },
  };
  guardExternal(runtime, (method) => kindOf(method).kind);
  return { runtime, sent };
}

const sign = { jsonrpc: '2.0', id: 1, method: 'personal_sign', params: ['0x00', '0x01'] };

describe('chrome.runtime, as a page has it', () => {
  it('has no wallet behind a known id', () => {
    const { runtime, sent } = chrome();
    runtime.connect(METAMASK);
    runtime.sendMessage(METAMASK, { method: 'eth_chainId' });
    expect(sent).toEqual(['p'.repeat(32), ['p'.repeat(32), { method: 'eth_chainId' }]]);
  });

  it('carries what is no signing request to any other extension', () => {
    const { runtime, sent } = chrome();
    const hello = { method: 'getUser', data: { method: 'eth_chainId' } };
    runtime.sendMessage(OTHER, hello);
    runtime.connect(OTHER).postMessage(hello);
    expect(sent).toEqual([[OTHER, hello], OTHER, hello]);
  });

  it.each([
    ['plain', sign],
    ['in an envelope', { type: 'caip-348', data: { name: 'x', data: sign } }],
    ['in a list', [{ method: 'eth_chainId' }, sign]],
    ['as text', JSON.stringify({ data: sign })],
    ['in capitals', { ...sign, method: ' PERSONAL_SIGN' }],
    ['unlisted', { method: 'wallet_signEverything' }],
    [
      'by a getter',
      {
        get method() {
          return 'eth_sendTransaction';
        },
      },
    ],
    ['by toJSON', { toJSON: () => sign }],
  ])('sends no signing request: %s', (_name, message) => {
    const { runtime, sent } = chrome();
    runtime.sendMessage(OTHER, message);
    const port = runtime.connect(OTHER);
    expect(() => port.postMessage(message)).toThrow('disconnected port');
    expect(() => Object.getPrototypeOf(port).postMessage.call(port, message)).toThrow('disconnected port');
    expect(sent).toEqual([['p'.repeat(32), JSON.parse(JSON.stringify(message))], OTHER]);
  });

  it('still looks like the function it was', () => {
    const { runtime } = chrome();
    expect(String(runtime.sendMessage)).toContain('native code');
    expect(runtime.connect.name).toBe('connect');
  });
});
