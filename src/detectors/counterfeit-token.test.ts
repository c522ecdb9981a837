import { describe, expect, it } from 'vitest';
import type { Lookalike } from '../registry/Registry.ts';
import { counterfeitToken } from './counterfeit-token.ts';
import {
  answer,
  arrives,
  erc20,
  grant,
  leaves,
  makeChain,
  makeRegistry,
  makeScene,
  UNLISTED_TOKEN,
  USDC,
} from './testing/scene.ts';

const twin: Lookalike = { kind: 'token', symbol: 'USDC', name: 'USD Coin', address: USDC };
const named = makeChain({
  tokens: new Map([[UNLISTED_TOKEN, { symbol: 'USDС', name: 'USD Coin', decimals: 6, holding: 0n }]]),
});
const got = arrives({ asset: erc20(UNLISTED_TOKEN) });
const on = (more: Parameters<typeof makeScene>[0], impersonates: Lookalike | null = twin) =>
  answer(counterfeitToken, makeScene({ chain: named, registry: makeRegistry({ impersonates }), ...more }));

describe('counterfeit-token', () => {
  it('fires when a token that wears a listed name is got, watched or empowered', () => {
    expect(on({ consequences: [got] })).toBe('fired: caution');
    expect(on({ consequences: [grant({ over: { type: 'erc20', address: UNLISTED_TOKEN } })] })).toBe('fired: caution');
    const action = { kind: 'asset', standard: 'ERC20', address: UNLISTED_TOKEN, symbol: 'USDC' } as const;
    expect(on({ action, chain: null })).toBe('fired: caution');
  });

  it('is danger where nobody honest is named so, and money or trust is at stake', () => {
    for (const posing of ['whole', 'disguised'] as const) {
      const sure: Lookalike = { ...twin, posing };
      const action = { kind: 'asset', standard: 'ERC20', address: UNLISTED_TOKEN, symbol: 'USDC' } as const;
      expect(on({ consequences: [leaves(), got] }, sure)).toBe('fired: danger');
      expect(on({ action, consequences: [] }, sure)).toBe('fired: danger');
      const scene = makeScene({
        chain: named,
        registry: makeRegistry({ impersonates: sure }),
        consequences: [leaves(), got],
      });
      expect(counterfeitToken.detect(scene).message).toBe(`reason.counterfeit-token.${posing}`);
      // A present costs nothing, an approval of a fake gives a fake away.
      expect(on({ consequences: [got] }, sure)).toBe('fired: caution');
      expect(on({ consequences: [grant({ over: { type: 'erc20', address: UNLISTED_TOKEN } })] }, sure)).toBe(
        'fired: caution',
      );
      expect(on({ consequences: [leaves({ asset: erc20(UNLISTED_TOKEN) })] }, sure)).toBe('fired: note');
    }
    expect(on({ consequences: [leaves(), got] })).toBe('fired: caution');
  });

  it('is danger where the page gives it a listed symbol that it does not have', () => {
    const action = { kind: 'asset', standard: 'ERC20', address: UNLISTED_TOKEN, symbol: 'USDC' } as const;
    const called = (symbol: string) =>
      makeChain({ tokens: new Map([[UNLISTED_TOKEN, { symbol, name: 'Ember Points', decimals: 18, holding: 0n }]]) });
    const asked = (symbol: string, impersonates: Lookalike | null = twin) =>
      on({ action, consequences: [], chain: called(symbol) }, impersonates);
    expect(asked('EMBP')).toBe('fired: danger');
    expect(asked('usdc')).toBe('fired: caution');
    expect(asked('EMBP', null)).toBe('clear');
    expect(asked('EMBP', { ...twin, kind: 'brand' })).toBe('fired: note');
  });

  it('is a note when it leaves, or when the name is a coin’s or a brand’s', () => {
    expect(on({ consequences: [leaves({ asset: erc20(UNLISTED_TOKEN) })] })).toBe('fired: note');
    expect(on({ consequences: [got] }, { ...twin, kind: 'native', symbol: 'BTC' })).toBe('fired: note');
    expect(on({ consequences: [got] }, { ...twin, kind: 'brand' })).toBe('fired: note');
  });

  it('is a note on a developer’s chain where the listed one does not live', () => {
    const chain = { ...named, local: true };
    expect(on({ consequences: [got], chain }, { ...twin, address: null })).toBe('fired: note');
    expect(on({ consequences: [got], chain })).toBe('fired: caution');
  });

  it('stays quiet on listed tokens, honest names and coins', () => {
    expect(on({ consequences: [arrives()] })).toBe('clear');
    expect(on({ consequences: [got] }, null)).toBe('clear');
    expect(on({ consequences: [leaves()] })).toBe('quiet');
  });

  it('cannot tell without a registry or a name', () => {
    expect(on({ consequences: [got], registry: null })).toBe('inconclusive');
    expect(on({ consequences: [got], chain: null }, null)).toBe('inconclusive');
  });
});
