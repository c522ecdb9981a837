import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/check.ts';
import type { Evidence } from '../../src/detectors/Evidence.ts';
import { sampleView } from '../../src/simulate/testing/sampleView.ts';
import { heldReport } from './heldReport.ts';
import { approve, OTHER, reportOf, SPENDER } from './testing/report.ts';

async function report(amount: bigint, over: Partial<Report['verdict']> = {}): Promise<Report> {
  const made = await reportOf('eth_sendTransaction', approve(SPENDER, amount));
  return { ...made, chain: sampleView.view, verdict: { ...made.verdict, ...over } };
}

describe('heldReport', () => {
  it('takes what is as bad or worse as it comes', async () => {
    const before = await report(5n, { level: 'routine', friction: 'none' });
    const danger = await report(5n, { level: 'danger', friction: 'fact' });
    const same = await report(4n, { level: 'routine', friction: 'none' });
    expect(heldReport(before, danger, null)).toBe(danger);
    expect(heldReport(before, same, null)).toBe(same);
  });

  it('keeps the earlier one where the later alone would be milder, or saw no chain', async () => {
    const before = await report(5n, { level: 'danger', friction: 'fact' });
    expect(heldReport(before, await report(5n, { level: 'routine', friction: 'none' }), null)).toBe(before);
    expect(heldReport(before, await report(5n, { level: 'danger', friction: 'click' }), null)).toBe(before);
    const blind = { ...(await report(5n, { level: 'danger', friction: 'fact' })), chain: null };
    expect(heldReport(before, blind, null)).toBe(before);
  });

  it('tells what got worse at the earlier level, with what was found then', async () => {
    const made = await report(5n, { level: 'danger', friction: 'fact', because: ['spender-is-eoa'] });
    const evidence = made.evidence.map((one): Evidence => {
      const facts = { who: { type: 'address', value: OTHER } } as const;
      return one.detector === 'spender-is-eoa' ? { ...one, outcome: 'fired', severity: 'danger', facts } : one;
    });
    const before = { ...made, evidence };
    const found = await report(500n, { level: 'routine', friction: 'none', because: [] });
    const held = heldReport(before, found, null);
    expect(held.verdict).toMatchObject({ level: 'danger', friction: 'fact', because: ['spender-is-eoa'] });
    expect(held.consequences).toBe(found.consequences);
    expect(held.evidence.filter(({ detector }) => detector === 'spender-is-eoa')).toMatchObject([{ outcome: 'fired' }]);
    expect(held.explanation.challenge).not.toBeNull();
    expect(held.explanation.reasons.map(({ detector }) => detector)).toContain('spender-is-eoa');
    expect(held.explanation.grants[0]?.limit).toBe(found.explanation.grants[0]?.limit);
  });
});
