import { describe, expect, it } from 'vitest';
import { ownershipHandover } from './ownership-handover.ts';
import {
  answer,
  CONTRACT,
  makeRequest,
  makeScene,
  OTHER_OWN,
  STRANGER,
  transactionAsk,
  USER,
} from './testing/scene.ts';

const control = (to: `0x${string}`, what: 'ownership' | 'rules' | 'subname' = 'ownership') =>
  ({ kind: 'control', of: CONTRACT, to, what, basis: 'stated' }) as const;
const on = (to: `0x${string}`, more: Parameters<typeof makeScene>[0] = {}) =>
  answer(ownershipHandover, makeScene({ consequences: [control(to)], ...more }));

describe('ownership-handover', () => {
  it('fires when command goes to a stranger, known history or not', () => {
    expect(on(STRANGER)).toBe('fired: danger');
    expect(on(CONTRACT, { history: null, chain: null, registry: null })).toBe('fired: danger');
  });

  it('is caution for somebody dealt with before, and for nobody', () => {
    expect(on(STRANGER, { history: { counterparties: [STRANGER], ownAccounts: [] } })).toBe('fired: caution');
    expect(on('0x0000000000000000000000000000000000000000')).toBe('fired: caution');
  });

  it('is caution when only the rules of a Safe change, and danger when an owner comes with it', () => {
    const rules = control(CONTRACT, 'rules');
    expect(on(CONTRACT, { consequences: [rules] })).toBe('fired: caution');
    expect(on(CONTRACT, { consequences: [rules, control(STRANGER)] })).toBe('fired: danger');
  });

  it('is a note for a name below the user’s own, caution where nobody could see whose it was', () => {
    const given = control(STRANGER, 'subname');
    expect(on(STRANGER, { consequences: [given] })).toBe('fired: note');
    expect(on(STRANGER, { consequences: [given], chain: null })).toBe('fired: caution');
    expect(on(STRANGER, { consequences: [given, control(STRANGER)] })).toBe('fired: danger');
    expect(on(OTHER_OWN, { consequences: [control(OTHER_OWN, 'subname')] })).toBe('clear');
  });

  it('stays quiet when command stays with the user', () => {
    expect(on(USER)).toBe('clear');
    expect(on(OTHER_OWN)).toBe('clear');
    expect(answer(ownershipHandover, makeScene())).toBe('quiet');
  });

  it('cannot tell when the user is not known', () => {
    expect(on(STRANGER, { request: makeRequest({ account: null, ask: transactionAsk({ from: null }) }) })).toBe(
      'inconclusive',
    );
  });
});
