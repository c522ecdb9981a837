import { describe, expect, it } from 'vitest';
import type { Action } from '../decode/Action.ts';
import { SAMPLE_ACCOUNT, sampleRequest } from '../request/sampleRequest.ts';
import { addressesOf, holdersOf, tokensOf } from './interest.ts';

const TOKEN = '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48';
const STRANGER = '0x1661f1b207629e4f385da89cff535c8e5eb23ee3';
const request = sampleRequest('eth_sendTransaction', [{ from: SAMPLE_ACCOUNT, to: TOKEN }]);
const allowance: Action = {
  kind: 'allowance',
  asset: { type: 'erc20', address: TOKEN },
  spender: STRANGER,
  amount: 1n,
  change: 'set',
  revokes: false,
};

describe('interest', () => {
  it('names targets, spenders and tokens once, not the user', () => {
    const home: Action = {
      kind: 'transfer',
      asset: { type: 'native' },
      from: null,
      to: SAMPLE_ACCOUNT,
      amount: 1n,
      data: '0x',
    };
    expect(addressesOf(request, [allowance, allowance, home])).toEqual([TOKEN, STRANGER]);
    expect(tokensOf([allowance, allowance, home])).toEqual([{ type: 'erc20', address: TOKEN }]);
  });

  it('names the contracts a signature is for', () => {
    const domain = { name: null, version: null, chainId: null, verifyingContract: TOKEN, missing: false } as const;
    expect(addressesOf(request, [{ kind: 'opaque', what: 'typed-data', label: 'x', domain }])).toEqual([TOKEN]);
    const items = [{ token: TOKEN, amount: 1n, until: 1n }] as const;
    const permit2: Action = {
      kind: 'permit2',
      form: 'allowance',
      owner: null,
      spender: STRANGER,
      items,
      deadlineSeconds: null,
      witnessType: null,
      domain,
    };
    expect(addressesOf(request, [permit2])).toEqual([TOKEN, STRANGER]);
    expect(tokensOf([permit2])).toHaveLength(1);
  });

  it('names another account that acts, and what it moves', () => {
    const asset = { type: 'erc20', address: TOKEN } as const;
    const account = `0x${'ab'.repeat(20)}` as const;
    const theirs: Action = { ...allowance, by: account };
    expect(addressesOf(request, [theirs])).toEqual([TOKEN, STRANGER, account]);
    expect(holdersOf([theirs, theirs, allowance])).toEqual([{ account, asset }]);
    expect(holdersOf([allowance])).toEqual([]);
  });

  it('is bounded', () => {
    const many = Array.from({ length: 300 }, (_, at) => ({
      ...allowance,
      asset: { type: 'erc20', address: `0x${at.toString(16).padStart(40, '1')}` } as const,
    }));
    expect(tokensOf(many)).toHaveLength(64);
    expect(addressesOf(request, many)).toHaveLength(64);
  });
});
