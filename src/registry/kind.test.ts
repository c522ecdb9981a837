import { describe, expect, it } from 'vitest';
import { loadData } from '../cli/data.ts';
import { DAPP_KINDS, type KindFacts, kindOfDapp } from './kind.ts';
import type { RegistryContract } from './Registry.ts';
import { DAPPS } from './tables/dapps.ts';
import { KINDS } from './tables/kinds.ts';

const facts = (parts: Partial<KindFacts> = {}): KindFacts => ({
  host: 'app.example.org',
  dapp: null,
  contracts: [],
  asks: [],
  ...parts,
});
const contract = (role: RegistryContract['role']): RegistryContract => ({
  chainId: 1,
  address: '0x7a250d5630b4cf539739df2c5dacb4c659f2488d',
  name: 'Router',
  role,
  domains: [],
  source: 'test',
});
const dapp = { domain: 'example.org', name: 'Example', source: 'test' };

describe('kindOfDapp', () => {
  it('believes the registry first, then contracts, then the name, then the request', () => {
    const all = { contracts: [contract('marketplace')], host: 'claim.example.org', asks: ['swap'] };
    expect(kindOfDapp(facts({ ...all, dapp: { ...dapp, kind: 'bridge' } }))).toEqual({
      kind: 'bridge',
      basis: 'registry',
    });
    expect(kindOfDapp(facts(all))).toEqual({ kind: 'nft-market', basis: 'contracts' });
    expect(kindOfDapp(facts({ ...all, contracts: [] }))).toEqual({ kind: 'mint-or-claim', basis: 'name' });
    expect(kindOfDapp(facts({ asks: ['swap'] }))).toEqual({ kind: 'exchange', basis: 'asks' });
  });

  it('does not narrow a known site of many uses down', () => {
    expect(kindOfDapp(facts({ dapp, asks: ['swap'], host: 'claim.example.org' })).kind).toBe('unknown');
  });

  it('reads whole words of a host only', () => {
    const kinds = [
      'reclaim.com',
      'claim-foo.xyz',
      'foo-airdrop.vercel.app',
      'swapfiets.nl',
      'peppermint.com',
      'mint.fun',
    ];
    expect(kinds.map((host) => kindOfDapp(facts({ host })).kind)).toEqual([
      ...['unknown', 'mint-or-claim', 'mint-or-claim', 'unknown', 'unknown', 'mint-or-claim'],
    ]);
    expect(kindOfDapp(facts({ host: null })).kind).toBe('unknown');
  });

  it('tells every kind from what is asked, where something tells', () => {
    const asked = ['swap', 'order', 'login', 'claim(address)', 'stake(uint256)', 'borrow(address)', 'transfer'];
    expect(asked.map((ask) => kindOfDapp(facts({ asks: [ask] })).kind)).toEqual([
      ...['exchange', 'nft-market', 'login-only', 'mint-or-claim', 'staking', 'lending', 'unknown'],
    ]);
    expect(['router', 'conduit', 'safe', 'permit2', 'wrapped'] as const).toHaveLength(5);
    const roles = (['router', 'conduit', 'safe', 'permit2', 'wrapped'] as const).map(
      (role) => kindOfDapp(facts({ contracts: [contract(role)] })).kind,
    );
    expect(roles).toEqual(['exchange', 'nft-market', 'wallet-tool', 'unknown', 'unknown']);
  });
});

describe('the table of kinds', () => {
  it('names known sites, each once', () => {
    const known = new Set(DAPPS.map(({ name }) => name));
    const names = Object.values(KINDS).flat();
    expect(names.filter((name) => !known.has(name))).toEqual([]);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    expect(Object.keys(KINDS).every((kind) => DAPP_KINDS.some((one) => one === kind))).toBe(true);
  });
});

describe('the compiled registry', () => {
  it('says what a site is for and which contracts are its own', async () => {
    const { registry } = await loadData();
    expect(registry.dapp('app.uniswap.org')?.kind).toBe('exchange');
    expect(registry.dapp('portfolio.metamask.io')?.kind).toBeUndefined();
    const own = registry.contractsOf?.(1, 'uniswap.org') ?? [];
    expect(own.some(({ role }) => role === 'permit2')).toBe(true);
    // Each of a site's domains leads to all of its contracts.
    expect(registry.contractsOf?.(1, 'opensea.pro')).toEqual(registry.contractsOf?.(1, 'opensea.io'));
    expect(registry.contractsOf?.(31_337, 'across.to')).toEqual([]);
    expect(registry.contractsOf?.(1, 'nobody.example')).toEqual([]);
  });
});
