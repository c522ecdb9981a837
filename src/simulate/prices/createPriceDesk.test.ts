import type { Address } from 'viem';
import { describe, expect, it } from 'vitest';
import type { RpcCall } from '../rpc.ts';
import type { PriceSource } from '../Simulator.ts';
import type { Ask } from '../trip.ts';
import { createPriceDesk, MAX_POOLED, MAX_PRICED } from './createPriceDesk.ts';

const at = (index: number): Address => `0x${index.toString(16).padStart(40, '0')}`;
const FEED = at(0xfeed);
const byFeed = (feed: Address): PriceSource => ({ feed, market: null });
const byPools: PriceSource = {
  feed: null,
  market: { factory: at(0xfac), decimals: 18, quotes: [{ token: at(0xc0), feed: FEED, decimals: 6 }] },
};

function packing(result: unknown = null) {
  const sent: RpcCall[] = [];
  const ask: Ask = async (call) => {
    sent.push(call);
    return { ok: true, result };
  };
  return { sent, ask };
}

describe('createPriceDesk', () => {
  it('asks a few assets at most, and a feed that several share once', async () => {
    const { sent, ask } = packing();
    const desk = createPriceDesk((token) => byFeed(token === 'native' ? FEED : token));
    for (let index = 1; index <= 50; index += 1) desk.want(at(index));
    await desk.ask(ask);
    expect(sent).toHaveLength(2 * MAX_PRICED);
    await desk.ask(ask);
    expect(sent).toHaveLength(2 * MAX_PRICED);

    const shared = packing();
    const other = createPriceDesk(() => byFeed(FEED));
    other.want('native');
    other.want(at(1));
    await other.ask(shared.ask);
    expect(shared.sent).toHaveLength(2);
  });

  it('asks the pools of fewer still', async () => {
    const { sent, ask } = packing();
    const desk = createPriceDesk(() => byPools);
    for (let index = 1; index <= 5; index += 1) desk.want(at(index));
    await desk.ask(ask);
    // Three fees, two questions each, and the quote token's feed once.
    expect(sent).toHaveLength(MAX_POOLED * 3 * 2 + 2);
  });

  it('asks nobody where nobody knows, and has no price of nonsense', async () => {
    const { sent, ask } = packing();
    const silent = createPriceDesk(undefined);
    silent.want('native');
    await silent.ask(ask);
    expect(sent).toEqual([]);
    for (const answer of [null, 7, {}, '0x', 'x'.repeat(100), `0x${'f'.repeat(640)}`]) {
      const desk = createPriceDesk(() => byFeed(FEED));
      desk.want('native');
      await desk.ask(packing(answer).ask);
      expect(desk.prices(0n).size).toBe(0);
    }
  });

  it('never has a price from the future', async () => {
    const word = (value: bigint) => value.toString(16).padStart(64, '0');
    const round = `0x${word(1n)}${word(5n * 10n ** 8n)}${word(9n)}${word(2_000n)}${word(1n)}`;
    const desk = createPriceDesk(() => byFeed(FEED));
    desk.want('native');
    await desk.ask(packing(round).ask);
    expect(desk.prices(1_000n).get('native')).toEqual({ usd: 5, source: 'chainlink', ageSeconds: 0 });
    expect(desk.prices(2_060n).get('native')?.ageSeconds).toBe(60);
  });
});
