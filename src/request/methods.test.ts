import { describe, expect, it } from 'vitest';
import { judgingOf, kindOf, METHODS } from './methods.ts';

describe('kindOf', () => {
  it('passes listed reads, judges what signs, lanes what connects', () => {
    expect(kindOf('eth_chainId')).toEqual({ kind: 'pass', method: 'eth_chainId' });
    expect(kindOf('eth_sendTransaction').kind).toBe('judge');
    expect(kindOf('eth_requestAccounts').kind).toBe('connect');
    expect(kindOf('wallet_invokeMethod').kind).toBe('unwrap');
    expect(kindOf('personal_unlockAccount').kind).toBe('refuse');
  });

  it('survives casing and white space', () => {
    for (const name of [
      'ETH_SENDTRANSACTION',
      ' eth_sendTransaction',
      'Eth_SendTransaction\n',
      '\ufeffeth_sendtransaction',
    ]) {
      expect(kindOf(name)).toEqual({ kind: 'judge', method: 'eth_sendTransaction' });
    }
    expect(kindOf('Personal_Sign').method).toBe('personal_sign');
  });

  it('judges every unlisted name, eth_ names and prototype names included', () => {
    const names = [
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      '',
      'eth_',
      'eth_sendEverything',
      'wallet_new',
    ];
    for (const name of names) expect(kindOf(name)).toEqual({ kind: 'judge', method: name });
    expect(kindOf('eth_chainId'.repeat(50)).kind).toBe('judge');
  });

  it('folds no letters outside ASCII', () => {
    // U+212A, the Kelvin sign, lower-cases to k; U+0130 to i and a dot.
    expect(kindOf('eth_bloc\u212aNumber').kind).toBe('judge');
    expect(kindOf('eth_cha\u0130nId').kind).toBe('judge');
  });

  it('gives the same answer when the page has patched the builtins', () => {
    const lower = String.prototype.toLowerCase;
    const trim = String.prototype.trim;
    Object.defineProperty(Object.prototype, 'evil_method', { value: 'pass', configurable: true });
    String.prototype.toLowerCase = () => 'eth_chainid';
    String.prototype.trim = () => 'eth_chainId';
    try {
      expect(kindOf('eth_sendTransaction').kind).toBe('judge');
      expect(kindOf('evil_method').kind).toBe('judge');
    } finally {
      String.prototype.toLowerCase = lower;
      String.prototype.trim = trim;
      Reflect.deleteProperty(Object.prototype, 'evil_method');
    }
  });

  it('says the same without the names of what is judged', () => {
    const names = ['', ' ', '__proto__', 'constructor', 'eth_new', 'eth_chainId'.repeat(50), ...Object.keys(METHODS)];
    for (const name of [...names, ...names.map((one) => ` ${one.toUpperCase()}\t`)]) {
      expect(judgingOf(name), name).toBe(kindOf(name).kind);
    }
  });

  it('lists the surface the design names', () => {
    const judged = [
      'eth_sendRawTransaction',
      'eth_sendRawTransactionSync',
      'eth_signTransaction',
      'eth_sign',
      'personal_sign',
      'eth_signTypedData',
      'eth_signTypedData_v1',
      'eth_signTypedData_v3',
      'eth_signTypedData_v4',
      'wallet_sendCalls',
      'wallet_prepareCalls',
      'wallet_sendPreparedCalls',
      'eth_sendUserOperation',
      'wallet_signAuthorization',
      'wallet_grantPermissions',
      'wallet_requestExecutionPermissions',
      'wallet_addEthereumChain',
      'wallet_switchEthereumChain',
      'wallet_watchAsset',
      'wallet_requestSnaps',
      'wallet_invokeSnap',
      'eth_getEncryptionPublicKey',
      'eth_decrypt',
    ];
    for (const name of judged) expect(METHODS[name]).toBe('judge');
    for (const name of Object.keys(METHODS)) {
      if (METHODS[name] === 'pass') expect(name).not.toMatch(/_send(?!DomainMetadata)|sign|decrypt/iu);
    }
  });
});
