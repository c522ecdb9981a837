import { describe, expect, it } from 'vitest';
import { buildQuestion, CHANNELS, readChannelMessage } from './channels.ts';
import type { ChannelName } from './WalletChannel.ts';

const NAMES: readonly ChannelName[] = ['metamask', 'rabby', 'coinbase'];

describe('readChannelMessage', () => {
  it('drops what two wallets would read, whatever one of them takes it for', () => {
    const request = { action: 'eth_sendTransaction', request: { method: 'eth_sendTransaction', params: [] }, id: '1' };
    for (const target of ['metamask-inpage', 'metamask-contentscript', 'rabby-page-provider', 'rabby-content-script']) {
      expect(readChannelMessage({ target, type: 'extensionUIRequest', data: request })?.kind).toBe('drop');
    }
    expect(readChannelMessage({ target: 'other', type: 'extensionUIRequest', data: request })?.kind).toBe('calls');
  });
});

describe.each(NAMES)('a question on the channel of %s', (name) => {
  it('is a call of its own kind, exact, that can be written again', () => {
    const question = buildQuestion(CHANNELS[name].route, 'q1', 'eth_chainId');
    const read = readChannelMessage(question);
    if (read?.kind !== 'calls') throw new Error(`read as ${read?.kind}`);
    expect(read).toMatchObject({ exact: true, calls: [{ id: 'q1', method: 'eth_chainId' }] });
    expect(CHANNELS[name].build(read)).toEqual(question);
  });

  it('has a refusal that is a reply on the same channel, to the same id', () => {
    const read = readChannelMessage(buildQuestion(CHANNELS[name].route, 'q1', 'eth_chainId'));
    if (read?.kind !== 'calls') throw new Error(`read as ${read?.kind}`);
    const refusal = CHANNELS[name].refuse(read, { code: 4001, message: 'no' });
    expect(readChannelMessage(refusal)).toMatchObject({ kind: 'reply', channel: name, responses: [{ id: 'q1' }] });
    expect(JSON.stringify(refusal)).toContain('no');
  });
});
