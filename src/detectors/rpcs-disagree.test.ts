import { describe, expect, it } from 'vitest';
import type { SecondOpinion } from '../simulate/Simulator.ts';
import { rpcsDisagree } from './rpcs-disagree.ts';
import { answer, makeChain, makeScene } from './testing/scene.ts';

const on = (differs: SecondOpinion['differs'], more: Partial<SecondOpinion> = {}) => {
  const second = { heard: true, differs, sameBlock: true, ...more };
  return answer(rpcsDisagree, makeScene({ chain: makeChain({ second }) }));
};

describe('rpcs-disagree', () => {
  it('fires where the second shows a worse outcome, or other code, in the same block', () => {
    expect(on(['worse'])).toBe('fired: danger');
    expect(on(['code', 'better'])).toBe('fired: danger');
  });

  it('fires with caution where blocks differ, where the second is rosier, and on another chain', () => {
    expect(on(['worse'], { sameBlock: false })).toBe('fired: caution');
    expect(on(['better'])).toBe('fired: caution');
    expect(on(['chain'], { sameBlock: false })).toBe('fired: caution');
  });

  it('stays quiet where they agree, and where there is only one', () => {
    expect(on([])).toBe('clear');
    expect(answer(rpcsDisagree, makeScene())).toBe('quiet');
  });

  it('cannot tell where the second is silent', () => {
    expect(on([], { heard: false })).toBe('inconclusive');
  });
});
