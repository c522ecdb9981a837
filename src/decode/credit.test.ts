import { describe, expect, it } from 'vitest';
import { decodeSample, SAMPLE } from './sampleCall.ts';
import { decodeTypedSample } from './sampleTypedData.ts';

const { token, stranger } = SAMPLE;
const MEMBERS = 'address delegatee,uint256 value,uint256 nonce,uint256 deadline';

describe('credit delegation', () => {
  it('is a power to borrow, by call and by signature', () => {
    const borrow = { kind: 'allowance', asset: { address: token }, spender: stranger, power: 'borrow', revokes: false };
    expect(decodeSample('approveDelegation(address,uint256)', [stranger, 2n ** 256n - 1n])).toMatchObject({
      ...borrow,
      amount: 'unlimited',
    });
    const message = { delegatee: stranger, value: '5', nonce: '0', deadline: '9999999999' };
    expect(decodeTypedSample({ DelegationWithSig: MEMBERS }, 'DelegationWithSig', message).action).toMatchObject({
      ...borrow,
      amount: 5n,
    });
  });

  it('is taken back by zero, and needs both words', () => {
    expect(decodeSample('approveDelegation(address,uint256)', [stranger, 0n])).toMatchObject({ revokes: true });
    const short = MEMBERS.replace('uint256 value,', '');
    const message = { delegatee: stranger, nonce: '0', deadline: '1' };
    expect(decodeTypedSample({ DelegationWithSig: short }, 'DelegationWithSig', message).action).toMatchObject({
      kind: 'opaque',
    });
  });
});
