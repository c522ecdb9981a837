import { type Address, encodeFunctionData, type Hex } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LEAST_DEPTH_USD } from '../../src/simulate/prices/createPriceDesk.ts';
import { poolAddress } from '../../src/simulate/prices/pool.ts';
import type { ChainQuery, Price, PriceSource } from '../../src/simulate/Simulator.ts';
import { compileContracts } from '../contracts/compile.ts';
import { type Chain, startChain } from '../setup/chain.ts';
import { look, simulatorOn } from './look.ts';
import { deployOn, npmArtefact } from './npmArtefact.ts';
import { transactionQuery } from './requests.ts';
import { createPort } from './rpcPort.ts';

const CORE = '@uniswap/v3-core/artifacts/contracts';
const FEE = 3000;

let chain: Chain;
/** ETH at 3,600 dollars, set an hour ago. */
let ethFeed: Address;
/** A capped dollar, which says no time. */
let dollarFeed: Address;
let brokenFeed: Address;
let factory: Address;
/** Priced by its pool alone. */
let moon: Address;
let quote: Address;

const artefact = (name: string) => {
  const found = compileContracts()[name];
  if (found === undefined) throw new Error(`No contract ${name}.`);
  return found;
};

beforeAll(async () => {
  chain = await startChain();
  const block = await chain.client.getBlock();
  ethFeed = await deployOn(chain, artefact('PriceFeed'), [360_000_000_000n, block.timestamp - 3600n]);
  dollarFeed = await deployOn(chain, artefact('CappedFeed'), [100_010_000n]);
  brokenFeed = await deployOn(chain, artefact('PriceFeed'), [-5n, block.timestamp]);
  factory = await deployOn(chain, npmArtefact(`${CORE}/UniswapV3Factory.sol/UniswapV3Factory.json`));
  quote = lower(chain.contracts.token);
  moon = await deployOn(chain, artefact('DemoToken'), ['Moon', 'MOON', 18]);
}, 60_000);
afterAll(() => chain?.stop());

const query = (source: ChainQuery['priceSource'], tokens: readonly Address[] = []): ChainQuery => ({
  ...transactionQuery(
    {
      chainId: chain.chainId,
      from: chain.accounts.user.address,
      tokens: tokens.map((address) => ({ type: 'erc20', address })),
    },
    { to: chain.accounts.friend.address, value: 1n },
  ),
  ...(source === undefined ? {} : { priceSource: source }),
});

async function pricesOf(source: ChainQuery['priceSource'], tokens: readonly Address[] = [], url = chain.rpcUrl) {
  const view = await look(simulatorOn(url), query(source, tokens));
  return { roundTrips: view.roundTrips, prices: view.prices ?? new Map<Address | 'native', Price>() };
}
const byFeed = (feed: Address): PriceSource => ({ feed, market: null });

describe('a price feed', () => {
  it('gives dollars, its age and its basis, without a round trip more', async () => {
    const { prices, roundTrips } = await pricesOf((token) => (token === 'native' ? byFeed(ethFeed) : null));
    expect(prices.get('native')).toMatchObject({ usd: 3600, source: 'chainlink' });
    expect(prices.get('native')?.ageSeconds).toBeGreaterThanOrEqual(3600);
    expect(prices.get('native')?.ageSeconds).toBeLessThan(3700);
    expect(roundTrips).toBe((await pricesOf(undefined)).roundTrips);
  });

  it('that says no time has no age', async () => {
    const { prices } = await pricesOf((token) => (token === quote ? byFeed(dollarFeed) : null), [quote]);
    expect(prices.get(quote)).toEqual({ usd: 1.0001, source: 'chainlink', ageSeconds: null });
  });

  it('that is broken, missing or no feed is no price', async () => {
    const none = chain.accounts.stranger.address;
    for (const feed of [brokenFeed, none, quote]) {
      expect((await pricesOf(() => byFeed(lower(feed)))).prices.size).toBe(0);
    }
    expect((await pricesOf(() => null)).prices.size).toBe(0);
  });

  it.each<[string, unknown]>([
    ['no bytes', '0x'],
    ['nothing', null],
    ['a number', 7],
    ['words without end', `0x${'11'.repeat(32 * 2000)}`],
    ['a price beyond reason', `0x${'f'.repeat(64 * 5)}`],
    ['zero', `0x${'0'.repeat(64 * 5)}`],
  ])('behind an endpoint that answers %s is no price, and the look stands', async (_, answer) => {
    const port = await createPort(chain.rpcUrl, (call, result) =>
      JSON.stringify(call.params).includes(ethFeed) ? answer : result,
    );
    try {
      const view = await look(
        simulatorOn(port.url),
        query(() => byFeed(ethFeed)),
      );
      expect(view.prices?.size).toBe(0);
      expect(view.run?.status).toBe('success');
    } finally {
      await port.close();
    }
  });
});

describe('a Uniswap V3 pool', () => {
  const market = (): PriceSource => ({
    feed: null,
    market: { factory, decimals: 18, quotes: [{ token: quote, feed: dollarFeed, decimals: 6 }] },
  });
  let pool: Address;

  beforeAll(async () => {
    const { abi } = npmArtefact(`${CORE}/UniswapV3Factory.sol/UniswapV3Factory.json`);
    const from = chain.accounts.deployer.address;
    const send = async (to: Address, data: Hex) => {
      expect((await chain.send({ from, to, data, gas: 12_000_000n })).status).toBe('success');
    };
    await send(factory, encodeFunctionData({ abi, functionName: 'createPool', args: [moon, quote, FEE] }));
    pool = poolAddress(factory, moon, quote, FEE);
    expect(await chain.request('eth_getCode', [pool, 'latest'])).not.toBe('0x');
    // 2.5 quote tokens (6 decimals) for one MOON (18 decimals), whichever of them is token 0.
    const price = moon < quote ? 2.5 * 10 ** (6 - 18) : 10 ** (18 - 6) / 2.5;
    const sqrtPrice = BigInt(Math.round(Math.sqrt(price) * 2 ** 48)) * 2n ** 48n;
    const core = npmArtefact(`${CORE}/UniswapV3Pool.sol/UniswapV3Pool.json`);
    await send(pool, encodeFunctionData({ abi: core.abi, functionName: 'initialize', args: [sqrtPrice] }));
  }, 60_000);

  it('without depth says nothing', async () => {
    expect((await pricesOf((token) => (token === moon ? market() : null), [moon])).prices.size).toBe(0);
  });

  it('with depth prices the token in the quote token, in one round trip', async () => {
    await fill(pool, BigInt(LEAST_DEPTH_USD) * 10n ** 6n);
    const { prices, roundTrips } = await pricesOf((token) => (token === moon ? market() : null), [moon]);
    expect(prices.get(moon)?.usd).toBeCloseTo(2.5 * 1.0001, 3);
    expect(prices.get(moon)).toMatchObject({ source: 'uniswap-v3', ageSeconds: null });
    expect(roundTrips).toBe((await pricesOf(undefined, [moon])).roundTrips);
  });

  async function fill(to: Address, amount: bigint): Promise<void> {
    const data = chain.encode('token', 'mint', [to, amount]);
    expect((await chain.send({ from: chain.accounts.deployer.address, to: chain.contracts.token, data })).status).toBe(
      'success',
    );
  }
});

function lower(address: string): Address {
  return `0x${address.slice(2).toLowerCase()}`;
}
