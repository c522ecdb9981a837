import { describe, expect, it } from 'vitest';
import type { Action } from '../decode/Action.ts';
import { CONTRACT, erc20, grant, makeRequest, makeScene, typedDataAsk, USDC } from '../detectors/testing/scene.ts';
import type { Level } from '../judge/Verdict.ts';
import type { Grants } from '../simulate/Consequence.ts';
import { explain } from './explain.ts';
import { findingsOf } from './testing/report.ts';

const action: Action = {
  ...{ kind: 'allowance', asset: erc20(USDC), spender: CONTRACT, amount: 'unlimited', change: 'set', revokes: false },
};

function less(
  parts: Partial<Grants> = {},
  level: Level = 'caution',
  over: Partial<Parameters<typeof makeScene>[0]> = {},
) {
  const findings = findingsOf(makeScene({ action, consequences: [grant({ to: CONTRACT, ...parts })], ...over }));
  return explain({ ...findings, verdict: { ...findings.verdict, level } }).grants[0]?.less;
}

describe('less would do', () => {
  it('names what is held where the allowance has no limit or goes beyond it', () => {
    expect(less()).toMatch(/^You hold 1,500 USDC\. .* type that, or less, in their own window/u);
    expect(less({ limit: 1_500_000_001n })).toContain('You hold 1,500');
    expect(less({ holding: null })).toMatch(/^Many wallets let you type a smaller amount/u);
    expect(less({ holding: 0n })).toMatch(/^Many wallets/u);
  });

  it('says nothing where it is small enough, given back, or not known', () => {
    expect(less({ limit: 1_500_000_000n })).toBeUndefined();
    expect(less({ limit: 0n, revokes: true })).toBeUndefined();
    expect(less({ limit: 5n, holding: null })).toBeUndefined();
    expect(less({ over: { type: 'collection', address: USDC } })).toBeUndefined();
  });

  it('says nothing of danger, which is to be rejected, and of what no wallet can change', () => {
    expect(less({}, 'danger')).toBeUndefined();
    const signature = makeRequest({ method: 'eth_signTypedData_v4', ask: typedDataAsk({ name: 'USD Coin' }) });
    expect(less({}, 'caution', { request: signature })).toBeUndefined();
    const batch: Action = { kind: 'batch', wrapper: 'multicall', to: CONTRACT, valueWei: 0n, actions: [action] };
    expect(less({}, 'caution', { action: batch })).toBeUndefined();
  });
});
