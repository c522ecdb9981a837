import { describe, expect, it } from 'vitest';
import type { Run } from '../simulate/Simulator.ts';
import { switchBeforeMining } from './switch-before-mining.ts';
import {
  answer,
  erc20,
  makeChain,
  makeRequest,
  makeRun,
  makeScene,
  messageAsk,
  NATIVE,
  STRANGER,
  UNLISTED_TOKEN,
  USDC,
} from './testing/scene.ts';

const ETHER = 10n ** 18n;
const move = (delta: bigint) => ({ asset: NATIVE, delta, to: null });
const bought = { asset: erc20(USDC), delta: 9n, to: null };
const on = (base: Partial<Run>, ...worse: Partial<Run>[]) =>
  answer(
    switchBeforeMining,
    makeScene({
      chain: makeChain({
        run: makeRun(base),
        variants: { ran: 8, worse: worse.map((run) => ({ variant: 'a b', kind: 'storage', run: makeRun(run) })) },
      }),
    }),
  );

describe('switch-before-mining', () => {
  it('fires where a gift turns into a loss', () => {
    expect(on({ deltas: [move(5n)] }, { deltas: [move(-ETHER)] })).toBe('fired: danger');
  });

  it('fires with caution where what was paid for would stay away', () => {
    expect(on({ deltas: [move(-ETHER), bought] }, { deltas: [move(-ETHER)] })).toBe('fired: caution');
  });

  it('fires where the one who is paid made it be for nothing, and the part is no small one', () => {
    const sold = (amount: bigint) => ({ asset: erc20(UNLISTED_TOKEN), delta: -amount, to: STRANGER });
    const scene = (amount: bigint) =>
      makeScene({
        chain: makeChain({
          run: makeRun({ deltas: [sold(amount), move(5n)] }),
          tokens: new Map([[UNLISTED_TOKEN, { symbol: 'X', name: 'X', decimals: 18, holding: 1_000n }]]),
          variants: { ran: 8, worse: [] },
          turner: { by: STRANGER, selector: '0x12345678', run: makeRun({ deltas: [sold(amount)] }) },
        }),
      });
    expect(answer(switchBeforeMining, scene(100n))).toBe('fired: danger');
    expect(answer(switchBeforeMining, scene(99n))).toBe('clear');
  });

  it('stays quiet where nothing turned, and on signatures', () => {
    expect(on({ deltas: [move(5n)] })).toBe('clear');
    expect(answer(switchBeforeMining, makeScene({ request: makeRequest({ ask: messageAsk('x') }) }))).toBe('quiet');
  });

  it('does not apply where nobody tried: quiet', () => {
    expect(answer(switchBeforeMining, makeScene({ chain: makeChain() }))).toBe('quiet');
  });

  it('cannot tell without the chain', () => {
    expect(answer(switchBeforeMining, makeScene({ chain: null }))).toBe('inconclusive');
  });
});
