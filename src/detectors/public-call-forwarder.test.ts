import { describe, expect, it } from 'vitest';
import { publicCallForwarder } from './public-call-forwarder.ts';
import { answer, CONTRACT, grant, leaves, makeRegistry, makeScene, PERMIT2, STRANGER } from './testing/scene.ts';

const on = (to: `0x${string}`, more = {}) => makeScene({ consequences: [grant({ to })], ...more });

describe('public-call-forwarder', () => {
  it('fires on the known multicall helpers, in any case and without a registry', () => {
    expect(answer(publicCallForwarder, on('0x5BA1e12693Dc8F9c48aAD8770482f4739bEeD696'))).toBe('fired: danger');
    expect(answer(publicCallForwarder, on('0xcA11bde05977b3631167028862bE2a173976CA11', { registry: null }))).toBe(
      'fired: danger',
    );
  });

  it('fires on what the registry calls a forwarder', () => {
    expect(
      answer(publicCallForwarder, on(CONTRACT, { registry: makeRegistry({ contracts: [{ role: 'forwarder' }] }) })),
    ).toBe('fired: danger');
  });

  it('stays quiet on others and where nothing is granted', () => {
    expect(answer(publicCallForwarder, on(PERMIT2))).toBe('clear');
    expect(answer(publicCallForwarder, on(STRANGER))).toBe('clear');
    expect(answer(publicCallForwarder, makeScene({ consequences: [leaves()] }))).toBe('quiet');
  });

  it('does not take an unlisted contract for one when the registry is missing', () => {
    expect(answer(publicCallForwarder, on(CONTRACT, { registry: null }))).toBe('inconclusive');
  });
});
