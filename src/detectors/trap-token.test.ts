import { describe, expect, it } from 'vitest';
import type { Resale } from '../simulate/Simulator.ts';
import {
  answer,
  CONTRACT,
  call,
  erc20,
  leaves,
  makeChain,
  makeScene,
  NATIVE,
  UNLISTED_TOKEN,
  USER,
} from './testing/scene.ts';
import { trapToken } from './trap-token.ts';

const swap = {
  kind: 'swap',
  router: CONTRACT,
  sell: { asset: NATIVE, amount: 10n ** 18n },
  buy: { asset: erc20(UNLISTED_TOKEN), minimum: 0n },
  recipient: USER,
  deadlineSeconds: null,
  valueWei: 10n ** 18n,
} as const;
const resold = (resale: Partial<Resale>, action: Parameters<typeof makeScene>[0] = {}) =>
  makeScene({
    action: swap,
    chain: makeChain({
      resale: new Map([[UNLISTED_TOKEN, { outcome: 'sold', returned: 0.99, variant: null, ...resale }]]),
    }),
    ...action,
  });
const said = (scene: ReturnType<typeof makeScene>) => trapToken.detect(scene).message;

describe('trap-token', () => {
  it('is danger when it was bought in a simulation and could not be sold', () => {
    const scene = resold({ outcome: 'cannot-sell', returned: null });
    expect(answer(trapToken, scene)).toBe('fired: danger');
    expect(said(scene)).toBe('reason.trap-token');
    expect(said(resold({ outcome: 'cannot-sell', returned: null, variant: '+30 min' }))).toBe(
      'reason.trap-token.later',
    );
  });

  it('is danger when selling brings back less than half, and says how much', () => {
    const scene = resold({ outcome: 'sells-at-loss', returned: 0.0129 });
    expect(answer(trapToken, scene)).toBe('fired: danger');
    expect(trapToken.detect(scene).facts.percent).toEqual({ type: 'number', value: 1 });
  });

  it('is danger when a traded token cannot be passed on, and a note for a deposit’s receipt', () => {
    const stuck = { outcome: 'cannot-sell', returned: null, variant: 'transfer' } as const;
    expect(answer(trapToken, resold(stuck))).toBe('fired: danger');
    expect(answer(trapToken, resold(stuck, { action: call() }))).toBe('fired: note');
    const paid = { action: call(), consequences: [leaves({ asset: NATIVE })] };
    expect(answer(trapToken, resold(stuck, paid))).toBe('fired: caution');
  });

  it('is danger when it was bought for coins and only the buyer is held', () => {
    const bound = { outcome: 'cannot-sell', returned: null, variant: 'transfer', bound: true } as const;
    const paid = { action: call(), consequences: [leaves({ asset: NATIVE })] };
    expect(answer(trapToken, resold(bound, paid))).toBe('fired: danger');
    expect(said(resold(bound, paid))).toBe('reason.trap-token.bound');
    expect(answer(trapToken, resold(bound, { action: call() }))).toBe('fired: note');
  });

  it('stays quiet on what could be sold, fees included, and where nothing was tried', () => {
    expect(answer(trapToken, resold({}))).toBe('clear');
    expect(answer(trapToken, resold({ returned: 0.91 }))).toBe('clear');
    expect(answer(trapToken, makeScene({ action: swap }))).toBe('quiet');
    expect(answer(trapToken, makeScene({ action: swap, chain: null }))).toBe('quiet');
  });

  it('cannot tell when the trial gave no answer', () => {
    expect(answer(trapToken, resold({ outcome: 'not-tried', returned: null }))).toBe('inconclusive');
  });
});
