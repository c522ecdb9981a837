import { describe, expect, it } from 'vitest';
import { spenderUnlisted } from './spender-unlisted.ts';
import {
  account,
  answer,
  CONTRACT,
  grant,
  leaves,
  makeChain,
  makeRegistry,
  makeRequest,
  makeScene,
  PERMIT2,
  STRANGER,
} from './testing/scene.ts';

const on = (parts: Parameters<typeof grant>[0], more: Parameters<typeof makeScene>[0] = {}) =>
  makeScene({ consequences: [grant({ to: CONTRACT, ...parts })], ...more });

describe('spender-unlisted', () => {
  it('fires on no limit, and on nearly all of the holding, for a contract no list knows', () => {
    expect(answer(spenderUnlisted, on({}))).toBe('fired: caution');
    expect(answer(spenderUnlisted, on({ limit: 1_350_000_000n }))).toBe('fired: caution');
    expect(answer(spenderUnlisted, on({}, { chain: null }))).toBe('fired: caution');
  });

  it('stays quiet on less, on listed contracts, on past counterparties and on what another detector proves', () => {
    expect(answer(spenderUnlisted, on({ limit: 1_349_000_000n }))).toBe('clear');
    expect(answer(spenderUnlisted, on({ to: PERMIT2 }))).toBe('clear');
    expect(answer(spenderUnlisted, on({}, { history: { counterparties: [CONTRACT], ownAccounts: [] } }))).toBe('clear');
    expect(answer(spenderUnlisted, on({ to: STRANGER }))).toBe('clear');
    expect(answer(spenderUnlisted, makeScene({ consequences: [leaves()] }))).toBe('quiet');
  });

  it('has no say on a local chain, on a chain nobody lists, or without a registry', () => {
    expect(answer(spenderUnlisted, on({}, { chain: makeChain({ local: true }) }))).toBe('inconclusive');
    expect(answer(spenderUnlisted, on({}, { request: makeRequest({ chainId: 31337 }) }))).toBe('inconclusive');
    expect(answer(spenderUnlisted, on({}, { registry: null }))).toBe('inconclusive');
    expect(answer(spenderUnlisted, on({ limit: 5n, holding: null }))).toBe('inconclusive');
  });

  it('needs no holding for a delegated account or a whole collection', () => {
    const chain = makeChain({ accounts: new Map([[STRANGER, account('delegated')]]) });
    expect(answer(spenderUnlisted, on({ to: STRANGER }, { chain }))).toBe('fired: caution');
    const registry = makeRegistry();
    expect(
      answer(spenderUnlisted, on({ over: { type: 'collection', address: CONTRACT }, holding: null }, { registry })),
    ).toBe('fired: caution');
  });
});
