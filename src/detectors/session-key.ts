import type { Address } from 'viem';
import type { Amount, SessionAction } from '../decode/Action.ts';
import type { Grants } from '../simulate/Consequence.ts';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import type { Evidence } from './Evidence.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { chainIdOf, isAcquainted, isAtHome, isOwn, knownContract, lower, newGrants, ratio } from './kit/reading.ts';
import { moverOf, reachOfAll } from './kit/session.ts';
import { worthOf } from './kit/worth.ts';

const meta: DetectorMeta = {
  id: 'session-key',
  title: 'A key that acts without asking could take nearly everything',
  family: 'F6',
  severity: 'danger',
  proves:
    'Within a week the key could take nine tenths of what the account holds of something, without asking again, and no list knows whose it is.',
  falsePositives:
    'A trading bot that is meant to have everything; a subscription of an account that holds less than one bill.',
  blindSpots: 'What a contract does that the key may call. Slow budgets over many months.',
  clears: 'Ask for a budget that fits the purpose, and for an end.',
  references: ['https://eips.ethereum.org/EIPS/eip-7715', 'https://eips.ethereum.org/EIPS/eip-7710'],
};

const DAY_SECONDS = 86_400n;
/** What is gone within a week nobody notices in time. */
const SOON_SECONDS = 7n * DAY_SECONDS;
const NEARLY_ALL = 0.9;
/** A bill: so much a month is a wide budget for a stranger, and no robbery. */
const LATER_SECONDS = 30n * DAY_SECONDS;
const HALF = 0.5;
/** Keys of games and sessions end within this. */
const LONG_SECONDS = 30n * DAY_SECONDS;
/** A bill of less than this may well be nearly all somebody holds, US dollars. */
const SMALL_USD = 25;

export const sessionKey: Detector = {
  meta,
  applies: (scene) => sessionGrants(scene).length > 0 || sessionCalls(scene).length > 0,
  detect(scene): Evidence {
    const found = [
      ...sessionGrants(scene).map((grant) => ofGrant(scene, grant)),
      ...sessionCalls(scene).map((one) => ofCall(scene, one)),
    ];
    return (
      found.find((one) => one.outcome === 'fired' && one.severity === 'danger') ??
      found.find((one) => one.outcome === 'fired') ??
      found.find((one) => one.outcome === 'inconclusive') ??
      clear(meta)
    );
  },
};

function sessionGrants(scene: Scene): (Grants & Required<Pick<Grants, 'budget'>>)[] {
  return newGrants(scene).flatMap((grant) => (grant.budget === undefined ? [] : [{ ...grant, budget: grant.budget }]));
}

function sessionCalls(scene: Scene): SessionAction[] {
  return scene.actions.filter((one): one is SessionAction => one.kind === 'session' && !isOwnKey(scene, one));
}

function isOwnKey(scene: Scene, { key }: SessionAction): boolean {
  return key !== null && isOwn(scene, key);
}

function assetKey(over: Grants['over']): string {
  return 'address' in over ? over.address.toLowerCase() : over.type;
}

function ofGrant(scene: Scene, grant: Grants & Required<Pick<Grants, 'budget'>>): Evidence {
  const { over, holding, to } = grant;
  if (over.type === 'collection' || over.type === 'erc721') return clear(meta);
  // Two keys, or one key twice, that get half each get all of it.
  const alike = sessionGrants(scene).filter((one) => assetKey(one.over) === assetKey(over) && one.of === grant.of);
  const soon = reachOfAll(alike, scene.nowSeconds, SOON_SECONDS);
  const later = reachOfAll(alike, scene.nowSeconds, LATER_SECONDS);
  const share = soon === 'unlimited' ? 1 : holding === null ? null : ratio(soon, holding);
  const monthly = later === 'unlimited' ? 1 : holding === null ? null : ratio(later, holding);
  if (share === null || monthly === null) return inconclusive(meta);
  const isMet = knownContract(scene, to) !== null || isAcquainted(scene, to);
  const worth = worthOf(scene, over, soon === 'unlimited' ? (holding ?? 'unlimited') : soon);
  const isSmall = worth !== null && worth.usd < SMALL_USD;
  const who = fact.address(to);
  if (share >= NEARLY_ALL && !isMet && !isSmall) {
    return soon === 'unlimited'
      ? fired(meta, { who, what: fact.asset(over) }, { variant: 'no-limit' })
      : fired(meta, { who, what: fact.amount(over, least(soon, holding)) });
  }
  if (share >= NEARLY_ALL || monthly >= HALF) {
    return fired(
      meta,
      { who, what: fact.amount(over, least(later, holding)) },
      { severity: 'caution', variant: 'wide' },
    );
  }
  return clear(meta);
}

/** Nobody can take more than there is. */
function least(amount: Amount, holding: bigint | null): Amount {
  return holding !== null && (amount === 'unlimited' || amount > holding) ? holding : amount;
}

function ofCall(scene: Scene, one: SessionAction): Evidence {
  const { target, until, service } = one;
  if (target === null) return ofService(scene, service ?? '');
  const token = scene.chain?.tokens.get(lower(target)) ?? null;
  const mover = moverOf(one.functions);
  if (mover !== 'none' && (token?.holding ?? 0n) > 0n) {
    return fired(meta, { what: fact.asset({ type: 'erc20', address: target }) }, { variant: 'token' });
  }
  if (scene.chain === null && mover !== 'none') return inconclusive(meta);
  const isLong = until === 'revoked' || until > scene.nowSeconds + LONG_SECONDS;
  if (isLong || mover !== 'none' || isKnown(scene, target)) {
    return fired(meta, { target: fact.address(target) }, { severity: 'caution', variant: 'calls' });
  }
  return clear(meta);
}

/** A log-in at the service's own site makes such a key; elsewhere it is somebody's who promises to serve. */
function ofService(scene: Scene, service: string): Evidence {
  const homes = HOMES.get(service) ?? null;
  if (homes !== null && isAtHome(scene, homes)) return clear(meta);
  // Of a service nobody knows there is no home to be away from.
  return fired(
    meta,
    { name: homes === null ? fact.quote(service) : fact.name(service) },
    { severity: homes === null ? 'note' : 'caution', variant: 'service' },
  );
}

const HOMES: ReadonlyMap<string, readonly string[]> = new Map([
  ['Hyperliquid', ['hyperliquid.xyz']],
  ['Snapshot', ['snapshot.org', 'snapshot.box']],
  ['Farcaster', ['farcaster.xyz', 'warpcast.com']],
]);

/** A token or contract that many people keep something in. */
function isKnown(scene: Scene, target: Address): boolean {
  const chainId = chainIdOf(scene);
  const isToken = chainId !== null && (scene.registry?.token(chainId, lower(target)) ?? null) !== null;
  return isToken || knownContract(scene, target) !== null;
}
