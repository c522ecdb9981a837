import { describe, expect, it } from 'vitest';
import { decodeSample, SAMPLE } from './sampleCall.ts';

const { token, user, stranger, router } = SAMPLE;
const SIGNATURE = 'bulkTransfer(((uint8,address,uint256,uint256)[],address,bool)[],bytes32)';
const KEY = `0x${'0'.repeat(64)}`;
const sent = (items: readonly unknown[]) => decodeSample(SIGNATURE, [[[items, stranger, true]], KEY], { to: router });

describe('bulkTransfer', () => {
  it('is one transfer an item, each to its group’s recipient', () => {
    const items = [
      [1, token, 0n, 5n],
      [2, token, 42n, 1n],
      [3, token, 7n, 3n],
    ];
    expect(sent(items)).toMatchObject({
      kind: 'batch',
      wrapper: 'bulkTransfer',
      actions: [
        { kind: 'transfer', asset: { type: 'erc20', address: token }, from: user, to: stranger, amount: 5n },
        { kind: 'transfer', asset: { type: 'erc721', id: 42n }, to: stranger, amount: 1n },
        { kind: 'transfer', asset: { type: 'erc1155', id: 7n }, to: stranger, amount: 3n },
      ],
    });
  });

  it('reads nothing into what the helper refuses, nor into too many items', () => {
    expect(sent([[0, token, 0n, 5n]])).toMatchObject({ kind: 'call', selector: '0x32389b71' });
    expect(sent(Array.from({ length: 257 }, () => [2, token, 1n, 1n]))).toMatchObject({ kind: 'call' });
  });
});
