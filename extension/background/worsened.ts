import type { Report } from '../../src/check.ts';
import { LEVELS } from '../../src/judge/Verdict.ts';
import type { Consequence } from '../../src/simulate/Consequence.ts';

/** Amounts may drift by this share between two simulations, in parts of 10,000 (warnings.md, rule 8: 1 %). */
const TOLERANCE = 100n;
const WHOLE = 10_000n;

/** True when what the person saw is better than what would now happen: level, asset, grantee, or an amount by over 1 %. */
export function hasWorsened(seen: Report, now: Report): boolean {
  if (LEVELS.indexOf(now.verdict.level) > LEVELS.indexOf(seen.verdict.level)) return true;
  const before = new Map(seen.consequences.map((one) => [nameOf(one), one]));
  const after = new Map(now.consequences.map((one) => [nameOf(one), one]));
  for (const [name, one] of after) {
    if (one.kind === 'arrives' || one.kind === 'unknown') continue;
    const was = before.get(name);
    if (was === undefined || moreThan(amountOf(one), amountOf(was))) return true;
  }
  for (const [name, was] of before) {
    if (was.kind !== 'arrives') continue;
    const is = after.get(name);
    if (is === undefined || moreThan(amountOf(was), amountOf(is))) return true;
  }
  return false;
}

function nameOf(one: Consequence): string {
  switch (one.kind) {
    case 'leaves':
    case 'arrives':
      return [one.kind, ...parts(one.asset), one.kind === 'leaves' ? one.to : ''].join(' ');
    case 'grants':
      return [one.kind, one.power, one.to, ...parts(one.over), one.until === 'revoked' ? '' : one.until].join(' ');
    case 'control':
      return [one.kind, one.what, one.of, one.to].join(' ');
    case 'identity':
      return [one.kind, one.scope, one.to].join(' ');
    default:
      return [one.kind, one.why].join(' ');
  }
}

function parts(thing: { type: string; address?: string; id?: bigint | null }): readonly unknown[] {
  return [thing.type, thing.address ?? '', thing.id ?? ''];
}

function amountOf(one: Consequence): bigint | 'unlimited' {
  if (one.kind === 'leaves' || one.kind === 'arrives') return one.amount;
  return one.kind === 'grants' ? one.limit : 0n;
}

function moreThan(amount: bigint | 'unlimited', other: bigint | 'unlimited'): boolean {
  if (other === 'unlimited') return false;
  return amount === 'unlimited' || amount * WHOLE > other * (WHOLE + TOLERANCE);
}
