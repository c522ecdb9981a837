import { describe, expect, it } from 'vitest';
import { SAMPLE } from './sampleCall.ts';
import { decodeTypedSample } from './sampleTypedData.ts';

const { user, stranger, token } = SAMPLE;
const HASH = `0x${'ab'.repeat(32)}`;
const SNAPSHOT = { name: 'snapshot', version: '0.1.4' };
const HYPERLIQUID = {
  name: 'HyperliquidSignTransaction',
  version: '1',
  chainId: 421_614,
  verifyingContract: '0x0000000000000000000000000000000000000000',
};
const read = (type: string, members: string, message: object, domain: Readonly<Record<string, unknown>> = {}) =>
  decodeTypedSample({ [type]: members }, type, message, domain).action;

describe('statements', () => {
  it('reads what is taken back: ERC-3009 (EIP text), GPv2Signing.sol, EAS.sol', () => {
    const cancel = { kind: 'statement', does: 'cancels' };
    const usdc = { name: 'USD Coin', version: '2', chainId: 1, verifyingContract: token };
    const authorization = { authorizer: user, nonce: HASH };
    expect(read('CancelAuthorization', 'address authorizer,bytes32 nonce', authorization, usdc)).toMatchObject(cancel);
    const cow = { ...usdc, name: 'Gnosis Protocol', version: 'v2' };
    expect(read('OrderCancellations', 'bytes[] orderUids', { orderUids: ['0x12'] }, cow)).toMatchObject(cancel);
    const eas = { ...usdc, name: 'EAS' };
    const revoke = 'bytes32 schema,bytes32 uid,uint256 value,uint256 nonce,uint64 deadline';
    const message = { schema: HASH, uid: HASH, value: '0', nonce: '0', deadline: '0' };
    expect(read('Revoke', revoke, message, eas)).toMatchObject(cancel);
  });

  it('reads what is said: snapshot.js, py-clob-client, Farcaster hub-nodejs, Safe’s transaction service', () => {
    const says = { kind: 'statement', does: 'states' };
    const follow = { from: user, network: 's', space: 'ens.eth', timestamp: '1' };
    const followType = 'address from,string network,string space,uint64 timestamp';
    expect(read('Follow', followType, follow, SNAPSHOT)).toMatchObject(says);
    const message = 'This message attests that I control the given wallet';
    expect(
      read(
        'ClobAuth',
        'address address,string timestamp,uint256 nonce,string message',
        { address: user, timestamp: '1', nonce: '0', message },
        { name: 'ClobAuthDomain', version: '1', chainId: 137 },
      ),
    ).toMatchObject({ ...says, text: message });
    expect(
      read(
        'VerificationClaim',
        'uint256 fid,address address,bytes32 blockHash,uint8 network',
        { fid: '1', address: user, blockHash: HASH, network: '1' },
        { name: 'Farcaster Verify Ethereum Address', version: '2.0.0', salt: HASH },
      ),
    ).toMatchObject(says);
    expect(
      read(
        'Delegate',
        'address delegateAddress,uint256 totp',
        { delegateAddress: stranger, totp: '1' },
        {
          name: 'Safe Transaction Service',
          version: '1.0',
          chainId: 1,
        },
      ),
    ).toMatchObject(says);
  });

  it('reads terms, and nothing that hides an order in texts', () => {
    const members = 'address account,string terms,string version';
    const message = { account: user, terms: 'I accept.', version: '2' };
    expect(read('AcceptTerms', members, message, { name: 'Perp' })).toMatchObject({
      kind: 'statement',
      text: 'I accept.',
    });
    const other = { ...message, account: stranger };
    expect(read('AcceptTerms', members, other, { name: 'Perp' })).toMatchObject({ kind: 'opaque' });
    const paid = 'string terms,string amount,string destination';
    const order = { terms: 'I accept.', amount: '100', destination: stranger };
    expect(read('AcceptTerms', paid, order, { name: 'Perp' })).toMatchObject({ kind: 'opaque' });
    const sneaky = { terms: stranger, note: 'I accept these terms of use, all of them.' };
    expect(read('Terms', 'string terms,string note', sneaky, { name: 'Perp' })).toMatchObject({ kind: 'opaque' });
  });

  it('takes a key that acts at a service for a grant: hyperliquid-python-sdk, snapshot.js, KeyGateway.sol', () => {
    const agent = 'string hyperliquidChain,address agentAddress,string agentName,uint64 nonce';
    const message = { hyperliquidChain: 'Mainnet', agentAddress: stranger, agentName: '', nonce: '1' };
    expect(read('HyperliquidTransaction:ApproveAgent', agent, message, HYPERLIQUID)).toMatchObject({
      kind: 'session',
      key: stranger,
      target: null,
      service: 'Hyperliquid',
    });
    const alias = { from: user, alias: stranger, timestamp: '1' };
    expect(read('Alias', 'address from,address alias,uint64 timestamp', alias, SNAPSHOT)).toMatchObject({
      kind: 'session',
      service: 'Snapshot',
    });
  });

  it('takes the transfer of a Farcaster id for command', () => {
    const registry = { name: 'Farcaster IdRegistry', version: '1', chainId: 10, verifyingContract: token };
    const message = { fid: '1', to: stranger, nonce: '0', deadline: '9' };
    const type = 'uint256 fid,address to,uint256 nonce,uint256 deadline';
    expect(read('Transfer', type, message, registry)).toMatchObject({ kind: 'ownership', to: stranger });
    expect(read('Transfer', type, message, { ...registry, name: 'Other' })).toMatchObject({ kind: 'opaque' });
  });

  it('believes no name without the published members and domain', () => {
    const follow = { from: user, space: 'ens.eth', timestamp: '1' };
    const type = 'address from,string space,uint64 timestamp';
    expect(read('Follow', type, follow, { ...SNAPSHOT, verifyingContract: token })).toMatchObject({ kind: 'opaque' });
    expect(read('Follow', 'address from', { from: user }, SNAPSHOT)).toMatchObject({ kind: 'opaque' });
    expect(read('Space', 'address from,string space,string settings', {}, SNAPSHOT)).toMatchObject({ kind: 'opaque' });
  });
});
