import { toFunctionSelector } from 'viem';
import { describe, expect, it } from 'vitest';
import { OPERATOR_READERS } from './operators.ts';
import { decodeSample, SAMPLE } from './sampleCall.ts';

const { token, user, stranger, weth } = SAMPLE;
const erc20 = { type: 'erc20', address: token } as const;
const MAX = 2n ** 256n - 1n;

describe('ERC-777', () => {
  it('reads an operator as an allowance without limit, and its end as a revoke', () => {
    expect(decodeSample('authorizeOperator(address)', [stranger])).toEqual({
      kind: 'allowance',
      asset: erc20,
      spender: stranger,
      amount: 'unlimited',
      change: 'set',
      revokes: false,
      standard: 'erc777',
    });
    expect(decodeSample('revokeOperator(address)', [stranger])).toMatchObject({ amount: 0n, revokes: true });
  });

  it('reads what is sent, and by whom', () => {
    expect(decodeSample('send(address,uint256,bytes)', [stranger, 5n, '0x'])).toMatchObject({
      kind: 'transfer',
      from: null,
      to: stranger,
      amount: 5n,
    });
    const args = [user, stranger, 5n, '0x', '0x'];
    expect(decodeSample('operatorSend(address,address,uint256,bytes,bytes)', args)).toMatchObject({ from: user });
  });
});

describe('ERC-6909 and ERC-5216', () => {
  it('reads operators of everything', () => {
    expect(decodeSample('setOperator(address,bool)', [stranger, true])).toEqual({
      kind: 'operatorApproval',
      collection: token,
      operator: stranger,
      approved: true,
      standard: 'erc6909',
    });
    expect(decodeSample('setOperator(address,bool)', [stranger, false])).toMatchObject({ approved: false });
  });

  it('reads allowances of one id', () => {
    const approve = (value: bigint) => decodeSample('approve(address,uint256,uint256)', [stranger, 7n, value]);
    const asset = { type: 'erc1155', address: token, id: 7n };
    expect(approve(3n)).toMatchObject({ kind: 'allowance', asset, spender: stranger, amount: 3n, revokes: false });
    expect(approve(MAX)).toMatchObject({ amount: 'unlimited' });
    expect(approve(0n)).toMatchObject({ amount: 0n, revokes: true });
  });

  it('reads transfers', () => {
    const asset = { type: 'erc1155', address: token, id: 7n };
    const sent = { kind: 'transfer', asset, from: user, to: stranger, amount: 2n };
    expect(decodeSample('transfer(address,uint256,uint256)', [stranger, 7n, 2n])).toMatchObject(sent);
    expect(decodeSample('transferFrom(address,address,uint256,uint256)', [user, stranger, 7n, 2n])).toMatchObject(sent);
  });
});

describe('ERC-1363', () => {
  it('reads approveAndCall as the allowance and the call that may use it', () => {
    const handed = `0x${'00'.repeat(12)}${weth.slice(2)}` as const;
    for (const [signature, args, data] of [
      ['approveAndCall(address,uint256)', [stranger, MAX], '0x7b04a2d0'],
      ['approveAndCall(address,uint256,bytes)', [stranger, MAX, handed], `0x7b04a2d0${handed.slice(2)}`],
    ] as const)
      expect(decodeSample(signature, args)).toMatchObject({
        kind: 'batch',
        wrapper: 'approveAndCall',
        actions: [
          { kind: 'allowance', asset: erc20, spender: stranger, amount: 'unlimited', revokes: false },
          { kind: 'call', to: stranger, data },
        ],
      });
    expect(decodeSample('approveAndCall(address,uint256)', [stranger, 0n])).toMatchObject({
      actions: [{ revokes: true }, {}],
    });
  });
});

describe('LSP7 and LSP8', () => {
  it('reads operators with their amount, and one item’s', () => {
    expect(decodeSample('authorizeOperator(address,uint256,bytes)', [stranger, 9n, '0x'])).toMatchObject({
      asset: erc20,
      amount: 9n,
      change: 'set',
      standard: 'lsp7',
    });
    expect(decodeSample('increaseAllowance(address,uint256,bytes)', [stranger, 9n, '0x'])).toMatchObject({
      change: 'increase',
    });
    const id = `0x${'0'.repeat(63)}5` as const;
    expect(decodeSample('authorizeOperator(address,bytes32,bytes)', [stranger, id, '0x'])).toMatchObject({
      asset: { type: 'erc721', id: 5n },
      revokes: false,
    });
  });

  it('reads their ends, and leaves other people’s alone', () => {
    expect(decodeSample('revokeOperator(address,bool,bytes)', [stranger, true, '0x'])).toMatchObject({ revokes: true });
    const of = (holder: string) =>
      decodeSample('revokeOperator(address,address,bool,bytes)', [stranger, holder, true, '0x']);
    expect(of(user)).toMatchObject({ kind: 'allowance', revokes: true });
    expect(of(weth)).toMatchObject({ kind: 'call' });
    const id = `0x${'0'.repeat(63)}5` as const;
    expect(decodeSample('revokeOperator(address,bytes32,bool,bytes)', [stranger, id, true, '0x'])).toMatchObject({
      revokes: true,
    });
  });
});

it('reads every selector it names by its own signature', () => {
  const signatures = [
    'authorizeOperator(address)',
    'revokeOperator(address)',
    'send(address,uint256,bytes)',
    'operatorSend(address,address,uint256,bytes,bytes)',
    'setOperator(address,bool)',
    'approve(address,uint256,uint256)',
    'transfer(address,uint256,uint256)',
    'transferFrom(address,address,uint256,uint256)',
    'approveAndCall(address,uint256)',
    'approveAndCall(address,uint256,bytes)',
    'authorizeOperator(address,uint256,bytes)',
    'increaseAllowance(address,uint256,bytes)',
    'revokeOperator(address,bool,bytes)',
    'revokeOperator(address,address,bool,bytes)',
    'authorizeOperator(address,bytes32,bytes)',
    'revokeOperator(address,bytes32,bool,bytes)',
  ];
  expect(signatures.map((one) => toFunctionSelector(one)).sort()).toEqual([...OPERATOR_READERS.keys()].sort());
});
