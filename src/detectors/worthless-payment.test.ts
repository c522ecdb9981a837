import { describe, expect, it } from 'vitest';
import type { Asset, OrderAction } from '../decode/Action.ts';
import type { Market, MarketSource } from '../simulate/Simulator.ts';
import {
  answer,
  CONTRACT,
  erc20,
  makeChain,
  makeRegistry,
  makeScene,
  NATIVE,
  NFT,
  nft,
  STRANGER,
  UNLISTED_TOKEN,
  USDC,
  USER,
  WETH,
} from './testing/scene.ts';
import { worthlessPayment } from './worthless-payment.ts';

const ETHER = 10n ** 18n;
const MARKETS: MarketSource = { v2: [], v3: CONTRACT, quotes: [], complete: true };
const domain = { name: 'Seaport', version: null, chainId: 1n, verifyingContract: CONTRACT, missing: false };
const order = (offer: Asset, receive: Asset, parts: Partial<OrderAction> = {}): OrderAction => ({
  kind: 'order',
  protocol: 'Seaport',
  offerer: USER,
  offers: [{ asset: offer, amount: offer.type === 'erc721' ? 1n : ETHER }],
  receives: [{ asset: receive, amount: receive.type === 'erc721' ? 1n : 1000n * ETHER, recipient: USER }],
  until: 0n,
  domain,
  ...parts,
});
const registry = (source: MarketSource | null = MARKETS) => ({
  ...makeRegistry({ contracts: [{ address: CONTRACT }] }),
  marketSource: () => source,
});
const paying = (market: Market | null, more: Parameters<typeof makeChain>[0] = {}) =>
  makeChain({ ...(market === null ? {} : { markets: new Map([[UNLISTED_TOKEN, market]]) }), ...more });
const NOBODY: Market = { paysUsd: 0, depthUsd: 0 };
const item = nft(1n);
const coin = erc20(UNLISTED_TOKEN);

const on = (action: OrderAction, chain: ReturnType<typeof makeChain> | null, known = registry()) =>
  answer(worthlessPayment, makeScene({ action, chain, registry: known }));
const said = (action: OrderAction, chain: ReturnType<typeof makeChain>) =>
  worthlessPayment.detect(makeScene({ action, chain, registry: registry() })).message;

describe('worthless-payment', () => {
  it('fires as danger when an item goes for a coin that no exchange buys', () => {
    expect(on(order(item, coin), paying(NOBODY))).toBe('fired: danger');
    expect(said(order(item, coin), paying(NOBODY))).toBe('reason.worthless-payment');
  });

  it('fires as caution where less is known: a market nobody knows, coins given, exchanges not all asked', () => {
    const elsewhere = { ...domain, verifyingContract: STRANGER };
    expect(on(order(item, coin, { domain: elsewhere }), paying(NOBODY))).toBe('fired: caution');
    expect(on(order(erc20(WETH), coin), paying(NOBODY))).toBe('fired: caution');
    expect(on(order(item, coin), paying(NOBODY), registry({ ...MARKETS, complete: false }))).toBe('fired: caution');
  });

  it('says so when nobody answered, and never stays quiet then', () => {
    for (const chain of [null, paying(null), paying({ paysUsd: null, depthUsd: null })]) {
      expect(on(order(item, coin), chain)).toBe('fired: caution');
    }
    expect(said(order(erc20(USDC), coin), paying(null))).toBe('reason.worthless-payment.untold');
    expect(on(order(item, coin), paying(null), registry(null))).toBe('fired: caution');
  });

  it('fires as caution on a market too thin', () => {
    expect(said(order(item, coin), paying({ paysUsd: 400, depthUsd: 900 }))).toBe('reason.worthless-payment.thin');
    const prices = new Map([[WETH, { usd: 3000, source: 'chainlink', ageSeconds: 1 } as const]]);
    const sale = (paysUsd: number) => on(order(erc20(WETH), coin), paying({ paysUsd, depthUsd: 9_000 }, { prices }));
    expect(sale(1400)).toBe('fired: caution');
    expect(sale(1600)).toBe('clear');
  });

  it('fires when money goes for an item that nobody has', () => {
    const chain = makeChain({ unmade: [{ collection: NFT, id: 7n }] });
    expect(on(order(erc20(WETH), nft(7n)), chain)).toBe('fired: danger');
    expect(said(order(erc20(WETH), nft(7n)), chain)).toBe('reason.worthless-payment.unmade');
    expect(on(order(erc20(WETH), nft(8n)), chain)).toBe('clear');
    // Where an item is made when it is sold.
    expect(on(order(erc20(WETH), nft(7n), { protocol: 'rarible' }), chain)).toBe('fired: caution');
    const both = order(erc20(WETH), nft(7n));
    const more = { receives: [...both.receives, { asset: NATIVE, amount: ETHER, recipient: USER }] };
    expect(on({ ...both, ...more }, chain)).toBe('clear');
  });

  it('stays quiet on what is listed, sold, bartered or nobody can price either way', () => {
    expect(on(order(item, erc20(USDC)), paying(NOBODY))).toBe('clear');
    expect(on(order(item, NATIVE), paying(NOBODY))).toBe('clear');
    expect(on(order(item, coin), paying({ paysUsd: 400, depthUsd: 90_000 }))).toBe('clear');
    expect(on(order(erc20(WETH), coin), paying({ paysUsd: 400, depthUsd: 900 }))).toBe('clear');
    expect(on(order(item, nft(9n)), paying(NOBODY))).toBe('clear');
    expect(on(order(erc20(STRANGER), coin), paying(NOBODY))).toBe('clear');
    const mixed = order(item, coin);
    const receives = [...mixed.receives, { asset: NATIVE, amount: ETHER, recipient: USER }];
    expect(on({ ...mixed, receives }, paying(NOBODY))).toBe('clear');
    expect(on({ ...mixed, receives: [{ asset: coin, amount: ETHER, recipient: STRANGER }] }, paying(NOBODY))).toBe(
      'clear',
    );
    expect(answer(worthlessPayment, makeScene())).toBe('quiet');
  });

  it('has no say where no exchange is known, on a developer’s chain', () => {
    expect(on(order(item, coin), paying(null, { local: true }), registry(null))).toBe('clear');
    expect(on(order(erc20(WETH), coin), paying(null), registry(null))).toBe('clear');
  });

  it('cannot tell without a registry', () => {
    const scene = makeScene({ action: order(item, coin), chain: paying(NOBODY), registry: null });
    expect(answer(worthlessPayment, scene)).toBe('inconclusive');
  });
});
