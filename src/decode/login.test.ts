import { describe, expect, it } from 'vitest';
import { utf8ToHex } from '../text/hex.ts';
import { readLogin } from './login.ts';
import { decodeMessage } from './message.ts';

const USER = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266';

/** The example of EIP-4361. */
const LOGIN = `service.org wants you to sign in with your Ethereum account:
0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2

I accept the ServiceOrg Terms of Service: https://service.org/tos

URI: https://service.org/login
Version: 1
Chain ID: 1
Nonce: 32891757
Issued At: 2021-09-30T16:25:24.000Z
Resources:
- ipfs://Qme7ss3ARVgxv6rXqVPiikMJ8u2NLgmgszg13pYrDKEoiu
- https://example.com/my-web2-claim.json`;

describe('readLogin', () => {
  it('reads the example of the EIP without faults', () => {
    expect(readLogin(LOGIN, null)).toEqual({
      kind: 'login',
      scheme: null,
      domain: 'service.org',
      address: '0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2',
      statement: 'I accept the ServiceOrg Terms of Service: https://service.org/tos',
      uri: 'https://service.org/login',
      chainId: 1,
      nonce: '32891757',
      issuedAt: '2021-09-30T16:25:24.000Z',
      expirationTime: null,
      resources: ['ipfs://Qme7ss3ARVgxv6rXqVPiikMJ8u2NLgmgszg13pYrDKEoiu', 'https://example.com/my-web2-claim.json'],
      faults: [],
    });
  });

  it('reads scheme, port, no statement, and all the dates', () => {
    const text = [
      `https://Localhost:3000 wants you to sign in with your Ethereum account:`,
      USER,
      '',
      '',
      'URI: https://localhost:3000',
      'Version: 1',
      'Chain ID: 31337',
      'Nonce: abcdef1234',
      'Issued At: 2026-01-01T00:00:00Z',
      'Expiration Time: 2026-01-02T00:00:00+02:00',
      'Not Before: 2026-01-01T00:00:00Z',
      'Request ID: some-id',
    ].join('\n');
    expect(readLogin(text, null)).toMatchObject({
      scheme: 'https',
      domain: 'localhost:3000',
      statement: null,
      chainId: 31_337,
      expirationTime: '2026-01-02T00:00:00+02:00',
      faults: [],
    });
  });

  it('tells faults and still reads for whom the login is', () => {
    const faulty: [string, string, string][] = [
      ['nonce', 'Nonce: 32891757', 'Nonce: 1'],
      ['version', 'Version: 1', 'Version: 2'],
      ['chain-id', 'Chain ID: 1', 'Chain ID: main'],
      ['issued-at', 'Issued At: 2021-09-30T16:25:24.000Z\n', ''],
      ['issued-at', '2021-09-30T16:25:24.000Z', 'yesterday'],
      ['uri', 'URI: https://service.org/login', 'URI: here'],
      ['address', '0xC02a', 'C02a'],
      ['field-order', 'Version: 1\nChain ID: 1', 'Chain ID: 1\nVersion: 1'],
      ['duplicate-field', 'Version: 1\n', 'Version: 1\nVersion: 1\n'],
      ['unknown-line', 'Version: 1\n', 'Version: 1\nPlease\n'],
      ['statement', 'tos\n\nURI', 'tos\n\nmore\n\nURI'],
      ['line-ends', '\n', '\r\n'],
      ['preamble', 'service.org wants', 'Hello\nservice.org wants'],
      ['preamble', 'Ethereum account:', 'Ethereum account.'],
      ['preamble', 'wants you', 'WANTS  you'],
      ['domain', 'service.org wants', 'user@service.org wants'],
    ];
    for (const [fault, from, to] of faulty) {
      const login = readLogin(LOGIN.replace(from, to), null);
      expect(login?.faults, to).toContain(fault);
      expect(login?.domain.endsWith('service.org'), to).toBe(true);
    }
  });

  it('takes the account where the text has no address', () => {
    const login = readLogin(
      'evil.org wants you to sign in with your Ethereum account:\n',
      '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266',
    );
    expect(login).toMatchObject({ domain: 'evil.org', address: USER.toLowerCase() });
  });

  it('is no login otherwise', () => {
    for (const text of [
      '',
      'Sign in to Example',
      'I want you to sign',
      LOGIN.replace('wants you to sign in', 'asks you'),
    ]) {
      expect(readLogin(text, null)).toBeNull();
    }
  });

  it('is fast on hostile texts', () => {
    const texts = [
      `${'a '.repeat(50_000)}wants you to sign in`,
      `${'wants you to '.repeat(20_000)}`,
      `${' '.repeat(100_000)}`,
      `x wants you to sign in with your ${'E'.repeat(90_000)}`,
    ];
    for (const text of texts) expect(readLogin(text, null)).toBeNull();
  });
});

describe('decodeMessage', () => {
  it('tells hashes from words', () => {
    const looks = (text: string) => decodeMessage(utf8ToHex(text), text, null);
    expect(looks('0x879a053d4800c6354e76c7985a865d2922c82fb5b3f4577b2fe08b998954f2e0')).toMatchObject({
      looksLikeHash: true,
    });
    expect(looks('879A053d4800c6354e76c7985a865d2922c82fb5b3f4577b2fe08b998954f2e0\n')).toMatchObject({
      looksLikeHash: true,
    });
    expect(looks('Thirty-two letters in a sentence')).toMatchObject({ looksLikeHash: false });
    expect(looks('Example `personal_sign` message')).toMatchObject({ kind: 'message', looksLikeHash: false });
    expect(decodeMessage(`0x${'f1'.repeat(32)}`, null, null)).toMatchObject({ looksLikeHash: true });
    expect(decodeMessage(`0x${'01'.repeat(32)}`, '\u0001'.repeat(32), null)).toMatchObject({ looksLikeHash: true });
    expect(looks(LOGIN)).toMatchObject({ kind: 'login' });
  });
});
