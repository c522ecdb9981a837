import { describe, expect, it } from 'vitest';
import { SAMPLE } from './sampleCall.ts';
import { decodeTypedSample, SAMPLE_DOMAIN } from './sampleTypedData.ts';

const { token, user, stranger } = SAMPLE;
const ERC2612 = { Permit: 'address owner,address spender,uint256 value,uint256 nonce,uint256 deadline' };
const MESSAGE = { owner: user, spender: stranger, value: '100', nonce: 3, deadline: 1_900_000_000 };

describe('permits', () => {
  it('reads ERC-2612', () => {
    expect(decodeTypedSample(ERC2612, 'Permit', MESSAGE).action).toEqual({
      kind: 'permit',
      standard: 'erc2612',
      asset: { type: 'erc20', address: token },
      owner: user,
      spender: stranger,
      amount: 100n,
      until: 'revoked',
      deadlineSeconds: 1_900_000_000n,
      nonce: 3n,
      domain: { name: 'USD Coin', version: '2', chainId: 1n, verifyingContract: token, missing: false },
    });
  });

  // @metamask/test-dapp 9.9.0: maliciousPermitIntAddress, maliciousPermitHexPaddedChain.
  it('reads a decimal address and a padded chain id as wallets do', () => {
    const usual = decodeTypedSample(ERC2612, 'Permit', MESSAGE);
    const odd = { ...SAMPLE_DOMAIN, chainId: '0x0000000000001', verifyingContract: BigInt(token).toString() };
    const read = decodeTypedSample(
      ERC2612,
      'Permit',
      { ...MESSAGE, spender: BigInt(stranger).toString(), value: '0x64' },
      odd,
    );
    expect(read.action).toEqual(usual.action);
    expect(read.digests).toEqual(usual.digests);
  });

  it('reads only what is declared: decoys beside the types are not signed', () => {
    const types = { Permit: 'address owner,address spender,uint256 nonce,uint256 deadline' };
    expect(decodeTypedSample(types, 'Permit', MESSAGE).action).toMatchObject({ kind: 'opaque', label: 'Permit' });
  });

  it('reads DAI, where expiry 0 is no deadline', () => {
    const types = { Permit: 'address holder,address spender,uint256 nonce,uint256 expiry,bool allowed' };
    const message = { holder: user, spender: stranger, nonce: 0, expiry: 0, allowed: true };
    expect(decodeTypedSample(types, 'Permit', message).action).toMatchObject({
      standard: 'dai',
      owner: user,
      amount: 'unlimited',
      until: 'revoked',
      deadlineSeconds: null,
    });
    expect(decodeTypedSample(types, 'Permit', { ...message, allowed: false, expiry: 9 }).action).toMatchObject({
      amount: 0n,
      deadlineSeconds: 9n,
    });
    expect(decodeTypedSample(types, 'Permit', { ...message, allowed: 'false' }).action).toMatchObject({
      kind: 'unreadable',
    });
  });

  it('reads ERC-3009', () => {
    const members = 'address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce';
    const message = {
      from: user,
      to: stranger,
      value: 5,
      validAfter: 0,
      validBefore: 99,
      nonce: `0x${'0'.repeat(63)}7`,
    };
    for (const name of ['TransferWithAuthorization', 'ReceiveWithAuthorization']) {
      expect(decodeTypedSample({ [name]: members }, name, message).action).toMatchObject({
        standard: 'erc3009',
        owner: user,
        spender: stranger,
        amount: 5n,
        until: 99n,
        nonce: 7n,
      });
    }
  });

  it('reads ERC-4494 and PermitForAll', () => {
    const item = { Permit: 'address spender,uint256 tokenId,uint256 nonce,uint256 deadline' };
    expect(
      decodeTypedSample(item, 'Permit', { spender: stranger, tokenId: '9', nonce: 0, deadline: 1 }).action,
    ).toMatchObject({
      standard: 'erc4494',
      asset: { type: 'erc721', address: token, id: 9n },
      owner: user,
      amount: 1n,
    });
    const all = { PermitForAll: 'address owner,address operator,bool approved,uint256 nonce,uint256 deadline' };
    const message = { owner: user, operator: stranger, approved: true, nonce: 0, deadline: 1 };
    expect(decodeTypedSample(all, 'PermitForAll', message).action).toMatchObject({
      kind: 'operatorApproval',
      operator: stranger,
    });
  });
});
