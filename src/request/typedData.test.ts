import { describe, expect, it } from 'vitest';
import { SAMPLE_ACCOUNT, sampleRequest } from './sampleRequest.ts';

/** The example of EIP-712. */
const MAIL = {
  types: {
    EIP712Domain: [{ name: 'name', type: 'string' }],
    Mail: [{ name: 'contents', type: 'string' }],
  },
  primaryType: 'Mail',
  domain: { name: 'Ether Mail' },
  message: { contents: 'Hello, Bob!' },
};

describe('readTypedData', () => {
  it('reads an object, its text, and the swapped order alike', () => {
    const usual = sampleRequest('eth_signTypedData_v4', [SAMPLE_ACCOUNT, MAIL]).ask;
    expect(usual).toMatchObject({ kind: 'typedData', version: 'v4', account: SAMPLE_ACCOUNT, typed: MAIL });
    const alike: [string, unknown[]][] = [
      ['eth_signTypedData_v4', [SAMPLE_ACCOUNT, JSON.stringify(MAIL)]],
      ['eth_signTypedData_v4', [MAIL, SAMPLE_ACCOUNT]],
      ['ETH_SIGNTYPEDDATA_V4', [SAMPLE_ACCOUNT, MAIL]],
      ['eth_signTypedData', [SAMPLE_ACCOUNT, MAIL]],
    ];
    for (const [method, params] of alike) expect(sampleRequest(method, params).ask).toEqual(usual);
    expect(sampleRequest('eth_signTypedData_v3', [SAMPLE_ACCOUNT, MAIL]).ask).toEqual({ ...usual, version: 'v3' });
  });

  it('reads a list as the first draft', () => {
    const list = [{ type: 'string', name: 'Message', value: 'Hi' }];
    for (const method of ['eth_signTypedData', 'eth_signTypedData_v1']) {
      expect(sampleRequest(method, [list, SAMPLE_ACCOUNT]).ask).toMatchObject({
        kind: 'typedData',
        version: 'v1',
        account: SAMPLE_ACCOUNT,
        typed: { message: { Message: 'Hi' } },
      });
    }
  });

  it('refuses texts that parsers read differently', () => {
    const twice = JSON.stringify(MAIL).replace('"contents":"Hello', '"contents":"x","contents":"Hello');
    expect(sampleRequest('eth_signTypedData_v4', [SAMPLE_ACCOUNT, twice]).ask).toMatchObject({ why: 'duplicate-keys' });
    const inParams = `["${SAMPLE_ACCOUNT}",${twice}]`;
    expect(sampleRequest('eth_signTypedData_v4', inParams).ask).toMatchObject({ why: 'duplicate-keys' });
    const large = JSON.stringify(MAIL).replace('"Hello, Bob!"', '9007199254740993');
    expect(sampleRequest('eth_signTypedData_v4', [SAMPLE_ACCOUNT, large]).ask).toMatchObject({ why: 'unsafe-integer' });
    const deep = JSON.stringify(MAIL).replace('"Hello, Bob!"', '['.repeat(10_000) + ']'.repeat(10_000));
    expect(sampleRequest('eth_signTypedData_v4', [SAMPLE_ACCOUNT, deep]).ask).toMatchObject({ why: 'too-deep' });
    const wide = JSON.stringify({
      ...MAIL,
      message: Object.fromEntries(Array.from({ length: 100_001 }, (_, at) => [at, 0])),
    });
    expect(sampleRequest('eth_signTypedData_v4', [SAMPLE_ACCOUNT, wide]).ask).toMatchObject({ why: 'too-large' });
  });

  it('refuses what has not the form of typed data', () => {
    const wrong = [
      '{"a"',
      'text',
      12,
      null,
      {},
      { ...MAIL, types: [] },
      { ...MAIL, types: { Mail: {} } },
      { ...MAIL, types: { Mail: [{ name: 'a' }] } },
      { ...MAIL, primaryType: 1 },
      { ...MAIL, message: 'x' },
      { ...MAIL, domain: [] },
    ];
    for (const data of wrong) {
      expect(sampleRequest('eth_signTypedData_v4', [SAMPLE_ACCOUNT, data]).ask).toMatchObject({
        why: 'bad-typed-data',
      });
    }
  });
});
