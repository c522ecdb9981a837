import { describe, expect, it } from 'vitest';
import { simulationDisagrees } from './simulation-disagrees.ts';
import { answer, grant, leaves, makeChain, makeRequest, makeScene, messageAsk } from './testing/scene.ts';

const on = (more: Parameters<typeof makeScene>[0]) => answer(simulationDisagrees, makeScene(more));

describe('simulation-disagrees', () => {
  it('fires where any consequence differs', () => {
    expect(on({ consequences: [leaves({ basis: 'disagree' })] })).toBe('fired: caution');
    expect(on({ consequences: [leaves(), grant({ basis: 'disagree' })] })).toBe('fired: caution');
  });

  it('stays quiet where they agree, and on signatures', () => {
    expect(on({ consequences: [leaves(), grant({ basis: 'simulated' })] })).toBe('clear');
    expect(on({ request: makeRequest({ ask: messageAsk('x') }) })).toBe('quiet');
  });

  it('cannot tell without a run', () => {
    expect(on({ consequences: [leaves({ basis: 'stated' })], chain: makeChain({ run: null }) })).toBe('inconclusive');
  });
});
