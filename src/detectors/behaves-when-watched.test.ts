import { describe, expect, it } from 'vitest';
import type { Differential } from '../simulate/Simulator.ts';
import { behavesWhenWatched } from './behaves-when-watched.ts';
import {
  answer,
  arrives,
  CONTRACT,
  call,
  leaves,
  makeChain,
  makeRegistry,
  makeRequest,
  makeRun,
  makeScene,
  messageAsk,
  NATIVE,
} from './testing/scene.ts';

const gift = makeRun({ deltas: [{ asset: NATIVE, delta: 10n ** 17n, to: null }] });
const spared = (kind: 'watched' | 'circumstance'): Differential => ({
  ran: 8,
  worse: [],
  spared: [{ variant: kind === 'watched' ? 'watched' : 'randomness-1', kind, run: gift }],
});
const on = (variants: Differential, ...more: readonly ReturnType<typeof arrives>[]) =>
  makeScene({
    action: call({ valueWei: 10n ** 18n, data: '0x12345678' }),
    consequences: [leaves({ to: CONTRACT }), ...more],
    chain: makeChain({ variants }),
  });

describe('behaves-when-watched', () => {
  it('fires where the careless run gives and the faithful one takes for nothing', () => {
    expect(answer(behavesWhenWatched, on(spared('watched')))).toBe('fired: danger');
  });

  it('fires where only another roll of the dice would have given', () => {
    expect(behavesWhenWatched.detect(on(spared('circumstance')))).toMatchObject({
      severity: 'danger',
      message: 'reason.behaves-when-watched.chance',
    });
  });

  it('is caution for a stake that was lost by chance, and danger for a tell of any size', () => {
    const stake = (kind: 'watched' | 'circumstance') => ({
      ...on(spared(kind)),
      consequences: [leaves({ to: CONTRACT, asset: NATIVE, amount: 10n ** 16n })],
    });
    expect(answer(behavesWhenWatched, stake('circumstance'))).toBe('fired: caution');
    expect(answer(behavesWhenWatched, stake('watched'))).toBe('fired: danger');
  });

  it('stays quiet where no run was kinder, where something arrives, on listed contracts and on signatures', () => {
    expect(answer(behavesWhenWatched, on({ ran: 8, worse: [] }))).toBe('clear');
    expect(answer(behavesWhenWatched, on(spared('watched'), arrives()))).toBe('clear');
    const registry = makeRegistry({ contracts: [{}] });
    expect(answer(behavesWhenWatched, { ...on(spared('watched')), registry })).toBe('clear');
    const signature = makeScene({ request: makeRequest({ ask: messageAsk('x') }) });
    expect(answer(behavesWhenWatched, signature)).toBe('quiet');
  });

  it('cannot tell without variants', () => {
    expect(answer(behavesWhenWatched, makeScene({ chain: makeChain() }))).toBe('inconclusive');
  });
});
