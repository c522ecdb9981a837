import type { Amount, Asset } from '../../decode/Action.ts';
import type { Price } from '../../simulate/Simulator.ts';
import type { Scene } from '../Detector.ts';
import type { EvidenceSource } from '../Evidence.ts';
import { chainIdOf, lower } from './reading.ts';

/** About what something is worth, and by whose word. A live price never decides a colour alone. */
export interface Worth {
  readonly usd: number;
  readonly by: Price['source'];
}

/** A feed that was not set for longer has stopped: Chainlink's slowest dollar feeds are set once a day. */
const OLDEST_PRICE_SECONDS = 26 * 3600;

/** `null` when nobody here knows: items, tokens without a price, amounts without an end. */
export function worthOf(scene: Scene, asset: Asset, amount: Amount): Worth | null {
  if (amount === 'unlimited' || asset.type === 'erc721' || asset.type === 'erc1155') return null;
  const price = scene.chain?.prices?.get(asset.type === 'native' ? 'native' : lower(asset.address));
  const decimals = decimalsOf(scene, asset);
  if (price === undefined || decimals === null || (price.ageSeconds ?? 0) > OLDEST_PRICE_SECONDS) return null;
  return { usd: (Number(amount) / 10 ** decimals) * price.usd, by: price.source };
}

/** All of it together; `null` when one of them is not known, or there is nothing. */
export function worthOfAll(
  scene: Scene,
  items: readonly { readonly asset: Asset; readonly amount: Amount }[],
): { readonly usd: number; readonly by: readonly Price['source'][] } | null {
  const each = items.map(({ asset, amount }) => worthOf(scene, asset, amount));
  const known = each.filter((one) => one !== null);
  if (known.length === 0 || known.length < each.length) return null;
  return { usd: known.reduce((sum, { usd }) => sum + usd, 0), by: known.map(({ by }) => by) };
}

export function worthSources(by: readonly Price['source'][]): EvidenceSource[] {
  return [...new Set(by)].map((one) => ({ name: PRICE_NAMES[one] }));
}

const PRICE_NAMES: Readonly<Record<Price['source'], string>> = {
  chainlink: 'Price feeds as Aave uses them',
  'uniswap-v3': 'Uniswap V3 pools',
};

/** Two digits that count: a live price is no more exact than that. */
export function roughly(usd: number): number {
  return usd < 10 ? Math.round(usd * 100) / 100 : Number(usd.toPrecision(2));
}

function decimalsOf(scene: Scene, asset: Extract<Asset, { type: 'native' | 'erc20' }>): number | null {
  const chainId = chainIdOf(scene);
  if (asset.type === 'native') return (chainId === null ? null : scene.registry?.chain(chainId)?.nativeDecimals) ?? 18;
  const address = lower(asset.address);
  const listed = chainId === null ? null : scene.registry?.token(chainId, address)?.decimals;
  const decimals = listed ?? scene.chain?.tokens.get(address)?.decimals ?? null;
  return decimals !== null && decimals <= 77 ? decimals : null;
}
