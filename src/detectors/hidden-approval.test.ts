import { describe, expect, it } from 'vitest';
import { hiddenApproval } from './hidden-approval.ts';
import { answer, call, grant, makeChain, makeRequest, makeScene, messageAsk, PERMIT2, USER } from './testing/scene.ts';

const on = (parts: Parameters<typeof grant>[0], more: Parameters<typeof makeScene>[0] = {}) =>
  answer(hiddenApproval, makeScene({ action: call(), consequences: [grant(parts)], ...more }));

describe('hidden-approval', () => {
  it('fires on a permission only the simulation shows, whoever gets it', () => {
    expect(on({ basis: 'simulated' })).toBe('fired: caution');
    expect(on({ basis: 'simulated', to: PERMIT2 })).toBe('fired: caution');
  });

  it('stays quiet on stated ones, revokes, own accounts and signatures', () => {
    expect(on({ basis: 'both' })).toBe('clear');
    expect(on({ basis: 'simulated', revokes: true })).toBe('clear');
    expect(on({ basis: 'simulated', to: USER })).toBe('clear');
    expect(on({ basis: 'simulated' }, { request: makeRequest({ ask: messageAsk('x') }) })).toBe('quiet');
  });

  it('cannot tell without a run', () => {
    expect(on({ basis: 'stated' }, { chain: null })).toBe('inconclusive');
    expect(on({ basis: 'stated' }, { chain: makeChain({ run: null }) })).toBe('inconclusive');
  });
});
