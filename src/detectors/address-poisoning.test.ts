import { describe, expect, it } from 'vitest';
import { addressPoisoning } from './address-poisoning.ts';
import { answer, call, grant, leaves, makeScene, transfer, USER } from './testing/scene.ts';

const KNOWN = '0xd9a1b0b1e1ae382dbdc898ea68012ffcb2853a91';
const TWIN = '0xd9a1c3788d81257612e2581a6ea0ada244853a91';
const WEAK = '0xd9affffffffffffffffffffffffffffffffffa91';
const history = { counterparties: [KNOWN], ownAccounts: [] };
const on = (to: `0x${string}`, more: Parameters<typeof makeScene>[0] = {}) =>
  makeScene({ action: transfer({ to }), history, ...more });

describe('address-poisoning', () => {
  it('is danger when both ends equal those of somebody known', () => {
    expect(answer(addressPoisoning, on(TWIN))).toBe('fired: danger');
    expect(answer(addressPoisoning, on('0xD9A1C3788D81257612E2581A6EA0ADA244853A91'))).toBe('fired: danger');
    expect(answer(addressPoisoning, makeScene({ action: call(), consequences: [leaves({ to: TWIN })], history }))).toBe(
      'fired: danger',
    );
    expect(answer(addressPoisoning, makeScene({ action: call(), consequences: [grant({ to: TWIN })], history }))).toBe(
      'fired: danger',
    );
  });

  it('is caution for a weaker likeness, and counts own accounts as known', () => {
    expect(answer(addressPoisoning, on(WEAK))).toBe('fired: caution');
    expect(answer(addressPoisoning, on(TWIN, { history: { counterparties: [], ownAccounts: [KNOWN] } }))).toBe(
      'fired: danger',
    );
  });

  it('stays quiet on the real one, on strangers and on oneself', () => {
    expect(answer(addressPoisoning, on(KNOWN))).toBe('clear');
    expect(answer(addressPoisoning, on('0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc'))).toBe('clear');
    expect(answer(addressPoisoning, on(USER))).toBe('quiet');
  });

  it('cannot tell without a history', () => {
    expect(answer(addressPoisoning, on(TWIN, { history: null }))).toBe('inconclusive');
  });
});
