import { toFunctionSelector } from 'viem';
import { describe, expect, it } from 'vitest';
import { decodeCall } from './call.ts';
import { decodeSample, encodeSample, SAMPLE } from './sampleCall.ts';
import { retype, TOKEN_READERS } from './tokens.ts';

const { token, user, stranger } = SAMPLE;
const MAX = 2n ** 256n - 1n;

describe('ERC-20', () => {
  it('reads transfers', () => {
    const asset = { type: 'erc20', address: token };
    expect(decodeSample('transfer(address,uint256)', [stranger, 5n])).toEqual({
      kind: 'transfer',
      asset,
      from: null,
      to: stranger,
      amount: 5n,
      data: '0x',
    });
    expect(decodeSample('transferFrom(address,address,uint256)', [user, stranger, 5n])).toMatchObject({
      asset,
      from: user,
      to: stranger,
    });
    expect(decodeSample('burn(uint256)', [5n])).toMatchObject({ kind: 'transfer', to: `0x${'0'.repeat(40)}` });
  });

  it('reads approvals, their size and their end', () => {
    expect(decodeSample('approve(address,uint256)', [stranger, MAX])).toEqual({
      kind: 'allowance',
      asset: { type: 'erc20', address: token },
      spender: stranger,
      amount: 'unlimited',
      change: 'set',
      revokes: false,
    });
    expect(decodeSample('approve(address,uint256)', [stranger, MAX >> 1n])).toMatchObject({ amount: MAX >> 1n });
    expect(decodeSample('approve(address,uint256)', [stranger, 2n ** 255n])).toMatchObject({ amount: 'unlimited' });
    expect(decodeSample('approve(address,uint256)', [stranger, 2n ** 96n - 1n])).toMatchObject({ amount: 'unlimited' });
    expect(decodeSample('approve(address,uint256)', [stranger, 0n])).toMatchObject({ amount: 0n, revokes: true });
    expect(decodeSample('increaseAllowance(address,uint256)', [stranger, 7n])).toMatchObject({
      change: 'increase',
      revokes: false,
    });
    expect(decodeSample('decreaseAllowance(address,uint256)', [stranger, 7n])).toMatchObject({ change: 'decrease' });
  });

  it('reads cut and dirty words as the EVM does', () => {
    const data = encodeSample('approve(address,uint256)', [stranger, MAX]);
    const call = { to: token, valueWei: 0n, sender: user };
    expect(decodeCall({ ...call, data: `0x${data.slice(2, -2)}` })).toMatchObject({
      kind: 'allowance',
      amount: 'unlimited',
    });
    expect(decodeCall({ ...call, data: `0x095ea7b3${'f'.repeat(24)}${data.slice(34)}` })).toMatchObject({
      spender: stranger,
    });
    expect(decodeCall({ ...call, data: `${data}00ff` })).toMatchObject({ kind: 'allowance' });
    expect(decodeCall({ ...call, data: '0x095ea7b3' })).toMatchObject({ kind: 'call', selector: '0x095ea7b3' });
  });
});

describe('ERC-721 and ERC-1155', () => {
  it('reads operators', () => {
    expect(decodeSample('setApprovalForAll(address,bool)', [stranger, true])).toEqual({
      kind: 'operatorApproval',
      collection: token,
      operator: stranger,
      approved: true,
    });
    expect(decodeSample('setApprovalForAll(address,bool)', [stranger, false])).toMatchObject({ approved: false });
  });

  it('reads items', () => {
    const item = { type: 'erc721', address: token, id: 9n };
    expect(decodeSample('safeTransferFrom(address,address,uint256)', [user, stranger, 9n])).toMatchObject({
      asset: item,
      amount: 1n,
    });
    expect(decodeSample('safeTransferFrom(address,address,uint256,bytes)', [user, stranger, 9n, '0x12'])).toMatchObject(
      { asset: item },
    );
    expect(
      decodeSample('safeTransferFrom(address,address,uint256,uint256,bytes)', [user, stranger, 9n, 3n, '0x']),
    ).toMatchObject({ asset: { type: 'erc1155', id: 9n }, amount: 3n });
    const batch = decodeSample('safeBatchTransferFrom(address,address,uint256[],uint256[],bytes)', [
      user,
      stranger,
      [1n, 2n],
      [3n, 4n],
      '0x',
    ]);
    expect(batch).toMatchObject({
      kind: 'batch',
      actions: [
        { asset: { id: 1n }, amount: 3n },
        { asset: { id: 2n }, amount: 4n },
      ],
    });
  });

  it('retypes what reads the same for both', () => {
    expect(retype(decodeSample('approve(address,uint256)', [stranger, 9n]), 'erc721')).toMatchObject({
      asset: { type: 'erc721', address: token, id: 9n },
      amount: 1n,
      revokes: false,
    });
    expect(retype(decodeSample('approve(address,uint256)', [stranger, 0n]), 'erc721')).toMatchObject({
      revokes: false,
    });
    expect(retype(decodeSample('transferFrom(address,address,uint256)', [user, stranger, 9n]), 'erc721')).toMatchObject(
      {
        asset: { type: 'erc721', id: 9n },
      },
    );
    const approval = decodeSample('approve(address,uint256)', [stranger, 9n]);
    expect(retype(approval, 'erc20')).toBe(approval);
  });
});

it('lists the selectors it means', () => {
  const signatures = [
    'transfer(address,uint256)',
    'transferFrom(address,address,uint256)',
    'approve(address,uint256)',
    'increaseAllowance(address,uint256)',
    'increaseApproval(address,uint256)',
    'decreaseAllowance(address,uint256)',
    'decreaseApproval(address,uint256)',
    'setApprovalForAll(address,bool)',
    'safeTransferFrom(address,address,uint256)',
    'safeTransferFrom(address,address,uint256,bytes)',
    'safeTransferFrom(address,address,uint256,uint256,bytes)',
    'safeBatchTransferFrom(address,address,uint256[],uint256[],bytes)',
    'burn(uint256)',
    'burnFrom(address,uint256)',
    'permit(address,address,uint256,uint256,uint8,bytes32,bytes32)',
    'permit(address,address,uint256,uint256,bool,uint8,bytes32,bytes32)',
  ];
  expect(signatures.map((signature) => toFunctionSelector(signature)).sort()).toEqual([...TOKEN_READERS.keys()].sort());
});
