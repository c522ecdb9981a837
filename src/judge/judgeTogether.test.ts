import { describe, expect, it } from 'vitest';
import { makeRequest } from '../detectors/testing/scene.ts';
import { judgeTogether } from './judgeTogether.ts';
import type { Verdict } from './Verdict.ts';

const part = (parts: Partial<Verdict> = {}): Verdict => ({
  level: 'routine',
  because: [],
  friction: 'none',
  coverage: { ran: ['decode', 'chain', 'lists'], failed: [], skipped: [] },
  ...parts,
});
const whole = {
  request: makeRequest(),
  action: { kind: 'batch', wrapper: 'jsonrpc_batch', to: null, valueWei: 0n, actions: [] },
  consequences: [],
  evidence: [],
} as const;

describe('judgeTogether', () => {
  it('is never lower than any part, and names its reasons', () => {
    const verdict = judgeTogether({ ...whole, request: { ...whole.request, ask: { kind: 'batch', requests: [] } } }, [
      part(),
      part({ level: 'unknown', because: ['opaque-action'], friction: 'click' }),
    ]);
    expect(verdict).toMatchObject({ level: 'unknown', because: ['opaque-action'], friction: 'click' });
    const worse = judgeTogether(whole, [part({ level: 'danger', because: ['eth-sign'], friction: 'fact' }), part()]);
    expect(worse).toMatchObject({ level: 'danger', friction: 'fact' });
    expect(worse.because).toContain('eth-sign');
  });

  it('a step ran only where it ran for every part that needed it', () => {
    const ran = part({ coverage: { ran: ['chain', 'simulation'], failed: [], skipped: [] } });
    const noNeed = part({
      coverage: { ran: ['chain'], failed: [], skipped: [{ step: 'simulation', why: 'nothing-to-run' }] },
    });
    const broken = part({
      coverage: { ran: ['chain'], failed: [{ step: 'simulation', why: 'refused' }], skipped: [] },
    });
    const noRpc = part({
      coverage: { ran: [], failed: [], skipped: [{ step: 'chain', why: 'no-rpc-for-chain' }] },
    });
    expect(judgeTogether(whole, [ran, noNeed]).coverage).toEqual({
      ran: ['chain', 'simulation'],
      failed: [],
      skipped: [],
    });
    expect(judgeTogether(whole, [ran, broken]).coverage.ran).toEqual(['chain']);
    expect(judgeTogether(whole, [ran, broken]).coverage.failed).toEqual([{ step: 'simulation', why: 'refused' }]);
    expect(judgeTogether(whole, [ran, noRpc]).coverage).toEqual({
      ran: ['simulation'],
      failed: [],
      skipped: [{ step: 'chain', why: 'no-rpc-for-chain' }],
    });
  });
});
