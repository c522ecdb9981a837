import { zeroAddress } from 'viem';
import type { Asset } from '../../decode/Action.ts';
import type { PermissionChange, Run } from '../Simulator.ts';

/**
 * From this difference on a variant counts as worse: prices drift and interest accrues by less in half an hour. An
 * asset that leaves where none did, an arrival that stays away and a power that is new need no percentage.
 */
export const WORSE_PERCENT = 5n;

/**
 * True when the user fares strictly worse in `variant` than in `base`. A variant that reverts takes nothing and is no
 * finding; one that favours the user is none either.
 *
 * @param toleranceWei native difference that gas alone explains.
 */
export function isWorse(base: Run, variant: Run, toleranceWei: bigint): boolean {
  if (base.status !== 'success' || variant.status !== 'success') return false;
  return losesMore(base, variant, toleranceWei) || givesMorePower(base, variant) || handsOverAccount(base, variant);
}

/**
 * The stricter question for changed storage, where an honest owner may set a price or a fee: true when an asset leaves
 * that did not, when everything that arrived stays away, or when somebody gets a power that nobody got.
 */
export function isTurned(base: Run, variant: Run): boolean {
  if (base.status !== 'success' || variant.status !== 'success') return false;
  const before = sums(base);
  const after = sums(variant);
  const taken = [...after].some(([key, is]) => is < -dustOf(key) && (before.get(key) ?? 0n) >= 0n);
  const arrives = (totals: ReadonlyMap<string, bigint>) => [...totals].some(([key, sum]) => sum > dustOf(key));
  const stays = [...after].some(([, is]) => is < 0n);
  return taken || (arrives(before) && !arrives(after) && stays) || givesMorePower(base, variant);
}

/**
 * True when the base run takes for nothing and the variant does not: there something arrives, or nothing leaves. Only
 * a loss beyond `feeWei` counts for the second, for a contract may give back what it did not need for a fee that
 * follows the price of gas.
 */
export function isSpared(base: Run, variant: Run, feeWei: bigint): boolean {
  if (base.status !== 'success' || variant.status !== 'success') return false;
  const before = sums(base);
  const after = sums(variant);
  const is = (totals: ReadonlyMap<string, bigint>, sign: bigint) =>
    [...totals].some(([key, sum]) => sum * sign > dustOf(key));
  if (!is(before, -1n) || is(before, 1n) || base.permissions.length > 0) return false;
  if (is(after, 1n)) return true;
  const large = [...before].some(([key, sum]) => -sum > (key === NATIVE ? feeWei : dustOf(key)));
  return large && !is(after, -1n);
}

function dustOf(key: string): bigint {
  return key.startsWith('nft') ? 0n : DUST_BASE_UNITS;
}

function losesMore(base: Run, variant: Run, toleranceWei: bigint): boolean {
  const before = sums(base);
  const after = sums(variant);
  return [...new Set([...before.keys(), ...after.keys()])].some((key) => {
    const was = before.get(key) ?? 0n;
    const is = after.get(key) ?? 0n;
    const loss = was - is;
    if (loss <= (key === NATIVE ? toleranceWei : 0n)) return false;
    // Rounding of a share or an index: no attack is about ten base units of a token.
    if (loss <= dustOf(key)) return false;
    const size = was < 0n ? -was : was;
    return loss * 100n > size * WORSE_PERCENT;
  });
}

const NATIVE = 'native';
const DUST_BASE_UNITS = 10n;

/** By asset; items of one collection count together, because which one of them comes may honestly be chance. */
function sums(run: Run): ReadonlyMap<string, bigint> {
  const totals = new Map<string, bigint>();
  for (const { asset, delta } of run.deltas) {
    // An item that leaves is itself and no other.
    const key = delta < 0n ? exactKey(asset) : looseKey(asset);
    totals.set(key, (totals.get(key) ?? 0n) + delta);
  }
  return totals;
}

function looseKey(asset: Asset): string {
  if (asset.type === 'native') return NATIVE;
  return `${asset.type === 'erc20' ? 'erc20' : 'nft'} ${asset.address.toLowerCase()}`;
}

function exactKey(asset: Asset): string {
  return 'id' in asset ? `${looseKey(asset)} ${asset.id}` : looseKey(asset);
}

function givesMorePower(base: Run, variant: Run): boolean {
  return variant.permissions.some((change) => {
    if (change.after <= change.before || change.to === zeroAddress) return false;
    const known = base.permissions.find((other) => isSamePower(other, change));
    const was = known === undefined ? change.before : known.after;
    return change.after > was && (change.after - was) * 100n > was * WORSE_PERCENT;
  });
}

function isSamePower(one: PermissionChange, other: PermissionChange): boolean {
  return one.kind === other.kind && one.token === other.token && one.to === other.to && one.itemId === other.itemId;
}

function handsOverAccount(base: Run, variant: Run): boolean {
  return (
    variant.accountCode !== null && variant.accountCode !== base.accountCode && variant.accountCode !== zeroAddress
  );
}
