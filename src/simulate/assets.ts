import type { Address } from 'viem';
import type { Asset } from '../decode/Action.ts';
import type { Grants } from './Consequence.ts';
import type { ChainView } from './Simulator.ts';

/** One text for one asset, items of a collection apart. */
export function assetKey(asset: Grants['over']): string {
  if (asset.type === 'native') return 'native';
  return 'id' in asset ? `${asset.type} ${asset.address} ${asset.id ?? '*'}` : `${asset.type} ${asset.address}`;
}

/** The contract behind an asset; `null` for the chain's own coin. */
export function contractOf(asset: Grants['over']): Address | null {
  return asset.type === 'native' ? null : asset.address;
}

/** What the user holds of it now, base units; `null` when not known. */
export function holdingOf(asset: Grants['over'], view: ChainView | null): bigint | null {
  if (view === null) return null;
  if (asset.type === 'native') return view.balanceWei;
  return view.tokens.get(asset.address)?.holding ?? null;
}

/**
 * True when the run's asset is what the request called `stated`. `approve` and `transferFrom` read the same for ERC-20
 * and ERC-721: there the stated amount is the item's id.
 */
export function isSameAsset(stated: Asset, amount: bigint | 'unlimited', seen: Asset): boolean {
  if (assetKey(stated) === assetKey(seen)) return true;
  if (stated.type === 'native' || seen.type === 'native' || stated.address !== seen.address) return false;
  if (stated.type === 'erc20') return seen.type === 'erc721' && seen.id === amount;
  if (seen.type === 'erc20') return false;
  return stated.id === null || seen.id === null || stated.id === seen.id;
}
