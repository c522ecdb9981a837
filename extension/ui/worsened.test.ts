import { describe, expect, it } from 'vitest';
import type { Explanation } from '../../src/explain/Explanation.ts';
import type { ReviewView } from '../protocol/views.ts';
import { worsened } from './worsened.ts';

const how = 'a simulation showed';
const grantee = `0x${'ab'.repeat(20)}`;

function explanation(change: Partial<Explanation> = {}): Explanation {
  return {
    headline: 'You pay 1,000 USDC',
    leaves: [{ text: '1,000 USDC', how, address: null }],
    arrives: [{ text: '0.4 ETH', how, address: null }],
    grants: [],
    control: [],
    identity: [],
    reasons: [],
    advice: '',
    unknowns: [],
    continueLabel: 'Pay 1,000 USDC',
    challenge: null,
    glossary: [],
    quote: null,
    description: null,
    language: 'en',
    shape: 'payment',
    ...change,
  };
}

function view(change: Partial<ReviewView> = {}): ReviewView {
  return {
    id: '0'.repeat(32),
    state: 'ready',
    origin: 'https://app.example.org',
    site: { before: 'app.', registrable: 'example.org', after: '' },
    insideSite: null,
    walletName: null,
    chainName: null,
    account: null,
    method: 'eth_sendTransaction',
    level: 'caution',
    friction: 'click',
    explanation: explanation(),
    coverage: { ran: [], failed: [], skipped: [] },
    technicalText: '',
    arrivedAt: 0,
    expiresAt: 0,
    checkedAt: 0,
    again: null,
    ...change,
  };
}

const words = (change: Partial<Explanation>) => view({ explanation: explanation(change) });
const line = (text: string, address: string | null = null) => ({ text, how, address });
const grant = (change: object = {}) => ({
  ...line('may take USDC', grantee),
  power: 'Could take it, whenever it likes.',
  who: 'an unknown contract',
  what: 'USDC',
  limit: '500 USDC',
  until: 'never expires',
  takeBack: 'set the allowance to 0',
  ...change,
});

describe('a new look is asked for', () => {
  it('when the level changes, up or down', () => {
    expect(worsened(view(), view({ level: 'danger' }))).toBe(true);
    expect(worsened(view(), view({ level: 'routine' }))).toBe(true);
  });

  it('when the verdict arrives', () => {
    expect(worsened(view({ explanation: null }), view())).toBe(true);
  });

  it('when more than one percent more leaves, or less arrives', () => {
    expect(worsened(view(), words({ leaves: [line('1,011 USDC')] }))).toBe(true);
    expect(worsened(view(), words({ arrives: [line('0.39 ETH')] }))).toBe(true);
  });

  it('when the asset or the recipient changes', () => {
    expect(worsened(view(), words({ leaves: [line('1,000 DAI')] }))).toBe(true);
    expect(worsened(view(), words({ leaves: [line('1,000 USDC', grantee)] }))).toBe(true);
    expect(worsened(view(), words({ leaves: [line('1,000 USDC'), line('1 Punk')] }))).toBe(true);
    expect(worsened(words({ leaves: [line('Punk #512')] }), words({ leaves: [line('Punk #99')] }))).toBe(true);
  });

  it('when a grantee, a limit or a deadline changes', () => {
    const before = words({ grants: [grant()] });
    expect(worsened(before, words({ grants: [grant({ address: `0x${'cd'.repeat(20)}` })] }))).toBe(true);
    expect(worsened(before, words({ grants: [grant({ limit: '600 USDC' })] }))).toBe(true);
    expect(worsened(before, words({ grants: [grant({ limit: 'no limit' })] }))).toBe(true);
    expect(worsened(before, words({ grants: [grant({ until: 'until 4 May' })] }))).toBe(true);
  });

  it('when an amount can no longer be compared', () => {
    expect(worsened(view(), words({ leaves: [line('1,000.000.1 USDC')] }))).toBe(true);
  });
});

describe('no new look is asked for', () => {
  it('when nothing changed, or only within one percent', () => {
    expect(worsened(view(), view())).toBe(false);
    expect(worsened(view(), words({ leaves: [line('1,009 USDC')], arrives: [line('0.3970 ETH')] }))).toBe(false);
  });

  it('when amounts got better', () => {
    expect(worsened(view(), words({ leaves: [line('12 USDC')], arrives: [line('90 ETH')] }))).toBe(false);
  });

  it('and separators are read in the language of the words', () => {
    const before = words({ language: 'de', leaves: [line('1.000,5 USDC')] });
    expect(worsened(before, words({ language: 'de', leaves: [line('1.001,5 USDC')] }))).toBe(false);
    expect(worsened(before, words({ language: 'de', leaves: [line('10.005,0 USDC')] }))).toBe(true);
  });
});
