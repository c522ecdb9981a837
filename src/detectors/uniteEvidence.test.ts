import { describe, expect, it } from 'vitest';
import type { Evidence } from './Evidence.ts';
import { ethSign } from './eth-sign.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { opaqueOrigin } from './opaque-origin.ts';
import { uniteEvidence } from './uniteEvidence.ts';

const spender = (value: string): Evidence => fired(ethSign.meta, { who: { type: 'address', value } });

describe('uniteEvidence', () => {
  it('keeps each finding once, in the order of the detectors', () => {
    const whole = [fired(opaqueOrigin.meta)];
    const parts = [
      [spender('0x1'), fired(opaqueOrigin.meta)],
      [spender('0x2'), spender('0x1')],
    ];
    expect(uniteEvidence([whole, ...parts])).toEqual([spender('0x1'), spender('0x2'), fired(opaqueOrigin.meta)]);
  });

  it('what fired anywhere has fired, and "could not tell" outweighs "found nothing"', () => {
    expect(uniteEvidence([[clear(ethSign.meta)], [spender('0x1')]])).toEqual([spender('0x1')]);
    expect(uniteEvidence([[clear(ethSign.meta)], [inconclusive(ethSign.meta)]])).toEqual([inconclusive(ethSign.meta)]);
    expect(uniteEvidence([[clear(ethSign.meta)], []])).toEqual([clear(ethSign.meta)]);
    expect(uniteEvidence([])).toEqual([]);
  });

  it('tells findings apart by amounts that no JSON holds', () => {
    const amount = (value: bigint) =>
      fired(ethSign.meta, { fee: { type: 'amount', asset: { type: 'native' }, value } });
    expect(uniteEvidence([[amount(1n)], [amount(2n)], [amount(1n)]])).toHaveLength(2);
  });
});
