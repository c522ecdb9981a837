import { describe, expect, it } from 'vitest';
import { unicodeHost } from './unicodeHost.ts';

describe('unicodeHost', () => {
  it('decodes each label on its own', () => {
    expect(unicodeHost('app.xn--80ak6aa92e.com')).toBe('app.аррӏе.com');
    expect(unicodeHost('uniswap.org')).toBe('uniswap.org');
  });
  it('leaves a broken label as it is', () => {
    expect(unicodeHost('xn--999999999999.com')).toBe('xn--999999999999.com');
    expect(unicodeHost('xn--.com')).toBe('.com');
  });
});
