import type { Address } from 'viem';
import { describe, expect, it } from 'vitest';
import type { OrderAction } from '../decode/Action.ts';
import type { Price } from '../simulate/Simulator.ts';
import { freeOrder } from './free-order.ts';
import {
  answer,
  CONTRACT,
  erc20,
  makeChain,
  makeRegistry,
  makeRequest,
  makeScene,
  NATIVE,
  nft,
  OTHER_OWN,
  STRANGER,
  typedDataAsk,
  USDC,
  USER,
  WETH,
} from './testing/scene.ts';

const ETHER = 10n ** 18n;
type Receives = OrderAction['receives'];
const order = (receives: Receives, parts: Partial<OrderAction> = {}): OrderAction => ({
  kind: 'order',
  protocol: 'Seaport',
  offerer: USER,
  offers: [{ asset: nft(1n), amount: 1n }],
  receives,
  until: 0n,
  domain: { name: 'Seaport', version: null, chainId: 1n, verifyingContract: null, missing: false },
  ...parts,
});
const on = (receives: Receives, parts: Partial<OrderAction> = {}, more: Parameters<typeof makeScene>[0] = {}) =>
  answer(freeOrder, makeScene({ action: order(receives, parts), ...more }));
const variant = (receives: Receives) => freeOrder.detect(makeScene({ action: order(receives) })).message;

describe('free-order', () => {
  it('fires when the maker gets nothing, dust, or less than half', () => {
    expect(on([])).toBe('fired: danger');
    expect(on([{ asset: NATIVE, amount: 0n, recipient: USER }])).toBe('fired: danger');
    expect(variant([{ asset: NATIVE, amount: 1n, recipient: USER }])).toBe('reason.free-order.dust');
    expect(on([{ asset: erc20(USDC), amount: 9n, recipient: USER }])).toBe('fired: danger');
    expect(variant([{ asset: NATIVE, amount: ETHER, recipient: STRANGER }])).toBe('reason.free-order.elsewhere');
    const split = [
      { asset: NATIVE, amount: ETHER, recipient: USER },
      { asset: NATIVE, amount: 9n * ETHER, recipient: STRANGER },
    ];
    expect(variant(split)).toBe('reason.free-order.elsewhere');
  });

  it('does not call dust what is money in a token of few decimals', () => {
    const receives = (amount: bigint): Receives => [{ asset: erc20(CONTRACT), amount, recipient: USER }];
    expect(on(receives(550_000_000n))).toBe('clear');
    expect(on(receives(9n))).toBe('fired: danger');
  });

  it('is caution where a listed contract takes the price to pass it on', () => {
    const receives: Receives = [{ asset: NATIVE, amount: ETHER, recipient: CONTRACT }];
    expect(on(receives, {}, { registry: makeRegistry({ contracts: [{}] }) })).toBe('fired: caution');
    expect(on(receives)).toBe('fired: danger');
  });

  it('fires inside a bundle of orders', () => {
    const good = order([{ asset: NATIVE, amount: ETHER, recipient: USER }]);
    const action = { kind: 'batch', wrapper: 'bulk', to: null, valueWei: 0n, actions: [good, order([])] } as const;
    expect(answer(freeOrder, makeScene({ action }))).toBe('fired: danger');
  });

  it('stays quiet on listings with fees, bids, trades, own accounts and small prices', () => {
    const fees = [
      { asset: NATIVE, amount: 95n * ETHER, recipient: USER },
      { asset: NATIVE, amount: 5n * ETHER, recipient: STRANGER },
    ];
    expect(on(fees)).toBe('clear');
    const bid = { offers: [{ asset: erc20(WETH), amount: ETHER }] };
    expect(on([{ asset: nft(7n), amount: 1n, recipient: USER }], bid)).toBe('clear');
    expect(on([{ asset: NATIVE, amount: ETHER, recipient: OTHER_OWN }])).toBe('clear');
    expect(on([{ asset: NATIVE, amount: ETHER / 1000n, recipient: USER }])).toBe('clear');
    expect(on([{ asset: erc20(USDC), amount: 1_000_000n, recipient: USER }])).toBe('clear');
    expect(on([], { offers: [] })).toBe('quiet');
    expect(answer(freeOrder, makeScene())).toBe('quiet');
  });

  it('weighs what is mixed: items among coins, dust beside a price, nothing beside a gift', () => {
    const dust = { asset: NATIVE, amount: 1n, recipient: USER };
    expect(on([dust, { asset: nft(7n), amount: 1n, recipient: USER }])).toBe('clear');
    expect(on([dust, { asset: NATIVE, amount: ETHER, recipient: USER }])).toBe('clear');
    const forOthers = [0n, ETHER].map((amount) => ({ asset: NATIVE, amount, recipient: STRANGER }));
    expect(variant(forOthers)).toBe('reason.free-order.elsewhere');
    const usdc = { asset: erc20(USDC), amount: 10n ** 30n, recipient: STRANGER };
    expect(on([{ asset: NATIVE, amount: ETHER, recipient: USER }, usdc])).toBe('clear');
  });

  it('remarks on a price far below the market, and cautions where the market itself is unknown', () => {
    const prices = new Map<Address | 'native', Price>([
      ['native', { usd: 3600, source: 'chainlink', ageSeconds: 60 }],
      [WETH, { usd: 3600, source: 'chainlink', ageSeconds: 60 }],
      [USDC, { usd: 1, source: 'chainlink', ageSeconds: null }],
    ]);
    const sale = (dollars: bigint, verifyingContract: Address | null, chain = makeChain({ prices })) => {
      const receives = [{ asset: erc20(USDC), amount: dollars * 1_000_000n, recipient: USER }];
      const domain = { ...order([]).domain, verifyingContract };
      return makeScene({
        action: order(receives, { offers: [{ asset: erc20(WETH), amount: ETHER }], domain }),
        registry: makeRegistry({ contracts: [{ address: CONTRACT }] }),
        chain,
      });
    };
    expect(answer(freeOrder, sale(2000n, CONTRACT))).toBe('fired: note');
    expect(freeOrder.detect(sale(2000n, CONTRACT)).message).toBe('reason.free-order.below-market');
    expect(answer(freeOrder, sale(2000n, STRANGER))).toBe('fired: caution');
    expect(answer(freeOrder, sale(2000n, STRANGER, makeChain({ prices, local: true })))).toBe('fired: note');
    expect(answer(freeOrder, sale(2600n, STRANGER))).toBe('clear');
    expect(answer(freeOrder, sale(2000n, STRANGER, makeChain()))).toBe('clear');
  });

  it('cannot tell who the maker is when nobody says', () => {
    const ask = typedDataAsk({});
    const request = makeRequest({ account: null, ask: ask.kind === 'typedData' ? { ...ask, account: null } : ask });
    expect(on([], { offerer: null }, { request })).toBe('inconclusive');
  });
});
