import { describe, expect, it } from 'vitest';
import { loadData } from '../cli/data.ts';
import { ListUnavailableError } from '../errors.ts';
import { createRegistry, REGISTRY_FILES } from './createRegistry.ts';

const { registry } = await loadData();
const USDC = '0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48';
const STRANGER = '0x00000000000000000000000000000000000000aa';

describe('token', () => {
  it('is found by chain and address, with the lists that name it', () => {
    const usdc = registry.token(1, USDC);
    expect(usdc).toMatchObject({ chainId: 1, symbol: 'USDC', decimals: 6, type: 'erc20' });
    expect(usdc?.lists).toEqual(['MetaMask', 'Superchain', 'Aave']);
    expect(registry.token(10, USDC)).toBeNull();
    expect(registry.token(1, STRANGER)).toBeNull();
    expect(registry.token(1, '0x12')).toBeNull();
  });
  it('is known on the chains people use', () => {
    for (const [chainId, address] of [
      [10, '0x0b2C639c533813f4Aa9D7837CAf62653d097Ff85'],
      [137, '0x3c499c542cEF5E3811e1192ce70d8cC03d5c3359'],
      [8453, '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913'],
      [42161, '0xaf88d065e77c8cC2239327C5EDb3A432268e5831'],
    ] as const) {
      expect([chainId, registry.token(chainId, address)?.symbol]).toEqual([chainId, 'USDC']);
    }
  });
});

describe('impersonates', () => {
  const who = (symbol: string | null, name: string | null, chainId = 1, address: `0x${string}` = STRANGER) =>
    registry.impersonates(chainId, address, symbol, name);

  it('names the listed token a stranger dresses up as', () => {
    const listed = { kind: 'token', symbol: 'USDC', address: USDC.toLowerCase() };
    expect(who('USDC', 'USD Coin')).toMatchObject(listed);
    expect(who('UЅDС', 'whatever')).toMatchObject(listed);
    expect(who('USDC', null)).toMatchObject(listed);
    expect(who('$USDC ✅', 'Visit usdc-claim.com')).toMatchObject(listed);
  });
  it('does so on a chain nobody lists, without an address', () => {
    expect(who('USDC', 'USD Coin', 31337)).toMatchObject({ kind: 'token', address: null });
    expect(who('UNI', 'Uniswap', 31337)).toMatchObject({ kind: 'token', address: null });
    expect(who('UNI', 'Unicorn', 31337)).toBeNull();
  });
  it('leaves honest bridged copies on public chains and test networks alone', () => {
    expect(who('LINK', 'ChainLink Token', 59144)).toBeNull();
    expect(who('USDC', 'USD Coin', 25)).toBeNull();
  });
  it('is silent about the listed one itself, the same address elsewhere, wrapped coins and plain strangers', () => {
    expect(who('USDC', 'USD Coin', 1, USDC)).toBeNull();
    expect(who('USDC', 'USD Coin', 31337, USDC)).toBeNull();
    expect(who('WETH', 'Wrapped Ether', 7777777, '0x4200000000000000000000000000000000000006')).toBeNull();
    expect(who('CASINU', 'Casinu Inu')).toBeNull();
    expect(who('UNI-V2', 'Uniswap V2')).toBeNull();
    expect(who(null, null)).toBeNull();
    expect(who('', '\u200b')).toBeNull();
  });
  it('explains a memecoin with a borrowed ticker and condemns nobody', () => {
    const memecoin = '0x72e4f9F808C49A2a61dE9C5896298920Dc4EEEa9';
    expect(registry.token(1, memecoin)).toMatchObject({ symbol: 'BITCOIN', name: 'HarryPotterObamaSonic10Inu' });
    expect(who('BITCOIN', 'HarryPotterObamaSonic10Inu', 1, memecoin)).toBeNull();
    expect(who('BITCOIN', 'HarryPotterObamaSonic10Inu', 56)).toEqual({
      kind: 'native',
      symbol: 'BTC',
      name: 'Bitcoin',
      address: null,
    });
    expect(who('KAS', 'Kaspa')).toMatchObject({ kind: 'native', symbol: 'KAS' });
    expect(who('MM', 'MetaMask')).toMatchObject({ kind: 'brand', name: 'MetaMask' });
  });
  it('is certain of other alphabets, and of money by symbol and name where it was issued first', () => {
    expect(who('USDC', 'USD Coin')).toMatchObject({ posing: 'whole' });
    expect(who('WETH', 'Wrapped Ether')).toMatchObject({ posing: 'whole' });
    expect(who('USD\u0422', 'Tether USD')).toMatchObject({ posing: 'disguised' });
    expect(who('UNI\u200b', 'Uniswap')).toMatchObject({ posing: 'disguised' });
    // A bridge's copy, an old version, a sign, a ticker alone.
    for (const twin of [
      who('USDC', 'USD Coin', 137),
      who('GALA', 'GALA'),
      who('aUSD\u20ae', 'aUSD\u20ae'),
      who('USDC', 'Ultra Super Doge Club'),
      who('USDC', null),
    ]) {
      expect(twin?.kind).toBe('token');
      expect(twin).not.toHaveProperty('posing');
    }
  });
  it('answers names of any length and script', () => {
    expect(who('U'.repeat(10_000), '\u202e'.repeat(10_000))).toBeNull();
  });
});

describe('contract', () => {
  it('knows the contracts of many dapps, by chain', () => {
    const permit2 = '0x000000000022D473030F116dDEE9F6B43aC78BA3';
    expect(registry.contract(8453, permit2)).toMatchObject({ role: 'permit2', domains: ['uniswap.org'] });
    expect(registry.contract(31337, permit2)?.role).toBe('permit2');
    expect(registry.contract(1, '0x87870Bca3F3fD6335C3F4ce8392D69350B4fA4E2')?.name).toBe('Aave V3 Pool');
    expect(registry.contract(1, '0x5BA1e12693Dc8F9c48aAD8770482f4739bEeD696')?.role).toBe('forwarder');
    expect(registry.contract(1, '0x63c0c19a282a1b52b07dd5a65b58948a07dae32b')?.role).toBe('delegator');
    expect(registry.contract(1, '0x0000000000000068F116a894984e2DB1123eB395')?.role).toBe('marketplace');
    expect(registry.contract(137, '0x7a250d5630B4cF539739dF2C5dAcb4c659F2488D')).toBeNull();
    expect(registry.contract(1, STRANGER)).toBeNull();
  });
});

describe('dapp and lookalike', () => {
  it('knows a dapp on its domain and below', () => {
    expect(registry.dapp('app.uniswap.org')).toMatchObject({ domain: 'uniswap.org', name: 'Uniswap' });
    expect(registry.dapp('uniswap.org.evil.com')).toBeNull();
    expect(registry.dapp('evil.github.io')).toBeNull();
    expect(registry.dapp('metamask.github.io')?.name).toBe('MetaMask');
  });
  it('never calls a known dapp or a site MetaMask found honest a lookalike', () => {
    for (const host of ['app.uniswap.org', 'opensea.io', 'metamash.co', 'docs.1inch.io']) {
      expect([host, registry.lookalike(host)]).toEqual([host, null]);
    }
    expect(registry.lookalike('app.uniswap-claim.com')).toMatchObject({ domain: 'uniswap.org' });
    expect(registry.lookalike('app.uniswap-claim.com')).toBe(registry.lookalike('app.uniswap-claim.com'));
  });
});

describe('chain', () => {
  it('knows chains by number', () => {
    expect(registry.chain(1)).toMatchObject({
      name: 'Ethereum',
      nativeSymbol: 'ETH',
      nativeDecimals: 18,
      testnet: false,
    });
    expect(registry.chain(1)?.explorer).toBe('https://etherscan.io');
    expect(registry.chain(11155111)?.testnet).toBe(true);
    expect(registry.chain(31337)).toMatchObject({ testnet: true, rpcHosts: ['127.0.0.1'] });
    expect(registry.chain(999)?.name).toBe('HyperEVM');
    expect(registry.chain(123456789012)).toBeNull();
  });
});

describe('its files', () => {
  it('missing or damaged are named', () => {
    expect(() => createRegistry([])).toThrow(ListUnavailableError);
    const files = REGISTRY_FILES.map((id) => ({ id, bytes: new Uint8Array(64) }));
    expect(() => createRegistry(files)).toThrow(ListUnavailableError);
  });
  it('carry source, date and licence', () => {
    for (const source of registry.sources) expect(source.date).toMatch(/^\d{4}-\d\d-\d\d$/u);
    expect(registry.sources.map(({ licence }) => licence)).toContain('ISC');
  });
});
