import { describe, expect, it } from 'vitest';
import { answer, makeRequest, makeScene, typedDataAsk } from './testing/scene.ts';
import { typedDataNoDomain } from './typed-data-no-domain.ts';

const on = (ask: ReturnType<typeof typedDataAsk>) =>
  answer(typedDataNoDomain, makeScene({ request: makeRequest({ ask }) }));

describe('typed-data-no-domain', () => {
  it('fires on an empty domain, whether declared or not', () => {
    expect(on(typedDataAsk({}))).toBe('fired: caution');
    expect(on(typedDataAsk({ name: 'X' }, []))).toBe('fired: caution');
  });

  it('fires on the old version, which has none', () => {
    const ask = typedDataAsk({ name: 'X' });
    expect(on(ask.kind === 'typedData' ? { ...ask, version: 'v1' } : ask)).toBe('fired: caution');
  });

  it('stays quiet on any domain and on other requests', () => {
    expect(on(typedDataAsk({ name: 'Snapshot', version: '0.1.4' }))).toBe('clear');
    expect(on(typedDataAsk({ chainId: 1 }, ['chainId']))).toBe('clear');
    expect(answer(typedDataNoDomain, makeScene())).toBe('quiet');
  });

  it('is never inconclusive: it needs nothing but the request', () => {
    const scene = makeScene({
      request: makeRequest({ ask: typedDataAsk({}), chainId: null }),
      chain: null,
      registry: null,
    });
    expect(answer(typedDataNoDomain, scene)).toBe('fired: caution');
  });
});
