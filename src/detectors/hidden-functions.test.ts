import { describe, expect, it } from 'vitest';
import type { Unbound } from '../simulate/Simulator.ts';
import { hiddenFunctions } from './hidden-functions.ts';
import { answer, CONTRACT, grant, makeChain, makeScene, STRANGER } from './testing/scene.ts';

const FINDING: Unbound = { through: CONTRACT, why: 'hidden', by: null };
const on = (unbound: readonly Unbound[] | null, parts: Parameters<typeof grant>[0] = {}) =>
  makeScene({
    consequences: [grant({ to: CONTRACT, ...parts })],
    chain: makeChain({ local: true, ...(unbound === null ? {} : { unbound }) }),
  });

describe('hidden-functions', () => {
  it('fires when the grantee hides what it does', () => {
    expect(answer(hiddenFunctions, on([FINDING]))).toBe('fired: caution');
    expect(answer(hiddenFunctions, on([FINDING], { limit: 900n, holding: 1_000n }))).toBe('fired: caution');
    expect(hiddenFunctions.detect(on([FINDING])).facts).toMatchObject({ who: { value: CONTRACT } });
  });

  it('is a note where only a part could go', () => {
    expect(answer(hiddenFunctions, on([FINDING], { limit: 899n, holding: 1_000n }))).toBe('fired: note');
  });

  it('stays quiet on other findings, and where nothing is granted', () => {
    expect(answer(hiddenFunctions, on([]))).toBe('clear');
    expect(answer(hiddenFunctions, on([{ ...FINDING, why: 'replaceable', by: STRANGER }]))).toBe('clear');
    expect(answer(hiddenFunctions, makeScene())).toBe('quiet');
  });

  it('cannot tell when the grantee was not looked at', () => {
    expect(answer(hiddenFunctions, on(null))).toBe('inconclusive');
  });
});
