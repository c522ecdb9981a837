import type { Address } from 'viem';
import type { Asset } from '../decode/Action.ts';
import type { Grants } from './Consequence.ts';
import { lowerAddress } from './rpcValue.ts';
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

/** Where a view keeps what an account other than the user's own holds. Lower case. */
export function holdingKey(account: Address, asset: Grants['over']): string {
  return `${account} ${assetKey(asset)}`.toLowerCase();
}

/** What the user, or the account `of`, holds of it now, base units; `null` when not known. */
export function holdingOf(asset: Grants['over'], view: ChainView | null, of?: Address): bigint | null {
  if (view === null) return null;
  if (of !== undefined) {
    if (asset.type === 'native') return view.accounts.get(lowerAddress(of))?.balanceWei ?? null;
    return view.holdings?.get(holdingKey(of, asset)) ?? null;
  }
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
