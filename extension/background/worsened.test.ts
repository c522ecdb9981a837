import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/check.ts';
import type { Consequence } from '../../src/simulate/Consequence.ts';
import { approve, OTHER, reportOf, SPENDER, transfer, withLevel } from './testing/report.ts';
import { hasWorsened } from './worsened.ts';

const arriving = (report: Report, amount: bigint): Report => {
  const arrives: Consequence = { kind: 'arrives', asset: { type: 'native' }, amount, basis: 'simulated' };
  return { ...report, consequences: [...report.consequences, arrives] };
};

describe('hasWorsened', () => {
  it('is quiet about the same thing twice', async () => {
    const report = await reportOf('eth_sendTransaction', approve(SPENDER, 100n));
    expect(hasWorsened(report, report)).toBe(false);
  });

  it('sees a higher level, and not a lower one', async () => {
    const report = await reportOf('eth_sendTransaction', approve(SPENDER, 100n));
    expect(hasWorsened(withLevel(report, 'caution'), withLevel(report, 'danger'))).toBe(true);
    expect(hasWorsened(withLevel(report, 'danger'), withLevel(report, 'caution'))).toBe(false);
  });

  it('sees another grantee and an amount worse by more than one percent', async () => {
    const of = (amount: bigint, to = SPENDER) => reportOf('eth_sendTransaction', transfer(to, amount));
    const seen = await of(10_000n);
    expect(hasWorsened(seen, await of(10_100n))).toBe(false);
    expect(hasWorsened(seen, await of(10_101n))).toBe(true);
    expect(hasWorsened(seen, await of(1n))).toBe(false);
    expect(hasWorsened(seen, await of(10_000n, OTHER))).toBe(true);
  });

  it('sees that less arrives, or nothing', async () => {
    const base = await reportOf('eth_sendTransaction', transfer(SPENDER, 1n));
    expect(hasWorsened(arriving(base, 10_000n), arriving(base, 9_950n))).toBe(false);
    expect(hasWorsened(arriving(base, 10_000n), arriving(base, 9_800n))).toBe(true);
    expect(hasWorsened(arriving(base, 10_000n), base)).toBe(true);
    expect(hasWorsened(base, arriving(base, 1n))).toBe(false);
  });
});
