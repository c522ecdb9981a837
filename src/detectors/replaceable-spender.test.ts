import { describe, expect, it } from 'vitest';
import type { Unbound } from '../simulate/Simulator.ts';
import { replaceableSpender } from './replaceable-spender.ts';
import { answer, CONTRACT, grant, makeChain, makeScene, STRANGER } from './testing/scene.ts';

const FINDING: Unbound = { through: CONTRACT, why: 'replaceable', by: STRANGER };
const on = (unbound: readonly Unbound[] | null, parts: Parameters<typeof grant>[0] = {}) =>
  makeScene({
    consequences: [grant({ to: CONTRACT, ...parts })],
    chain: makeChain({ local: true, ...(unbound === null ? {} : { unbound }) }),
  });

describe('replaceable-spender', () => {
  it('fires when one person can change what the grantee does', () => {
    expect(answer(replaceableSpender, on([FINDING]))).toBe('fired: caution');
    expect(answer(replaceableSpender, on([FINDING], { limit: 'unlimited', holding: null }))).toBe('fired: caution');
  });

  it('is danger where the program has no use for the power, and the one in its place took', () => {
    const idle = [{ ...FINDING, idle: true }] as const;
    expect(answer(replaceableSpender, on(idle))).toBe('fired: danger');
    expect(answer(replaceableSpender, on(idle, { limit: 1n, holding: 1_000n }))).toBe('fired: caution');
    expect(replaceableSpender.detect(on(idle)).message).toBe('reason.replaceable-spender.idle');
  });

  it('is a note where only a part could go', () => {
    expect(answer(replaceableSpender, on([FINDING], { limit: 1n, holding: 1_000n }))).toBe('fired: note');
  });

  it('stays quiet on other findings, and where nothing is granted', () => {
    expect(answer(replaceableSpender, on([]))).toBe('clear');
    expect(answer(replaceableSpender, on([{ ...FINDING, why: 'hidden', by: null }]))).toBe('clear');
    expect(answer(replaceableSpender, makeScene())).toBe('quiet');
  });

  it('cannot tell when the grantee was not looked at', () => {
    expect(answer(replaceableSpender, on(null))).toBe('inconclusive');
  });
});
