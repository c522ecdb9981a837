import { describe, expect, it } from 'vitest';
import type { Registry, RegistryContract } from '../registry/Registry.ts';
import {
  account,
  answer,
  CONTRACT,
  call,
  grant,
  makeChain,
  makeRegistry,
  makeRequest,
  makeScene,
  PERMIT2,
  STRANGER,
  USDC,
} from './testing/scene.ts';
import { unlinkedContractOnKnownDapp as detector } from './unlinked-contract-on-known-dapp.ts';

const HOST = 'app.example.org';
const own: RegistryContract = {
  chainId: 1,
  address: PERMIT2,
  name: 'Example Router',
  role: 'router',
  domains: [HOST],
  source: 'test',
};
const linked = (contracts: readonly RegistryContract[] = [own]): Registry => ({
  ...makeRegistry({ dapps: [HOST] }),
  contractsOf: () => contracts,
});
const on = (parts: Parameters<typeof grant>[0] = {}, more: Parameters<typeof makeScene>[0] = {}) =>
  makeScene({ action: call(), consequences: [grant({ to: CONTRACT, ...parts })], registry: linked(), ...more });

describe('unlinked-contract-on-known-dapp', () => {
  it('fires when a known site asks for wide power for a contract nobody knows', () => {
    expect(answer(detector, on())).toBe('fired: caution');
    expect(answer(detector, on({ limit: 800_000_000n }))).toBe('fired: caution');
    expect(answer(detector, on({ over: { type: 'collection', address: USDC }, power: 'operate' }))).toBe(
      'fired: caution',
    );
  });

  it('fires as a note for a little power', () => {
    expect(answer(detector, on({ limit: 100n }))).toBe('fired: note');
    expect(answer(detector, on({ limit: 100n, holding: null }))).toBe('fired: note');
  });

  it('stays quiet on the site’s own contracts, on those of others, on listed tokens and past counterparties', () => {
    expect(answer(detector, on({ to: PERMIT2 }))).toBe('clear');
    expect(answer(detector, on({ to: USDC }))).toBe('clear');
    expect(answer(detector, on({}, { history: { counterparties: [CONTRACT], ownAccounts: [] } }))).toBe('clear');
    expect(answer(detector, on({ to: STRANGER }))).toBe('clear');
    const delegated = makeChain({ accounts: new Map([[STRANGER, account('delegated')]]) });
    expect(answer(detector, on({ to: STRANGER }, { chain: delegated }))).toBe('fired: caution');
  });

  it('stays quiet on sites nobody knows and on requests without power', () => {
    expect(answer(detector, on({}, { request: makeRequest({ origin: 'https://other.example' }) }))).toBe('clear');
    expect(answer(detector, on({ revokes: true }))).toBe('quiet');
  });

  it('cannot tell on a local chain, without the site’s contracts, or without a registry', () => {
    expect(answer(detector, on({}, { chain: makeChain({ local: true }) }))).toBe('inconclusive');
    expect(answer(detector, on({}, { registry: linked([]) }))).toBe('inconclusive');
    expect(answer(detector, on({}, { registry: makeRegistry({ dapps: [HOST] }) }))).toBe('inconclusive');
    expect(answer(detector, on({}, { registry: null }))).toBe('inconclusive');
  });
});
