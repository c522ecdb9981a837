import type { Action } from '../decode/Action.ts';
import type { DappKind, KindOfDapp } from '../registry/kind.ts';
import type { Grants } from '../simulate/Consequence.ts';
import { isLoopbackHost } from '../text/domains.ts';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import type { Evidence, Fact } from './Evidence.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { dealtWith } from './kit/parties.ts';
import { chainIdOf, grantShare, knownContract, leavesToOthers, lower, newGrants, siteHost } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'unusual-for-kind',
  title: 'The request does not fit what the site is for',
  family: 'I3',
  severity: 'caution',
  proves: 'statistical',
  falsePositives: 'A site that does more than the registry wrote down, or takes payment in a token.',
  blindSpots: 'Sites of several uses; a hijacked site that asks for what it always asks for.',
  clears: 'Ask for no more than the step needs; have the site’s kind corrected in the registry.',
  references: ['https://www.ledger.com/blog/security-incident-report'],
};

/** From this share of the holding on, a permission is no payment any more. */
const NEARLY_ALL = 0.9;

export const unusualForKind: Detector = {
  meta,
  applies: (scene) => siteHost(scene) !== null && (newGrants(scene).length > 0 || leavesToOthers(scene).length > 0),
  detect(scene) {
    const host = siteHost(scene);
    const { registry } = scene;
    if (host === null || registry === null) return inconclusive(meta);
    if (isLoopbackHost(host)) return clear(meta);
    const contracts = dealtWith(scene).flatMap((address) => knownContract(scene, address) ?? []);
    const kind = registry.kindOf?.({ host, contracts, asks: scene.actions.map(nameOf) });
    if (kind === undefined) return inconclusive(meta);
    return unusual(scene, kind) ?? clear(meta);
  },
};

function unusual(scene: Scene, known: KindOfDapp): Evidence | null {
  const { kind, basis } = known;
  // What anybody can choose raises no level by itself.
  const severity = basis === 'registry' ? ('caution' as const) : ('note' as const);
  const said = { kind: fact.name(kind), basis: fact.name(basis) };
  if (NO_PERMISSION.has(kind)) {
    const wide = newGrants(scene).find((grant) => isWide(grant) && knownContract(scene, grant.to) === null);
    if (wide !== undefined) return fired(meta, { ...said, what: whatOf(wide) }, { severity });
  }
  if (NO_ITEMS.has(kind)) {
    const items = newGrants(scene).find((grant) => isCollection(scene, grant));
    if (items !== undefined) return fired(meta, { ...said, what: whatOf(items) }, { severity, variant: 'items' });
  }
  if (kind === 'login-only' && basis === 'registry' && leavesToOthers(scene).length > 0) {
    return fired(meta, said, { severity, variant: 'payment' });
  }
  return null;
}

/** Kinds that have no use for a lasting permission over nearly everything. */
const NO_PERMISSION: ReadonlySet<DappKind> = new Set(['mint-or-claim', 'login-only', 'wallet-tool']);
/** Kinds that deal in tokens and coins, not in collectibles. */
const NO_ITEMS: ReadonlySet<DappKind> = new Set(['exchange', 'lending', 'bridge', 'staking']);

function isWide(grant: Grants): boolean {
  if (grant.power === 'borrow') return true;
  return (grantShare(grant) ?? 0) >= NEARLY_ALL;
}

/** A listed collection of items; a router's own positions are its business. */
function isCollection(scene: Scene, { over, power }: Grants): boolean {
  const chainId = chainIdOf(scene);
  if (power !== 'operate' || chainId === null || over.type === 'native') return false;
  const token = scene.registry?.token(chainId, lower(over.address)) ?? null;
  return token !== null && token.type !== 'erc20' && knownContract(scene, over.address) === null;
}

function whatOf({ over }: Grants): Fact {
  return fact.asset(over.type === 'collection' ? { type: 'erc721', address: over.address, id: null } : over);
}

/** A call by its function's name where that is known: `claim(address)`; other actions by their kind. */
function nameOf(action: Action): string {
  return action.kind === 'call' && action.signature !== null ? action.signature : action.kind;
}
