import { describe, expect, it } from 'vitest';
import type { TransactionAsk } from './SigningRequest.ts';
import { sampleRequest } from './sampleRequest.ts';

const TO = '0x5FbDB2315678afecb367f032d93F642f64180aa3';

function transactionOf(fields: Record<string, unknown>, method = 'eth_sendTransaction'): TransactionAsk {
  const { ask } = sampleRequest(method, [fields]);
  if (ask.kind !== 'transaction') throw new Error(ask.kind === 'unreadable' ? ask.detail : ask.kind);
  return ask.transaction;
}

function whyNot(fields: unknown): string {
  const { ask } = sampleRequest('eth_sendTransaction', [fields]);
  return ask.kind === 'unreadable' ? ask.why : ask.kind;
}

describe('readTransaction', () => {
  it('reads the canonical form without oddities', () => {
    const transaction = transactionOf({
      from: TO,
      to: TO,
      value: '0xde0b6b3a7640000',
      data: '0xabcd',
      gas: '0x5208',
      chainId: '0x1',
    });
    expect(transaction).toEqual({
      from: TO.toLowerCase(),
      to: TO.toLowerCase(),
      valueWei: 10n ** 18n,
      data: '0xabcd',
      gas: 21_000n,
      gasPriceWei: null,
      maxFeePerGasWei: null,
      maxPriorityFeePerGasWei: null,
      nonce: null,
      chainId: 1,
      authorizations: [],
      oddities: [],
      otherData: null,
    });
  });

  // @metamask/test-dapp 9.9.0: maliciousSendWithOddHexData, maliciousSendWithoutHexPrefixValue,
  // maliciousApproveERC20WithOddHexData.
  it('repairs what MetaMask repairs', () => {
    expect(transactionOf({ to: TO, data: '0x1' })).toMatchObject({ data: '0x01', oddities: ['odd-hex'] });
    expect(transactionOf({ to: TO, value: 'ffffffffffffff' })).toMatchObject({
      valueWei: 0xffffffffffffffn,
      oddities: ['no-0x'],
    });
    expect(transactionOf({ to: TO, data: '0x95ea7b3' })).toMatchObject({ data: '0x095ea7b3' });
    expect(transactionOf({ to: TO.slice(2), data: 'ABCD' })).toMatchObject({ data: '0xabcd', to: TO.toLowerCase() });
    expect(transactionOf({ to: TO, value: 10 })).toMatchObject({ valueWei: 10n, oddities: ['number'] });
    expect(transactionOf({ to: TO, chainId: '0x0000001' }).chainId).toBe(1);
  });

  it('refuses a number that wallets read as two', () => {
    for (const value of ['10', '0800', '800000000000000000000']) {
      expect(() => transactionOf({ to: TO, value })).toThrow(/no 0x/u);
    }
    expect(transactionOf({ to: TO, value: '7', gas: '00' })).toMatchObject({ valueWei: 7n, gas: 0n });
    expect(transactionOf({ to: TO, value: '0x10' }).valueWei).toBe(16n);
  });

  it('keeps both readings when data and input differ', () => {
    expect(transactionOf({ to: TO, input: '0xaa' })).toMatchObject({ data: '0xaa', otherData: null });
    expect(transactionOf({ to: TO, data: '0xaa', input: '0xAA' })).toMatchObject({ otherData: null });
    expect(transactionOf({ to: TO, data: '0xaa', input: '0xbb' })).toMatchObject({
      data: '0xaa',
      otherData: '0xbb',
      oddities: ['both-data-and-input'],
    });
  });

  it('reads absent, empty and 0x recipients as a deployment', () => {
    for (const to of [undefined, null, '', '0x']) expect(transactionOf({ to, data: '0x6080' }).to).toBeNull();
  });

  it('reads EIP-7702 lists, an absent chain as every chain', () => {
    const authorizationList = [{ address: TO, chainId: '0x0', nonce: '0x2' }, { contractAddress: TO }];
    expect(transactionOf({ to: TO, authorizationList }).authorizations).toEqual([
      { chainId: 0n, delegate: TO.toLowerCase(), nonce: 2n },
      { chainId: 0n, delegate: TO.toLowerCase(), nonce: null },
    ]);
  });

  it('is unreadable rather than guessed at', () => {
    const wrong = [
      null,
      'x',
      [],
      { to: 'vitalik.eth' },
      { to: '0x12' },
      { to: TO, value: '1.5' },
      { to: TO, value: -1 },
    ];
    for (const fields of wrong) expect(whyNot(fields)).toBe('bad-params');
    expect(whyNot({ to: TO, value: `0x1${'0'.repeat(64)}` })).toBe('bad-params');
    expect(whyNot({ to: TO, data: '0xzz' })).toBe('bad-params');
    expect(whyNot({ to: TO, authorizationList: [{}] })).toBe('bad-params');
  });
});
