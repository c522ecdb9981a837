import { describe, expect, it } from 'vitest';
import { batchApprovals } from './batch-approvals.ts';
import { answer, grant, leaves, makeScene, USER, WETH } from './testing/scene.ts';

const on = (...consequences: readonly ReturnType<typeof grant | typeof leaves>[]) =>
  answer(batchApprovals, makeScene({ consequences }));

describe('batch-approvals', () => {
  it('notes more than one new power', () => {
    expect(on(grant(), grant({ over: { type: 'erc20', address: WETH } }))).toBe('fired: note');
    expect(on(grant(), leaves(), grant({ limit: 1n }))).toBe('fired: note');
  });

  it('stays quiet on one, on revokes beside it, and on none', () => {
    expect(on(grant())).toBe('clear');
    expect(on(grant(), grant({ revokes: true }), grant({ to: USER }))).toBe('clear');
    expect(on(leaves())).toBe('quiet');
  });

  it('is never inconclusive: it counts what is there', () => {
    const consequences = [grant(), grant()];
    expect(answer(batchApprovals, makeScene({ consequences, chain: null, registry: null }))).toBe('fired: note');
  });
});
