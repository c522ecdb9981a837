import { describe, expect, it } from 'vitest';
import type { Run } from '../simulate/Simulator.ts';
import { changesWithCircumstances } from './changes-with-circumstances.ts';
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
  USDC,
} from './testing/scene.ts';

const ETHER = 10n ** 18n;
const lose = (amount: bigint) => ({ asset: NATIVE, delta: -amount, to: null });
const gain = (amount: bigint) => ({ asset: erc20(USDC), delta: amount, to: null });
const on = (base: Partial<Run>, ...worse: Partial<Run>[]) =>
  answer(
    changesWithCircumstances,
    makeScene({
      chain: makeChain({
        run: makeRun(base),
        variants: {
          ran: 8,
          worse: worse.map((run) => ({ variant: 'randomness-1', kind: 'circumstance', run: makeRun(run) })),
        },
      }),
    }),
  );

describe('changes-with-circumstances', () => {
  it('fires where coins leave for nothing in a variant, though the run gave some', () => {
    expect(on({ deltas: [{ asset: NATIVE, delta: 5n, to: null }] }, { deltas: [lose(ETHER)] })).toBe('fired: danger');
    expect(on({ deltas: [lose(ETHER), gain(9n)] }, { deltas: [lose(ETHER)] })).toBe('fired: danger');
  });

  it('fires where somebody gets a power only there', () => {
    const change = {
      ...({ kind: 'allowance', token: USDC, tokenType: 'erc20', to: STRANGER, before: 0n, after: 7n } as const),
      ...{ itemId: null, untilSeconds: null },
    };
    expect(on({}, { permissions: [change] })).toBe('fired: danger');
  });

  it('fires with caution where less arrives or more is paid for the same', () => {
    expect(on({ deltas: [lose(ETHER), gain(100n)] }, { deltas: [lose(ETHER), gain(50n)] })).toBe('fired: caution');
    expect(on({ deltas: [lose(ETHER), gain(100n)] }, { deltas: [lose(2n * ETHER), gain(100n)] })).toBe(
      'fired: caution',
    );
  });

  it('is caution for a stake: a small part of the coins, as a game of chance takes', () => {
    const won = { asset: NATIVE, delta: 5n, to: null };
    expect(on({ deltas: [won] }, { deltas: [lose(ETHER / 100n)] })).toBe('fired: caution');
  });

  it('stays quiet where no variant was worse, where only storage was changed, and on signatures', () => {
    expect(on({ deltas: [lose(ETHER)] })).toBe('clear');
    const worse = [{ variant: 'x', kind: 'storage', run: makeRun({ deltas: [lose(ETHER)] }) } as const];
    const chain = makeChain({ variants: { ran: 1, worse } });
    expect(answer(changesWithCircumstances, makeScene({ chain }))).toBe('clear');
    expect(answer(changesWithCircumstances, makeScene({ request: makeRequest({ ask: messageAsk('x') }) }))).toBe(
      'quiet',
    );
  });

  it('cannot tell without variants', () => {
    expect(answer(changesWithCircumstances, makeScene({ chain: makeChain() }))).toBe('inconclusive');
  });
});
