import type { Address } from 'viem';
import { describe, expect, it } from 'vitest';
import type { Action, OrderAction } from '../../decode/Action.ts';
import type { Around } from '../Extra.ts';
import type { RpcCall } from '../rpc.ts';
import type { ChainQuery, MarketSource } from '../Simulator.ts';
import { aroundNothing, askExtra } from '../testing/askExtra.ts';
import { sampleView } from '../testing/sampleView.ts';
import { market } from './market.ts';

const USER: Address = '0x00000000000000000000000000000000000000aa';
const WETH: Address = '0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2';
const COIN: Address = '0xd000000000000000000000000000000000000001';
const ART: Address = '0xd000000000000000000000000000000000000002';
const source: MarketSource = {
  v2: [],
  v3: '0x1f98431c8ad98523631ae4a59f267346ea31f984',
  quotes: [{ token: WETH, feed: '0x00000000000000000000000000000000000000fe', decimals: 18 }],
  complete: true,
};
const order = (receives: OrderAction['receives']): OrderAction => ({
  kind: 'order',
  protocol: 'Seaport',
  offerer: USER,
  offers: [],
  receives,
  until: 0n,
  domain: { name: null, version: null, chainId: null, verifyingContract: null, missing: false },
});
const coins = (amount: bigint): OrderAction =>
  order([{ asset: { type: 'erc20', address: COIN }, amount, recipient: USER }]);
const around = (action: Action, query: Partial<ChainQuery> = {}) =>
  aroundNothing({ action, marketSource: source, isListed: (token) => token === WETH, ...query });
const ask = (at: Around, answer: (call: RpcCall) => unknown) => askExtra(market, at, answer);

describe('market', () => {
  it('finds in one trip that nobody buys, and says nothing when nobody answered', async () => {
    const none = await ask(around(coins(5n)), () => '0x');
    expect(none.found.markets).toEqual(new Map([[COIN, { paysUsd: 0, depthUsd: 0 }]]));
    expect(none.trips).toBe(1);
    expect((await ask(around(coins(5n)), () => undefined)).found).toEqual({});
  });

  it('weighs what it found in a second trip', async () => {
    const word = (value: bigint) => value.toString(16).padStart(64, '0');
    const { found, trips } = await ask(around(coins(10n ** 18n)), ({ params: [call] }) => {
      const text = JSON.stringify(call);
      if (text.includes('"0x3850c7bd"')) return `0x${word(2n ** 96n)}${word(0n).repeat(6)}`;
      if (text.includes(WETH)) return `0x${word(9n * 10n ** 18n)}`;
      return `0x${word(1n)}${word(2000n * 10n ** 8n)}${word(1n)}${word(1n)}${word(1n)}`;
    });
    expect(trips).toBe(2);
    expect(found.markets?.get(COIN)?.paysUsd).toBeCloseTo(2000, 5);
    expect(found.markets?.get(COIN)?.depthUsd).toBeCloseTo(18_000, 5);
  });

  it('finds items that nobody has', async () => {
    const item = { asset: { type: 'erc721', address: ART, id: 3n }, amount: 1n, recipient: USER } as const;
    const { found, sent } = await ask(around(order([item])), () => '0x');
    expect(found).toEqual({ unmade: [{ collection: ART, id: 3n }] });
    expect(sent).toHaveLength(3);
  });

  it('opens batches, and asks nothing of listed tokens, of no amount, or without exchanges', async () => {
    const action: Action = { kind: 'batch', wrapper: 'bulk', to: null, valueWei: 0n, actions: [coins(1n), coins(2n)] };
    expect((await ask(around(action), () => '0x')).found.markets?.size).toBe(1);
    const listed = order([{ asset: { type: 'erc20', address: WETH }, amount: 1n, recipient: USER }]);
    for (const at of [around(listed), around(coins(0n)), around(coins(1n), { marketSource: null })]) {
      expect(market.prepare(at)).toBeNull();
    }
    expect(market.prepare(around(sampleView.query.action))).toBeNull();
  });
});
