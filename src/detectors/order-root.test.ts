import { describe, expect, it } from 'vitest';
import { orderRoot } from './order-root.ts';
import { answer, makeRequest, makeScene } from './testing/scene.ts';

const on = (origin: string | null, what: 'order-root' | 'typed-data' = 'order-root') =>
  answer(
    orderRoot,
    makeScene({ action: { kind: 'opaque', what, label: 'Root', domain: null }, request: makeRequest({ origin }) }),
  );

describe('order-root', () => {
  it('fires away from the market', () => {
    expect(on('https://evil.example')).toBe('fired: danger');
    expect(on('https://blur.io.evil.example')).toBe('fired: danger');
  });

  it('stays quiet at home and on other typed data', () => {
    expect(on('https://blur.io')).toBe('clear');
    expect(on('https://app.blur.io')).toBe('clear');
    expect(on('https://evil.example', 'typed-data')).toBe('quiet');
  });

  it('cannot tell for a page without an origin', () => {
    expect(on(null)).toBe('inconclusive');
  });
});
