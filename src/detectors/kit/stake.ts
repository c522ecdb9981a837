import type { Amount, Asset } from '../../decode/Action.ts';
import type { Scene } from '../Detector.ts';
import { ratio } from './reading.ts';

/** A small part of the coins, sent along openly: where chance decides, a game that was lost looks the same as a theft. */
export function isStake(
  { chain }: Scene,
  { asset, amount }: { readonly asset: Asset; readonly amount: Amount },
): boolean {
  return asset.type === 'native' && amount !== 'unlimited' && chain !== null && ratio(amount, chain.balanceWei) < SMALL;
}

const SMALL = 0.1;
