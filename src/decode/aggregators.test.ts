import { readFileSync } from 'node:fs';
import { toFunctionSelector } from 'viem';
import { describe, expect, it } from 'vitest';
import { AGGREGATOR_READERS } from './aggregators.ts';
import { decodeSample, SAMPLE } from './sampleCall.ts';

const { token, user, stranger, router, weth } = SAMPLE;
const ZERO = `0x${'0'.repeat(40)}`;
const NATIVE = `0x${'ee'.repeat(20)}`;
const POOL = `0x${'11'.repeat(32)}`;
const read = (signature: string, args: readonly unknown[], valueWei = 0n) =>
  decodeSample(signature, args, { to: router, valueWei });
const SOLD = { asset: { type: 'erc20', address: token }, amount: 5n };

describe('aggregators', () => {
  it('list the selectors they mean', () => {
    // The text stands in the comment of each row.
    const source = readFileSync(new URL('./aggregators.ts', import.meta.url), 'utf8');
    const rows = [...source.matchAll(/\['(0x[0-9a-f]{8})', .*\/\/ .*?(\w+\(.*\))$/gmu)];
    expect(rows).toHaveLength(AGGREGATOR_READERS.size);
    for (const [, selector, text] of rows) expect(toFunctionSelector(text ?? ''), text).toBe(selector);
  });

  it('read 1inch, its recipient and floor', () => {
    const swap = 'swap(address,(address,address,address,address,uint256,uint256,uint256) d,bytes)';
    expect(read(swap, [router, [token, NATIVE, router, stranger, 5n, 7n, 0n], '0x'])).toMatchObject({
      kind: 'swap',
      sell: SOLD,
      buy: { asset: { type: 'native' }, minimum: 7n },
      recipient: stranger,
    });
    expect(read(swap, [router, [token, weth, router, ZERO, 5n, 7n, 0n], '0x'])).toMatchObject({ recipient: user });
    const old = 'swap(address,(address,address,address,address,uint256,uint256,uint256,bytes) d,bytes)';
    expect(read(old, [router, [token, weth, router, stranger, 5n, 0n, 0n, '0x'], '0x'])).toMatchObject({
      buy: { asset: { address: weth }, minimum: 0n },
      recipient: stranger,
    });
  });

  it('read Velora, OKX, Odos and 0x', () => {
    expect(
      read(
        'swapExactAmountIn(address,(address,address,uint256,uint256,uint256,bytes32,address) d,uint256,bytes,bytes)',
        [router, [token, weth, 5n, 7n, 8n, POOL, stranger], 0n, '0x', '0x'],
      ),
    ).toMatchObject({ sell: SOLD, buy: { minimum: 7n }, recipient: stranger });
    expect(
      read('unxswapToWithBaseRequest(uint256,address,(uint256,address,uint256,uint256,uint256) r,bytes32[])', [
        1n,
        stranger,
        [BigInt(token), weth, 5n, 7n, 9n],
        [POOL],
      ]),
    ).toMatchObject({ sell: SOLD, buy: { asset: { address: weth }, minimum: 7n }, recipient: stranger });
    expect(
      read('swap((address,uint256,address,address,uint256,uint256,address) i,bytes,address,uint32)', [
        [token, 5n, router, weth, 8n, 7n, stranger],
        '0x',
        router,
        0,
      ]),
    ).toMatchObject({ sell: SOLD, buy: { minimum: 7n }, recipient: stranger });
    expect(
      read('transformERC20(address,address,uint256,uint256,(uint32,bytes)[] t)', [token, weth, 5n, 7n, []]),
    ).toMatchObject({ sell: SOLD, recipient: user });
    expect(read('sellToUniswap(address[],uint256,uint256,bool)', [[token, weth], 5n, 7n, false])).toMatchObject({
      sell: SOLD,
      buy: { asset: { address: weth }, minimum: 7n },
    });
    expect(
      read('sellTokenForEthToUniswapV3(bytes,uint256,uint256,address)', [
        `0x${token.slice(2)}0001f4${weth.slice(2)}`,
        5n,
        7n,
        stranger,
      ]),
    ).toMatchObject({ sell: SOLD, buy: { asset: { type: 'native' } }, recipient: stranger });
  });

  it('read Balancer, its signed limits too', () => {
    expect(
      read('swap((bytes32,uint8,address,address,uint256,bytes) s,(address,bool,address,bool) f,uint256,uint256)', [
        [POOL, 0, token, ZERO, 5n, '0x'],
        [user, false, stranger, false],
        7n,
        9n,
      ]),
    ).toMatchObject({ sell: SOLD, buy: { asset: { type: 'native' }, minimum: 7n }, recipient: stranger });
    expect(
      read(
        'batchSwap(uint8,(bytes32,uint256,uint256,uint256,bytes)[] s,address[],(address,bool,address,bool) f,int256[],uint256)',
        [0, [[POOL, 0n, 1n, 5n, '0x']], [token, weth], [user, false, stranger, false], [5n, -7n], 9n],
      ),
    ).toMatchObject({ sell: SOLD, buy: { asset: { address: weth }, minimum: 7n }, recipient: stranger });
  });
});
