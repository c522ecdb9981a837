import { hashTypedData } from 'viem';
import { describe, expect, it } from 'vitest';
import { sampleRequest } from '../request/sampleRequest.ts';
import { decode } from './decode.ts';
import { encodeSample, SAMPLE } from './sampleCall.ts';
import { decodeTypedSample, SAMPLE_DOMAIN, typedSample } from './sampleTypedData.ts';

const { token, user, stranger } = SAMPLE;

/** The example of EIP-712, with the hashes its text gives. */
const MAIL_TYPES = { Person: 'string name,address wallet', Mail: 'Person from,Person to,string contents' };
const MAIL = {
  from: { name: 'Cow', wallet: '0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826' },
  to: { name: 'Bob', wallet: '0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB' },
  contents: 'Hello, Bob!',
};
const MAIL_DOMAIN = {
  name: 'Ether Mail',
  version: '1',
  chainId: 1,
  verifyingContract: '0xCcCCccccCCCCcCCCCCCcCcCccCcCCCcCcccccccC',
};

describe('digests', () => {
  it('are those of EIP-712', () => {
    expect(decodeTypedSample(MAIL_TYPES, 'Mail', MAIL, MAIL_DOMAIN).digests).toEqual({
      kind: 'typedData',
      domainHash: '0xf2cee375fa42b42143804025fc449deafd50cc031ca257e0b194a650a912090f',
      messageHash: '0xc52c0ee5d84264471806290a3f2c4cecfc5490626bf912d01f240d7a274b371e',
      eip712Hash: '0xbe609aee343fb3c4b28e1df9e632fca64fcfaede20f02e86244efddf30957bd2',
    });
  });

  it('agree with viem on lists, bytes and signed integers', () => {
    const types = {
      Test: 'int8 small,bytes raw,bytes4 four,uint256[] list,bool flag,Inner[2] inner',
      Inner: 'string text',
    };
    const message = {
      small: -5,
      raw: '0x1234',
      four: '0xaabbccdd',
      list: ['1', '0x2'],
      flag: true,
      inner: [{ text: 'a' }, { text: '' }],
    };
    const read = decodeTypedSample(types, 'Test', message).digests;
    const typed = typedSample(types, 'Test', message);
    const expected = hashTypedData({
      domain: SAMPLE_DOMAIN,
      types: Object(typed.types),
      primaryType: 'Test',
      message: { ...message, list: [1n, 2n] },
    });
    expect(read).toMatchObject({ eip712Hash: expected });
  });

  it('hash no domain that is not declared, as wallets do', () => {
    const typed = typedSample(MAIL_TYPES, 'Mail', MAIL, MAIL_DOMAIN);
    const types = { ...Object(typed.types) };
    delete types.EIP712Domain;
    const read = decode(sampleRequest('eth_signTypedData_v4', [user, { ...typed, types }]));
    expect(read.digests).toMatchObject({
      domainHash: '0x6192106f129ce05c9075d319c1fa6ea9b3ae37cbd0c1ef92e2be7137bb07baa1',
      messageHash: '0xc52c0ee5d84264471806290a3f2c4cecfc5490626bf912d01f240d7a274b371e',
    });
    expect(read.action).toMatchObject({ kind: 'opaque', domain: { missing: true, name: 'Ether Mail' } });
  });
});

describe('structure', () => {
  const why = (types: Record<string, string>, message: unknown, primaryType = 'A') => {
    const { action } = decodeTypedSample(types, primaryType, message);
    return action.kind === 'unreadable' ? action.why : action.kind;
  };

  it('is unreadable where the message does not fit the types', () => {
    const bad: [Record<string, string>, unknown][] = [
      [{ B: 'uint8 x' }, { x: 1 }],
      [{ A: 'uint8 x' }, { x: 256 }],
      [{ A: 'uint8 x' }, { x: -1 }],
      [{ A: 'int8 x' }, { x: 128 }],
      [{ A: 'uint7 x' }, { x: 1 }],
      [{ A: 'bytes33 x' }, { x: '0x' }],
      [{ A: 'Missing x' }, { x: {} }],
      [{ A: 'address x' }, { x: '0x12' }],
      [{ A: 'address x' }, { x: (2n ** 160n).toString() }],
      [{ A: 'bool x' }, { x: 'yes' }],
      [{ A: 'bytes2 x' }, { x: '0x112233' }],
      [{ A: 'uint8[] x' }, { x: 1 }],
      [{ A: 'uint8[2] x' }, { x: [1] }],
      [{ A: 'uint8[][] x' }, { x: [1] }],
      [{ A: 'B x', B: 'uint8 y' }, { x: 1 }],
      [{ A: 'uint8 x,uint8 x' }, { x: 1 }],
      [{ A: 'constructor x' }, { x: 1 }],
      [{ A: 'string x' }, { x: {} }],
    ];
    for (const [types, message] of bad) expect([message, why(types, message)]).toEqual([message, 'bad-typed-data']);
    expect(why({ A: 'uint8 x' }, { x: 1 }, 'toString')).toBe('bad-typed-data');
  });

  it('gives no hash where members are absent, and still reads the rest', () => {
    const read = decodeTypedSample({ A: 'uint8 x,uint8 y' }, 'A', { x: 1 });
    expect(read).toMatchObject({ action: { kind: 'opaque' }, digests: null });
  });

  it('reads an absent struct, so that recursive types end', () => {
    expect(why({ A: 'A next,uint8 x' }, { next: { next: null, x: 2 }, x: 1 })).toBe('opaque');
  });

  it('does not mistake members of Object for members of the message', () => {
    expect(why({ A: 'string toString,string constructor' }, {})).toBe('opaque');
    expect(why({ A: 'string __proto__' }, JSON.parse('{"__proto__":"x"}'))).toBe('opaque');
  });
});

describe('meta-transactions', () => {
  it('judge the call inside', () => {
    const functionSignature = encodeSample('approve(address,uint256)', [stranger, 2n ** 256n - 1n]);
    const types = { MetaTransaction: 'uint256 nonce,address from,bytes functionSignature' };
    const read = decodeTypedSample(types, 'MetaTransaction', { nonce: 0, from: user, functionSignature });
    expect(read.actions).toMatchObject([{ kind: 'allowance', spender: stranger, asset: { address: token } }]);
    const forward = { ForwardRequest: 'address from,address to,uint256 value,uint256 gas,uint256 nonce,bytes data' };
    const message = { from: user, to: stranger, value: 0, gas: 1, nonce: 0, data: functionSignature };
    expect(decodeTypedSample(forward, 'ForwardRequest', message).actions).toMatchObject([
      { kind: 'allowance', asset: { address: stranger } },
    ]);
  });
});

describe('bombs', () => {
  it('are read and refused in bounded time', () => {
    const wide = { A: 'B[] x', B: Array.from({ length: 9 }, (_, at) => `uint256 m${at}`).join(',') };
    const item = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`m${at}`, 1]));
    const message = (items: number) => ({ x: Array(items).fill(item) });
    expect(decodeTypedSample(wide, 'A', message(9_000))).toMatchObject({ action: { kind: 'unreadable' } });
    expect(decodeTypedSample(wide, 'A', message(2_300))).toMatchObject({ action: { kind: 'opaque' }, digests: null });
    const many = Object.fromEntries(Array.from({ length: 16_000 }, (_, at) => [`T${at}`, `T${at + 1} x`]));
    expect(decodeTypedSample(many, 'T0', { x: null })).toMatchObject({ action: { kind: 'opaque' } });
    const deep = { A: 'A x' };
    const chain = (depth: number): unknown => (depth === 0 ? null : { x: chain(depth - 1) });
    expect(decodeTypedSample(deep, 'A', chain(70)).action.kind).toBe('unreadable');
    expect(decodeTypedSample({ A: `uint8${'[]'.repeat(50_000)} x` }, 'A', { x: [] }).action.kind).toBe('opaque');
  });
});
