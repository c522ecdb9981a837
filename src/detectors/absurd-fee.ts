import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { ratio } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'absurd-fee',
  title: 'The page sets a fee far out of proportion',
  family: 'D2',
  severity: 'caution',
  proves: 'The fee the request allows is a large part of what the account holds.',
  falsePositives: 'Bidding wars for a place in the next block.',
  blindSpots: 'Fees the wallet sets itself.',
  clears: 'Leave the fee to the wallet.',
  references: ['https://eips.ethereum.org/EIPS/eip-1559'],
};

/** One whole coin and a tenth of the balance: no ordinary transaction of 2026 costs both. */
const WHOLE_COIN_WEI = 10n ** 18n;
const LARGE_SHARE = 0.1;

export const absurdFee: Detector = {
  meta,
  applies: (scene) => priceWei(scene) !== null,
  detect(scene) {
    const { ask } = scene.request;
    const price = priceWei(scene);
    if (ask.kind !== 'transaction' || price === null) return clear(meta);
    const gas = ask.transaction.gas ?? scene.chain?.run?.gasUsed ?? null;
    if (gas === null || scene.chain === null) return inconclusive(meta);
    const feeWei = gas * price;
    if (feeWei < WHOLE_COIN_WEI || ratio(feeWei, scene.chain.balanceWei) < LARGE_SHARE) return clear(meta);
    return fired(meta, { fee: fact.amount({ type: 'native' }, feeWei) });
  },
};

function priceWei({ request: { ask } }: Scene): bigint | null {
  return ask.kind === 'transaction' ? (ask.transaction.maxFeePerGasWei ?? ask.transaction.gasPriceWei) : null;
}
