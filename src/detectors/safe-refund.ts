import type { TransferAction } from '../decode/Action.ts';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { accountFacts, isOwn, lower } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'safe-refund',
  title: 'A Safe would refund a fee that no transaction costs',
  family: 'F4',
  severity: 'danger',
  proves:
    'The refund counts more gas than ten transactions can burn, or pays over ten times the price of gas, or surely takes half of what the Safe holds.',
  falsePositives: 'A relayer that is paid far ahead of a rise of the gas price.',
  blindSpots: 'A refund in a token of which nobody could read how much the Safe holds; a refund of a small sum.',
  clears: 'Leave the gas price of the Safe transaction at zero, as Safe’s own services do.',
  references: ['https://docs.safe.global/advanced/smart-account-gas', 'https://eips.ethereum.org/EIPS/eip-7825'],
};

/** Ten times what one transaction may burn on Ethereum (EIP-7825). */
const IMPOSSIBLE_GAS = 10n * (1n << 24n);
/** A Safe transaction of one signature that does nothing burns this much at least. */
const LEAST_GAS = 50_000n;
/** Above the base fee: a generous tip, 2 gwei. */
const TIP_WEI = 2n * 10n ** 9n;
const TIMES = 10n;

export const safeRefund: Detector = {
  meta,
  applies: (scene) => refundsOf(scene).length > 0,
  detect(scene) {
    let couldNotTell = false;
    for (const action of refundsOf(scene)) {
      const judged = isAbsurd(scene, action);
      if (judged === true)
        return fired(meta, { amount: fact.amount(action.asset, action.amount), who: fact.address(action.to) });
      couldNotTell ||= judged === null;
    }
    return couldNotTell ? inconclusive(meta) : clear(meta);
  },
};

type Refund = TransferAction & { readonly refund: NonNullable<TransferAction['refund']> };

function refundsOf(scene: Scene): Refund[] {
  return scene.actions.flatMap((action) =>
    action.kind === 'transfer' && action.refund !== undefined && !isOwn(scene, action.to)
      ? [{ ...action, refund: action.refund }]
      : [],
  );
}

/** `null` when neither the price of gas nor the Safe's holding is known. */
function isAbsurd(scene: Scene, { asset, by, refund }: Refund): boolean | null {
  const { baseGas, gasPrice } = refund;
  if (baseGas > IMPOSSIBLE_GAS) return true;
  const held = heldBy(scene, asset, by);
  if (held !== null && held > 0n && 2n * (baseGas + LEAST_GAS) * gasPrice >= held) return true;
  if (asset.type !== 'native') return held === null ? null : false;
  const baseFeeWei = scene.chain?.baseFeeWei ?? null;
  if (baseFeeWei === null) return held === null ? null : false;
  return gasPrice > TIMES * (baseFeeWei + TIP_WEI);
}

function heldBy(scene: Scene, asset: Refund['asset'], by: Refund['by']): bigint | null {
  if (by === undefined) return null;
  if (asset.type === 'native') return accountFacts(scene, by)?.balanceWei ?? null;
  // Kept by `holdingKey`: account, then asset.
  return scene.chain?.holdings?.get(`${lower(by)} ${asset.type} ${lower(asset.address)}`) ?? null;
}
