import { describe, expect, it } from 'vitest';
import type { SettingsView } from '../protocol/views.ts';
import { commonOffers, draftOf, hasProblem, pickEverywhere, rpcUrls, withChain } from './draft.ts';

const settings: SettingsView = {
  chosen: false,
  chains: [
    {
      chainId: 1,
      name: 'Ethereum',
      rpcUrl: null,
      offered: [
        { name: 'Both', url: 'https://eth.both.example' },
        { name: 'One', url: 'https://one.example' },
      ],
    },
    {
      chainId: 10,
      name: 'OP Mainnet',
      rpcUrl: 'https://op.both.example',
      offered: [{ name: 'Both', url: 'https://op.both.example' }],
    },
    { chainId: 31337, name: 'Local', rpcUrl: 'http://localhost:8545', offered: [] },
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
    expect(rpcUrls(draft)).toEqual({ '1': null, '10': 'https://op.both.example', '31337': 'http://localhost:8545' });
  });
});

describe('pickEverywhere', () => {
  it('picks a name where it is offered and leaves the others alone', () => {
    const draft = pickEverywhere(draftOf(settings), 'Both');
    expect(rpcUrls(draft)).toEqual({
      '1': 'https://eth.both.example',
      '10': 'https://op.both.example',
      '31337': 'http://localhost:8545',
    });
  });

  it('can pick no simulation at all', () => {
    expect(Object.values(rpcUrls(pickEverywhere(draftOf(settings), null)))).toEqual([null, null, null]);
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

describe('withChain', () => {
  it('replaces one chain and keeps the order', () => {
    const draft = draftOf(settings);
    const [first] = draft.chains;
    if (first === undefined) throw new Error('no chain');
    const changed = withChain(draft, { ...first, pick: 'own', ownUrl: 'https://a.example' });
    expect(changed.chains.map(({ chainId }) => chainId)).toEqual([1, 10, 31337]);
    expect(rpcUrls(changed)['1']).toBe('https://a.example');
  });
});
