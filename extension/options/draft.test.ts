import { describe, expect, it } from 'vitest';
import type { SettingsView } from '../protocol/views.ts';
import { commonOffers, draftOf, hasProblem, pickEverywhere, secondProblem, urlsOf, withChain } from './draft.ts';

const settings: SettingsView = {
  chosen: false,
  chains: [
    {
      chainId: 1,
      name: 'Ethereum',
      rpcUrl: null,
      secondRpcUrl: null,
      offered: [
        { name: 'Both', url: 'https://eth.both.example' },
        { name: 'One', url: 'https://one.example' },
      ],
    },
    {
      chainId: 10,
      name: 'OP Mainnet',
      rpcUrl: 'https://op.both.example',
      secondRpcUrl: 'https://op.second.example',
      offered: [{ name: 'Both', url: 'https://op.both.example' }],
    },
    { chainId: 31337, name: 'Local', rpcUrl: 'http://localhost:8545', secondRpcUrl: null, offered: [] },
  ],
  show: 'default',
  language: 'en',
  lists: [],
  model: null,
};

describe('draftOf', () => {
  it('chooses nothing for the user and keeps what was chosen', () => {
    const draft = draftOf(settings);
    expect(draft.chains.map(({ pick }) => pick)).toEqual(['none', { url: 'https://op.both.example' }, 'own']);
    expect(urlsOf(draft).rpcUrls).toEqual({
      '1': null,
      '10': 'https://op.both.example',
      '31337': 'http://localhost:8545',
    });
  });
});

describe('pickEverywhere', () => {
  it('picks a name where it is offered and leaves the others alone', () => {
    const draft = pickEverywhere(draftOf(settings), 'Both');
    expect(urlsOf(draft).rpcUrls).toEqual({
      '1': 'https://eth.both.example',
      '10': 'https://op.both.example',
      '31337': 'http://localhost:8545',
    });
  });

  it('can pick no simulation at all', () => {
    expect(Object.values(urlsOf(pickEverywhere(draftOf(settings), null)).rpcUrls)).toEqual([null, null, null]);
  });

  it('is offered only for names on more than one chain', () => {
    expect(commonOffers(draftOf(settings).chains)).toEqual(['Both']);
  });
});

describe('hasProblem', () => {
  it('looks at an own address only while it is picked', () => {
    const [first] = draftOf(settings).chains;
    if (first === undefined) throw new Error('no chain');
    expect(hasProblem({ ...first, pick: 'own' })).toBe(true);
    expect(hasProblem({ ...first, pick: 'none' })).toBe(false);
    expect(hasProblem({ ...first, pick: 'own', ownUrl: 'https://a.example' })).toBe(false);
  });
});

describe('the second server', () => {
  it('is kept, and is none where there is no first', () => {
    const draft = draftOf(settings);
    expect(urlsOf(draft).secondRpcUrls).toEqual({ '1': null, '10': 'https://op.second.example', '31337': null });
    expect(urlsOf(pickEverywhere(draft, null)).secondRpcUrls['10']).toBeNull();
  });

  it('must be another server than the first, and an address like the first', () => {
    const chain = draftOf(settings).chains[1];
    if (chain === undefined) throw new Error('no chain');
    const problemOf = (ownUrl: string) => secondProblem({ ...chain, second: { pick: 'own', ownUrl } });
    expect(problemOf('https://op.second.example')).toBeNull();
    expect(problemOf('https://op.both.example/other')).toBe('rpc.problem.same');
    expect(problemOf('http://op.second.example')).toBe('rpc.problem.scheme');
    expect(problemOf('')).toBe('rpc.problem.empty');
    expect(hasProblem({ ...chain, second: { pick: { url: 'https://op.both.example' }, ownUrl: '' } })).toBe(true);
    expect(hasProblem({ ...chain, pick: 'none', second: { pick: 'own', ownUrl: '' } })).toBe(false);
  });
});

describe('withChain', () => {
  it('replaces one chain and keeps the order', () => {
    const draft = draftOf(settings);
    const [first] = draft.chains;
    if (first === undefined) throw new Error('no chain');
    const changed = withChain(draft, { ...first, pick: 'own', ownUrl: 'https://a.example' });
    expect(changed.chains.map(({ chainId }) => chainId)).toEqual([1, 10, 31337]);
    expect(urlsOf(changed).rpcUrls['1']).toBe('https://a.example');
  });
});
