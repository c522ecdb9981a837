import { describe, expect, it } from 'vitest';
import type { Phase, StoredRequest } from '../protocol/stored.ts';
import { isWaiting, type RequestEvent, step } from './requestState.ts';

const at = (phase: Phase): StoredRequest => ({
  ...{
    id: 'a'.repeat(32),
    key: 'b'.repeat(32),
    document: 'd',
    tabId: 1,
    incognito: false,
    origin: null,
    topOrigin: null,
  },
  ...{
    documentId: null,
    frame: 'top',
    digest: '',
    phase,
    choice: null,
    code: null,
    message: null,
    arrivedAt: 0,
    expiresAt: 1,
  },
});
const PHASES: readonly Phase[] = ['received', 'checking', 'ready', 'decided', 'delivered', 'done'];

describe('the request state machine', () => {
  it('goes from received to done', () => {
    const events: RequestEvent[] = [
      { type: 'check' },
      { type: 'checked' },
      { type: 'decide', choice: 'continue' },
      { type: 'deliver' },
      { type: 'acknowledge' },
    ];
    let request: StoredRequest | null = at('received');
    const phases = events.map((event) => {
      request = request === null ? null : step(request, event);
      return request?.phase;
    });
    expect(phases).toEqual(['checking', 'ready', 'decided', 'delivered', 'done']);
  });

  it('takes one decision, whatever comes after', () => {
    const decided = step(at('ready'), { type: 'decide', choice: 'reject' });
    expect(decided).toMatchObject({ choice: 'reject', code: 4001, message: 'User rejected the request.' });
    for (const phase of ['decided', 'delivered', 'done'] as const) {
      expect(step(at(phase), { type: 'decide', choice: 'continue' })).toBeNull();
    }
  });

  it('never goes back from a decision to a check', () => {
    for (const phase of ['decided', 'delivered', 'done'] as const) {
      expect(step(at(phase), { type: 'check' })).toBeNull();
      expect(step(at(phase), { type: 'checked' })).toBeNull();
    }
  });

  it('delivers again until it is acknowledged, and not after', () => {
    expect(step(at('delivered'), { type: 'deliver' })?.phase).toBe('delivered');
    expect(step(at('done'), { type: 'deliver' })).toBeNull();
    expect(step(at('ready'), { type: 'deliver' })).toBeNull();
    expect(step(at('ready'), { type: 'acknowledge' })).toBeNull();
  });

  it('carries no error with a Continue', () => {
    expect(step(at('ready'), { type: 'decide', choice: 'continue', code: 4001 })).toMatchObject({ code: null });
    expect(step(at('ready'), { type: 'decide', choice: 'expired', code: -32603, message: 'x' })).toMatchObject({
      code: -32603,
      message: 'x',
    });
  });

  it('waits until it is decided', () => {
    expect(PHASES.filter((phase) => isWaiting(at(phase)))).toEqual(['received', 'checking', 'ready']);
  });
});
