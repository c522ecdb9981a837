import { describe, expect, it } from 'vitest';
import { answer, makeChain, makeRequest, makeRun, makeScene, messageAsk } from './testing/scene.ts';
import { wouldFail } from './would-fail.ts';

const on = (more: Parameters<typeof makeScene>[0]) => answer(wouldFail, makeScene(more));
const reverted = (revertReason: string | null) => makeChain({ run: makeRun({ status: 'reverted', revertReason }) });

describe('would-fail', () => {
  it('notes a failed run, with its words where it has some', () => {
    expect(on({ chain: reverted(null) })).toBe('fired: note');
    expect(on({ chain: reverted('no') })).toBe('fired: note');
    expect(wouldFail.detect(makeScene({ chain: reverted('no') })).message).toBe('reason.would-fail.reason');
  });

  it('stays quiet on success and on signatures', () => {
    expect(on({})).toBe('clear');
    expect(on({ request: makeRequest({ ask: messageAsk('x') }) })).toBe('quiet');
  });

  it('cannot tell without a run', () => {
    expect(on({ chain: null })).toBe('inconclusive');
    expect(on({ chain: makeChain({ run: null }) })).toBe('inconclusive');
  });
});
