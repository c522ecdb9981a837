import { describe, expect, it } from 'vitest';
import { proxyUpgrade } from './proxy-upgrade.ts';
import { answer, CONTRACT, makeRegistry, makeScene, STRANGER } from './testing/scene.ts';

const on = (to: `0x${string}`, what: 'upgrade' | 'ownership' = 'upgrade', more: Parameters<typeof makeScene>[0] = {}) =>
  answer(
    proxyUpgrade,
    makeScene({ consequences: [{ kind: 'control', of: CONTRACT, to, what, basis: 'stated' }], ...more }),
  );

describe('proxy-upgrade', () => {
  it('fires on code no list knows', () => {
    expect(on(STRANGER)).toBe('fired: danger');
    expect(on(CONTRACT)).toBe('fired: danger');
  });

  it('stays quiet on a listed implementation and on other changes', () => {
    expect(on(CONTRACT, 'upgrade', { registry: makeRegistry({ contracts: [{}] }) })).toBe('clear');
    expect(on(STRANGER, 'ownership')).toBe('quiet');
    expect(answer(proxyUpgrade, makeScene())).toBe('quiet');
  });

  it('cannot tell without a registry', () => {
    expect(on(STRANGER, 'upgrade', { registry: null })).toBe('inconclusive');
  });
});
