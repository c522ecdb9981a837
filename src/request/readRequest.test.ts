import { serializeTransaction } from 'viem';
import { describe, expect, it } from 'vitest';
import { BadInputError } from '../errors.ts';
import { seededRandom } from '../text/seededRandom.ts';
import { METHODS } from './methods.ts';
import { paramsTextOf, readRequest } from './readRequest.ts';
import { SAMPLE_ACCOUNT, sampleRequest } from './sampleRequest.ts';

const TOKEN = '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48';
const SPENDER = '0x1661f1b207629e4f385da89cff535c8e5eb23ee3';

describe('readRequest', () => {
  it('keeps the text it was given, and puts method and account in one form', () => {
    const request = sampleRequest(' ETH_sendtransaction', ` [ {"to":"${TOKEN}"} ] `, { account: SAMPLE_ACCOUNT });
    expect(request.method).toBe('eth_sendTransaction');
    expect(request.paramsText).toBe(` [ {"to":"${TOKEN}"} ] `);
    expect(request.ask.kind).toBe('transaction');
  });

  it('reads batches of calls', () => {
    const calls = [
      { to: TOKEN, data: '0x095ea7b3' },
      { to: SPENDER, value: '0x1' },
    ];
    const ask = { kind: 'calls', from: SAMPLE_ACCOUNT, chainId: 1, atomicRequired: true };
    const params = [{ version: '2.0.0', from: SAMPLE_ACCOUNT, chainId: '0x1', atomicRequired: true, calls }];
    expect(sampleRequest('wallet_sendCalls', params).ask).toMatchObject(ask);
    expect(sampleRequest('wallet_sendCalls', params).ask).toMatchObject({
      calls: [
        { to: TOKEN, valueWei: 0n, data: '0x095ea7b3' },
        { to: SPENDER, valueWei: 1n, data: '0x' },
      ],
    });
    expect(sampleRequest('wallet_prepareCalls', params).ask).toMatchObject(ask);
    expect(sampleRequest('wallet_sendCalls', [{ calls: [] }]).ask).toMatchObject({ why: 'bad-params' });
    expect(sampleRequest('wallet_sendCalls', [{ calls: Array(257).fill(calls[0]) }]).ask).toMatchObject({
      why: 'too-large',
    });
    const twoChains = [
      {
        calls: [
          { ...calls[0], chainId: '0x1' },
          { ...calls[1], chainId: '0xa' },
        ],
      },
    ];
    expect(sampleRequest('wallet_sendCalls', twoChains).ask).toMatchObject({ why: 'bad-params' });
  });

  it('opens raw transactions', () => {
    const raw = serializeTransaction({ chainId: 10, to: TOKEN, value: 5n, data: '0xabcd', maxFeePerGas: 7n });
    expect(sampleRequest('eth_sendRawTransaction', [raw]).ask).toMatchObject({
      kind: 'transaction',
      send: true,
      transaction: { to: TOKEN, valueWei: 5n, data: '0xabcd', chainId: 10, maxFeePerGasWei: 7n },
    });
    for (const text of ['0x', '0x01', '0xf8', 'zz', 12, null]) {
      expect(sampleRequest('eth_sendRawTransaction', [text]).ask).toMatchObject({ why: 'bad-params' });
    }
  });

  it('reads authorizations', () => {
    const ask = { kind: 'authorization', items: [{ chainId: 0n, delegate: SPENDER, nonce: 1n }] };
    const params = [{ contractAddress: SPENDER, chainId: 0, nonce: 1 }];
    expect(sampleRequest('wallet_signAuthorization', params).ask).toMatchObject(ask);
    expect(sampleRequest('wallet_signAuthorization', []).ask).toMatchObject({ why: 'bad-params' });
  });

  it('tells connecting from grants that go further', () => {
    expect(sampleRequest('eth_requestAccounts', []).ask).toMatchObject({
      kind: 'permission',
      connect: true,
      names: ['eth_accounts'],
    });
    expect(sampleRequest('wallet_requestPermissions', [{ eth_accounts: {} }]).ask).toMatchObject({ connect: true });
    expect(sampleRequest('wallet_requestPermissions', [{ eth_accounts: {}, wallet_snap: {} }]).ask).toMatchObject({
      connect: false,
    });
    expect(sampleRequest('wallet_createSession', [{ optionalScopes: { 'eip155:1': {} } }]).ask).toMatchObject({
      connect: true,
    });
    expect(sampleRequest('wallet_createSession', [{ requiredScopes: { 'solana:x': {} } }]).ask).toMatchObject({
      connect: false,
    });
    expect(sampleRequest('wallet_requestSnaps', { 'npm:x': {} }).ask).toMatchObject({
      connect: false,
      names: ['snap:npm:x'],
    });
    const grant = [{ permission: { type: 'native-token-stream' } }];
    expect(sampleRequest('wallet_grantPermissions', grant).ask).toMatchObject({ connect: false });
    expect(sampleRequest('wallet_grantPermissions', grant).ask).toMatchObject({
      names: ['wallet_grantPermissions', 'native-token-stream'],
    });
    expect(sampleRequest('eth_decrypt', ['0x', SAMPLE_ACCOUNT]).ask).toMatchObject({
      connect: false,
      names: ['eth_decrypt'],
    });
  });

  it('reads chains and assets', () => {
    const chain = {
      chainId: '0x0a',
      chainName: 'OP',
      rpcUrls: ['https://rpc.example'],
      nativeCurrency: { symbol: 'ETH' },
    };
    expect(sampleRequest('wallet_addEthereumChain', [chain]).ask).toEqual({
      kind: 'chain',
      add: true,
      chainId: 10,
      name: 'OP',
      rpcUrls: ['https://rpc.example'],
      nativeSymbol: 'ETH',
    });
    expect(sampleRequest('wallet_switchEthereumChain', [{ chainId: '0xa' }]).ask).toMatchObject({
      add: false,
      chainId: 10,
    });
    expect(sampleRequest('wallet_switchEthereumChain', [{ chainId: 'ten' }]).ask).toMatchObject({ why: 'bad-params' });
    const asset = { type: 'ERC20', options: { address: TOKEN, symbol: 'USDC', decimals: '6' } };
    expect(sampleRequest('wallet_watchAsset', asset).ask).toEqual({
      kind: 'asset',
      standard: 'ERC20',
      address: TOKEN,
      symbol: 'USDC',
      decimals: 6,
    });
  });

  it('opens a CAIP-27 envelope, and says when it cannot', () => {
    const request = { method: 'personal_sign', params: ['0x48656c6c6f', SAMPLE_ACCOUNT] };
    expect(sampleRequest('wallet_invokeMethod', { scope: 'eip155:137', request })).toMatchObject({
      method: 'wallet_invokeMethod',
      chainId: 137,
      ask: { kind: 'message', text: 'Hello' },
    });
    expect(sampleRequest('wallet_invokeMethod', { scope: 'solana:x', request }).ask).toMatchObject({
      why: 'unknown-method',
    });
    const inner = { method: 'wallet_invokeMethod', params: {} };
    expect(sampleRequest('wallet_invokeMethod', { scope: 'eip155:1', request: inner }).ask).toMatchObject({
      why: 'bad-params',
    });
  });

  it('opens what a user operation does', () => {
    const operation = { sender: SPENDER, callData: '0xb61d27f6', nonce: '0x0' };
    expect(sampleRequest('eth_sendUserOperation', [operation, TOKEN]).ask).toMatchObject({
      kind: 'calls',
      from: SPENDER,
      calls: [{ to: SPENDER, data: '0xb61d27f6' }],
    });
  });

  it('holds every name it does not know as unreadable', () => {
    for (const method of ['wallet_new', '__proto__', 'constructor', '', 'eth_chainId', 'wallet_sendPreparedCalls']) {
      expect(sampleRequest(method, []).ask).toMatchObject({ kind: 'unreadable', why: 'unknown-method' });
    }
  });

  it('makes the text of a value, and leaves limits to the reader', () => {
    expect(paramsTextOf([{ b: 1, a: undefined }])).toBe('[{"b":1}]');
    expect(paramsTextOf(undefined)).toBe('[]');
    let deep: unknown = [];
    for (let depth = 0; depth < 100; depth += 1) deep = [deep];
    expect(sampleRequest('eth_sendTransaction', deep).ask).toMatchObject({ why: 'too-deep' });
    expect(() => paramsTextOf([1n])).toThrow(BadInputError);
  });

  it('only ever gives declared outcomes: 2,000 random requests a method', () => {
    const random = seededRandom(11);
    const methods = Object.keys(METHODS).filter((name) => METHODS[name] !== 'pass');
    const kinds = new Set<string>();
    for (const method of methods) {
      for (let round = 0; round < 2_000; round += 1) {
        const ask = readRequest({ ...sampleRequest('eth_sign', []), method, paramsText: randomText(random) }).ask;
        kinds.add(ask.kind === 'unreadable' ? ask.why : ask.kind);
        if (ask.kind === 'unreadable') expect(ask.detail).not.toContain('the parser failed');
      }
    }
    expect([...kinds]).toContain('transaction');
    expect([...kinds]).toContain('duplicate-keys');
  }, 60_000);
});

/** Parameters that are nearly right, of every kind, cut and mixed. */
function randomText(random: () => number): string {
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  const atom = () =>
    pick([
      '"0x"',
      '"0xab"',
      '"0x1"',
      `"${TOKEN}"`,
      `"${SPENDER}"`,
      '"text"',
      '1',
      '-1',
      'null',
      'true',
      '"1e9"',
      '9007199254740993',
      '[]',
      '{}',
      '"\\ud800"',
      '"eip155:1"',
      '"personal_sign"',
    ]);
  const names = [
    'to',
    'from',
    'data',
    'value',
    'input',
    'chainId',
    'calls',
    'types',
    'message',
    'domain',
    'primaryType',
    'scope',
    'request',
    'method',
    'params',
    'options',
    'address',
    'authorizationList',
    'sender',
    'callData',
    '__proto__',
    'constructor',
    'toString',
  ];
  const value = (depth: number): string => {
    const kind = depth === 0 ? 0 : random();
    if (kind < 0.4) return atom() ?? 'null';
    const parts = Array.from({ length: Math.floor(random() * 4) }, () => value(depth - 1));
    if (kind < 0.6) return `[${parts.join(',')}]`;
    return `{${parts.map((part) => `"${pick(names)}":${part}`).join(',')}}`;
  };
  const text = random() < 0.8 ? `[${value(3)},${value(3)}]` : value(4);
  return random() < 0.1 ? text.slice(0, Math.floor(random() * text.length)) : text;
}
