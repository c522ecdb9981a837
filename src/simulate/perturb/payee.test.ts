import { describe, expect, it } from 'vitest';
import type { Run } from '../Simulator.ts';
import { isForNothing, payeeIn } from './payee.ts';

const TOKEN = `0x${'01'.repeat(20)}` as const;
const OTHER = `0x${'02'.repeat(20)}` as const;
const BUYER = `0x${'03'.repeat(20)}` as const;
const native = (delta: bigint) => ({ asset: { type: 'native' }, delta, to: null }) as const;
const erc20 = (delta: bigint, address: `0x${string}` = TOKEN) =>
  ({ asset: { type: 'erc20', address }, delta, to: delta < 0n ? BUYER : null }) as const;
const run = (...deltas: Run['deltas']): Run => ({
  ...{ status: 'success', revertReason: null, gasUsed: 1n, permissions: [], accountCode: null },
  deltas,
});
const sale = run(erc20(-500n), native(1_000_000n));

describe('payeeIn', () => {
  it('is who gets tokens that something comes back for', () => {
    expect(payeeIn(sale)).toBe(BUYER);
    expect(payeeIn(run(erc20(-500n)))).toBeNull();
    expect(payeeIn(run(native(-5n), erc20(9n, OTHER)))).toBeNull();
    expect(payeeIn({ ...sale, status: 'reverted' })).toBeNull();
  });
});

describe('isForNothing', () => {
  it.each<[string, Run, boolean]>([
    ['nothing comes back', run(erc20(-500n)), true],
    ['next to nothing comes back', run(erc20(-500n), native(900n)), true],
    ['more leaves', run(erc20(-900n)), true],
    ['a tenth less comes back', run(erc20(-500n), native(900_000n)), false],
    ['a thousandth comes back', run(erc20(-500n), native(1_000n)), false],
    ['something else comes instead', run(erc20(-500n), erc20(5n, OTHER)), false],
    ['less leaves', run(erc20(-499n)), false],
    ['nothing leaves', run(), false],
    ['it reverts', { ...run(erc20(-500n)), status: 'reverted' }, false],
  ])('%s: %s', (_, after, expected) => {
    expect(isForNothing(sale, after)).toBe(expected);
  });

  it('is not said where nothing was paid', () => {
    expect(isForNothing(run(native(5n)), run())).toBe(false);
  });
});
