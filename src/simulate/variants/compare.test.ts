import { describe, expect, it } from 'vitest';
import type { Run } from '../Simulator.ts';
import { isSpared, isTurned, isWorse } from './compare.ts';

const USDC = `0x${'01'.repeat(20)}` as const;
const NFT = `0x${'02'.repeat(20)}` as const;
const native = (delta: bigint) => ({ asset: { type: 'native' }, delta, to: null }) as const;
const usdc = (delta: bigint) => ({ asset: { type: 'erc20', address: USDC }, delta, to: null }) as const;
const item = (id: bigint, delta: bigint) => ({ asset: { type: 'erc721', address: NFT, id }, delta, to: null }) as const;
const run = (...deltas: Run['deltas']): Run => ({
  ...{ status: 'success', revertReason: null, gasUsed: 21_000n, permissions: [], accountCode: null },
  deltas,
});
const granting = (after: bigint): Run => ({
  ...run(),
  permissions: [
    {
      ...({ kind: 'allowance', token: USDC, tokenType: 'erc20', to: NFT, before: 0n } as const),
      ...{ after, itemId: null, untilSeconds: null },
    },
  ],
});
const reverted: Run = { ...run(native(-1000n)), status: 'reverted' };

describe('isSpared', () => {
  const fee = 100n;
  it.each<[string, Run, Run, boolean]>([
    ['a loss turns into a gift', run(native(-1000n)), run(native(100n)), true],
    ['nothing leaves', run(native(-1000n)), run(), true],
    ['something arrives besides', run(native(-1000n)), run(native(-1000n), usdc(1000n)), true],
    ['an item arrives', run(native(-1000n)), run(native(-1000n), item(1n, 1n)), true],
    ['a fee that follows the price of gas is given back', run(native(-100n)), run(), false],
    ['the same leaves', run(native(-1000n)), run(native(-1000n)), false],
    ['less leaves', run(native(-1000n)), run(native(-500n)), false],
    ['the base gives something', run(native(-1000n), usdc(1000n)), run(native(100n)), false],
    ['the base takes nothing', run(), run(native(100n)), false],
    ['a power is given in the base', { ...granting(5n), ...{ deltas: [native(-1000n)] } }, run(), false],
    ['it reverts', run(native(-1000n)), { ...run(), status: 'reverted' }, false],
    ['the base reverts', reverted, run(native(100n)), false],
  ])('%s', (_, base, variant, expected) => {
    expect(isSpared(base, variant, fee)).toBe(expected);
  });
});

describe('isWorse', () => {
  it.each<[string, Run, Run, boolean]>([
    ['another asset leaves', run(native(-1000n)), run(native(-1000n), usdc(-1000n)), true],
    ['what arrived stays away', run(native(-1000n), usdc(1000n)), run(native(-1000n)), true],
    ['a gift turns into a loss', run(native(1000n)), run(native(-1000n)), true],
    ['6 % more leaves', run(native(-1000n)), run(native(-1060n)), true],
    ['5 % more leaves', run(native(-1000n)), run(native(-1050n)), false],
    ['6 % less arrives', run(usdc(1000n)), run(usdc(940n)), true],
    ['more arrives', run(usdc(1000n)), run(usdc(2000n)), false],
    ['rounding', run(), run(usdc(-10n)), false],
    ['another item of the same collection', run(item(1n, 1n)), run(item(2n, 1n)), false],
    ['no item at all', run(item(1n, 1n)), run(), true],
    ['an item of the own leaves, another one comes', run(), run(item(1n, -1n), item(2n, 1n)), true],
    ['it reverts', run(native(-1n)), reverted, false],
    ['the base reverts', reverted, run(native(-10_000n)), false],
    ['a new power', run(), granting(5n), true],
    ['the same power', granting(100n), granting(104n), false],
    ['a larger power', granting(100n), granting(200n), true],
  ])('%s: %#', (_, base, variant, worse) => {
    expect(isWorse(base, variant, 0n)).toBe(worse);
  });

  it('leaves alone what gas explains', () => {
    expect(isWorse(run(native(-1000n)), run(native(-2000n)), 1000n)).toBe(false);
    expect(isWorse(run(native(-1000n)), run(native(-2001n)), 1000n)).toBe(true);
  });
});

describe('isTurned', () => {
  it('asks for more than a higher price', () => {
    expect(isTurned(run(native(-1000n), usdc(500n)), run(native(-2000n), usdc(100n)))).toBe(false);
    expect(isTurned(run(native(-1000n), usdc(500n)), run(native(-1000n)))).toBe(true);
    expect(isTurned(run(native(1000n)), run(native(-1000n)))).toBe(true);
    expect(isTurned(run(usdc(500n)), run())).toBe(false);
  });
});
