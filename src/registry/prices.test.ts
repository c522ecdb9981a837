import { describe, expect, it } from 'vitest';
import { loadData } from '../cli/data.ts';

const { registry } = await loadData();
const WETH = '0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2';
const USDC = '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48';
const GHO = '0x40d16fc0246ad3160ccc09b8d0d3a2cd28ae6c2f';
const PEPE = '0x6982508145454ce325ddbe47a25d4ec3d2311933';
const STRANGER = '0x00000000000000000000000000000000000000aa';

describe('priceSource', () => {
  it('is the feed of a token and of the coin it wraps', () => {
    const feed = registry.priceSource?.(1, WETH)?.feed;
    expect(feed).toMatch(/^0x[0-9a-f]{40}$/u);
    expect(registry.priceSource?.(1, 'native')).toEqual({ feed, market: null });
    for (const chainId of [10, 56, 137, 8453, 42161, 43114]) {
      expect([chainId, registry.priceSource?.(chainId, 'native')?.feed]).toEqual([chainId, expect.any(String)]);
    }
  });
  it('is the pools against coin and dollar for another listed token', () => {
    const market = registry.priceSource?.(1, PEPE)?.market;
    expect(market?.factory).toBe('0x1f98431c8ad98523631ae4a59f267346ea31f984');
    expect(market?.quotes.map(({ token }) => token).sort()).toEqual([USDC, WETH]);
  });
  it('is not known for strangers, other chains and prices fixed by vote', () => {
    expect(registry.priceSource?.(1, STRANGER)).toBeNull();
    expect(registry.priceSource?.(31337, 'native')).toBeNull();
    expect(registry.priceSource?.(11155111, 'native')).toBeNull();
    expect(registry.priceSource?.(1, GHO)?.feed ?? null).toBeNull();
  });
});

describe('marketSource', () => {
  it('is the exchanges of a chain and what coins are sold for there', () => {
    const source = registry.marketSource?.(1);
    expect(source?.v2).toHaveLength(2);
    expect(source?.v3).toBe('0x1f98431c8ad98523631ae4a59f267346ea31f984');
    expect(source?.complete).toBe(true);
    const quotes = source?.quotes.map(({ token, decimals }) => `${token} ${decimals}`).sort();
    const [DAI, USDT] = ['0x6b175474e89094c44da98b954eedeac495271d0f', '0xdac17f958d2ee523a2206206994597c13d831ec7'];
    expect(quotes).toEqual([`${USDC} 6`, `${WETH} 18`, `${DAI} 18`, `${USDT} 6`].sort());
    for (const quote of source?.quotes ?? []) expect(quote.feed).toMatch(/^0x[0-9a-f]{40}$/u);
  });
  it('is less than all of it elsewhere, and nothing where no exchange is known', () => {
    expect(registry.marketSource?.(8453)).toMatchObject({ v2: [], complete: false });
    expect(registry.marketSource?.(31337)).toBeNull();
  });
});

describe('codeTwin', () => {
  it('names published code, byte for byte or but for the metadata', () => {
    // keccak256 of UniswapV2Pair's runtime code, npm @uniswap/v2-core 1.0.1.
    const pair = '0x5b83bdbcc56b2e630f2807bbadd2b0c21619108066b92a58de081261089e9ce5';
    expect(registry.codeTwin?.(pair, null)).toEqual({
      name: 'Uniswap V2 pair',
      source: 'npm @uniswap/v2-core 1.0.1',
      match: 'exact',
    });
    const core = '0x646fd8e743d978617bf0f80f6910808ae3de6ac3b3e2050f6974a3740d25004c';
    expect(registry.codeTwin?.('0x01', core)?.match).toBe('core');
    expect(registry.codeTwin?.('0x01', pair)).toBeNull();
    expect(registry.codeTwin?.(null, null)).toBeNull();
  });
});
