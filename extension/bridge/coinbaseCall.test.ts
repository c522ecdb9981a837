import { describe, expect, it } from 'vitest';
import { coinbaseCall } from './coinbaseCall.ts';

const FROM = `0x${'aa'.repeat(20)}`;
const TO = `0x${'bb'.repeat(20)}`;
const plain = (method: string, asked: unknown) => {
  const call = coinbaseCall({ id: 1, method, paramsText: JSON.stringify(asked), hasParams: true, aside: undefined });
  return [call.method, JSON.parse(call.paramsText)];
};

describe("what Coinbase's own names stand for", () => {
  it('is a connection for all that ask for accounts', () => {
    for (const name of ['requestEthereumAccounts', 'childRequestEthereumAccounts', 'getAllAddresses', 'connect']) {
      expect(plain(name, { appName: 'x' })).toEqual(['eth_requestAccounts', []]);
    }
  });

  it('is a message, typed data, or a bare hash', () => {
    const asked = { message: '0x68', address: FROM, addPrefix: true, typedDataJson: null };
    expect(plain('signEthereumMessage', asked)).toEqual(['personal_sign', ['0x68', FROM]]);
    expect(plain('signEthereumMessage', { ...asked, typedDataJson: '{}' })).toEqual([
      'eth_signTypedData_v4',
      [FROM, '{}'],
    ]);
    expect(plain('signEthereumMessage', { ...asked, addPrefix: false })).toEqual(['eth_sign', [FROM, '0x68']]);
  });

  it('is a transaction, its decimal numbers in hex', () => {
    const asked = { fromAddress: FROM, toAddress: TO, weiValue: '1000', data: '0x', gasLimit: null, chainId: 137 };
    const tx = { from: FROM, to: TO, value: '0x3e8', data: '0x', chainId: '0x89' };
    expect(plain('signEthereumTransaction', { ...asked, shouldSubmit: true })).toEqual(['eth_sendTransaction', [tx]]);
    expect(plain('signEthereumTransaction', { ...asked, shouldSubmit: false })).toEqual(['eth_signTransaction', [tx]]);
    expect(plain('submitEthereumTransaction', { signedTransaction: '0x02' })).toEqual([
      'eth_sendRawTransaction',
      ['0x02'],
    ]);
  });

  it('is a chain or an asset', () => {
    expect(plain('switchEthereumChain', { chainId: '10' })).toEqual([
      'wallet_switchEthereumChain',
      [{ chainId: '0xa' }],
    ]);
    expect(plain('addEthereumChain', { chainId: '10', rpcUrls: [] })).toEqual([
      'wallet_addEthereumChain',
      [{ chainId: '0xa', rpcUrls: [] }],
    ]);
    expect(plain('watchAsset', { type: 'ERC20' })).toEqual(['wallet_watchAsset', { type: 'ERC20' }]);
  });

  it('is the call it carries on to a node', () => {
    const carried = (rpcMethod: unknown, rpcParams: unknown) =>
      plain('makeEthereumJSONRPCRequest', { rpcMethod, rpcParams, chainId: '1' });
    expect(carried('eth_call', [{ to: TO }])).toEqual(['eth_call', [{ to: TO }]]);
    expect(carried('eth_sendTransaction', [{ to: TO }])).toEqual(['eth_sendTransaction', [{ to: TO }]]);
    expect(carried(['eth_call'], null)).toEqual(['eth_call', []]);
  });

  it('asks for nothing where there is a name alone, unless the name is one of Ethereum', () => {
    const judged = (method: string, hasParams: boolean) =>
      coinbaseCall({ id: 1, method, paramsText: '[]', hasParams, aside: undefined }).judging;
    expect(judged('getLanguage', false)).toBe('pass');
    expect(judged('getLanguage', true)).toBeUndefined();
    for (const name of ['eth_sign', ' Wallet_newThing', 'signEthereumMessage'])
      expect(judged(name, false)).toBeUndefined();
  });

  it('is the name itself elsewhere, and never one of the language', () => {
    for (const name of ['generic', 'eth_sendTransaction', 'constructor', '__proto__']) {
      expect(plain(name, [1])).toEqual([name, [1]]);
    }
  });
});
