import type { Address } from 'viem';
import { describe, expect, it } from 'vitest';
import { messageQuery } from '../../tests/simulate/requests.ts';
import type { Action } from '../decode/Action.ts';
import { MAX_PROBES, probeKey, uniteProbes } from './Probe.ts';
import { probesFromDecode } from './probesFromDecode.ts';

const address = (digit: string): Address => `0x${digit.toUpperCase().repeat(40)}`;
const lower = (digit: string): Address => `0x${digit.repeat(40)}`;
const [user, token, spender] = [address('a'), address('b'), address('c')];
const erc20 = { type: 'erc20', address: token } as const;
const probes = (action: Action, targets: readonly Address[] = []) =>
  probesFromDecode(messageQuery({ chainId: 1, from: user, action }), targets).slice(1);
const allowance: Action = { kind: 'allowance', asset: erc20, spender, amount: 1n, change: 'set', revokes: false };

describe('probesFromDecode', () => {
  it('always reads the account first', () => {
    const query = messageQuery({ chainId: 1, from: user });
    expect(probesFromDecode(query, [])).toEqual([{ kind: 'account' }]);
  });
  it.each<[string, Action, readonly unknown[]]>([
    [
      'a token transfer',
      { kind: 'transfer', asset: erc20, from: null, to: spender, amount: 1n, data: '0x' },
      [{ kind: 'erc20', token: lower('b') }],
    ],
    ['ether', { kind: 'transfer', asset: { type: 'native' }, from: null, to: spender, amount: 1n, data: '0x' }, []],
    [
      'an allowance',
      allowance,
      [
        { kind: 'erc20', token: lower('b') },
        { kind: 'allowance', token: lower('b'), spender: lower('c') },
      ],
    ],
    [
      "one NFT's allowance",
      { ...allowance, asset: { type: 'erc721', address: token, id: 5n } },
      [
        { kind: 'owner', token: lower('b'), id: 5n },
        { kind: 'approved', token: lower('b'), id: 5n },
      ],
    ],
    [
      'an ERC-777 operator',
      { ...allowance, standard: 'erc777' },
      [
        { kind: 'erc20', token: lower('b') },
        { kind: 'allowance', token: lower('b'), spender: lower('c'), standard: 'erc777' },
      ],
    ],
    [
      'an ERC-6909 allowance',
      { ...allowance, asset: { type: 'erc1155', address: token, id: 5n }, standard: 'erc6909' },
      [
        { kind: 'items', token: lower('b'), id: 5n },
        { kind: 'itemAllowance', token: lower('b'), spender: lower('c'), id: 5n },
      ],
    ],
    [
      'an ERC-6909 operator',
      { kind: 'operatorApproval', collection: token, operator: spender, approved: true, standard: 'erc6909' },
      [{ kind: 'operator', token: lower('b'), operator: lower('c'), standard: 'erc6909' }],
    ],
    [
      'a name below another',
      { kind: 'ownership', of: token, to: spender, functionName: 'setSubnodeOwner', subname: '0x12' },
      [{ kind: 'command', contract: lower('b'), node: '0x12' }],
    ],
    [
      'a call nobody knows',
      { kind: 'call', to: spender, selector: null, signature: null, valueWei: 0n, data: '0x12345678' },
      [{ kind: 'command', contract: lower('c') }],
    ],
    [
      'code run as a proxy’s own',
      { kind: 'delegatecall', of: token, to: spender, functionName: 'execute(address,bytes)' },
      [{ kind: 'command', contract: lower('b') }],
    ],
    [
      'an operator',
      { kind: 'operatorApproval', collection: token, operator: spender, approved: true },
      [{ kind: 'operator', token: lower('b'), operator: lower('c') }],
    ],
    [
      'Permit2',
      {
        kind: 'permit2',
        form: 'approve',
        owner: null,
        spender,
        items: [{ token, amount: 1n, until: 1n }],
        deadlineSeconds: null,
        witnessType: null,
        domain: null,
      },
      [
        { kind: 'erc20', token: lower('b') },
        { kind: 'permit2', token: lower('b'), spender: lower('c') },
      ],
    ],
    [
      'a batch',
      { kind: 'batch', wrapper: 'multicall', to: token, valueWei: 0n, actions: [allowance] },
      [
        { kind: 'erc20', token: lower('b') },
        { kind: 'allowance', token: lower('b'), spender: lower('c') },
      ],
    ],
  ])('%s', (_, action, expected) => expect(probes(action)).toEqual(expected));

  it('ends on a batch that nests without end', () => {
    let action: Action = allowance;
    for (let depth = 0; depth < 5000; depth += 1) {
      action = { kind: 'batch', wrapper: 'x', to: null, valueWei: 0n, actions: [action] };
    }
    expect(probes(action)).toEqual([]);
  });
  it('reads each target as if it were a token', () => {
    expect(probes({ kind: 'unreadable', why: '', detail: '' }, [token])).toEqual([
      { kind: 'erc20', token: lower('b') },
    ]);
  });
});

describe('uniteProbes', () => {
  it('keeps each once, in order, and not too many', () => {
    const one = { kind: 'erc20', token: lower('b') } as const;
    const other = { kind: 'items', token: lower('b'), id: 1n } as const;
    expect(uniteProbes([one, other], [one])).toEqual([one, other]);
    expect(probeKey(one)).not.toBe(probeKey(other));
    const many = Array.from({ length: 1000 }, (_, id) => ({ ...other, id: BigInt(id) }));
    expect(uniteProbes([one], many)).toHaveLength(MAX_PROBES);
  });
});
