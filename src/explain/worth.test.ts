import { describe, expect, it } from 'vitest';
import {
  erc20,
  makeChain,
  makeRegistry,
  makeRequest,
  NATIVE,
  nft,
  transfer,
  UNLISTED_TOKEN,
  USDC,
} from '../detectors/testing/scene.ts';
import type { Price } from '../simulate/Simulator.ts';
import { speechOf } from './Speech.ts';
import { worthText } from './worth.ts';

const ETHER = 10n ** 18n;

function speech(price: Price | null) {
  const prices = new Map(
    price === null
      ? []
      : ([
          ['native', price],
          [USDC, price],
        ] as const),
  );
  return speechOf({
    request: makeRequest(),
    action: transfer(),
    consequences: [],
    evidence: [],
    verdict: { level: 'routine', because: [], coverage: { ran: [], failed: [], skipped: [] }, friction: 'none' },
    registry: makeRegistry(),
    chain: makeChain({ prices }),
    language: 'en',
  });
}

describe('worthText', () => {
  it('says about how much, by whom and how old', () => {
    const feed = (ageSeconds: number | null): Price => ({ usd: 3612.34, source: 'chainlink', ageSeconds });
    expect(worthText(speech(feed(700)), NATIVE, ETHER)).toBe(
      'about $3,600 by the price feed Aave uses, 12 minutes old',
    );
    expect(worthText(speech(feed(50_000)), NATIVE, ETHER)).toBe(
      'about $3,600 by the price feed Aave uses, 14 hours old',
    );
    expect(worthText(speech(feed(null)), NATIVE, ETHER)).toBe('about $3,600 by the price feed Aave uses');
    const pool: Price = { usd: 1, source: 'uniswap-v3', ageSeconds: null };
    expect(worthText(speech(pool), erc20(USDC), 120_400_000n)).toBe('about $120 by Uniswap’s pools');
    expect(worthText(speech(pool), erc20(USDC), 340_000n)).toBe('about $0.34 by Uniswap’s pools');
  });

  it('is silent where nobody knows, on items, pennies and broken prices', () => {
    const price: Price = { usd: 1, source: 'chainlink', ageSeconds: 1 };
    expect(worthText(speech(null), NATIVE, ETHER)).toBeNull();
    expect(worthText(speech(price), nft(1n), 1n)).toBeNull();
    expect(worthText(speech(price), erc20(UNLISTED_TOKEN), ETHER)).toBeNull();
    expect(worthText(speech(price), erc20(USDC), 'unlimited')).toBeNull();
    expect(worthText(speech(price), erc20(USDC), 9_000n)).toBeNull();
    expect(worthText(speech(price), erc20(USDC), 2n ** 255n)).toBeNull();
    expect(worthText(speech({ ...price, usd: Number.NaN }), NATIVE, ETHER)).toBeNull();
  });
});
