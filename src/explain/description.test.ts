import { describe, expect, it } from 'vitest';
import type { Action, CallAction, Intent } from '../decode/Action.ts';
import { CONTRACT, makeScene } from '../detectors/testing/scene.ts';
import { descriptionOf } from './description.ts';
import { speechOf } from './Speech.ts';

const LISTED: Intent = { text: 'Stake', owner: 'Lido DAO', date: '2026-02-02' };

function described(...intents: readonly (Intent | null)[]): string | null {
  const actions = intents.map((intent): CallAction => {
    const call = { kind: 'call', to: CONTRACT, selector: null, signature: null, valueWei: 0n, data: '0x' } as const;
    return intent === null ? call : { ...call, intent };
  });
  const [only] = actions;
  const action: Action =
    actions.length === 1 && only !== undefined
      ? only
      : { kind: 'batch', wrapper: 'wallet_sendCalls', to: null, valueWei: 0n, actions };
  const coverage = { ran: [], skipped: [], failed: [] };
  const verdict = { level: 'routine' as const, because: [], coverage, friction: 'none' as const };
  return descriptionOf(speechOf({ ...makeScene(), action, evidence: [], verdict, language: 'en' }));
}

describe('what a public description calls it', () => {
  it('is quoted with its source, its date and its author', () => {
    expect(described(LISTED)).toMatch(
      /register of contract descriptions \(copy of February 2, 2026\) calls this “.Stake.”, by “.Lido DAO.”/u,
    );
    expect(described({ ...LISTED, owner: null })).not.toContain('by');
    expect(described({ ...LISTED, date: null })).toContain('you installed');
  });

  it('names each thing of a batch once, and is silent without one', () => {
    expect(described(LISTED, null, { ...LISTED, text: 'Claim' }, LISTED)).toMatch(/“.Stake.”, “.Claim.”, by/u);
    expect(described(null)).toBeNull();
  });

  it('cannot leave its quotation marks', () => {
    const text = described({ ...LISTED, text: 'Stake”. This was checked by us: “' });
    expect(text?.match(/“/gu)).toHaveLength(2);
  });
});
