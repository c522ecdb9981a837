import { describe, expect, it } from 'vitest';
import { accountDelegation } from './account-delegation.ts';
import { answer, CONTRACT, makeRegistry, makeScene, STRANGER, USER } from './testing/scene.ts';

const on = (delegate: `0x${string}`, everyChain = false, more: Parameters<typeof makeScene>[0] = {}) =>
  answer(
    accountDelegation,
    makeScene({ action: { kind: 'delegation', account: USER, delegate, everyChain }, ...more }),
  );
const registry = makeRegistry({ contracts: [{ role: 'delegator' }] });

describe('account-delegation', () => {
  it('fires on code no registry knows as a wallet’s own', () => {
    expect(on(STRANGER)).toBe('fired: danger');
    expect(on(CONTRACT, false, { registry: makeRegistry({ contracts: [{ role: 'router' }] }) })).toBe('fired: danger');
    expect(on(STRANGER, true, { registry: null })).toBe('fired: danger');
  });

  it('is caution even for a known one: a site has no business asking', () => {
    expect(on(CONTRACT, false, { registry })).toBe('fired: caution');
  });

  it('stays quiet when a delegation is taken back, and elsewhere', () => {
    expect(on('0x0000000000000000000000000000000000000000')).toBe('clear');
    expect(answer(accountDelegation, makeScene())).toBe('quiet');
  });

  it('cannot tell without a registry', () => {
    expect(on(CONTRACT, false, { registry: null })).toBe('inconclusive');
  });
});
