import { describe, expect, it } from 'vitest';
import type { Permit2Action } from '../decode/Action.ts';
import { permitFarDeadline } from './permit-far-deadline.ts';
import { answer, makeScene, NOW_SECONDS, STRANGER, USER } from './testing/scene.ts';

const on = (deadlineSeconds: bigint | null) => {
  const action: Permit2Action = {
    kind: 'permit2',
    form: 'allowance',
    owner: USER,
    spender: STRANGER,
    items: [],
    deadlineSeconds,
    witnessType: null,
    domain: null,
  };
  return makeScene({ action });
};
const DAY = 86_400n;

describe('permit-far-deadline', () => {
  it('notes a deadline beyond 90 days, however far', () => {
    expect(answer(permitFarDeadline, on(NOW_SECONDS + 91n * DAY))).toBe('fired: note');
    expect(answer(permitFarDeadline, on(2n ** 256n - 1n))).toBe('fired: note');
    expect(permitFarDeadline.detect(on(2n ** 256n - 1n)).facts.date).toEqual({ type: 'date', value: '9999-12-31' });
  });

  it('stays quiet on near and past ones, and where there is none', () => {
    expect(answer(permitFarDeadline, on(NOW_SECONDS + 30n * DAY))).toBe('clear');
    expect(answer(permitFarDeadline, on(0n))).toBe('clear');
    expect(answer(permitFarDeadline, on(null))).toBe('quiet');
    expect(answer(permitFarDeadline, makeScene())).toBe('quiet');
  });

  it('is never inconclusive: the deadline is in the bytes', () => {
    const scene = { ...on(NOW_SECONDS + 91n * DAY), chain: null, registry: null };
    expect(answer(permitFarDeadline, scene)).toBe('fired: note');
  });
});
