import type { Address } from 'viem';
import type { RegistryContract } from '../../registry/Registry.ts';
import type { Arrives, Control, Grants, Leaves } from '../../simulate/Consequence.ts';
import type { AccountFacts } from '../../simulate/Simulator.ts';
import { hostOf, splitHost } from '../../text/domains.ts';
import type { Scene } from '../Detector.ts';

/** Small questions every detector asks of a scene. Addresses compare by value, whatever their case. */
export function lower(address: Address): Address {
  return `0x${address.slice(2).toLowerCase()}`;
}

export function same(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a.toLowerCase() === b.toLowerCase();
}

/** The account that would sign: as the provider claims it, else as the request names it. */
export function userOf(scene: Scene): Address | null {
  if (scene.request.account !== null) return scene.request.account;
  const { ask } = scene.request;
  if (ask.kind === 'transaction') return ask.transaction.from;
  if (ask.kind === 'calls') return ask.from;
  return 'account' in ask ? ask.account : null;
}

/** The user's own address, or another account the user is known to have. */
export function isOwn(scene: Scene, address: Address): boolean {
  if (same(userOf(scene), address)) return true;
  return scene.history?.ownAccounts.some((own) => same(own, address)) ?? false;
}

/** Continued with before, as the local history remembers. */
export function isAcquainted(scene: Scene, address: Address): boolean {
  return scene.history?.counterparties.some((past) => same(past, address)) ?? false;
}

export function chainIdOf(scene: Scene): number | null {
  return scene.request.chainId ?? scene.chain?.chainId ?? null;
}

/** What the registry knows of this address on the request's chain. */
export function knownContract(scene: Scene, address: Address): RegistryContract | null {
  const chainId = chainIdOf(scene);
  return chainId === null ? null : (scene.registry?.contract(chainId, lower(address)) ?? null);
}

export function accountFacts(scene: Scene, address: Address): AccountFacts | null {
  return scene.chain?.accounts.get(lower(address)) ?? null;
}

/** Powers newly given to somebody other than the user. Revokes give none. */
export function newGrants(scene: Scene): Grants[] {
  return scene.consequences.filter(
    (one): one is Grants => one.kind === 'grants' && !one.revokes && !isOwn(scene, one.to),
  );
}

/** What goes to somebody other than the user. A debt that grows is told by `newDebts`. */
export function leavesToOthers(scene: Scene): Leaves[] {
  return scene.consequences.filter(
    (one): one is Leaves =>
      one.kind === 'leaves' && one.debtOf === undefined && (one.to === null || !isOwn(scene, one.to)),
  );
}

/** A debt that grows or falls, as a run showed; `debtOf` is the asset that is owed. */
export type Debt<Move extends Leaves | Arrives> = Move & { readonly debtOf: Address };

export function newDebts(scene: Scene): Debt<Leaves>[] {
  return scene.consequences.filter((one): one is Debt<Leaves> => one.kind === 'leaves' && one.debtOf !== undefined);
}

export function repaidDebts(scene: Scene): Debt<Arrives>[] {
  return scene.consequences.filter((one): one is Debt<Arrives> => one.kind === 'arrives' && one.debtOf !== undefined);
}

/**
 * What arrives where something leaves. A contract can be told to pay itself: that pays for nothing that leaves the
 * user's own account. Neither does a debt that falls: it was paid.
 */
export function arrivals(scene: Scene): Arrives[] {
  const arrived = scene.consequences.filter(
    (one): one is Arrives => one.kind === 'arrives' && one.debtOf === undefined,
  );
  const isOwnLoss = leavesToOthers(scene).some(({ of }) => of === undefined);
  return isOwnLoss ? arrived.filter(({ of }) => of === undefined) : arrived;
}

export function controls(scene: Scene): Control[] {
  return scene.consequences.filter((one): one is Control => one.kind === 'control' && !isOwn(scene, one.to));
}

/** Reading gaps behind which anything could leave. */
const COULD_BE_ANYTHING: ReadonlySet<string> = new Set(['opaque', 'unreadable', 'blind-hash', 'unbounded-order']);

/** True when the request moves value or gives power, or could and nobody can read it. A revoke or an arrival does not. */
export function takesValue(scene: Scene): boolean {
  return (
    newGrants(scene).length > 0 ||
    leavesToOthers(scene).length > 0 ||
    newDebts(scene).length > 0 ||
    controls(scene).length > 0 ||
    scene.actions.some(({ kind }) => kind === 'session') ||
    scene.consequences.some((one) => one.kind === 'unknown' && COULD_BE_ANYTHING.has(one.why))
  );
}

/** Host of the asking page, lower case, without port. */
export function siteHost(scene: Scene): string | null {
  return hostOf(scene.request.origin);
}

/** True when the asking page is at one of these domains or below it. */
export function isAtHome(scene: Scene, homes: readonly string[]): boolean {
  const host = siteHost(scene);
  if (host === null) return false;
  const { registrable } = splitHost(host);
  return homes.some((home) => home === host || home === registrable || host.endsWith(`.${home}`));
}

/** How much of what the user holds this grant reaches, in [0, 1]; `null` when the holding is not known. */
export function grantShare(grant: Grants): number | null {
  if (grant.limit === 'unlimited' || grant.over.type === 'collection') return 1;
  if (grant.holding === null) return null;
  return ratio(grant.limit, grant.holding);
}

/** `part / whole` clamped to [0, 1]; nothing held counts as nothing reached. */
export function ratio(part: bigint, whole: bigint): number {
  if (whole <= 0n) return 0;
  if (part >= whole) return 1;
  return Number((part * 10_000n) / whole) / 10_000;
}
