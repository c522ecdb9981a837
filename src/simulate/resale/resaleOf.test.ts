import { describe, expect, it } from 'vitest';
import { type Later, resaleOf } from './resaleOf.ts';

const sold = (gained: bigint, variant: string | null = null): Later => ({ variant, result: { kind: 'done', gained } });
const reverted = (variant: string | null = null): Later => ({ variant, result: { kind: 'reverted' } });
const silent = (variant: string | null = null): Later => ({ variant, result: { kind: 'no-answer' } });

describe('resaleOf', () => {
  it('lets the last trial decide and names the first that was as bad', () => {
    expect(resaleOf([sold(99n), sold(98n, 'b'), sold(97n, 'c')], 100n)).toEqual({
      outcome: 'sold',
      returned: 0.97,
      variant: null,
    });
    expect(resaleOf([sold(99n), reverted('b'), reverted('c')], 100n)?.variant).toBe('b');
    expect(resaleOf([reverted(), reverted('b'), reverted('c')], 100n)?.variant).toBeNull();
  });
  it('forgives a wait', () => {
    expect(resaleOf([reverted(), reverted('b'), sold(90n, 'c')], 100n)?.outcome).toBe('sold');
  });
  it('calls less than half a loss, and nothing at all no sale', () => {
    expect(resaleOf([sold(50n)], 100n)?.outcome).toBe('sold');
    expect(resaleOf([sold(49n)], 100n)).toEqual({ outcome: 'sells-at-loss', returned: 0.49, variant: null });
    expect(resaleOf([sold(0n)], 100n)).toEqual({ outcome: 'cannot-sell', returned: null, variant: null });
  });
  it('says nothing where the last trial gave no answer', () => {
    expect(resaleOf([reverted(), silent('b')], 100n)).toBeNull();
    expect(resaleOf([], 100n)).toBeNull();
  });
  it('never counts more than everything', () => {
    expect(resaleOf([sold(500n)], 100n)?.returned).toBe(1);
    expect(resaleOf([sold(5n)], 0n)?.returned).toBe(1);
  });
});
