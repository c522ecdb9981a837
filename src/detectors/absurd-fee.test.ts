import { describe, expect, it } from 'vitest';
import { absurdFee } from './absurd-fee.ts';
import { answer, makeChain, makeRequest, makeScene, transactionAsk } from './testing/scene.ts';

const GWEI = 10n ** 9n;
const on = (parts: Parameters<typeof transactionAsk>[0], more: Parameters<typeof makeScene>[0] = {}) =>
  answer(absurdFee, makeScene({ request: makeRequest({ ask: transactionAsk(parts) }), ...more }));

describe('absurd-fee', () => {
  it('fires on a fee of a whole coin and a tenth of the balance', () => {
    expect(on({ gas: 1_000_000n, maxFeePerGasWei: 1_000n * GWEI })).toBe('fired: caution');
    expect(on({ gas: null, gasPriceWei: 100_000n * GWEI })).toBe('fired: caution');
  });

  it('stays quiet on ordinary fees, on the rich, and where the wallet sets the fee', () => {
    expect(on({ gas: 500_000n, maxFeePerGasWei: 100n * GWEI })).toBe('clear');
    expect(
      on({ gas: 1_000_000n, maxFeePerGasWei: 1_000n * GWEI }, { chain: makeChain({ balanceWei: 10n ** 21n }) }),
    ).toBe('clear');
    expect(on({})).toBe('quiet');
  });

  it('cannot tell without a balance', () => {
    expect(on({ gas: 1_000_000n, gasPriceWei: 1_000n * GWEI }, { chain: null })).toBe('inconclusive');
  });
});
