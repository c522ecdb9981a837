import { describe, expect, it } from 'vitest';
import { opaqueOrigin } from './opaque-origin.ts';
import { answer, makeRequest, makeScene } from './testing/scene.ts';

const on = (origin: string | null) => answer(opaqueOrigin, makeScene({ request: makeRequest({ origin }) }));

describe('opaque-origin', () => {
  it('fires on a page without an origin, as null or as its text', () => {
    expect(on(null)).toBe('fired: caution');
    expect(on('null')).toBe('fired: caution');
  });

  it('does not apply to pages that have one', () => {
    expect(on('https://app.example.org')).toBe('quiet');
    expect(on('http://localhost:3000')).toBe('quiet');
  });

  it('is never inconclusive: it needs nothing but the browser’s record', () => {
    const scene = makeScene({ request: makeRequest({ origin: null }), chain: null, lists: null, registry: null });
    expect(answer(opaqueOrigin, scene)).toBe('fired: caution');
  });
});
