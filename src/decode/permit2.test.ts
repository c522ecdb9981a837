import { toFunctionSelector } from 'viem';
import { describe, expect, it } from 'vitest';
import { PERMIT2_READERS } from './permit2.ts';
import { decodeSample, SAMPLE } from './sampleCall.ts';
import { decodeTypedSample } from './sampleTypedData.ts';

const { token, user, stranger, weth } = SAMPLE;
const PERMIT2 = '0x000000000022d473030f116ddee9f6b43ac78ba3';
const domain = { name: 'Permit2', chainId: 1, verifyingContract: PERMIT2 };
const MAX160 = (2n ** 160n - 1n).toString();
const DETAILS = 'address token,uint160 amount,uint48 expiration,uint48 nonce';

describe('Permit2 on chain', () => {
  it('reads approve', () => {
    expect(
      decodeSample('approve(address,address,uint160,uint48)', [token, stranger, 2n ** 160n - 1n, 2 ** 48 - 1], {
        to: PERMIT2,
      }),
    ).toEqual({
      kind: 'permit2',
      form: 'approve',
      owner: user,
      spender: stranger,
      items: [{ token, amount: 'unlimited', until: 'revoked' }],
      deadlineSeconds: null,
      witnessType: null,
      domain: null,
    });
  });

  it('reads lockdown as taking back', () => {
    expect(decodeSample('lockdown((address,address)[])', [[[token, stranger]]], { to: PERMIT2 })).toMatchObject({
      kind: 'batch',
      wrapper: 'lockdown',
      actions: [{ kind: 'permit2', spender: stranger, items: [{ token, amount: 0n }] }],
    });
  });

  it('reads transferFrom', () => {
    expect(
      decodeSample('transferFrom(address,address,uint160,address)', [user, stranger, 7n, token], { to: PERMIT2 }),
    ).toMatchObject({
      kind: 'transfer',
      asset: { address: token },
      from: user,
      to: stranger,
      amount: 7n,
    });
  });

  it('lists the selectors it means', () => {
    const signatures = [
      'approve(address,address,uint160,uint48)',
      'lockdown((address,address)[])',
      'transferFrom(address,address,uint160,address)',
      'permit(address,((address,uint160,uint48,uint48),address,uint256),bytes)',
      'permit(address,((address,uint160,uint48,uint48)[],address,uint256),bytes)',
    ];
    expect(signatures.map((signature) => toFunctionSelector(signature)).sort()).toEqual(
      [...PERMIT2_READERS.keys()].sort(),
    );
  });
});

describe('Permit2 as a signature', () => {
  const detail = { token, amount: MAX160, expiration: '1900000000', nonce: 0 };

  it('reads PermitSingle and PermitBatch', () => {
    const single = {
      PermitSingle: 'PermitDetails details,address spender,uint256 sigDeadline',
      PermitDetails: DETAILS,
    };
    expect(
      decodeTypedSample(single, 'PermitSingle', { details: detail, spender: stranger, sigDeadline: 5 }, domain).action,
    ).toMatchObject({
      kind: 'permit2',
      form: 'allowance',
      owner: user,
      spender: stranger,
      items: [{ token, amount: 'unlimited', until: 1_900_000_000n }],
      deadlineSeconds: 5n,
      domain: { name: 'Permit2', verifyingContract: PERMIT2, version: null },
    });
    const batch = {
      PermitBatch: 'PermitDetails[] details,address spender,uint256 sigDeadline',
      PermitDetails: DETAILS,
    };
    const message = { details: [detail, { ...detail, token: weth, amount: 3 }], spender: stranger, sigDeadline: 5 };
    expect(decodeTypedSample(batch, 'PermitBatch', message, domain).action).toMatchObject({
      form: 'allowance-batch',
      items: [{ token }, { token: weth, amount: 3n }],
    });
  });

  it('reads transfers and their witness', () => {
    const permitted = { token, amount: '9' };
    const base = { spender: stranger, nonce: 1, deadline: 77 };
    const TokenPermissions = 'address token,uint256 amount';
    const stub = 'TokenPermissions permitted,address spender,uint256 nonce,uint256 deadline';
    const one = decodeTypedSample(
      { PermitTransferFrom: stub, TokenPermissions },
      'PermitTransferFrom',
      { permitted, ...base },
      domain,
    );
    expect(one.action).toMatchObject({
      form: 'transfer',
      items: [{ token, amount: 9n, until: 77n }],
      witnessType: null,
    });
    const witnessed = {
      PermitWitnessTransferFrom: `${stub},Order witness`,
      TokenPermissions,
      Order: 'address reactor',
    };
    const order = { permitted, ...base, witness: { reactor: stranger } };
    expect(decodeTypedSample(witnessed, 'PermitWitnessTransferFrom', order, domain).action).toMatchObject({
      form: 'witness',
      witnessType: 'Order',
    });
    const many = {
      PermitBatchTransferFrom: stub.replace('TokenPermissions ', 'TokenPermissions[] '),
      TokenPermissions,
    };
    expect(
      decodeTypedSample(many, 'PermitBatchTransferFrom', { permitted: [permitted, permitted], ...base }, domain).action,
    ).toMatchObject({
      form: 'transfer-batch',
      items: [{ amount: 9n }, { amount: 9n }],
    });
  });

  it('leaves a lookalike of other shape opaque', () => {
    expect(
      decodeTypedSample({ PermitSingle: 'address spender' }, 'PermitSingle', { spender: stranger }, domain).action,
    ).toMatchObject({
      kind: 'opaque',
      label: 'PermitSingle',
    });
  });
});
